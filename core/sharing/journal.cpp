#include "sharing/journal.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QUrl>
#include <QtEndian>

namespace kontor::sharing {

using namespace Qt::StringLiterals;

namespace {

const QByteArray kMagic = QByteArrayLiteral("\xC5KJ1");
constexpr auto kSuffix = ".kontor-journal"_L1;
constexpr qsizetype kSumSize = 8;
constexpr qsizetype kHeadSize = 4 + 4 + 8 + 3 * 8 + 2 * kSumSize; // magic, kind, length, three numbers, sums of payload and head
constexpr qint64 kLargestPayload = qint64(1) << 30;

QByteArray sumOf(QByteArrayView bytes) {
    QCryptographicHash hash(QCryptographicHash::Blake2b_160);
    hash.addData(bytes);
    return hash.result().left(kSumSize);
}

void add(QByteArray &bytes, qint64 number) {
    char eight[8];
    qToLittleEndian(number, eight);
    bytes.append(eight, sizeof eight);
}

void add(QByteArray &bytes, const JournalRecord &record) {
    QByteArray head = kMagic;
    head.append(char(record.head.kind));
    head.append(3, '\0');
    add(head, qint64(record.payload.size()));
    for (const qint64 number : {record.head.operation, record.head.firstSeq, record.head.lastSeq})
        add(head, number);
    head += sumOf(record.payload);
    head += sumOf(head);
    bytes += head + record.payload;
}

struct Head {
    JournalHead said;
    qint64 size = 0; // of the payload
    QByteArray payloadSum;
};

std::optional<Head> headFrom(const QByteArray &bytes) {
    const QByteArrayView summed = QByteArrayView(bytes).first(qMin(bytes.size(), kHeadSize - kSumSize));
    if (bytes.size() < kHeadSize || !bytes.startsWith(kMagic) || sumOf(summed) != bytes.sliced(kHeadSize - kSumSize, kSumSize))
        return std::nullopt;
    const auto number = [&bytes](int place) { return qFromLittleEndian<qint64>(bytes.constData() + 8 + 8 * place); };
    const Head head{{JournalKind(bytes[4]), number(1), number(2), number(3)}, number(0), bytes.sliced(40, kSumSize)};
    return head.size >= 0 && head.size <= kLargestPayload ? std::optional(head) : std::nullopt;
}

// Goes through one file; where something is broken, to the next place that looks like a record.
class Scan {
public:
    Scan(const QString &path, JournalCheck check) : m_file(path), m_check(check) {}

    JournalContents run() {
        // A buffer would read thousands of bytes behind each head, which are passed over.
        if (!m_file.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
            return {};
        for (qint64 at = 0; at < m_file.size();)
            at = take(at);
        // A head alone does not tell whether the last record was written to its end.
        if (m_check == JournalCheck::Heads && !m_contents.records.isEmpty() && !isWhole(m_contents.records.size() - 1))
            (void)drop();
        m_contents.damagedBytes = m_file.size() - m_goodBytes;
        return m_contents;
    }

private:
    // Returns where to go on.
    qint64 take(qint64 at) {
        const auto head = headFrom(readAt(at, kHeadSize));
        if (head && at + kHeadSize + head->size <= m_file.size()) {
            m_contents.records.append({head->said, m_file.fileName(), at + kHeadSize, head->size});
            m_sums << head->payloadSum;
            m_goodBytes += kHeadSize + head->size;
            if (m_check == JournalCheck::Heads || isWhole(m_contents.records.size() - 1))
                return at + kHeadSize + head->size;
            return nextMagic(drop() + 1);
        }
        // The record before may have been cut short, and this one begins inside what it said to be its own.
        if (const qsizetype last = m_contents.records.size() - 1; last >= 0 && m_verified <= last && !isWhole(last))
            return nextMagic(drop() + 1);
        return nextMagic(at + 1);
    }

    bool isWhole(qsizetype index) {
        const JournalPlace &place = m_contents.records[index];
        m_verified = index + 1;
        return sumOf(readAt(place.offset, place.size)) == m_sums[index];
    }

    qint64 drop() {
        const JournalPlace place = m_contents.records.takeLast();
        m_sums.removeLast();
        m_goodBytes -= kHeadSize + place.size;
        return place.offset - kHeadSize;
    }

    qint64 nextMagic(qint64 from) {
        constexpr qint64 kChunk = 1 << 16;
        for (qint64 at = from; at < m_file.size(); at += kChunk - kMagic.size() + 1)
            if (const qsizetype found = readAt(at, kChunk).indexOf(kMagic); found >= 0)
                return at + found;
        return m_file.size();
    }

    QByteArray readAt(qint64 at, qint64 size) { return m_file.seek(at) ? m_file.read(size) : QByteArray(); }

    QFile m_file;
    JournalCheck m_check;
    JournalContents m_contents;
    QByteArrayList m_sums; // of the payloads
    qsizetype m_verified = 0;
    qint64 m_goodBytes = 0;
};

Error notWritten(const QString &detail) {
    return Error{Code::Full,
                 QCoreApplication::translate("kontor::sharing", "The journal on this computer cannot be written. Make room on its "
                                                                "disk; until then only the backups protect what you enter."),
                 detail, QByteArray()};
}

} // namespace

Journal::Journal(QString folder, const QString &owner)
    : m_folder(std::move(folder)),
      m_name(QString::fromLatin1(QUrl::toPercentEncoding(owner)) + u'.'),
      m_today([] { return QDateTime::currentDateTimeUtc().date(); }) {}

QStringList Journal::files() const {
    QStringList paths = journalFilesIn(m_folder);
    paths.removeIf([this](const QString &path) { return !QFileInfo(path).fileName().startsWith(m_name); });
    return paths;
}

// The newest stays, however old it is: its last mark says from where on something may be missing.
void Journal::removeOld(QDate today) const {
    const QString oldest = m_name + today.addDays(-kJournalDays).toString(u"yyyyMMdd"_s) + kSuffix;
    QStringList paths = files();
    while (paths.size() > 1 && QFileInfo(paths.first()).fileName() < oldest)
        QFile::remove(paths.takeFirst());
}

Result<void> Journal::openToday() {
    const QDate today = m_today();
    if (m_file && m_day == today)
        return {};
    QString problem;
    QDir().mkpath(m_folder);
    m_file = AppendFile::open(QDir(m_folder).filePath(m_name + today.toString(u"yyyyMMdd"_s) + kSuffix), problem);
    if (!m_file)
        return notWritten(problem);
    m_day = today;
    removeOld(today);
    return {};
}

Result<void> Journal::append(const QList<JournalRecord> &records) {
    TRY_VOID(openToday());
    QByteArray bytes;
    for (const JournalRecord &record : records)
        add(bytes, record);
    if (m_file->append(bytes))
        return {};
    m_file.reset();
    return notWritten(u"append"_s);
}

QStringList journalFilesIn(const QString &folder) {
    QStringList paths;
    for (const QString &name : QDir(folder).entryList({u'*' + QString(kSuffix)}, QDir::Files, QDir::Name))
        paths << QDir(folder).filePath(name);
    return paths;
}

JournalContents readJournal(const QString &file, JournalCheck check) { return Scan(file, check).run(); }

Result<QByteArray> payloadAt(const JournalPlace &place) {
    QFile file(place.file);
    QByteArray payload;
    QByteArray head;
    if (file.open(QIODevice::ReadOnly) && file.seek(place.offset - kHeadSize)) {
        head = file.read(kHeadSize);
        payload = file.read(place.size);
    }
    if (const auto read = headFrom(head); read && payload.size() == place.size && sumOf(payload) == read->payloadSum)
        return payload;
    return Error{Code::Corrupt,
                 QCoreApplication::translate("kontor::sharing", "A part of the journal “%1” cannot be read.").arg(place.file),
                 u"offset %1"_s.arg(place.offset), QByteArray()};
}

} // namespace kontor::sharing
