#include "exchange/xlsx_parts.h"

#include <QCoreApplication>
#include <QUrl>

namespace kontor::exchange {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kMostSheets = 4'096;
constexpr qsizetype kMostStyles = 100'000; // Excel itself has at most 65,490

QString tr(const char *text) { return QCoreApplication::translate("kontor::exchange", text); }

struct Relationship {
    QString type; // its last word: worksheet, styles
    int entry = -1;
    QString name; // of the part, as it is written
};
using Relationships = QHash<QString, Relationship>; // by id

// "worksheets/sheet1.xml" beside "xl/workbook.xml" is "xl/worksheets/sheet1.xml"; with a slash before it, it is whole already.
QString resolved(const QString &part, QString target) {
    target.replace(u'\\', u'/');
    if (target.startsWith(u'/'))
        return target.mid(1);
    QStringList folders = part.split(u'/');
    folders.removeLast();
    for (const QString &step : target.split(u'/')) {
        if (step == u".."_s) {
            if (!folders.isEmpty())
                folders.removeLast();
        } else if (step != u"."_s) {
            folders << step;
        }
    }
    return folders.join(u'/');
}

Result<Relationships> relationshipsOf(const std::shared_ptr<ZipArchive> &archive, const QString &part) {
    Relationships relationships;
    const QString folder = part.contains(u'/') ? part.section(u'/', 0, -2) + u'/' : QString();
    const int entry = archive->find(folder + u"_rels/"_s + part.section(u'/', -1) + u".rels"_s);
    if (entry < 0)
        return relationships;
    TRY(source, openPart(archive, entry));
    while (true) {
        TRY(event, source->next());
        if (event == XmlSource::Event::Finished)
            return relationships;
        if (event != XmlSource::Event::Begin || source->name() != u"Relationship")
            continue;
        const QXmlStreamAttributes attributes = source->reader().attributes();
        if (attributes.value(u"TargetMode"_s) == u"External")
            continue;
        const QString target = attributes.value(u"Target"_s).toString();
        QString name = resolved(part, target);
        int found = archive->find(name);
        if (found < 0)
            found = archive->find(name = resolved(part, QUrl::fromPercentEncoding(target.toUtf8())));
        relationships.insert(attributes.value(u"Id"_s).toString(),
                             {attributes.value(u"Type"_s).toString().section(u'/', -1), found, name});
        if (relationships.size() > 4 * kMostSheets)
            return archive->damaged(u"relationships"_s);
    }
}

// The attribute r:id, whatever its prefix.
QString relationshipId(const QXmlStreamAttributes &attributes) {
    for (const QXmlStreamAttribute &attribute : attributes) {
        if (attribute.name() == u"id" && !attribute.namespaceUri().isEmpty())
            return attribute.value().toString();
    }
    return {};
}

bool isTrue(QStringView text) { return text == u"1" || text == u"true"; }

Result<void> readWorkbook(XlsxParts &parts, int entry, const Relationships &relationships) {
    TRY(source, openPart(parts.archive, entry));
    while (true) {
        TRY(event, source->next());
        if (event == XmlSource::Event::Finished)
            return {};
        if (event != XmlSource::Event::Begin)
            continue;
        const QXmlStreamAttributes attributes = source->reader().attributes();
        if (source->name() == u"workbookPr") {
            parts.from1904 = isTrue(attributes.value(u"date1904"_s));
        } else if (source->name() == u"sheet") {
            const Relationship sheet = relationships.value(relationshipId(attributes));
            if (sheet.type != u"worksheet"_s || sheet.entry < 0) // a chart, a dialog, a macro
                continue;
            const QStringView state = attributes.value(u"state"_s);
            parts.sheets << SheetInfo{attributes.value(u"name"_s).toString(), state == u"hidden" || state == u"veryHidden",
                                      state == u"veryHidden"};
            parts.entries << sheet.entry;
            if (parts.sheets.size() > kMostSheets)
                return parts.archive->damaged(u"sheets"_s);
        }
    }
}

Result<void> readStyles(XlsxParts &parts, int entry) {
    TRY(source, openPart(parts.archive, entry));
    QHash<int, NumberFormat> custom;
    bool isInCells = false;
    while (true) {
        TRY(event, source->next());
        if (event == XmlSource::Event::Finished)
            return {};
        if (source->name() == u"cellXfs") {
            isInCells = event == XmlSource::Event::Begin;
        } else if (event == XmlSource::Event::Begin) {
            const QXmlStreamAttributes attributes = source->reader().attributes();
            const int id = attributes.value(u"numFmtId"_s).toInt();
            if (source->name() == u"numFmt") {
                custom.insert(id, numberFormat(attributes.value(u"formatCode"_s).toString()));
            } else if (source->name() == u"xf" && isInCells) {
                parts.formats << (custom.contains(id) ? custom.value(id) : builtInNumberFormat(id));
            }
            if (parts.formats.size() > kMostStyles || custom.size() > kMostStyles)
                return parts.archive->damaged(u"styles"_s);
        }
    }
}

Error otherDocument(const ZipArchive &archive, const QString &part) {
    const char *sentence =
        part.endsWith(u".bin"_s, Qt::CaseInsensitive)
            ? QT_TRANSLATE_NOOP(
                  "kontor::exchange",
                  "“%1” is a binary workbook, which cannot be read. Nothing was taken in. Save it as *.xlsx or CSV.")
            : QT_TRANSLATE_NOOP(
                  "kontor::exchange",
                  "“%1” is a document without sheets. Nothing was taken in. Save the table in it as *.xlsx or CSV.");
    return {Code::Invalid, tr(sentence).arg(archive.fileName()), {}, "file"};
}

} // namespace

Result<std::unique_ptr<XmlSource>> openPart(const std::shared_ptr<ZipArchive> &archive, int entry) {
    TRY(device, archive->read(entry));
    return XmlSource::over(std::move(device), archive->fileName());
}

Result<std::shared_ptr<const XlsxParts>> readXlsxParts(const std::shared_ptr<ZipArchive> &archive) {
    auto parts = std::make_shared<XlsxParts>();
    parts->archive = archive;
    TRY(ofPackage, relationshipsOf(archive, QString()));
    Relationship workbook{{}, archive->find(u"xl/workbook.xml"), u"xl/workbook.xml"_s};
    for (const Relationship &relationship : std::as_const(ofPackage)) {
        if (relationship.type == u"officeDocument"_s && relationship.entry >= 0)
            workbook = relationship;
    }
    if (workbook.entry < 0)
        return archive->damaged(u"no workbook"_s);
    if (workbook.name.endsWith(u".bin"_s, Qt::CaseInsensitive))
        return otherDocument(*archive, workbook.name);
    TRY(relationships, relationshipsOf(archive, workbook.name));
    TRY_VOID(readWorkbook(*parts, workbook.entry, relationships));
    if (parts->sheets.isEmpty())
        return otherDocument(*archive, workbook.name);
    for (const Relationship &relationship : std::as_const(relationships)) {
        if (relationship.entry < 0)
            continue;
        if (relationship.type == u"styles"_s) {
            TRY_VOID(readStyles(*parts, relationship.entry));
        } else if (relationship.type == u"sharedStrings"_s) {
            TRY(source, openPart(archive, relationship.entry));
            TRY_VOID(parts->strings.read(*source));
        }
    }
    return std::shared_ptr<const XlsxParts>(std::move(parts));
}

} // namespace kontor::exchange
