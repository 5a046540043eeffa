#include "exchange/preset.h"

#include "base/fold.h"
#include "exchange/preset_tables.h"
#include "exchange/table.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <algorithm>

namespace kontor::exchange {

using namespace Qt::StringLiterals;

namespace {

constexpr auto kSalesforce = "salesforce:"_L1, kZoho = "zoho:"_L1;
constexpr QStringView kDynamicsMark = u"(Do Not Modify)";

QStringList words(const char *parted) { return QString::fromLatin1(parted).split(u'|', Qt::SkipEmptyParts); }

bool fits(QStringView pattern, QStringView title) {
    if (pattern.startsWith(u'*'))
        return title.endsWith(pattern.mid(1));
    return pattern.endsWith(u'*') ? title.startsWith(pattern.chopped(1)) : title == pattern;
}

bool hasTitle(const QStringList &titles, QStringView pattern) {
    return std::any_of(titles.cbegin(), titles.cend(), [&](const QString &title) { return fits(pattern, title); });
}

qsizetype countOf(const QStringList &titles, const char *patterns) {
    const QStringList all = words(patterns);
    return std::count_if(all.cbegin(), all.cend(), [&](const QString &pattern) { return hasTitle(titles, pattern); });
}

bool hasSignature(const Preset &preset, const QStringList &titles) {
    return countOf(titles, preset.all) == words(preset.all).size() && countOf(titles, preset.some) >= preset.fewest;
}

// How many of the titles the layout knows: which of a program's layouts is the closest.
qsizetype closeness(const Preset &preset, const QStringList &titles) {
    const auto known =
        std::count_if(titles.cbegin(), titles.cend(), [&](const QString &title) { return columnOf(preset, title).has_value(); });
    return known + 2 * (countOf(titles, preset.all) + countOf(titles, preset.some));
}

// "E-mail 2 - Value": "e-mail # - value" and 2.
QString pattern(const QString &title, int &number) {
    QString result;
    number = 0;
    for (QChar c : title) {
        if (!c.isDigit()) {
            result += c;
            continue;
        }
        number = std::min(number * 10 + c.digitValue(), 999);
        if (!result.endsWith(u'#'))
            result += u'#';
    }
    return result;
}

std::optional<Column> columnFor(QString field, const Preset &preset, int number) {
    const bool isLast = field.endsWith(u'^');
    if (isLast)
        field.chop(1);
    QString prefix = QString::fromLatin1(preset.idPrefix);
    if (const qsizetype at = field.indexOf(u'@'); at >= 0) {
        prefix = field.mid(at + 1);
        field.truncate(at);
    }
    auto column = columnNamed(field);
    if (!column)
        return column;
    const bool isId =
        column->field == Field::ExternalId || column->field == Field::CustomerRef || column->field == Field::CompanyRef;
    if (isId)
        column->idPrefix = prefix;
    column->number = number;
    column->isLastOfSeveral = isLast;
    const bool isNumberedGroup = number > 0 && column->label.isEmpty();
    if (isNumberedGroup)
        column->group = QString::number(number);
    return column;
}

// 15 letters and digits whose case counts become the 18 that every export has: three more letters tell which are capitals.
QString longSalesforceId(const QString &id) {
    constexpr QStringView letters = u"ABCDEFGHIJKLMNOPQRSTUVWXYZ012345";
    if (id.size() != 15)
        return id;
    QString result = id;
    for (int block = 0; block < 3; ++block) {
        int bits = 0;
        for (int i = 0; i < 5; ++i) {
            const QChar c = id.at(block * 5 + i);
            bits |= (c >= u'A' && c <= u'Z' ? 1 : 0) << i;
        }
        result += letters.at(bits);
    }
    return result;
}

} // namespace

RecognisedPreset recognised(const Preset &preset) {
    return {QString::fromLatin1(preset.name), QString::fromLatin1(preset.program),
            QCoreApplication::translate("kontor::presets", preset.records), preset.isVerified};
}

QString presetSentence(const RecognisedPreset &preset) {
    const QString name = preset.records.isEmpty() ? preset.program : u"%1: %2"_s.arg(preset.program, preset.records);
    return preset.isVerified
               ? name
               : QCoreApplication::translate("kontor::exchange", "%1. Only part of this layout is known: look at the columns.")
                     .arg(name);
}

const std::vector<Preset> &allPresets() {
    static const std::vector<Preset> all = [] {
        std::vector<Preset> presets;
        for (const auto &group : {salesforcePresets(), otherPresets(), salesforceReports()})
            presets.insert(presets.end(), group.begin(), group.end());
        return presets;
    }();
    return all;
}

QStringList presetNames() {
    QStringList names;
    for (const Preset &preset : allPresets()) {
        if (!names.contains(QLatin1StringView(preset.name)))
            names << QString::fromLatin1(preset.name);
    }
    return names;
}

const Preset *presetOfTitles(const QStringList &titles, const QString &wanted) {
    if (wanted == "none"_L1)
        return nullptr;
    const Preset *closest = nullptr;
    qsizetype most = 0;
    for (const Preset &preset : allPresets()) {
        if (!wanted.isEmpty() && wanted != QLatin1StringView(preset.name))
            continue;
        if (hasSignature(preset, titles))
            return &preset;
        if (const qsizetype close = wanted.isEmpty() ? 0 : closeness(preset, titles); close > most) {
            closest = &preset;
            most = close;
        }
    }
    return closest;
}

const Preset *presetOf(const Table &table, const QString &wanted) {
    if (!table.hasHeader() || table.kind())
        return nullptr;
    // Titles of Dynamics stand in any language: the workbook itself says what they mean.
    const bool isDynamics = table.plainTitles() != table.titles();
    if (!isDynamics || wanted == "none"_L1)
        return presetOfTitles(table.titles(), wanted);
    return presetOfTitles(QStringList{kDynamicsMark.toString()}, u"dynamics"_s);
}

bool isOtherTableOfPreset(const QStringList &titles) {
    return titles.contains(u"SystemModstamp"_s) && titles.contains(u"Id"_s) && !presetOfTitles(titles, {});
}

std::optional<Column> columnOf(const Preset &preset, const QString &title) {
    const QString exact = title.simplified().toLower();
    int number = 0;
    const QString numbered = pattern(exact, number);
    for (const PresetColumn &column : preset.columns) {
        for (const QString &word : words(column.titles)) {
            const QString wanted = word.toLower();
            if (wanted == exact)
                return columnFor(QString::fromLatin1(column.field), preset, 0);
            if (number > 0 && wanted == numbered)
                return columnFor(QString::fromLatin1(column.field), preset, number);
        }
    }
    return std::nullopt;
}

QList<Column> constantsOf(const Preset &preset, const QString &tableName) {
    QList<Column> columns;
    for (const PresetConstant &constant : preset.constants) {
        auto column = columnFor(QString::fromLatin1(constant.field), preset, 0);
        if (!column)
            continue;
        column->constant = QString::fromLatin1(constant.titles);
        columns << *column;
    }
    // Mailchimp tells by the name of a file alone whose addresses do not work any more.
    if (QLatin1StringView(preset.name) == "mailchimp"_L1 && QFileInfo(tableName).fileName().startsWith(u"cleaned_"_s)) {
        columns << Column{Field::Bounced};
        columns.last().constant = u"yes"_s;
    }
    return columns;
}

QString keptId(const QString &prefix, QString id) {
    if (prefix == kSalesforce)
        id = longSalesforceId(id);
    if (prefix == kZoho && id.startsWith(u"zcrm_"_s))
        id.remove(0, 5);
    return prefix + id;
}

} // namespace kontor::exchange
