#include "exchange/file_kind.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace kontor::exchange {

namespace {

constexpr qsizetype kFewNoise = 5;     // such characters stray into honest files
constexpr qsizetype kTextOfNoise = 33; // one of so many is too much

struct Kind {
    QByteArrayView head;
    const char *message;
};

constexpr const char *kOldWorkbook = QT_TRANSLATE_NOOP(
    "kontor::exchange",
    "“%1” is an old Excel workbook, which cannot be read. Nothing was taken in. Open it in its own program and save it as *.xlsx or CSV.");

const std::array<Kind, 17> kKinds{{
    {QByteArrayView("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8),
     QT_TRANSLATE_NOOP("kontor::exchange",
                       "“%1” is an old Excel workbook or is protected by a password, so it cannot be read. Nothing was taken in. "
                       "Open it in its own program and save it without a password as *.xlsx or CSV.")},
    {QByteArrayView("\x09\x00\x04\x00", 4), kOldWorkbook},
    {QByteArrayView("\x09\x02\x06\x00", 4), kOldWorkbook},
    {QByteArrayView("\x09\x04\x06\x00", 4), kOldWorkbook},
    {QByteArrayView("PK\x03\x04", 4),
     QT_TRANSLATE_NOOP(
         "kontor::exchange",
         "“%1” is a workbook or an archive, not a text table. Nothing was taken in. Unpack it, or save the sheet as CSV.")},
    {QByteArrayView("PK\x05\x06", 4), QT_TRANSLATE_NOOP("kontor::exchange", "“%1” is an empty archive. Nothing was taken in.")},
    {QByteArrayView("%PDF-", 5),
     QT_TRANSLATE_NOOP("kontor::exchange",
                       "“%1” is a PDF document, not a table. Nothing was taken in. Ask the program that made it for CSV.")},
    {QByteArrayView("{\\rtf", 5),
     QT_TRANSLATE_NOOP("kontor::exchange",
                       "“%1” is a text document, not a table. Nothing was taken in. Save the table in it as CSV.")},
    {QByteArrayView("\x1F\x8B", 2),
     QT_TRANSLATE_NOOP("kontor::exchange", "“%1” is compressed. Nothing was taken in. Unpack it first.")},
    {QByteArrayView("7z\xBC\xAF", 4),
     QT_TRANSLATE_NOOP("kontor::exchange", "“%1” is compressed. Nothing was taken in. Unpack it first.")},
    {QByteArrayView("Rar!", 4),
     QT_TRANSLATE_NOOP("kontor::exchange", "“%1” is compressed. Nothing was taken in. Unpack it first.")},
    {QByteArrayView("SQLite format 3", 15),
     QT_TRANSLATE_NOOP("kontor::exchange",
                       "“%1” is a database, not a table. Nothing was taken in. If it is a Kontor base, open it.")},
    {QByteArrayView("\x89PNG", 4), QT_TRANSLATE_NOOP("kontor::exchange", "“%1” is a picture. Nothing was taken in.")},
    {QByteArrayView("\xFF\xD8\xFF", 3), QT_TRANSLATE_NOOP("kontor::exchange", "“%1” is a picture. Nothing was taken in.")},
    {QByteArrayView("-----BEGIN PGP", 14),
     QT_TRANSLATE_NOOP("kontor::exchange", "“%1” is encrypted. Nothing was taken in. Decrypt it first.")},
    {QByteArrayView("Salted__", 8),
     QT_TRANSLATE_NOOP("kontor::exchange", "“%1” is encrypted. Nothing was taken in. Decrypt it first.")},
    {QByteArrayView("age-encryption.org/", 19),
     QT_TRANSLATE_NOOP("kontor::exchange", "“%1” is encrypted. Nothing was taken in. Decrypt it first.")},
}};

// A first line that is one tag: XML without its declaration. Titles in angle brackets have a delimiter between them.
bool isTagAlone(const QByteArray &text) {
    const QByteArray line = text.left(text.indexOf('\n')).trimmed();
    return line.size() > 2 && line.startsWith('<') && line.endsWith('>') && line.count('<') == 1 && line.count('>') == 1;
}

bool isMarkup(const QByteArray &head) {
    const QByteArray text = head.trimmed().left(16).toLower();
    return text.startsWith("<?xml") || text.startsWith("<!doctype") || text.startsWith("<html") || isTagAlone(head.trimmed());
}

bool isJson(const QByteArray &text) {
    QByteArray start = text.left(64).simplified();
    start.replace(' ', "");
    return start.startsWith("{\"") || start.startsWith("[{") || start == "{}" || start == "[]";
}

} // namespace

Result<void> refuseOtherKinds(const QByteArray &head, const QString &fileName) {
    for (const Kind &kind : kKinds) {
        if (head.startsWith(kind.head))
            return Error{Code::Invalid, QCoreApplication::translate("kontor::exchange", kind.message).arg(fileName), {}, "file"};
    }
    const QByteArray text = head.startsWith("\xEF\xBB\xBF") ? head.mid(3) : head;
    if (isMarkup(text))
        return Error{
            Code::Invalid,
            QCoreApplication::translate("kontor::exchange",
                                        "“%1” is an XML or web page, not a table. Nothing was taken in. Save the table as CSV.")
                .arg(fileName),
            {},
            "file"};
    if (isJson(text))
        return Error{Code::Invalid,
                     QCoreApplication::translate("kontor::exchange",
                                                 "“%1” is JSON, not a table. Nothing was taken in. A whole base that "
                                                 "Kontor wrote is taken in by itself; save anything else as CSV.")
                         .arg(fileName),
                     {},
                     "file"};
    return {};
}

Result<void> refuseNoise(QStringView text, const QString &fileName) {
    const auto isNoise = [](QChar letter) {
        return letter.unicode() < 0x20 && letter != u'\t' && letter != u'\n' && letter != u'\r' && letter != u'\f' && letter != u'\v';
    };
    const qsizetype noise = std::count_if(text.cbegin(), text.cend(), isNoise);
    if (noise < kFewNoise || noise * kTextOfNoise < text.size())
        return {};
    return Error{Code::Invalid,
                 QCoreApplication::translate("kontor::exchange",
                                             "“%1” is no text that could hold a table: it is damaged, or of another kind. Nothing was "
                                             "taken in. Save it as CSV or XLSX in the program that it comes from.")
                     .arg(fileName),
                 {},
                 "file"};
}

} // namespace kontor::exchange
