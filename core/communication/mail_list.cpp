#include "communication/mail_list.h"

#include "base/email.h"
#include "customers/customer_list.h"
#include "db/id_list.h"

#include <QHash>

namespace kontor::communication {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kLongestLink = 2'000;

struct Point {
    QString address;
    bool optedOut = false;
    bool wrong = false;
};

Result<QHash<Id, QList<Point>>> addressesOf(db::Database &database, const QString &ids) {
    TRY(statement,
        database.prepareBulk(
            u"SELECT customer_id, coalesce(nullif(normalised, ''), value), opted_out, wrong FROM contact_point"
            " WHERE kind = 'email' AND customer_id IN (SELECT value FROM json_each(?)) ORDER BY customer_id, position"_s));
    statement.bind(0, db::Value(ids));
    QHash<Id, QList<Point>> points;
    while (true) {
        TRY(more, statement.next());
        if (!more)
            return points;
        points[Id{statement.integer(0)}] << Point{statement.text(1), statement.integer(2) != 0, statement.integer(3) != 0};
    }
}

// The newest decision counts; one about any channel is about mail too.
Result<QSet<Id>> refusing(db::Database &database, const QString &ids) {
    TRY(statement, database.prepareBulk(u"SELECT customer_id, state FROM consent WHERE channel IN ('', 'email')"
                                        " AND customer_id IN (SELECT value FROM json_each(?)) ORDER BY decided_at, id"_s));
    statement.bind(0, db::Value(ids));
    QSet<Id> customers;
    while (true) {
        TRY(more, statement.next());
        if (!more)
            return customers;
        if (statement.text(1) == "given"_L1)
            customers.remove(Id{statement.integer(0)});
        else
            customers.insert(Id{statement.integer(0)});
    }
}

Result<QHash<Id, QString>> namesOf(db::Database &database, const QString &ids) {
    TRY(statement, database.prepareBulk(
                       u"SELECT id, name FROM customer WHERE trashed_at IS NULL AND id IN (SELECT value FROM json_each(?))"_s));
    statement.bind(0, db::Value(ids));
    QHash<Id, QString> names;
    while (true) {
        TRY(more, statement.next());
        if (!more)
            return names;
        names.insert(Id{statement.integer(0)}, statement.text(1));
    }
}

// RFC 5322: quotes around a name, so that its commas and dots are not taken for syntax.
QString withName(QString name, const QString &address) {
    name.remove(u'"').remove(u'\\');
    return name.simplified().isEmpty() ? address : u"\"%1\" <%2>"_s.arg(name.simplified(), address);
}

} // namespace

Result<MailList> mailList(db::Database &database, const QList<Id> &customers) {
    const QString ids = jsonOf(customers);
    TRY(names, namesOf(database, ids));
    TRY(points, addressesOf(database, ids));
    TRY(refused, refusing(database, ids));
    MailList list;
    for (const Id id : customers) {
        const auto name = names.constFind(id);
        if (name == names.constEnd())
            continue;
        bool wantsNone = refused.contains(id);
        QString address;
        for (const Point &point : points.value(id)) {
            wantsNone |= point.optedOut;
            if (address.isEmpty() && !point.optedOut && !point.wrong && parseEmail(point.address).plausible)
                address = point.address;
        }
        if (refused.contains(id) || (address.isEmpty() && wantsNone)) {
            list.optedOut << *name;
        } else if (address.isEmpty()) {
            list.without << *name;
        } else {
            list.addresses << withName(*name, address);
            list.plain << address;
        }
    }
    return list;
}

std::optional<QByteArray> hiddenMailtoLink(const QStringList &plainAddresses) {
    QByteArrayList encoded;
    for (const QString &address : plainAddresses)
        encoded << address.toUtf8().toPercentEncoding("@");
    const QByteArray link = "mailto:?bcc=" + encoded.join(',');
    return encoded.isEmpty() || link.size() > kLongestLink ? std::nullopt : std::optional(link);
}

} // namespace kontor::communication
