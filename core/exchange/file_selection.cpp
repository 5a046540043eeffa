#include "exchange/file_selection.h"

#include "exchange/csv_file.h"
#include "exchange/header_aliases.h"
#include "exchange/preset.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

#include <algorithm>

namespace kontor::exchange {

using namespace Qt::StringLiterals;

bool mayHoldTables(const QString &fileName) {
    static const QStringList suffixes{u"csv"_s,  u"tsv"_s, u"tab"_s, u"txt"_s,  u"xlsx"_s, u"xlsm"_s,
                                      u"xltx"_s, u"ods"_s, u"xls"_s, u"xml"_s,  u"vcf"_s,  u"vcard"_s,
                                      u"ldif"_s, u"ldi"_s, u"ics"_s, u"eml"_s, u"mbox"_s, u"json"_s, u"zip"_s};
    const QString name = fileName.section(u'/', -1);
    const bool isHidden = name.startsWith(u'.') || name.startsWith(u"~$"_s) || fileName.startsWith(u"__MACOSX/"_s);
    return !isHidden && suffixes.contains(name.section(u'.', -1).toLower());
}

bool isUnderstood(const Table &table, const HeaderAliases &aliases) {
    if (table.kind() || presetOf(table, {}))
        return true;
    if (isOtherTableOfPreset(table.titles()))
        return false;
    const int known = knownTitles(table.plainTitles(), aliases);
    return table.hasHeader() && known > 0 && known >= std::min(2, int(table.titles().size()));
}

Error nothingIn(const QString &folder) {
    return {Code::Invalid,
            QCoreApplication::translate("kontor::exchange",
                                        "The folder “%1” has no file that can be taken in. Nothing was taken in. "
                                        "Name the file, or the folder that the file is in.")
                .arg(folder),
            {},
            "file"};
}

Result<QList<TableSource>> tableSources(const QStringList &paths) {
    QList<TableSource> sources;
    for (const QString &path : paths) {
        if (!QFileInfo(path).isDir()) {
            sources << TableSource{path};
            continue;
        }
        const qsizetype before = sources.size();
        const QFileInfoList files = QDir(path).entryInfoList(QDir::Files | QDir::Readable, QDir::Name);
        for (const QFileInfo &file : files) {
            if (mayHoldTables(file.fileName()))
                sources << TableSource{file.filePath(), true};
        }
        if (sources.size() == before)
            return nothingIn(path);
    }
    return sources;
}

} // namespace kontor::exchange
