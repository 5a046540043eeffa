#include "exchange/csv_writer.h"

#include "exchange/file_access.h"


#include <algorithm>

namespace kontor::exchange {

namespace {

// "-12.50", "+46 70 100 45 12", "+1 (212) 555-0100": digits with what parts them.
bool isNumber(QStringView text) {
    const bool plain = std::all_of(text.cbegin() + 1, text.cend(),
                                   [](QChar c) { return (c >= u'0' && c <= u'9') || QStringView(u" .,-/()\u00A0").contains(c); });
    const bool digits = std::any_of(text.cbegin(), text.cend(), [](QChar c) { return c >= u'0' && c <= u'9'; });
    // "-2-3" and "+2/3" would be reckoned; a phone number has no second sign right behind a first short number
    return plain && digits && (text.front() == u'+' || !text.mid(1).contains(u'-'));
}

} // namespace

QString keptApostrophe(const QString &cell) {
    const bool looksGuarded = cell.size() > 1 && cell.front() == u'\'' && QStringView(u"=+-@\t\r'").contains(cell.at(1));
    return looksGuarded ? u'\'' + cell : cell;
}

QString guardedCell(const QString &cell) {
    if (cell.isEmpty())
        return cell;
    const QChar first = cell.front();
    const bool dangerous = QStringView(u"=+-@\t\r").contains(first) && !((first == u'+' || first == u'-') && isNumber(cell));
    return dangerous ? u'\'' + cell : keptApostrophe(cell);
}

char16_t usualDelimiter(const QString &language) {
    const QString code = language.left(2);
    return code == QStringView(u"de") || code == QStringView(u"ru") || code == QStringView(u"sv") ? u';' : u',';
}

char16_t usualDelimiter(const QLocale &locale) { return locale.decimalPoint() == u',' ? u';' : u','; }

Result<void> CsvWriter::open() {
    if (!m_file.open(QIODevice::WriteOnly) || m_file.write("\xEF\xBB\xBF") != 3)
        return unwritable(m_file);
    return {};
}

Result<void> CsvWriter::writeRow(const QStringList &cells) {
    QString line;
    for (qsizetype i = 0; i < cells.size(); ++i) {
        if (i > 0)
            line += QChar(m_delimiter);
        QString cell = guardedCell(cells.at(i));
        const bool quoted = cell.contains(QChar(m_delimiter)) || cell.contains(u'"') || cell.contains(u'\n') ||
                            cell.contains(u'\r') || cell.startsWith(u' ') || cell.endsWith(u' ') ||
                            (cells.size() == 1 && cell.isEmpty());
        line += quoted ? u'"' + cell.replace(u'"', QStringLiteral("\"\"")) + u'"' : cell;
    }
    line += QStringLiteral("\r\n");
    const QByteArray bytes = line.toUtf8();
    return m_file.write(bytes) == bytes.size() ? Result<void>() : unwritable(m_file);
}

Result<void> CsvWriter::commit() { return m_file.commit() ? Result<void>() : unwritable(m_file); }

} // namespace kontor::exchange
