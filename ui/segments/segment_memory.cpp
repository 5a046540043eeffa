#include "segments/segment_memory.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>
#include <QStandardPaths>

namespace kontor::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kWeek = 7;
constexpr int kKeptDays = 31;

} // namespace

SegmentMemory::SegmentMemory(QString file) : m_file(std::move(file)) {
    QFile stored(m_file);
    if (m_file.isEmpty() || !stored.open(QIODevice::ReadOnly))
        return;
    const QJsonObject all = QJsonDocument::fromJson(stored.readAll()).object();
    for (auto segment = all.begin(); segment != all.end(); ++segment) {
        const QJsonObject json = segment.value().toObject();
        Entry entry;
        if (const qint64 at = json.value("used"_L1).toInteger(); at > 0)
            entry.usedAt = Instant{at};
        const QJsonObject counts = json.value("counts"_L1).toObject();
        for (auto count = counts.begin(); count != counts.end(); ++count)
            if (const QDate day = QDate::fromString(count.key(), Qt::ISODate); day.isValid())
                entry.counts.insert(day, count.value().toInteger());
        m_entries.insert(Id{segment.key().toLongLong()}, entry);
    }
}

void SegmentMemory::noteCount(Id segment, QDate day, qint64 count) {
    Entry &entry = m_entries[segment];
    if (entry.counts.contains(day))
        return;
    entry.counts.insert(day, count);
    while (entry.counts.firstKey().daysTo(day) > kKeptDays)
        entry.counts.erase(entry.counts.begin());
    write();
}

std::optional<qint64> SegmentMemory::countBefore(Id segment, QDate today) const {
    const auto entry = m_entries.constFind(segment);
    if (entry == m_entries.cend())
        return std::nullopt;
    const auto after = entry->counts.upperBound(today.addDays(-kWeek));
    if (after == entry->counts.begin())
        return std::nullopt;
    const auto found = std::prev(after);
    return found.key().daysTo(today) <= kKeptDays ? std::optional(found.value()) : std::nullopt;
}

void SegmentMemory::noteUsed(Id segment, Instant at) {
    m_entries[segment].usedAt = at;
    write();
}

std::optional<Instant> SegmentMemory::lastUsed(Id segment) const { return m_entries.value(segment).usedAt; }

// It only helps: where it cannot be written, it is forgotten with the program.
void SegmentMemory::write() const {
    if (m_file.isEmpty())
        return;
    QJsonObject all;
    for (auto entry = m_entries.cbegin(); entry != m_entries.cend(); ++entry) {
        QJsonObject counts;
        for (auto count = entry->counts.cbegin(); count != entry->counts.cend(); ++count)
            counts.insert(count.key().toString(Qt::ISODate), count.value());
        all.insert(QString::number(entry.key().value),
                   QJsonObject{{u"counts"_s, counts}, {u"used"_s, entry->usedAt ? entry->usedAt->milliseconds : 0}});
    }
    QDir().mkpath(QFileInfo(m_file).absolutePath());
    QSaveFile file(m_file);
    if (file.open(QIODevice::WriteOnly)) {
        file.write(QJsonDocument(all).toJson(QJsonDocument::Compact));
        file.commit();
    }
}

QString SegmentMemory::fileFor(const QString &baseId) {
    return QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) + u"/segments/%1.json"_s.arg(baseId);
}

} // namespace kontor::ui
