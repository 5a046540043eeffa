// Archives and workbooks made of texts, as small as a test needs them.
#pragma once

#include "import_fixture.h"

#include <QByteArray>

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

namespace kontor::exchange {

using ZipFiles = std::vector<std::pair<QByteArray, QByteArray>>; // name and content

inline quint32 crc32Of(const QByteArray &bytes) {
    static const std::array<quint32, 256> table = [] {
        std::array<quint32, 256> values{};
        for (quint32 i = 0; i < 256; ++i) {
            values[i] = i;
            for (int bit = 0; bit < 8; ++bit)
                values[i] = (values[i] >> 1) ^ (values[i] & 1 ? 0xEDB88320U : 0);
        }
        return values;
    }();
    quint32 crc = 0xFFFFFFFF;
    for (char byte : bytes)
        crc = (crc >> 8) ^ table[(crc ^ uchar(byte)) & 0xFF];
    return ~crc;
}

// A ZIP archive. `isEncrypted` only sets the flag that says so.
inline QByteArray zipOf(const ZipFiles &files, bool isEncrypted = false) {
    QByteArray bytes, directory;
    const auto number = [](QByteArray &to, quint32 value, int size) {
        for (int i = 0; i < size; ++i, value >>= 8)
            to += char(value & 0xFF);
    };
    for (const auto &[name, content] : files) {
        const QByteArray stream = qCompress(content, 6);
        const QByteArray packed = stream.mid(6, stream.size() - 10); // raw deflate: without Qt's length, zlib's head and checksum
        QByteArray head;
        number(head, isEncrypted ? 0x801 : 0x800, 2); // names are UTF-8
        number(head, 8, 2);                           // deflate
        number(head, 0x00210000, 4);                  // 1 January 1980
        number(head, crc32Of(content), 4);
        number(head, quint32(packed.size()), 4);
        number(head, quint32(content.size()), 4);
        number(head, quint32(name.size()), 2);
        number(head, 0, 2);
        directory += QByteArray("PK\x01\x02\x14\x00\x14\x00", 8) + head;
        number(directory, 0, 10);
        number(directory, quint32(bytes.size()), 4);
        directory += name;
        bytes += QByteArray("PK\x03\x04\x14\x00", 6) + head + name + packed;
    }
    QByteArray end("PK\x05\x06\0\0\0\0", 8);
    number(end, quint32(files.size()), 2);
    number(end, quint32(files.size()), 2);
    number(end, quint32(directory.size()), 4);
    number(end, quint32(bytes.size()), 4);
    number(end, 0, 2);
    return bytes + directory + end;
}

struct TestSheet {
    QByteArray name;
    QByteArray rows; // <row> elements
    QByteArray state = {};
};

struct TestWorkbook {
    std::vector<TestSheet> sheets;
    QByteArray sharedStrings = {}; // <si> elements
    QByteArray styles = {};        // what stands in <styleSheet>
    QByteArray properties = {};    // attributes of <workbookPr>
};

// The files of a workbook in Office Open XML, to be changed before zipOf() packs them.
inline ZipFiles xlsxFiles(const TestWorkbook &workbook) {
    const QByteArray space = "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
                     types = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    const auto relationship = [&](const QByteArray &id, const QByteArray &type, const QByteArray &target) {
        return "<Relationship Id=\"" + id + "\" Type=\"" + types + "/" + type + "\" Target=\"" + target + "\"/>";
    };
    const QByteArray relationships = "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">";
    QByteArray sheets, targets;
    ZipFiles files{{"[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>"}};
    for (size_t i = 0; i < workbook.sheets.size(); ++i) {
        const TestSheet &sheet = workbook.sheets[i];
        const QByteArray id = "rId" + QByteArray::number(int(i) + 1), file = "sheet" + QByteArray::number(int(i) + 1) + ".xml";
        sheets += "<sheet name=\"" + sheet.name + "\" r:id=\"" + id + "\"" +
                  (sheet.state.isEmpty() ? "" : " state=\"" + sheet.state + "\"") + "/>";
        targets += relationship(id, "worksheet", "worksheets/" + file);
        files.emplace_back("xl/worksheets/" + file,
                           "<worksheet xmlns=\"" + space + "\"><sheetData>" + sheet.rows + "</sheetData></worksheet>");
    }
    targets += relationship("strings", "sharedStrings", "sharedStrings.xml") + relationship("styles", "styles", "styles.xml");
    files.emplace_back("_rels/.rels",
                       relationships + relationship("rId1", "officeDocument", "xl/workbook.xml") + "</Relationships>");
    files.emplace_back("xl/_rels/workbook.xml.rels", relationships + targets + "</Relationships>");
    files.emplace_back("xl/workbook.xml", "<?xml version=\"1.0\" encoding=\"UTF-8\"?><workbook xmlns=\"" + space +
                                              "\" xmlns:r=\"" + types + "\"><workbookPr " + workbook.properties + "/><sheets>" +
                                              sheets + "</sheets></workbook>");
    files.emplace_back("xl/sharedStrings.xml", "<sst xmlns=\"" + space + "\">" + workbook.sharedStrings + "</sst>");
    files.emplace_back("xl/styles.xml", "<styleSheet xmlns=\"" + space + "\">" + workbook.styles + "</styleSheet>");
    return files;
}

inline QByteArray &fileIn(ZipFiles &files, const QByteArray &name) {
    return std::find_if(files.begin(), files.end(), [&](const auto &file) { return file.first == name; })->second;
}

// "<c><v>1</v></c>" for a number, a text in the cell for anything else; empty texts leave the cell out.
inline QByteArray xlsxRow(int number, const std::vector<QByteArray> &texts) {
    QByteArray row = "<row r=\"" + QByteArray::number(number) + "\">";
    for (size_t i = 0; i < texts.size(); ++i) {
        const QByteArray reference = QByteArray(1, char('A' + i)) + QByteArray::number(number);
        bool isNumber = false;
        texts[i].toDouble(&isNumber);
        if (isNumber)
            row += "<c r=\"" + reference + "\"><v>" + texts[i] + "</v></c>";
        else if (!texts[i].isEmpty())
            row += "<c r=\"" + reference + "\" t=\"inlineStr\"><is><t>" + texts[i] + "</t></is></c>";
    }
    return row + "</row>";
}

} // namespace kontor::exchange
