#include "exchange/layout_writer.h"

#include "exchange/customer_draft.h"

#include <algorithm>

namespace kontor::exchange {

using namespace Qt::StringLiterals;

void LayoutWriter::arrange(const QStringList &titles) {
    for (int i = 0; i < titles.size(); ++i) {
        m_columns[titles.at(i)] << i;
        if (titles.at(i) == u"website"_s || titles.at(i).startsWith(u"website."_s))
            m_websites << std::pair{i, titles.at(i).mid(8)};
    }
    const auto most = [&](const QString &kind) {
        int number = kind == u"website"_s ? int(m_websites.size()) : 0;
        while (m_columns.contains(kind + QString::number(number + 1)))
            ++number;
        return number;
    };
    const auto add = [this](const LayoutColumn &column, int number) {
        m_targets << Target{QString::fromLatin1(column.title).replace(u'#', QString::number(number)),
                            QString::fromLatin1(column.field).replace(u'#', QString::number(number))};
    };
    const std::span<const LayoutColumn> columns = m_layout.columns;
    for (size_t i = 0; i < columns.size(); ++i) {
        const QString field = QString::fromLatin1(columns[i].field);
        if (!field.contains(u'#')) {
            add(columns[i], 0);
            continue;
        }
        // Columns of one number stand together: label, value, label, value.
        const QString kind = field.section(u'#', 0, 0);
        size_t end = i;
        while (end < columns.size() && QString::fromLatin1(columns[end].field).startsWith(kind + u'#'))
            ++end;
        for (int number = 1; number <= std::max(1, most(kind)); ++number)
            for (size_t part = i; part < end; ++part)
                add(columns[part], number);
        i = end - 1;
    }
}

QString LayoutWriter::cell(const QStringList &row, const QString &title) const {
    const QList<int> columns = m_columns.value(title);
    return columns.isEmpty() ? QString() : row.value(columns.first());
}

QList<LayoutWriter::Point> LayoutWriter::points(const QStringList &row, const QString &kind) const {
    QList<Point> points;
    for (int number = 1; m_columns.contains(kind + QString::number(number)); ++number) {
        const QString title = kind + QString::number(number);
        if (const QString text = cell(row, title); !text.isEmpty())
            points << Point{text, cell(row, title + u"_label"_s).toLower()};
    }
    return points;
}

namespace {

template <class P>
QString takeFirst(QList<P> &points, const QString &label, bool any) {
    for (P &point : points) {
        if (point.isTaken || (!any && point.label != label))
            continue;
        point.isTaken = true;
        return point.text;
    }
    return {};
}

} // namespace

// "1" the first that the customer has, "1_label" what it is called.
QString LayoutWriter::websitePart(const QString &part, const QStringList &row) const {
    int number = part.section(u'_', 0, 0).toInt();
    for (const auto &[column, label] : std::as_const(m_websites)) {
        if (!row.value(column).isEmpty() && --number == 0)
            return part.contains(u'_') ? label : row.value(column);
    }
    return {};
}

QString LayoutWriter::textOf(const Target &target, const QStringList &row, QList<Point> &phones, QList<Point> &emails) const {
    const QString &field = target.field;
    if (field.isEmpty())
        return {};
    if (field.startsWith(u"id@"_s)) {
        const QString prefix = field.mid(3), id = cell(row, u"id"_s);
        return id.startsWith(prefix) ? id.mid(prefix.size()) : QString();
    }
    if (field == u"phone"_s || field == u"email"_s)
        return takeFirst(field == u"phone"_s ? phones : emails, {}, true);
    if (field.startsWith(u"phone."_s))
        return takeFirst(phones, field.mid(6), false);
    if (field == u"tags"_s)
        return splitTags(cell(row, field)).join(QLatin1StringView(m_layout.tagsBetween));
    if (field == u"website"_s && cell(row, field).isEmpty()) { // of any label
        for (const auto &[column, label] : std::as_const(m_websites))
            if (!row.value(column).isEmpty())
                return row.value(column);
    }
    if (field.startsWith(u"website"_s) && field.size() > 7)
        return websitePart(field.mid(7), row);
    if (field == u"relation.child"_s) {
        QStringList children;
        for (int column : m_columns.value(field))
            if (!row.value(column).isEmpty())
                children << row.value(column);
        return children.join(u';');
    }
    // A person of one name has no family name of their own, but other programs ask for one.
    if (field == u"family_name"_s && cell(row, u"kind"_s) == u"person"_s && cell(row, field).isEmpty() &&
        cell(row, u"given_name"_s).isEmpty())
        return cell(row, u"name"_s);
    if (field == u"company"_s && cell(row, u"kind"_s) == u"organisation"_s)
        return cell(row, u"name"_s);
    return cell(row, field);
}

Result<void> LayoutWriter::writeRow(const QStringList &row) {
    if (m_targets.isEmpty()) {
        arrange(row);
        QStringList titles;
        for (const Target &target : std::as_const(m_targets))
            titles << target.title;
        return m_writer.writeRow(titles);
    }
    QStringList cells(m_targets.size());
    QList<Point> phones = points(row, u"phone"_s), emails = points(row, u"email"_s);
    if (m_layout.needsEmail && emails.isEmpty()) {
        ++m_leftOut;
        return {};
    }
    // Columns of a label first: what they do not take is for those of any label.
    for (const bool any : {false, true}) {
        for (qsizetype i = 0; i < m_targets.size(); ++i) {
            if ((m_targets.at(i).field == u"phone"_s) == any)
                cells[i] = textOf(m_targets.at(i), row, phones, emails);
        }
    }
    // Numbers of a label that the layout does not know go where nothing stands yet.
    for (qsizetype i = 0; i < m_targets.size(); ++i) {
        const QString &field = m_targets.at(i).field;
        if (cells.at(i).isEmpty() && field.startsWith(u"phone."_s) && field != u"phone.fax"_s)
            cells[i] = takeFirst(phones, {}, true);
    }
    // A label in words stands only where there is a value behind it.
    for (qsizetype i = 0; i + 1 < m_targets.size(); ++i) {
        if (m_targets.at(i).field.startsWith(u'='))
            cells[i] = cells.at(i + 1).isEmpty() ? QString() : m_targets.at(i).field.mid(1);
    }
    return m_writer.writeRow(cells);
}

} // namespace kontor::exchange
