#include "exchange/card_table.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace kontor::exchange {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kFirstRows = 200;

QString tr(const char *text) { return QCoreApplication::translate("kontor::exchange", text); }

// The order of columns for a person's eye; what is not named stands in the middle.
int rankOf(const QString &title) {
    static const std::array<QString, 9> first{u"id"_s,          u"kind"_s,        u"name"_s,
                                              u"name_prefix"_s, u"given_name"_s,  u"middle_name"_s,
                                              u"family_name"_s, u"name_suffix"_s, u"company"_s};
    static const std::array<QString, 3> last{u"tags"_s, u"note"_s, u"custom."_s};
    const auto isPrefix = [&](const QString &prefix) { return title.startsWith(prefix); };
    if (const auto at = std::find(first.cbegin(), first.cend(), title); at != first.cend())
        return int(at - first.cbegin());
    if (title.startsWith(u"phone"_s) || title.startsWith(u"email"_s))
        return 20;
    const auto at = std::find_if(last.cbegin(), last.cend(), isPrefix);
    return at == last.cend() ? 30 : 40 + int(at - last.cbegin());
}

} // namespace

Result<void> CardTable::layOut(const std::function<bool()> &isToBeReadAgain) {
    m_hasHeader = true;
    TRY_VOID(scan());
    if (isToBeReadAgain()) { // names of groups were read in other characters too
        m_groups.clear();
        m_groupsOf.clear();
        m_members = 0;
        TRY_VOID(scan());
    }
    if (!m_groups.isEmpty()) {
        TRY_VOID(countMembers());
        TRY_VOID(scan());
    }
    TRY_VOID(rewind());
    TableRecord record;
    while (m_firstRows.size() < kFirstRows) {
        TRY(more, next(record));
        if (!more)
            break;
        m_firstRows << textsOf(record);
    }
    return rewind();
}

Result<void> CardTable::scan() {
    m_most.clear();
    m_order.clear();
    const bool knowsGroups = !m_groups.isEmpty();
    TRY_VOID(restart());
    ContactCard card;
    while (true) {
        TRY(more, nextCard(card));
        if (!more)
            break;
        if (card.group && !knowsGroups)
            noteGroup(card);
        if (!card.group)
            tagWithGroups(card);
        countColumns(card);
    }
    arrangeColumns();
    return {};
}

void CardTable::countColumns(const ContactCard &card) {
    QHash<QString, int> counts;
    for (const ContactCard::Cell &cell : card.cells) {
        const bool isFull = !m_most.contains(cell.title) && m_order.size() >= kMostColumns / 2;
        const QString &title = isFull ? m_keptTitle : cell.title;
        if (!m_most.contains(title))
            m_order << title;
        int &most = m_most[title];
        most = std::max(most, std::min(++counts[title], title == m_keptTitle ? 1 : kMostAlike));
    }
}

void CardTable::noteGroup(const ContactCard &card) {
    GroupState group{card.group->name};
    for (const QString &member : card.group->members) {
        if (m_members >= kMostMembers) {
            group.isCut = true;
            break;
        }
        ++m_members;
        m_groupsOf[member] << int(m_groups.size());
    }
    m_groups << group;
}

void CardTable::arrangeColumns() {
    std::stable_sort(m_order.begin(), m_order.end(), [](const QString &a, const QString &b) { return rankOf(a) < rankOf(b); });
    m_titles.clear();
    m_first.clear();
    for (const QString &title : std::as_const(m_order)) {
        m_first.insert(title, int(m_titles.size()));
        const int room = kMostColumns - int(m_titles.size());
        m_most[title] = std::clamp(m_most.value(title), 0, room);
        for (int i = 0; i < m_most.value(title); ++i)
            m_titles << title;
    }
}

// A contact is named by its id, and by each of its e-mail addresses; it is in a group once.
Result<void> CardTable::countMembers() {
    for (GroupState &group : m_groups)
        group.members = 0;
    if (m_groups.isEmpty())
        return {};
    TRY_VOID(restart());
    ContactCard card;
    while (true) {
        TRY(more, nextCard(card));
        if (!more)
            return {};
        QSet<int> of;
        for (const QString &key : std::as_const(card.keys)) {
            for (int group : m_groupsOf.value(key))
                of.insert(group);
        }
        for (int group : std::as_const(of))
            m_groups[group].members += !card.group;
    }
}

void CardTable::tagWithGroups(ContactCard &card) const {
    if (m_groupsOf.isEmpty())
        return;
    QStringList names;
    for (const QString &key : std::as_const(card.keys)) {
        for (int group : m_groupsOf.value(key))
            names << m_groups.at(group).name;
    }
    if (names.isEmpty())
        return;
    names.removeDuplicates();
    auto tags = std::find_if(card.cells.begin(), card.cells.end(), [](const auto &cell) { return cell.title == "tags"_L1; });
    if (tags == card.cells.end())
        tags = card.cells.insert(card.cells.end(), {u"tags"_s, {}});
    for (QString name : std::as_const(names))
        tags->text += name.replace(u';', u',').replace(u'|', u'/') + u';';
}

Result<void> CardTable::rewind() {
    m_nextGroup = 0;
    return restart();
}

void CardTable::fillCells(const ContactCard &card) {
    m_cells.assign(size_t(m_titles.size()), QString());
    QHash<QString, int> counts;
    const int kept = m_first.value(m_keptTitle, -1);
    for (const ContactCard::Cell &cell : card.cells) {
        const int index = counts[cell.title]++;
        if (index < m_most.value(cell.title)) {
            m_cells[size_t(m_first.value(cell.title) + index)] = cell.text;
        } else if (kept >= 0 && m_most.value(m_keptTitle) > 0) {
            QString &text = m_cells[size_t(kept)];
            text += (text.isEmpty() ? u""_s : u"\n"_s) + cell.title + u": "_s + cell.text;
        }
    }
}

Result<bool> CardTable::next(TableRecord &record) {
    ContactCard card;
    TRY(more, nextCard(card));
    if (!more)
        return false;
    record.line = card.line;
    record.broken = false;
    record.problem = card.problem;
    record.isSettled = false;
    if (!card.group) {
        tagWithGroups(card);
    } else if (m_nextGroup < m_groups.size()) {
        const GroupState &group = m_groups.at(m_nextGroup++);
        record.isSettled = group.members > 0 && !group.isCut && !group.name.isEmpty();
        record.problem = record.isSettled       ? tr("The group is a tag of its members.")
                         : group.isCut          ? tr("The groups of the file have more than %1 members.").arg(kMostMembers)
                         : group.name.isEmpty() ? tr("The group has no name.")
                                                : tr("None of the group's members is in this file. Export the contacts with it.");
    }
    fillCells(card);
    record.files = card.group ? QList<RowFile>() : std::move(card.files);
    record.cells.clear();
    for (const QString &cell : m_cells)
        record.cells.push_back(cell);
    return true;
}

} // namespace kontor::exchange
