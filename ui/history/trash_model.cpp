#include "history/trash_model.h"

#include "history/history_words.h"
#include "widgets/bidi.h"
#include "widgets/formats.h"

namespace kontor::ui {

using namespace Qt::StringLiterals;
using history::TrashKey;
using history::TrashLine;

namespace {
constexpr int kPageSize = 100;
constexpr int kMostLines = 5'000;
constexpr int kSoon = 7;
} // namespace

TrashModel::TrashModel(workspace::Workspace &workspace, const Formats &formats, QObject *parent)
    : QAbstractListModel(parent), m_workspace(workspace), m_formats(formats), m_catalogue(workspace.options().catalogue) {}

void TrashModel::setRecord(const QByteArray &record) {
    m_record = record;
    reload();
}

void TrashModel::reload() {
    const quint64 number = ++m_number;
    m_workspace.read(
        this,
        [catalogue = m_catalogue, record = m_record](db::Database &database) {
            return history::trashKeys(database, *catalogue, record);
        },
        [this, number](Result<QList<TrashKey>> keys) {
            if (number != m_number)
                return;
            m_isLoaded = true;
            if (!keys)
                return emit problem(keys.error());
            if (*keys == m_keys) {
                m_asked.clear();
                if (!m_keys.isEmpty())
                    emit dataChanged(index(0), index(rowCount() - 1));
                return emit loaded();
            }
            emit aboutToReload();
            beginResetModel();
            m_keys = *keys;
            m_lines.clear();
            m_asked.clear();
            endResetModel();
            emit loaded();
        },
        workspace::Urgency::Background);
}

void TrashModel::retranslate() {
    if (!m_keys.isEmpty())
        emit dataChanged(index(0), index(rowCount() - 1));
}

const TrashLine *TrashModel::lineAt(int row) const {
    if (row < 0 || row >= m_keys.size())
        return nullptr;
    ask(row / kPageSize);
    const auto line = m_lines.constFind(row);
    return line == m_lines.cend() ? nullptr : &*line;
}

void TrashModel::ask(int page) const {
    if (m_asked.contains(page))
        return;
    if (m_lines.size() > kMostLines) {
        m_lines.clear();
        m_asked.clear();
    }
    m_asked.insert(page);
    auto *self = const_cast<TrashModel *>(this);
    m_workspace.read(
        self,
        [catalogue = m_catalogue, keys = m_keys.mid(qsizetype(page) * kPageSize, kPageSize)](db::Database &database) {
            return history::trashLines(database, *catalogue, keys);
        },
        [self, page, number = m_number](Result<QList<TrashLine>> lines) {
            if (!lines || number != self->m_number)
                return;
            int row = page * kPageSize;
            for (const TrashLine &line : std::as_const(*lines)) {
                while (row < self->m_keys.size() && self->m_keys[row] != line.key)
                    ++row; // gone meanwhile
                if (row < self->m_keys.size())
                    self->m_lines.insert(row, line);
            }
            emit self->dataChanged(self->index(page * kPageSize),
                                   self->index(qMin(int(self->m_keys.size()), (page + 1) * kPageSize) - 1));
        });
}

QString TrashModel::goesWith(const TrashLine &line) const {
    QStringList parts;
    for (const auto &[record, count] : line.goesWith)
        parts << recordCountWords(record, count);
    return m_formats.locale().createSeparatedList(parts);
}

TrashWords TrashModel::wordsOf(const TrashLine &line) const {
    TrashWords words;
    words.name = recordWords(*line.type, line.row, line.names, m_formats);
    const QString when = m_formats.when(line.key.trashedAt);
    words.detail = line.author.isEmpty() ? when : tr("%1, %2").arg(line.author, when);
    if (!line.customerName.isEmpty())
        words.detail = tr("Of %1. %2").arg(isolated(line.customerName), words.detail);
    if (const QString with = goesWith(line); !with.isEmpty())
        words.detail = tr("%1. With it: %2").arg(words.detail, with);
    const qint64 days =
        m_formats.clock().dateOf(line.key.trashedAt).addDays(history::kKeptDays).toJulianDay() - m_formats.today().toJulianDay();
    words.left = days > 0 ? tr("%Ln day(s) left", nullptr, int(days)) : tr("Goes today");
    words.isSoon = days <= kSoon;
    return words;
}

QVariant TrashModel::data(const QModelIndex &index, int role) const {
    if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole && role != Qt::ToolTipRole)
        return {};
    const TrashLine *line = lineAt(index.row());
    if (!line)
        return role == Qt::ToolTipRole ? QVariant() : QVariant(tr("Loading…"));
    const TrashWords words = wordsOf(*line);
    if (role == Qt::ToolTipRole)
        return m_formats.dateTime(line->key.trashedAt);
    return role == Qt::DisplayRole ? words.name : tr("%1. %2. %3").arg(words.name, words.detail, words.left);
}

} // namespace kontor::ui
