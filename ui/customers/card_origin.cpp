#include "customers/card_origin.h"

#include "widgets/bidi.h"
#include "widgets/formats.h"
#include "widgets/palette_label.h"

#include <QHBoxLayout>
#include <QPushButton>

namespace kontor::ui {

using namespace Qt::StringLiterals;
using namespace metrics;

namespace {

using Origin = std::optional<history::ValueOrigin>;

// A record of its own: the newest of what was written into it.
Result<Origin> originOfRecord(db::Database &database, const db::RecordType &type, Id id) {
    TRY(origins, history::originsOf(database, type, id));
    Origin newest;
    for (const history::ValueOrigin &origin : std::as_const(origins))
        if (!newest || origin.operation > newest->operation)
            newest = origin;
    return newest;
}

Result<QList<CardOrigin>> originsOfTags(db::Database &database, Id customer, const QList<Tag> &tags) {
    QList<CardOrigin> origins;
    for (const Tag &tag : tags) {
        TRY(origin, history::originOfTag(database, customer, tag.id));
        if (origin)
            origins << CardOrigin{tag.name, *origin};
    }
    return origins;
}

Result<QList<CardOrigin>> originsOfOwn(db::Database &database, const Card &card, const QByteArray &column) {
    QList<CardOrigin> origins;
    for (const Card::OwnField &own : card.ownFields) {
        if ("custom." + own.field.name.toUtf8() != column)
            continue;
        TRY(origin, originOfRecord(database, db::recordType<CustomValue>(), own.value.id));
        if (origin)
            origins << CardOrigin{own.field.kind == "choices"_L1 ? own.value.text : QString(), *origin};
    }
    return origins;
}

Result<Origin> originOfLine(db::Database &database, const Card &card, const CardField &field) {
    switch (field.source) {
    case CardField::Source::Point: return history::originOf(database, db::recordType<ContactPoint>(), field.point.id, "value");
    case CardField::Source::Address: return originOfRecord(database, db::recordType<Address>(), field.id);
    case CardField::Source::Date: return originOfRecord(database, db::recordType<ImportantDate>(), field.id);
    case CardField::Source::Consent: return originOfRecord(database, db::recordType<Consent>(), field.id);
    case CardField::Source::Column: return history::originOf(database, db::recordType<Customer>(), card.customer.id, field.column);
    default: return Origin();
    }
}

QString actLine(const history::ValueOrigin &origin, const Formats &formats) {
    const QString at = isolated(formats.dateTime(origin.at));
    const QString who = isolated(origin.author);
    const bool hasAuthor = !origin.author.isEmpty();
    if (origin.kind == "import"_L1)
        return hasAuthor ? OriginPopover::tr("Imported by %1, %2").arg(who, at) : OriginPopover::tr("Imported, %1").arg(at);
    if (origin.kind == "merge"_L1)
        return hasAuthor ? OriginPopover::tr("Came with a merge by %1, %2").arg(who, at)
                         : OriginPopover::tr("Came with a merge, %1").arg(at);
    if (origin.kind == "bulk"_L1)
        return hasAuthor ? OriginPopover::tr("Changed for several customers by %1, %2").arg(who, at)
                         : OriginPopover::tr("Changed for several customers, %1").arg(at);
    return hasAuthor ? OriginPopover::tr("Entered by %1, %2").arg(who, at) : OriginPopover::tr("Entered, %1").arg(at);
}

QString fileLine(const history::ValueOrigin &origin, const Formats &formats) {
    const QString file = isolated(origin.fileName);
    const QString table = isolated(origin.table);
    const QString row = isolated(formats.number(origin.row));
    if (origin.row <= 0)
        return origin.table.isEmpty() ? file : OriginPopover::tr("%1, table %2").arg(file, table);
    //: A file and which of its rows brought a value: "kunden.csv, row 17".
    return origin.table.isEmpty() ? OriginPopover::tr("%1, row %2").arg(file, row)
                                  : OriginPopover::tr("%1, table %2, row %3").arg(file, table, row);
}

} // namespace

Result<QList<CardOrigin>> loadOrigins(db::Database &database, const Card &card, const CardField &field) {
    if (field.source == CardField::Source::Tags)
        return originsOfTags(database, card.customer.id, card.tags);
    if (field.source == CardField::Source::Own)
        return originsOfOwn(database, card, field.column);
    TRY(origin, originOfLine(database, card, field));
    return origin ? QList<CardOrigin>{{{}, *origin}} : QList<CardOrigin>();
}

QStringList originLines(const CardOrigin &origin, const Formats &formats) {
    QStringList lines;
    if (origin.origin.isImported())
        lines << fileLine(origin.origin, formats);
    lines << actLine(origin.origin, formats);
    if (!origin.what.isEmpty()) //: A tag or choice, and the file that brought it or who entered it.
        lines.first() = OriginPopover::tr("%1: %2").arg(isolated(origin.what), lines.first());
    return lines;
}

OriginPopover::OriginPopover(QWidget *page)
    : Popover({}, page), m_lines(new QVBoxLayout), m_close(new QPushButton(this)), m_history(new QPushButton(this)) {
    auto *body = new QWidget(this);
    m_lines->setContentsMargins({});
    m_lines->setSpacing(kTiny);
    body->setLayout(m_lines);
    addWidget(body);
    auto *buttons = new QWidget(this);
    auto *row = new QHBoxLayout(buttons);
    row->setContentsMargins({});
    row->setSpacing(kGap);
    m_history->setFlat(true);
    row->addWidget(m_history);
    row->addStretch(1);
    row->addWidget(m_close);
    addWidget(buttons);
    connect(m_close, &QPushButton::clicked, this, &Popover::close);
    connect(m_history, &QPushButton::clicked, this, [this] {
        close();
        emit historyWanted();
    });
}

void OriginPopover::open(const CardField &field, const QList<CardOrigin> &origins, const Formats &formats, const QRect &anchor) {
    //: A field of the card.
    setTitle(tr("Where “%1” comes from").arg(field.label));
    m_close->setText(tr("Close"));
    m_history->setText(tr("History of this customer"));
    while (QLayoutItem *item = m_lines->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    QStringList words;
    const auto add = [&](const QString &text, bool isFirst) {
        auto *line = new PaletteLabel(TextRole::Body, isFirst ? TextColour::Normal : TextColour::Second, this);
        line->setWordWrap(true);
        line->setText(text);
        m_lines->addWidget(line);
        words << text;
    };
    for (const CardOrigin &origin : origins) {
        const QStringList lines = originLines(origin, formats);
        for (const QString &text : lines)
            add(text, text == lines.first());
    }
    if (origins.isEmpty())
        add(tr("The history does not reach back to where this value came from."), true);
    m_words = words.join(tr(". "));
    // What a screen reader says when the focus arrives.
    m_close->setAccessibleDescription(m_words);
    openAt(anchor, m_close);
}

} // namespace kontor::ui
