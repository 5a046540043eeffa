#include "customers/kept_values.h"

#include "base/fold.h"
#include "db/id_list.h"

#include <QDataStream>
#include <QDir>
#include <QFile>

#include <cstring>

namespace kontor {

using namespace Qt::StringLiterals;

namespace {

constexpr quint32 kMagic = 0x4B56414C; // "KVAL"
constexpr qint32 kFormat = 1;

// The beginning of a file; what follows are the runs, the values, the owners, the ends of the texts, and the texts.
struct Header {
    ChangeCursor cursor;
    quint64 sum = 0; // of all that follows
    qint64 runs = 0;
    qint64 values = 0;
    qint64 owners = 0;
    qint64 texts = 0;
    qint64 bytes = 0;
    qint64 arranged = 0;

    qint64 bodySize() const { return runs * 16 + values * 8 + (owners + texts) * 4 + bytes; }
};

// What a file must have been made for beside its cursor.
QString meaningOf(CustomerSort column, QDate today) {
    return u"%1 %2"_s.arg(kFoldVersion).arg(column == CustomerSort::Bought ? today.toString(Qt::ISODate) : QString());
}

// Tells a file that was spoilt. Taken in words over all parts; where one ends within a word, the next goes on with it.
class Sum {
public:
    void add(QByteArrayView bytes) {
        for (; m_filled > 0 && !bytes.isEmpty(); bytes = bytes.sliced(1))
            addByte(bytes.front());
        for (; bytes.size() >= kWord; bytes = bytes.sliced(kWord))
            addWord(bytes.data());
        for (const char byte : bytes)
            addByte(byte);
    }
    quint64 value() const {
        quint64 sum = m_sum;
        for (int i = 0; i < m_filled; ++i)
            sum = sum * 31 + quint8(m_word[i]);
        return sum;
    }

private:
    static constexpr qsizetype kWord = sizeof(quint64);

    void addByte(char byte) {
        m_word[m_filled++] = byte;
        if (m_filled < kWord)
            return;
        m_filled = 0;
        addWord(m_word);
    }
    void addWord(const char *bytes) {
        quint64 word = 0;
        std::memcpy(&word, bytes, kWord);
        m_sum = m_sum * 31 + word;
    }

    quint64 m_sum = 0;
    char m_word[kWord] = {};
    qsizetype m_filled = 0;
};

template <class T>
QByteArrayView viewOf(const std::vector<T> &numbers) {
    return {reinterpret_cast<const char *>(numbers.data()), qsizetype(numbers.size() * sizeof(T))};
}

// Reads what follows the header, each part to where it stays: a file has tens of megabytes.
class Body {
public:
    explicit Body(QFile &file) : m_file(file) {}

    template <class T>
    std::vector<T> numbers(qint64 count) {
        std::vector<T> numbers(static_cast<size_t>(count));
        read(reinterpret_cast<char *>(numbers.data()), count * qint64(sizeof(T)));
        return numbers;
    }
    QByteArray bytes(qint64 count) {
        QByteArray bytes(count, Qt::Uninitialized);
        read(bytes.data(), count);
        return bytes;
    }
    bool isSound(quint64 sum) const { return m_isWhole && m_sum.value() == sum; }

private:
    void read(char *into, qint64 size) {
        m_isWhole = m_file.read(into, size) == size && m_isWhole;
        if (m_isWhole)
            m_sum.add({into, size});
    }

    QFile &m_file;
    Sum m_sum;
    bool m_isWhole = true;
};

std::optional<Header> readHeader(QFile &file, const QString &meaning) {
    if (!file.open(QIODevice::ReadOnly))
        return std::nullopt;
    QDataStream stream(&file);
    quint32 magic = 0;
    qint32 format = 0;
    QString madeFor;
    Header header;
    stream >> magic >> format;
    if (magic != kMagic || format != kFormat)
        return std::nullopt;
    stream >> madeFor >> header.cursor.seq >> header.cursor.operation >> header.sum >> header.runs >> header.values >>
        header.owners >> header.texts >> header.bytes >> header.arranged;
    const qint64 left = file.size() - file.pos();
    const bool isSound = stream.status() == QDataStream::Ok && madeFor == meaning &&
                         std::min({header.runs, header.values, header.owners, header.texts, header.bytes}) >= 0 &&
                         std::max({header.runs, header.values, header.owners, header.texts, header.bytes}) <= left &&
                         header.bodySize() == left;
    return isSound ? std::optional(header) : std::nullopt;
}

std::optional<CustomerValues> readBody(QFile &file, const Header &header, CustomerSort column) {
    const ValueQuery query = valueQuery(column, {}, ValueScope::everybody());
    CustomerValues values;
    values.column = column;
    values.isText = query.isText;
    values.hasOwners = query.hasPlaces;
    Body body(file);
    const std::vector<qint64> runs = body.numbers<qint64>(header.runs * 2);
    for (size_t i = 0; i + 1 < runs.size(); i += 2)
        values.customers.append(runs[i], runs[i + 1]);
    values.values = body.numbers<qint64>(header.values);
    values.owners = body.numbers<quint32>(header.owners);
    values.texts.ends = body.numbers<quint32>(header.texts);
    values.texts.bytes = body.bytes(header.bytes);
    values.arranged = header.arranged;
    return body.isSound(header.sum) ? std::optional(std::move(values)) : std::nullopt;
}

// Those of `changed` who are listed, upwards.
Result<QList<Id>> listedAmong(db::Database &database, const QSet<Id> &changed) {
    return idsOf(database,
                 u"SELECT c.id FROM json_each(?) wanted CROSS JOIN customer c ON c.id = wanted.value"
                 " WHERE c.trashed_at IS NULL AND c.merged_into IS NULL ORDER BY c.id"_s,
                 {jsonOf(changed.values())});
}

} // namespace

KeptValues::KeptValues(QString cacheFolder, const QString &baseId)
    : m_folder(std::move(cacheFolder)), m_name(keptFileName(u"values"_s, baseId)) {}

QString KeptValues::pathOf(CustomerSort column) const {
    return QDir(m_folder).filePath(u"%1-%2.values"_s.arg(m_name).arg(int(column)));
}

Result<bool> KeptValues::isKept(db::Database &database, CustomerSort column, QDate today) const {
    QFile file(pathOf(column));
    const std::optional<Header> header = readHeader(file, meaningOf(column, today));
    if (!header)
        return false;
    TRY(changed, changedSince(database, header->cursor));
    return changed.has_value();
}

Result<std::optional<CustomerValues>> KeptValues::read(db::Database &database, CustomerSort column, QDate today) const {
    QFile file(pathOf(column));
    const std::optional<Header> header =
        column == CustomerSort::OwnField ? std::nullopt : readHeader(file, meaningOf(column, today));
    if (!header)
        return std::optional<CustomerValues>();
    TRY(newest, newestChange(database));
    TRY(changed, changedSince(database, header->cursor));
    auto values = changed ? readBody(file, *header, column) : std::nullopt;
    if (!values || changed->isEmpty()) {
        if (values && isFarBehind(header->cursor, newest))
            write(today, newest, *values);
        return values;
    }
    TRY(listed, listedAmong(database, *changed));
    ValuesReader reader(column, today);
    TRY_VOID(reader.read(database, listed, ValueScope::among(listed)));
    values = replaced(*values, changed->values(), reader.take());
    write(today, newest, *values);
    return values;
}

void KeptValues::write(QDate today, const ChangeCursor &cursor, const CustomerValues &values) const {
    std::vector<qint64> runs;
    for (const IdRuns::Run &run : values.customers.runs())
        runs.insert(runs.end(), {run.first, run.count});
    const QList<QByteArrayView> parts{viewOf(runs), viewOf(values.values), viewOf(values.owners), viewOf(values.texts.ends),
                                      values.texts.bytes};
    Sum sum;
    for (const QByteArrayView part : parts)
        sum.add(part);
    QByteArray header;
    QDataStream stream(&header, QIODevice::WriteOnly);
    stream << kMagic << kFormat << meaningOf(values.column, today) << cursor.seq << cursor.operation << sum.value()
           << qint64(runs.size() / 2) << qint64(values.values.size()) << qint64(values.owners.size())
           << qint64(values.texts.size()) << qint64(values.texts.bytes.size()) << qint64(values.arranged);
    writeKeptFile(pathOf(values.column), header, parts);
}

} // namespace kontor
