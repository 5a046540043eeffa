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

// Tells a file that was spoilt.
quint64 sumOf(QByteArrayView bytes, quint64 sum) {
    qsizetype at = 0;
    for (; at + 8 <= bytes.size(); at += 8) {
        quint64 word = 0;
        std::memcpy(&word, bytes.data() + at, sizeof word);
        sum = sum * 31 + word;
    }
    for (; at < bytes.size(); ++at)
        sum = sum * 31 + quint8(bytes.at(at));
    return sum;
}

template <class T>
QByteArrayView viewOf(const std::vector<T> &numbers) {
    return {reinterpret_cast<const char *>(numbers.data()), qsizetype(numbers.size() * sizeof(T))};
}

// Takes arrays of numbers off the beginning of what is left.
class Parts {
public:
    explicit Parts(QByteArrayView bytes) : m_left(bytes) {}

    template <class T>
    std::vector<T> numbers(qint64 count) {
        std::vector<T> taken(static_cast<size_t>(count));
        const qsizetype size = count * qsizetype(sizeof(T));
        if (size > 0)
            std::memcpy(taken.data(), m_left.data(), size_t(size));
        m_left = m_left.sliced(size);
        return taken;
    }
    QByteArray rest() const { return m_left.toByteArray(); }

private:
    QByteArrayView m_left;
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
    const QByteArray body = file.read(header.bodySize());
    if (body.size() != header.bodySize() || sumOf(body, 0) != header.sum)
        return std::nullopt;
    const ValueQuery query = valueQuery(column, {}, ValueScope::everybody());
    CustomerValues values;
    values.column = column;
    values.isText = query.isText;
    values.hasOwners = query.hasPlaces;
    Parts parts(body);
    const std::vector<qint64> runs = parts.numbers<qint64>(header.runs * 2);
    for (size_t i = 0; i + 1 < runs.size(); i += 2)
        values.customers.append(runs[i], runs[i + 1]);
    values.values = parts.numbers<qint64>(header.values);
    values.owners = parts.numbers<quint32>(header.owners);
    values.texts.ends = parts.numbers<quint32>(header.texts);
    values.texts.bytes = parts.rest();
    values.arranged = header.arranged;
    return values;
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
    QByteArray body; // one sum over all, whose words do not end where the parts do
    body.reserve(qsizetype(runs.size() * 8 + values.values.size() * 8 + (values.owners.size() + values.texts.ends.size()) * 4) +
                 values.texts.bytes.size());
    for (const QByteArrayView part : parts)
        body.append(part.data(), part.size());
    QByteArray header;
    QDataStream stream(&header, QIODevice::WriteOnly);
    stream << kMagic << kFormat << meaningOf(values.column, today) << cursor.seq << cursor.operation << sumOf(body, 0)
           << qint64(runs.size() / 2) << qint64(values.values.size()) << qint64(values.owners.size()) << qint64(values.texts.size())
           << qint64(values.texts.bytes.size()) << qint64(values.arranged);
    writeKeptFile(pathOf(values.column), header, body);
}

} // namespace kontor
