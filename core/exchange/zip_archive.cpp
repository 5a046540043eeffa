#include "exchange/zip_archive.h"

#include "exchange/file_access.h"

#include <zip.h>

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

#include <algorithm>

namespace kontor::exchange {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kMostEntries = 20'000;
constexpr qint64 kLargestEntry = qint64(4) << 30;
constexpr qint64 kLargestTotal = qint64(8) << 30;
constexpr qint64 kSuspiciousSize = 32 << 20; // below it nothing is asked about the ratio
constexpr qint64 kMostPerPackedByte = 200;   // sheets unpack to 5 to 60 times their size, a bomb to 1,000 times

QString tr(const char *text) { return QCoreApplication::translate("kontor::exchange", text); }

QByteArray encodedPath(const QString &path) {
#ifdef Q_OS_WIN
    return path.toUtf8(); // what libzip takes there
#else
    return QFile::encodeName(path);
#endif
}

// One file of the archive, unpacked while it is read.
class ZipStream final : public QIODevice {
public:
    ZipStream(std::shared_ptr<ZipArchive> archive, zip_file *file, qint64 size)
        : m_archive(std::move(archive)), m_file(file), m_size(size) {
        open(QIODevice::ReadOnly | QIODevice::Unbuffered);
    }
    ~ZipStream() override { zip_fclose(m_file); }

    bool isSequential() const override { return true; }
    qint64 size() const override { return m_size; }

protected:
    qint64 readData(char *data, qint64 most) override {
        most = std::min(most, m_size - m_given);
        if (most <= 0)
            return m_given >= m_size ? -1 : 0;
        const zip_int64_t got = zip_fread(m_file, data, zip_uint64_t(most));
        if (got < 0)
            setErrorString(QString::fromUtf8(zip_file_strerror(m_file)));
        m_given += std::max<qint64>(0, got);
        const bool isGood = got > 0 && (m_given < m_size || isWhole());
        return isGood ? got : -1;
    }
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    // Nothing follows what the archive said there is; only then libzip compares the checksum.
    bool isWhole() {
        char next = 0;
        return zip_fread(m_file, &next, 1) == 0;
    }

    std::shared_ptr<ZipArchive> m_archive;
    zip_file *m_file;
    qint64 m_size;
    qint64 m_given = 0;
};

} // namespace

Result<std::shared_ptr<ZipArchive>> ZipArchive::open(const QString &path) {
    const QString fileName = QFileInfo(path).fileName();
    int problem = 0;
    zip *opened = zip_open(encodedPath(path).constData(), ZIP_RDONLY, &problem);
    if (!opened) {
        if (problem == ZIP_ER_OPEN || problem == ZIP_ER_READ || problem == ZIP_ER_NOENT)
            return unreadable(path, u"libzip %1"_s.arg(problem));
        return ZipArchive(nullptr, fileName).damaged(u"libzip %1"_s.arg(problem));
    }
    std::shared_ptr<ZipArchive> archive(new ZipArchive(opened, fileName));
    TRY_VOID(archive->list());
    return archive;
}

ZipArchive::~ZipArchive() {
    if (m_archive)
        zip_discard(m_archive);
}

Error ZipArchive::damaged(const QString &detail) const {
    return {Code::Invalid,
            tr("“%1” is not complete or damaged. Nothing was taken in. Export or download it once more.").arg(m_fileName), detail,
            "file"};
}

Result<void> ZipArchive::list() {
    const zip_int64_t count = zip_get_num_entries(m_archive, 0);
    qint64 total = 0;
    bool isSuspicious = count > kMostEntries;
    for (zip_int64_t i = 0; i < count && !isSuspicious; ++i) {
        zip_stat_t stat;
        zip_stat_init(&stat);
        if (zip_stat_index(m_archive, zip_uint64_t(i), ZIP_FL_ENC_GUESS, &stat) != 0)
            return damaged(QString::fromUtf8(zip_strerror(m_archive)));
        QString name = QString::fromUtf8(stat.name).replace(u'\\', u'/');
        const bool isLarge = stat.size > zip_uint64_t(kLargestEntry);
        const qint64 size = isLarge ? kLargestEntry : qint64(stat.size);
        const qint64 packed = qint64(std::min<zip_uint64_t>(stat.comp_size, zip_uint64_t(kLargestEntry)));
        total += size;
        isSuspicious = isLarge || total > kLargestTotal || (size > kSuspiciousSize && size / kMostPerPackedByte > packed);
        m_entries << Entry{name, size, name.endsWith(u'/'), stat.encryption_method != ZIP_EM_NONE};
    }
    if (isSuspicious)
        return Error{
            Code::Invalid,
            tr("“%1” would unpack to more than any real export does (at most %2 files, 4 GB each, 8 GB together and 200 times "
               "their packed size). Nothing was taken in. Unpack it yourself and take in the tables one by one.")
                .arg(m_fileName)
                .arg(kMostEntries),
            {},
            "file"};
    return {};
}

int ZipArchive::find(QStringView name) const {
    while (name.startsWith(u'/'))
        name = name.mid(1);
    const auto found = std::find_if(m_entries.cbegin(), m_entries.cend(),
                                    [name](const Entry &entry) { return entry.name.compare(name, Qt::CaseInsensitive) == 0; });
    return found == m_entries.cend() ? -1 : int(found - m_entries.cbegin());
}

Result<std::unique_ptr<QIODevice>> ZipArchive::read(int entry) {
    if (m_entries.at(entry).isEncrypted)
        return Error{
            Code::Invalid,
            tr("“%1” is protected by a password. Nothing was taken in. Unpack it with the password, or export it without one.")
                .arg(m_fileName),
            {},
            "file"};
    zip_file *file = zip_fopen_index(m_archive, zip_uint64_t(entry), 0);
    if (!file)
        return damaged(QString::fromUtf8(zip_strerror(m_archive)));
    return std::unique_ptr<QIODevice>(std::make_unique<ZipStream>(shared_from_this(), file, m_entries.at(entry).size));
}

bool isZip(const QString &path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) && file.read(4) == QByteArray("PK\x03\x04", 4);
}

} // namespace kontor::exchange
