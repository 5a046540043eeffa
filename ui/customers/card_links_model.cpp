#include "customers/card_links_model.h"

#include "customers/card_relations.h"
#include "main_window/action_table.h"
#include "widgets/bidi.h"
#include "widgets/formats.h"

namespace kontor::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kShownAtFirst = 3;

CardLink heading(const QByteArray &key, const QString &title, QLatin1StringView action = {}) {
    CardLink link;
    link.key = key;
    link.title = title;
    link.action = action;
    return link;
}

CardLink nothing(const QByteArray &key, const QString &sentence) {
    CardLink link;
    link.key = key;
    link.kind = CardLink::Kind::Nothing;
    link.title = sentence;
    return link;
}

} // namespace

void CardLinksModel::setContent(const CardContent &content) {
    m_content = content;
    refresh();
}

void CardLinksModel::refresh() {
    QList<CardLink> links;
    addSteps(links, m_content);
    addPurchases(links, m_content);
    addPeople(links, m_content);
    addFiles(links, m_content);
    if (m_isReadOnly)
        for (CardLink &link : links)
            link.action = {};
    replaceRows(links);
}

void CardLinksModel::clear() {
    m_content = {};
    m_whole.clear();
    replaceRows({});
}

void CardLinksModel::setReadOnly(bool isReadOnly) {
    m_isReadOnly = isReadOnly;
    if (m_content.card.customer.id.isValid())
        refresh();
}

void CardLinksModel::setCopying(const QString &words) {
    m_copying = words;
    if (m_content.card.customer.id.isValid())
        refresh();
}

void CardLinksModel::showAll(const QByteArray &group) {
    m_whole.insert(group);
    refresh();
}

void CardLinksModel::addGroup(QList<CardLink> &links, const QByteArray &group, const QList<CardLink> &lines,
                              const QString &all) const {
    const bool isWhole = m_whole.contains(group) || lines.size() <= kShownAtFirst;
    links += isWhole ? lines : lines.first(kShownAtFirst);
    if (isWhole)
        return;
    CardLink rest;
    rest.key = "all " + group;
    rest.kind = CardLink::Kind::All;
    rest.title = all;
    rest.group = group;
    links << rest;
}

void CardLinksModel::addSteps(QList<CardLink> &links, const CardContent &content) const {
    links << heading("steps", tr("Next steps"), action::kNewTask);
    QList<CardLink> lines;
    for (const Task &task : content.timeline.tasks) {
        TimelineEntry entry;
        entry.kind = TimelineEntry::Kind::Planned;
        entry.task = task;
        const TimelineWords words = timelineWords(entry, m_formats);
        CardLink link;
        link.key = "step " + QByteArray::number(task.id.value);
        link.kind = CardLink::Kind::Step;
        link.icon = words.icon;
        link.title = words.title;
        link.detail = words.time;
        link.isLate = words.isLate;
        link.id = task.id;
        lines << link;
    }
    addGroup(links, "steps", lines, tr("All %Ln next step(s)", nullptr, int(lines.size())));
    if (content.timeline.tasks.isEmpty())
        links << nothing("no steps", tr("No next step"));
}

void CardLinksModel::addPurchases(QList<CardLink> &links, const CardContent &content) const {
    links << heading("purchases", tr("Purchases"), action::kNewPurchase);
    if (content.sums.count == 0) {
        links << nothing("no purchases", tr("Nothing bought yet"));
        return;
    }
    CardLink sum;
    sum.key = "sum";
    sum.kind = CardLink::Kind::Sum;
    sum.title = tr("%Ln purchase(s)", nullptr, int(content.sums.count));
    sum.amount = m_formats.money(content.sums.total);
    links << sum;
    const QDate last = QDate::fromString(content.purchases.value(0).purchase.purchasedOn, Qt::ISODate);
    if (last.isValid())
        links.last().detail = tr("Last on %1").arg(isolated(m_formats.date(last)));
    QList<CardLink> lines;
    for (const PurchaseLine &line : content.purchases) {
        CardLink link;
        link.key = "purchase " + QByteArray::number(line.purchase.id.value);
        link.kind = CardLink::Kind::Bought;
        link.icon = "purchase"_L1;
        link.title = m_formats.date(QDate::fromString(line.purchase.purchasedOn, Qt::ISODate));
        link.detail = line.purchase.paid ? line.productName : tr("Not paid");
        link.isLate = !line.purchase.paid;
        link.amount = m_formats.money(line.purchase.amount);
        link.id = link.record = line.purchase.id;
        lines << link;
    }
    addGroup(links, "purchases", lines, tr("All %Ln purchase(s)", nullptr, int(lines.size())));
}

void CardLinksModel::addFiles(QList<CardLink> &links, const CardContent &content) const {
    links << heading("files", tr("Files"), kAddFiles);
    if (!m_copying.isEmpty()) {
        CardLink copying;
        copying.key = "copying";
        copying.kind = CardLink::Kind::Copying;
        copying.icon = "file"_L1;
        copying.title = m_copying;
        links << copying;
    }
    QList<CardLink> lines;
    for (const Attachment &file : content.files) {
        CardLink link;
        link.key = "file " + QByteArray::number(file.id.value);
        link.kind = CardLink::Kind::File;
        link.icon = file.isLinked() ? "link"_L1 : "file"_L1;
        link.title = file.name;
        const QString size = m_formats.locale().formattedDataSize(file.size);
        const QString day = m_formats.date(m_formats.clock().dateOf(file.addedAt));
        link.detail = file.isLinked() ? tr("Linked, %1").arg(isolated(day)) : tr("%1, %2").arg(size, day);
        link.id = link.record = file.id;
        lines << link;
    }
    addGroup(links, "files", lines, tr("All %Ln file(s)", nullptr, int(lines.size())));
    if (content.files.isEmpty() && m_copying.isEmpty())
        links << nothing("no files", m_isReadOnly ? tr("No files") : tr("Drop files here"));
}

void CardLinksModel::addPeople(QList<CardLink> &links, const CardContent &content) const {
    links << heading("people", tr("People and company"), kAddRelation);
    if (content.card.relations.isEmpty())
        links << nothing("nobody", tr("Nobody yet"));
    QList<CardLink> lines;
    for (const Card::Related &related : content.card.relations) {
        CardLink link;
        link.key = "relation " + QByteArray::number(related.relation.id.value);
        link.kind = CardLink::Kind::Related;
        link.icon = related.relation.kind == "works_at"_L1 && !related.isInverse ? "building"_L1 : "person"_L1;
        link.title = related.otherName;
        link.detail = relationText(related);
        if (!related.relation.note.isEmpty())
            link.detail = tr("%1, %2").arg(link.detail, isolated(related.relation.note.simplified()));
        link.id = related.otherId;
        link.record = related.relation.id;
        lines << link;
    }
    addGroup(links, "people", lines, tr("All %Ln relation(s)", nullptr, int(lines.size())));
}

QVariant CardLinksModel::data(const QModelIndex &index, int role) const {
    if (!index.isValid())
        return {};
    const CardLink &link = row(index.row());
    switch (role) {
    case Qt::DisplayRole: return link.title;
    case Qt::ToolTipRole: return link.title;
    case Qt::AccessibleTextRole: {
        QStringList parts{link.title};
        for (const QString &part : {link.detail, link.amount})
            if (!part.isEmpty())
                parts << part;
        return parts.join(tr(", "));
    }
    default: return {};
    }
}

Qt::ItemFlags CardLinksModel::flags(const QModelIndex &index) const {
    if (!index.isValid())
        return Qt::NoItemFlags;
    const CardLink::Kind kind = row(index.row()).kind;
    const bool isStop = kind != CardLink::Kind::Heading && kind != CardLink::Kind::Sum && kind != CardLink::Kind::Nothing;
    return isStop ? Qt::ItemIsEnabled | Qt::ItemIsSelectable : Qt::NoItemFlags;
}

} // namespace kontor::ui
