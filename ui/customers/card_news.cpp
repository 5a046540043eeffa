#include "customers/card_news.h"

#include "customers/contact_point.h"
#include "customers/customer.h"
#include "interactions/interaction.h"
#include "purchases/purchase.h"
#include "tasks/task.h"
#include "widgets/bidi.h"
#include "widgets/formats.h"

#include <QCoreApplication>

namespace kontor::ui {

using namespace Qt::StringLiterals;
using workspace::AuthoredChange;
using workspace::Change;
using workspace::What;

namespace {

constexpr int kMostParts = 3;
constexpr int kMostFields = 3;
constexpr qint64 kJustNowMs = 60'000;

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(kontor::ui::CardNews)
};

// The label of a field that people see; empty: a derived or technical one.
QString fieldOf(const Change &change) {
    if (change.record == ContactPoint::kTable)
        return Texts::tr("a way to reach");
    if (change.record == "custom_value")
        return Texts::tr("an own field");
    if (change.record != Customer::kTable)
        return {};
    const db::FieldInfo *field = db::recordType<Customer>().find(change.field);
    const bool isShown = field && !field->isDerived && !field->isTechnical && field->label[0] != '\0';
    return isShown ? QCoreApplication::translate("kontor::fields", field->label) : QString();
}

QString entryWords(const QString &kind) {
    if (kind == "note"_L1)
        return Texts::tr("added a note");
    if (kind == "call"_L1)
        return Texts::tr("logged a call");
    if (kind == "meeting"_L1)
        return Texts::tr("logged a meeting");
    return kind == "email"_L1 ? Texts::tr("logged an e-mail") : Texts::tr("added an entry");
}

QString addedWords(const QByteArray &record) {
    if (record == Task::kTable)
        return Texts::tr("added a task");
    if (record == Purchase::kTable)
        return Texts::tr("recorded a purchase");
    if (record == ContactPoint::kTable)
        return Texts::tr("added a way to reach");
    if (record == "customer_tag")
        return Texts::tr("put on a tag");
    if (record == "attachment")
        return Texts::tr("added a file");
    return record == "custom_value" ? Texts::tr("filled an own field") : Texts::tr("added a detail");
}

QString removedWords(const QByteArray &record) {
    if (record == ContactPoint::kTable)
        return Texts::tr("removed a way to reach");
    if (record == "customer_tag")
        return Texts::tr("took off a tag");
    return record == "custom_value" ? Texts::tr("emptied an own field") : Texts::tr("removed a detail");
}

QString changedWords(const Change &change) {
    const bool isSet = !change.after.isNull();
    if (change.field == "trashed_at" && change.record == Customer::kTable)
        return isSet ? Texts::tr("moved this customer to the trash") : Texts::tr("brought this customer back from the trash");
    if (change.record == Task::kTable)
        return change.field == "done_at" && isSet ? Texts::tr("finished a task") : Texts::tr("changed a task");
    if (change.record == Interaction::kTable)
        return Texts::tr("changed an entry");
    if (change.record == Purchase::kTable)
        return Texts::tr("changed a purchase");
    return change.record == Customer::kTable ? QString() : Texts::tr("changed a detail");
}

QString fieldWords(const QStringList &fields) {
    if (fields.size() > kMostFields)
        return Texts::tr("changed %Ln field(s)", nullptr, int(fields.size()));
    //: What somebody did: "changed City and Phone".
    return Texts::tr("changed %1").arg(joined(fields));
}

QString whenWords(Instant at, const Formats &formats) {
    if (formats.clock().now().milliseconds - at.milliseconds < kJustNowMs)
        return Texts::tr("just now");
    return formats.when(at);
}

} // namespace

QString whoWords(const QString &author, const QString &self) {
    if (author.isEmpty())
        return Texts::tr("Somebody");
    //: The person who sits here, at another computer or in another window.
    return author == self ? Texts::tr("%1 (elsewhere)").arg(isolated(author)) : isolated(author);
}

QString joined(const QStringList &parts) {
    if (parts.size() < 2)
        return parts.value(0);
    //: The last two of several things that are listed: "City and Phone".
    return Texts::tr("%1 and %2").arg(parts.first(parts.size() - 1).join(Texts::tr(", ")), parts.last());
}

Result<NewsOfOthers> loadNews(db::Database &database, Id customer, qint64 afterSeq) {
    TRY(changes, workspace::authoredChangesAbout(database, customer, afterSeq));
    NewsOfOthers news;
    for (const AuthoredChange &authored : changes) {
        const Change &change = authored.change;
        news.newestSeq = qMax(news.newestSeq, change.seq);
        if (change.record != Interaction::kTable || change.what != What::Insert)
            continue;
        TRY(entry, db::find<Interaction>(database, change.recordId));
        if (entry)
            news.entryKinds.insert(change.recordId, entry->kind);
    }
    news.changes = changes;
    return news;
}

std::optional<CardNews> cardNews(const NewsOfOthers &others, const QString &self, const Formats &formats) {
    CardNews news;
    QStringList people;
    QStringList fields;
    QStringList parts;
    Instant newest;
    const auto add = [](QStringList &list, const QString &text) {
        if (!text.isEmpty() && !list.contains(text))
            list << text;
        return !text.isEmpty();
    };
    for (const AuthoredChange &authored : others.changes) {
        const Change &change = authored.change;
        const QString field = change.what == What::Update ? fieldOf(change) : QString();
        const bool isEntry = change.what == What::Insert && change.record == Interaction::kTable;
        const QString part = !field.isEmpty()              ? QString()
                             : isEntry                     ? entryWords(others.entryKinds.value(change.recordId))
                             : change.what == What::Insert ? addedWords(change.record)
                             : change.what == What::Delete ? removedWords(change.record)
                                                           : changedWords(change);
        if (!add(fields, field) && !add(parts, part))
            continue;
        add(people, whoWords(authored.author, self));
        newest = qMax(newest, authored.at);
        if (change.record == Customer::kTable && change.field == "trashed_at")
            news.isTrashed = !change.after.isNull();
    }
    if (!fields.isEmpty())
        parts.prepend(fieldWords(fields));
    if (parts.isEmpty())
        return std::nullopt;
    if (parts.size() > kMostParts)
        parts = parts.first(kMostParts - 1) << Texts::tr("more");
    news.who = joined(people);
    //: Who did what, when: "Maria changed City and added an entry, just now."
    news.sentence = Texts::tr("%1 %2, %3.").arg(news.who, joined(parts), whenWords(newest, formats));
    return news;
}

} // namespace kontor::ui
