// The texts that the cells of an XLSX workbook share: kept as one block, because there can be millions.
#pragma once

#include "base/result.h"
#include "exchange/xml_source.h"

#include <QByteArray>
#include <QString>

#include <vector>

namespace kontor::exchange {

class SharedStrings {
public:
    // Errors: Invalid (damaged, or more than 512 MB of text).
    Result<void> read(XmlSource &source);
    qint64 count() const { return qint64(m_ends.size()); }
    QString at(qint64 index) const; // empty where there is none

private:
    QByteArray m_text; // UTF-8, one after another
    std::vector<quint32> m_ends;
};

// The text of the element that has just begun, to its end: its runs joined, without the pronunciation that stands above them in Japan.
Result<QString> readRichText(XmlSource &source);
// "_x000D_" as the character that it stands for.
QString unescapedText(QString text);

} // namespace kontor::exchange
