#include "exchange/ods_cell.h"

#include "exchange/number_format.h"
#include "exchange/sheet_rows.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>
#include <cmath>

namespace kontor::exchange {

using namespace Qt::StringLiterals;

namespace {

// "PT14H05M30S" as "14:05:30"; seconds only where there are any.
QString timeText(const QString &duration) {
    static const QRegularExpression form(u"^PT(?:(\\d{1,6})H)?(?:(\\d{1,6})M)?(?:(\\d{1,6})(?:[.,]\\d+)?S)?$"_s);
    const auto match = form.match(duration);
    if (!match.hasMatch())
        return duration;
    const qint64 seconds =
        match.captured(1).toLongLong() * 3600 + match.captured(2).toLongLong() * 60 + match.captured(3).toLongLong();
    const QString minutes = u"%1:%2"_s.arg(seconds / 3600, 2, 10, QChar(u'0')).arg(seconds / 60 % 60, 2, 10, QChar(u'0'));
    return seconds % 60 == 0 ? minutes : minutes + u":%1"_s.arg(seconds % 60, 2, 10, QChar(u'0'));
}

// "2026-03-09T14:05:00" as "2026-03-09 14:05:00", without a time that says nothing.
QString dateText(const QString &iso) {
    const qsizetype time = iso.indexOf(u'T');
    if (time < 0)
        return iso;
    QString clock = iso.mid(time + 1, 8);
    if (clock.endsWith(u":00"_s) && clock.size() == 8)
        clock.chop(3);
    return clock == u"00:00"_s ? iso.left(time) : iso.left(time) + u' ' + clock;
}

struct CellType {
    QString type, value, date, time, boolean, string;
    bool isError = false;
};

CellType typeOf(const XmlSource &source) {
    const auto office = [&](QStringView name) { return odsAttribute(source, u"office", name); };
    return {office(u"value-type"),
            office(u"value"),
            office(u"date-value"),
            office(u"time-value"),
            office(u"boolean-value"),
            office(u"string-value"),
            odsAttribute(source, u"calcext", u"value-type") == u"error"_s};
}

// What is shown where it only adds zeros before the number, as of postal codes.
QString numberText(const CellType &cell, const QString &shown) {
    const bool isPadded = shown.startsWith(u'0') && shown.size() <= 30 &&
                          std::all_of(shown.cbegin(), shown.cend(), [](QChar c) { return c >= u'0' && c <= u'9'; }) &&
                          shown.toDouble() == cell.value.toDouble();
    return isPadded ? shown : plainNumber(cell.value);
}

QString valueText(const CellType &cell, const QString &shown) {
    if (cell.isError)
        return {};
    if (cell.type == u"float"_s || cell.type == u"currency"_s)
        return numberText(cell, shown);
    if (cell.type == u"percentage"_s)
        return formattedNumber(cell.value, {NumberFormat::Kind::Number, 0, true}, false);
    if (cell.type == u"date"_s)
        return dateText(cell.date);
    if (cell.type == u"time"_s)
        return timeText(cell.time);
    if (cell.type == u"boolean"_s)
        return cell.boolean;
    return cell.string.isEmpty() ? shown : cell.string;
}

// The blanks, tabs and line breaks that are elements.
QString spaceOf(const XmlSource &source) {
    if (source.name() == u"s")
        return QString(std::min<qint64>(odsRepeat(source, u"c"), kLongestCell), u' ');
    return source.name() == u"tab" ? u"\t"_s : source.name() == u"line-break" ? u"\n"_s : QString();
}

Error cellTooLong() {
    return {Code::Invalid,
            QCoreApplication::translate("kontor::exchange",
                                        "A cell of the workbook has more than 131,072 characters. Nothing was "
                                        "taken in. Shorten it, or save the sheet as CSV."),
            {},
            "file"};
}

} // namespace

QString odsAttribute(const XmlSource &source, QStringView space, QStringView name) {
    for (const QXmlStreamAttribute &attribute : source.reader().attributes()) {
        if (attribute.name() == name && attribute.namespaceUri().contains(u':' + space.toString() + u':'))
            return attribute.value().toString();
    }
    return {};
}

qint64 odsRepeat(const XmlSource &source, QStringView name) {
    for (const QXmlStreamAttribute &attribute : source.reader().attributes()) {
        if (attribute.name() == name)
            return std::max<qint64>(1, attribute.value().toLongLong());
    }
    return 1;
}

Result<OdsCell> readOdsCell(XmlSource &source) {
    OdsCell cell{{}, odsRepeat(source, u"number-columns-repeated")};
    const CellType type = typeOf(source);
    const int cellDepth = source.depth();
    int paragraph = 0; // the depth at which it began, 0: not inside one
    bool isFirst = true;
    QString shown;
    while (true) {
        TRY(token, source.nextToken());
        if (token == QXmlStreamReader::StartElement) {
            const QStringView name = source.name();
            if (name == u"annotation" || name == u"frame" || name == u"custom-shape" || name == u"table" || name == u"shapes" ||
                name == u"note" || name == u"ruby-text") { // a comment, a picture: not what the cell says
                TRY_VOID(source.skipElement());
            } else if (name == u"p" && paragraph == 0) {
                paragraph = source.depth();
                shown += isFirst ? QString() : u"\n"_s;
                isFirst = false;
            } else if (paragraph > 0) {
                shown += spaceOf(source);
            }
        } else if (token == QXmlStreamReader::EndElement) {
            if (source.depth() < cellDepth)
                break;
            paragraph = source.depth() < paragraph ? 0 : paragraph;
        } else if (token == QXmlStreamReader::Characters && paragraph > 0) {
            shown += source.reader().text();
        }
        if (shown.size() > kLongestCell)
            return cellTooLong();
    }
    cell.text = valueText(type, shown);
    return cell;
}

} // namespace kontor::exchange
