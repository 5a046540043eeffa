// Archives and workbooks made of texts, as small as a test needs them.
#pragma once

#include "import_fixture.h"
#include "support/zip_writer.h"

#include <QByteArray>

#include <algorithm>
#include <vector>

namespace kontor::exchange {

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
