#include "exchange/archive_file.h"

#include "exchange/file_selection.h"
#include "exchange/sheet_file.h"

#include <QCoreApplication>
#include <QFile>
#include <QTemporaryDir>

namespace kontor::exchange {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kChunk = 256 * 1024;

QString tr(const char *text) { return QCoreApplication::translate("kontor::exchange", text); }

// A table of a file in the archive: the table itself, under the file's name. It keeps the folder with the unpacked files.
class MemberTable final : public Table {
public:
    MemberTable(std::unique_ptr<Table> table, const QString &member, std::shared_ptr<QTemporaryDir> folder)
        : m_folder(std::move(folder)),
          m_table(std::move(table)),
          m_name(m_table->name().isEmpty() ? member : member + u" / "_s + m_table->name()) {
        m_titles = m_table->titles();
        m_hasHeader = m_table->hasHeader();
        m_firstRows = m_table->firstRows();
    }

    const QStringList &plainTitles() const override { return m_table->plainTitles(); }
    QString name() const override { return m_name; }
    std::optional<FileKind> kind() const override { return m_table->kind(); }
    bool idsAreOfAddressBook() const override { return m_table->idsAreOfAddressBook(); }
    QByteArray charset() const override { return m_table->charset(); }
    char16_t delimiter() const override { return m_table->delimiter(); }
    qint64 size() const override { return m_table->size(); }
    qint64 bytesRead() const override { return m_table->bytesRead(); }
    Result<void> rewind() override { return m_table->rewind(); }
    Result<bool> next(TableRecord &record) override { return m_table->next(record); }

private:
    std::shared_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Table> m_table;
    QString m_name;
};

Error noRoom(const ZipArchive &archive, const QString &detail) {
    return {
        Code::Full,
        tr("There is no room to unpack “%1”. Nothing was taken in. Make room on this computer's drive.").arg(archive.fileName()),
        detail, "file"};
}

// The whole entry or an error: an entry that ends early is damaged.
Result<void> unpack(ZipArchive &archive, int entry, const QString &path) {
    TRY(stream, archive.read(entry));
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return noRoom(archive, file.errorString());
    for (QByteArray bytes = stream->read(kChunk); !bytes.isEmpty(); bytes = stream->read(kChunk)) {
        if (file.write(bytes) != bytes.size())
            return noRoom(archive, file.errorString());
    }
    if (!file.flush())
        return noRoom(archive, file.errorString());
    if (file.size() != archive.entries().at(entry).size)
        return archive.damaged(stream->errorString());
    return {};
}

bool isArchiveOfFiles(const QString &path) {
    if (!isZip(path))
        return false;
    auto archive = ZipArchive::open(path);
    return archive && !isWorkbook(**archive);
}

struct Members {
    FileTables understood;
    std::vector<std::unique_ptr<Table>> others; // whose titles say nothing
};

Result<void> addMember(Members &members, const QString &name, const QString &path, const std::shared_ptr<QTemporaryDir> &folder,
                       const TableOptions &options, const HeaderAliases &aliases) {
    auto file = isArchiveOfFiles(path) ? Result<FileTables>(FileTables{}) : openTables(path, options, aliases);
    if (!file && file.error().code != Code::Invalid)
        return file.error();
    if (!file || file->tables.empty()) { // a picture that calls itself a table, a workbook with a password
        members.understood.others << name;
        QFile::remove(path);
        return {};
    }
    for (std::unique_ptr<Table> &table : file->tables) {
        auto &place = isUnderstood(*table, aliases) ? members.understood.tables : members.others;
        place.push_back(std::make_unique<MemberTable>(std::move(table), name, folder));
    }
    for (const QString &other : std::as_const(file->others))
        members.understood.others << name + u" / "_s + other;
    return {};
}

} // namespace

Result<FileTables> openArchive(const std::shared_ptr<ZipArchive> &archive, const TableOptions &options,
                               const HeaderAliases &aliases) {
    const auto folder = std::make_shared<QTemporaryDir>();
    if (!folder->isValid())
        return noRoom(*archive, folder->errorString());
    Members members;
    for (int i = 0; i < archive->entries().size(); ++i) {
        const ZipArchive::Entry &entry = archive->entries().at(i);
        if (entry.isFolder || entry.size == 0)
            continue;
        if (!mayHoldTables(entry.name)) {
            members.understood.others << entry.name;
            continue;
        }
        const QString path = folder->filePath(QString::number(i)); // the name in the archive could lead anywhere
        TRY_VOID(unpack(*archive, i, path));
        TRY_VOID(addMember(members, entry.name, path, folder, options, aliases));
    }
    if (members.understood.tables.empty() && members.others.size() == 1)
        members.understood.tables = std::move(members.others);
    else
        for (const auto &table : members.others)
            members.understood.others << table->name();
    if (members.understood.tables.empty())
        return Error{Code::Invalid,
                     tr("“%1” holds no table whose titles are understood. Nothing was taken in. Unpack it and take in the files "
                        "one by one.")
                         .arg(archive->fileName()),
                     members.understood.others.join(u", "_s), "file"};
    return std::move(members.understood);
}

} // namespace kontor::exchange
