#include "exchange/shared_strings.h"

#include "exchange/sheet_rows.h"

#include <QCoreApplication>

namespace kontor::exchange {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kMostText = qsizetype(512) << 20;

Error tooMuch(const char *sentence) {
    return {Code::Invalid, QCoreApplication::translate("kontor::exchange", sentence), {}, "file"};
}

} // namespace

Result<void> SharedStrings::read(XmlSource &source) {
    while (true) {
        TRY(token, source.nextToken());
        if (token == QXmlStreamReader::EndDocument)
            return {};
        if (token != QXmlStreamReader::StartElement || source.name() != u"si")
            continue;
        TRY(text, readRichText(source));
        m_text += text.toUtf8();
        if (m_text.size() > kMostText)
            return tooMuch(QT_TRANSLATE_NOOP("kontor::exchange",
                                             "The workbook has more than 512 MB of text. Nothing was taken in. Save "
                                             "the sheet as CSV."));
        m_ends.push_back(quint32(m_text.size()));
    }
}

QString SharedStrings::at(qint64 index) const {
    if (index < 0 || index >= count())
        return {};
    const qsizetype begin = index == 0 ? 0 : qsizetype(m_ends[size_t(index) - 1]);
    return QString::fromUtf8(m_text.constData() + begin, qsizetype(m_ends[size_t(index)]) - begin);
}

Result<QString> readRichText(XmlSource &source) {
    QString text;
    int depth = 1, phonetic = 0, inText = 0; // the depth at which it began, 0: not inside one
    while (depth > 0) {
        TRY(token, source.nextToken());
        if (token == QXmlStreamReader::StartElement) {
            ++depth;
            if (source.name() == u"rPh" && phonetic == 0)
                phonetic = depth;
            else if (source.name() == u"t" && inText == 0)
                inText = depth;
        } else if (token == QXmlStreamReader::EndElement) {
            phonetic = phonetic == depth ? 0 : phonetic;
            inText = inText == depth ? 0 : inText;
            --depth;
        } else if (token == QXmlStreamReader::Characters && inText > 0 && phonetic == 0) {
            text += source.reader().text();
            if (text.size() > kLongestCell)
                return tooMuch(QT_TRANSLATE_NOOP("kontor::exchange",
                                                 "A cell of the workbook has more than 131,072 characters. Nothing was "
                                                 "taken in. Shorten it, or save the sheet as CSV."));
        } else if (token == QXmlStreamReader::EndDocument) {
            break;
        }
    }
    return unescapedText(text);
}

QString unescapedText(QString text) {
    for (qsizetype at = text.indexOf(u"_x"_s); at >= 0; at = text.indexOf(u"_x"_s, at + 1)) {
        bool isCode = false;
        const uint code =
            at + 6 < text.size() && text.at(at + 6) == u'_' ? QStringView(text).mid(at + 2, 4).toUInt(&isCode, 16) : 0;
        if (isCode)
            text.replace(at, 7, code == 0 ? QString() : QString(QChar(char16_t(code))));
    }
    return text;
}

} // namespace kontor::exchange
