#include "exchange/column_map.h"

#include "base/fold.h"
#include "exchange/content_guess.h"
#include "exchange/preset.h"
#include "exchange/value_words.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>

namespace kontor::exchange {

using namespace Qt::StringLiterals;

namespace {

QList<Column> byTitles(FileKind kind, const QStringList &titles, const HeaderAliases &aliases) {
    static const QRegularExpression numberedAddress(u"^\\s*address\\s+(\\d+)\\s+-"_s, QRegularExpression::CaseInsensitiveOption);
    QList<Column> columns;
    for (const QString &title : titles) {
        if (const auto named = title.contains(u'.') ? columnNamed(title) : std::nullopt) { // as our own export writes it
            columns << *named;
            continue;
        }
        const TitleMeaning meaning = aliases.meaning(kind, title);
        Column column{meaning.field, meaning.label, meaning.label, meaning.number};
        if (const auto match = numberedAddress.match(title); match.hasMatch())
            column.group = match.captured(1);
        else if (meaning.field == Field::Street && meaning.number > 1)
            column.field = Field::Street2;
        columns << column;
    }
    return columns;
}

bool has(const QList<Column> &columns, Field field) {
    return std::any_of(columns.cbegin(), columns.cend(), [field](const Column &column) { return column.field == field; });
}

template <class... F>
bool hasAny(const QList<Column> &columns, F... fields) {
    return (has(columns, fields) || ...);
}

FileKind detectKind(const QStringList &titles, const HeaderAliases &aliases) {
    const auto purchases = byTitles(FileKind::Purchases, titles, aliases);
    const auto interactions = byTitles(FileKind::Interactions, titles, aliases);
    const auto deals = byTitles(FileKind::Deals, titles, aliases);
    const auto products = byTitles(FileKind::Products, titles, aliases);
    const auto customers = byTitles(FileKind::Customers, titles, aliases);
    const bool ofPerson = hasAny(customers, Field::GivenName, Field::FamilyName, Field::Birthday, Field::City, Field::Street,
                                 Field::Email, Field::Phone);
    const bool refers = has(interactions, Field::CustomerRef);
    if (hasAny(deals, Field::Stage, Field::Probability, Field::ExpectedOn) && hasAny(deals, Field::DealTitle, Field::Amount) &&
        hasAny(deals, Field::CustomerRef, Field::ExpectedOn) && !ofPerson)
        return FileKind::Deals;
    if (refers && has(purchases, Field::PurchasedOn) && hasAny(purchases, Field::Amount, Field::Product, Field::Quantity) &&
        !hasAny(customers, Field::GivenName, Field::City))
        return FileKind::Purchases;
    if (refers && has(interactions, Field::At) &&
        hasAny(interactions, Field::InteractionKind, Field::Text, Field::Direction, Field::DurationMinutes, Field::Subject) &&
        !hasAny(customers, Field::GivenName, Field::City))
        return FileKind::Interactions;
    if (has(products, Field::Product) && has(products, Field::Price) && !ofPerson && !refers)
        return FileKind::Products;
    return FileKind::Customers;
}

int first(const QList<Column> &columns, Field field) {
    for (int i = 0; i < columns.size(); ++i) {
        if (columns.at(i).field == field)
            return i;
    }
    return -1;
}

bool isContained(const QList<QStringList> &rows, int inner, int outer) {
    int seen = 0, contained = 0;
    for (const QStringList &row : rows) {
        if (row.size() <= std::max(inner, outer) || row.at(inner).trimmed().isEmpty() || row.at(outer).trimmed().isEmpty())
            continue;
        ++seen;
        contained += row.at(outer).contains(row.at(inner).trimmed());
    }
    return seen == 0 || contained * 2 >= seen;
}

// Titles that mean one thing beside one set of columns and another beside others.
void settleNames(QList<Column> &columns, const QList<QStringList> &rows) {
    const int name = first(columns, Field::Name), given = first(columns, Field::GivenName);
    if (given >= 0 && name < 0 && !has(columns, Field::FamilyName) && !has(columns, Field::MiddleName))
        columns[given].field = Field::Name;
    else if (given >= 0 && name >= 0 && !has(columns, Field::FamilyName) && !isContained(rows, given, name))
        columns[name].field = Field::FamilyName; // German "Name, Vorname"
}

// "Title" is Mrs or Managing director; "type" is a company, a lead or something of the file's own.
void settleByValues(QList<Column> &columns, const QList<QStringList> &rows, const ValueWords &words) {
    for (int i = 0; i < columns.size(); ++i) {
        Column &column = columns[i];
        if (!column.constant.isEmpty())
            continue;
        if (column.field == Field::Title) {
            const bool forms = shareOf(rows, i, [&](const QString &text) { return words.isCourtesyTitle(text); }) > 0.5;
            column.field = forms || has(columns, Field::JobTitle) ? Field::Salutation : Field::JobTitle;
            if (column.field == Field::Salutation && first(columns, Field::Salutation) != i &&
                first(columns, Field::Salutation) >= 0)
                column.field = Field::NamePrefix;
        } else if (column.field == Field::Kind) {
            const double kinds = shareOf(rows, i, [&](const QString &text) { return !words.kind(text).isEmpty(); });
            const double lifecycles = shareOf(rows, i, [&](const QString &text) { return !words.lifecycle(text).isEmpty(); });
            if (kinds < 0.5 && !rows.isEmpty())
                column.field = lifecycles >= 0.5 && !has(columns, Field::Lifecycle) ? Field::Lifecycle : Field::None;
        }
    }
}

// Contact points, tags, notes and parts of addresses may repeat.
bool mayRepeat(Field field) {
    switch (field) {
    case Field::None:
    case Field::CustomerRef:
    case Field::ValueLabel:
    case Field::OptOut:
    case Field::ConsentAt:
    case Field::ConsentEvidence:
    case Field::WithdrawnReason:
    case Field::Deleted:
    case Field::DealState:
    case Field::Done:
    case Field::Phone:
    case Field::Email:
    case Field::Messenger:
    case Field::Social:
    case Field::Web:
    case Field::Video:
    case Field::PhoneLabel:
    case Field::EmailLabel:
    case Field::Tags:
    case Field::Note:
    case Field::Text:
    case Field::Street2:
    case Field::ImportantDate:
    case Field::Relation:
    case Field::Custom: return true;
    default: return false;
    }
}

// One value has one column; a second of the same title adds nothing.
void dropRepeated(QList<Column> &columns) {
    QList<std::pair<Field, QString>> seen;
    for (Column &column : columns) {
        if (mayRepeat(column.field))
            continue;
        const std::pair key{column.field, column.group};
        if (seen.contains(key))
            column.field = Field::None;
        seen << key;
    }
}

// What the preset says goes before what titles say; its ids are told from those of other programs.
void applyPreset(QList<Column> &columns, const QStringList &titles, const Preset &preset, const QString &tableName) {
    QList<bool> isOfPreset(columns.size());
    for (qsizetype i = 0; i < columns.size(); ++i) {
        if (const auto column = columnOf(preset, titles.at(i))) {
            columns[i] = *column;
            isOfPreset[i] = true;
        }
    }
    for (qsizetype i = 0; i < columns.size(); ++i) {
        Column &column = columns[i];
        for (qsizetype other = 0; other < columns.size() && !isOfPreset.at(i) && !mayRepeat(column.field); ++other) {
            if (isOfPreset.at(other) && columns.at(other).field == column.field && columns.at(other).group == column.group)
                column.field = Field::None;
        }
        if (column.field == Field::ExternalId && column.idPrefix.isEmpty())
            column.idPrefix = QString::fromLatin1(preset.idPrefix);
    }
    columns << constantsOf(preset, tableName);
}

Result<void> applyMappings(QList<Column> &columns, const QStringList &titles, const MapRequest &request) {
    for (const auto &[title, name] : request.mappings) {
        const int index = columnTitled(titles, title);
        if (index < 0)
            return noColumn(title);
        auto column = columnNamed(name);
        if (!column)
            return Error{Code::Invalid,
                         QCoreApplication::translate(
                             "kontor::exchange", "There is no field “%1”. Nothing was taken in. “kontor-cli fields” lists them.")
                             .arg(name),
                         {},
                         "map"};
        for (Column &other : columns) { // what the person said goes before what was guessed
            if (other.field == column->field && other.group == column->group && column->field != Field::Custom &&
                column->field != Field::Phone && column->field != Field::Email && column->field != Field::Tags &&
                column->field != Field::Note)
                other.field = Field::None;
        }
        columns[index] = *column;
    }
    return {};
}

} // namespace

std::optional<Column> columnNamed(const QString &name) {
    const qsizetype dot = name.indexOf(u'.');
    const QString head = dot < 0 ? name : name.left(dot);
    const QString tail = dot < 0 ? QString() : name.mid(dot + 1).trimmed();
    if (head == u"custom"_s)
        return tail.isEmpty() ? std::nullopt : std::optional(Column{Field::Custom, tail, {}, 0});
    const auto field = fieldNamed(head.toUtf8());
    if (!field)
        return std::nullopt;
    return Column{*field, tail, tail, 0};
}

QByteArray fieldNameOf(const Column &column) {
    return column.field == Field::Custom ? "custom." + column.label.toUtf8() : fieldName(column.field);
}

int columnTitled(const QStringList &titles, const QString &title) {
    if (const int exact = int(titles.indexOf(title)); exact >= 0)
        return exact;
    for (int i = 0; i < titles.size(); ++i) {
        if (fold(titles.at(i)) == fold(title))
            return i;
    }
    bool isNumber = false;
    const int number = title.toInt(&isNumber); // "3=email": the third column
    return isNumber && number >= 1 && number <= titles.size() ? number - 1 : -1;
}

Error noColumn(const QString &title) {
    return {Code::Invalid,
            QCoreApplication::translate("kontor::exchange",
                                        "The file has no column “%1”. Nothing was taken in. Look at the titles in its first row.")
                .arg(title),
            {},
            "map"};
}

bool ColumnMap::isEmpty() const {
    return std::all_of(columns.cbegin(), columns.cend(), [](const Column &column) { return column.field == Field::None; });
}

int ColumnMap::indexOf(Field field) const { return first(columns, field); }

Result<ColumnMap> mapColumns(const QStringList &titles, const QList<QStringList> &rows, bool hasHeader, const MapRequest &request,
                             const HeaderAliases &aliases, const ValueWords &words) {
    ColumnMap map;
    const QStringList &plain = request.plainTitles.isEmpty() ? titles : request.plainTitles;
    // Of Dynamics the workbook says what the rows are; the kind of its preset is no more than the usual one.
    const bool isKindSaid = request.preset && !request.preset->columns.empty();
    if (request.preset && (!isKindSaid || !request.kind || *request.kind == request.preset->kind))
        map.preset = request.preset;
    map.kind = map.preset && isKindSaid ? map.preset->kind
                                        : request.kind.value_or(hasHeader ? detectKind(plain, aliases) : FileKind::Customers);
    if (hasHeader)
        map.columns = byTitles(map.kind, plain, aliases);
    else if (map.kind == FileKind::Customers)
        map.columns = guessColumns(int(titles.size()), rows);
    else
        map.columns = QList<Column>(titles.size());
    if (map.preset)
        applyPreset(map.columns, titles, *map.preset, request.tableName);
    if (map.kind == FileKind::Customers) {
        settleNames(map.columns, rows);
        settleByValues(map.columns, rows, words);
    }
    dropRepeated(map.columns);
    TRY_VOID(applyMappings(map.columns, titles, request));
    return map;
}

Result<std::pair<QString, QString>> parseMapping(const QString &text) {
    const qsizetype equals = text.lastIndexOf(u'=');
    if (equals <= 0 || equals == text.size() - 1)
        return Error{Code::Invalid,
                     QCoreApplication::translate("kontor::exchange", "“%1” is no mapping. Write it as Column=field.").arg(text),
                     {},
                     "map"};
    return std::pair{text.left(equals).trimmed(), text.mid(equals + 1).trimmed()};
}

} // namespace kontor::exchange
