#include "history/history_model.h"

#include "history/history_words.h"
#include "widgets/formats.h"

namespace kontor::ui {

using namespace Qt::StringLiterals;
using history::Act;
using history::ChangeLine;
using history::HistoryPage;

namespace {
constexpr int kActsAtOnce = 100;
constexpr int kLinesAtOnce = 200;
} // namespace

struct HistoryModel::Node {
    Kind kind = Kind::Act;
    Node *parent = nullptr;
    int row = 0;
    QDate day;
    Act act;
    ChangeLine line;
    Nodes children;
    bool isComplete = false; // all lines are here
    bool isFetching = false;
};

HistoryModel::HistoryModel(workspace::Workspace &workspace, const Formats &formats, QObject *parent)
    : QAbstractItemModel(parent), m_workspace(workspace), m_formats(formats), m_catalogue(workspace.options().catalogue) {}

HistoryModel::~HistoryModel() = default;

void HistoryModel::setQuery(const history::HistoryQuery &query) {
    ++m_number;
    beginResetModel();
    m_query = query;
    m_nodes.clear();
    m_before = m_newest = 0;
    m_isReading = m_isReadingNewer = m_isNewerDue = m_isEnd = false;
    endResetModel();
    readOlder();
}

HistoryModel::Node *HistoryModel::nodeOf(const QModelIndex &index) const {
    return index.isValid() ? static_cast<Node *>(index.internalPointer()) : nullptr;
}

QModelIndex HistoryModel::indexOf(const Node *node) const {
    return node ? createIndex(node->row, 0, const_cast<Node *>(node)) : QModelIndex();
}

HistoryModel::Kind HistoryModel::kindOf(const QModelIndex &index) const {
    const Node *node = nodeOf(index);
    return node ? node->kind : Kind::Day;
}

const Act *HistoryModel::actAt(const QModelIndex &index) const {
    const Node *node = nodeOf(index);
    if (!node || node->kind == Kind::Day)
        return nullptr;
    return node->kind == Kind::Act ? &node->act : &node->parent->act;
}

const ChangeLine *HistoryModel::lineAt(const QModelIndex &index) const {
    const Node *node = nodeOf(index);
    if (!node || node->kind == Kind::Day || node->kind == Kind::More)
        return nullptr;
    if (node->kind == Kind::Change)
        return &node->line;
    return node->act.changes == 1 && node->act.first.size() == 1 ? &node->act.first.first() : nullptr;
}

bool HistoryModel::namesCustomer(const QModelIndex &index) const {
    const Act *act = actAt(index);
    return act && !act->customer.isValid() && !m_query.customer.isValid();
}

QModelIndex HistoryModel::index(int row, int column, const QModelIndex &parent) const {
    const Node *above = nodeOf(parent);
    const Nodes &nodes = above ? above->children : m_nodes;
    if (row < 0 || column != 0 || row >= int(nodes.size()))
        return {};
    return createIndex(row, 0, nodes[size_t(row)].get());
}

QModelIndex HistoryModel::parent(const QModelIndex &index) const {
    const Node *node = nodeOf(index);
    return node ? indexOf(node->parent) : QModelIndex();
}

int HistoryModel::rowCount(const QModelIndex &parent) const {
    const Node *node = nodeOf(parent);
    return int(node ? node->children.size() : m_nodes.size());
}

bool HistoryModel::hasChildren(const QModelIndex &parent) const {
    const Node *node = nodeOf(parent);
    if (!node)
        return !m_nodes.empty();
    return node->kind == Kind::Act && node->act.changes > 1;
}

Qt::ItemFlags HistoryModel::flags(const QModelIndex &index) const {
    return kindOf(index) == Kind::Day ? Qt::ItemIsEnabled : Qt::ItemIsEnabled | Qt::ItemIsSelectable;
}

QVariant HistoryModel::data(const QModelIndex &index, int role) const {
    const Node *node = nodeOf(index);
    if (!node)
        return {};
    const bool isSpoken = role == Qt::AccessibleTextRole;
    if (role == Qt::ToolTipRole)
        return node->kind == Kind::Act ? m_formats.dateTime(node->act.operation.at) : QVariant();
    if (role != Qt::DisplayRole && !isSpoken)
        return {};
    switch (node->kind) {
    case Kind::Day: return dayWords(node->day, m_formats);
    case Kind::Act: return actSummary(node->act, m_formats);
    case Kind::Change: return changeSummary(node->line, namesCustomer(index), m_formats);
    case Kind::More: break;
    }
    return tr("Show more of it");
}

void HistoryModel::retranslate() {
    if (!m_nodes.empty())
        emit dataChanged(index(0, 0), index(rowCount() - 1, 0));
}

bool HistoryModel::canFetchMore(const QModelIndex &parent) const {
    const Node *node = nodeOf(parent);
    if (!node)
        return !m_isEnd && !m_isReading;
    return hasChildren(parent) && node->children.empty() && !node->isFetching;
}

void HistoryModel::fetchMore(const QModelIndex &parent) {
    Node *node = nodeOf(parent);
    if (!node)
        return readOlder();
    if (!canFetchMore(parent))
        return;
    if (node->act.first.size() == node->act.changes)
        return addLines(node->act.operation.id, node->act.first);
    loadMore(parent);
}

// A search that finds nothing in a stretch of the history goes on by itself until a page is full or nothing older is there.
void HistoryModel::readOlder() {
    if (m_isEnd || m_isReading)
        return;
    m_isReading = true;
    const quint64 number = m_number;
    m_workspace.read(
        this,
        [catalogue = m_catalogue, query = m_query, before = m_before](db::Database &database) {
            return history::readHistory(database, *catalogue, query, before, kActsAtOnce);
        },
        [this, number](Result<HistoryPage> page) {
            if (number != m_number)
                return;
            m_isReading = false;
            if (!page) {
                m_isEnd = true;
                emit problem(page.error());
                return;
            }
            append(*page);
            if (page->acts.isEmpty() && !m_isEnd)
                return readOlder();
            emit loaded();
        });
}

std::unique_ptr<HistoryModel::Node> HistoryModel::actNode(const Act &act) const {
    auto node = std::make_unique<Node>();
    node->act = act;
    node->day = m_formats.clock().dateOf(act.operation.at);
    return node;
}

void HistoryModel::append(const HistoryPage &page) {
    m_before = page.nextBefore;
    m_isEnd = page.isEnd;
    if (page.acts.isEmpty())
        return;
    m_newest = qMax(m_newest, page.acts.first().operation.seq);
    Nodes added;
    QDate day = m_nodes.empty() ? QDate() : m_nodes.back()->day;
    for (const Act &act : page.acts) {
        auto node = actNode(act);
        if (node->day != day) {
            day = node->day;
            auto heading = std::make_unique<Node>();
            heading->kind = Kind::Day;
            heading->day = day;
            added.push_back(std::move(heading));
        }
        added.push_back(std::move(node));
    }
    const int first = rowCount();
    beginInsertRows({}, first, first + int(added.size()) - 1);
    for (auto &node : added) {
        node->row = int(m_nodes.size());
        m_nodes.push_back(std::move(node));
    }
    endInsertRows();
}

void HistoryModel::onChanged(const workspace::ChangeSet &changes) {
    readNewer();
    if (changes.touches("operation"))
        readStates();
}

void HistoryModel::readNewer() {
    if (m_isReading || m_isReadingNewer) {
        m_isNewerDue = m_isReadingNewer;
        return;
    }
    m_isReadingNewer = true;
    const quint64 number = m_number;
    m_workspace.read(
        this,
        [catalogue = m_catalogue, query = m_query, after = m_newest](db::Database &database) {
            return history::readHistory(database, *catalogue, query, 0, kActsAtOnce, after);
        },
        [this, number](Result<HistoryPage> page) {
            if (number != m_number)
                return;
            m_isReadingNewer = false;
            if (page)
                prepend(page->acts);
            if (std::exchange(m_isNewerDue, false))
                readNewer();
        });
}

void HistoryModel::prepend(const QList<Act> &acts) {
    for (auto act = acts.crbegin(); act != acts.crend(); ++act) {
        if (act->operation.seq <= m_newest)
            continue;
        m_newest = act->operation.seq;
        auto node = actNode(*act);
        const bool hasHeading = !m_nodes.empty() && m_nodes.front()->day == node->day;
        if (!hasHeading) {
            auto heading = std::make_unique<Node>();
            heading->kind = Kind::Day;
            heading->day = node->day;
            beginInsertRows({}, 0, 0);
            m_nodes.insert(m_nodes.begin(), std::move(heading));
            for (size_t row = 0; row < m_nodes.size(); ++row)
                m_nodes[row]->row = int(row);
            endInsertRows();
        }
        beginInsertRows({}, 1, 1);
        m_nodes.insert(m_nodes.begin() + 1, std::move(node));
        for (size_t row = 0; row < m_nodes.size(); ++row)
            m_nodes[row]->row = int(row);
        endInsertRows();
    }
    emit loaded();
}

// Undo and redo change what stands: those shown are told.
void HistoryModel::readStates() {
    if (m_nodes.empty())
        return;
    const quint64 number = m_number;
    m_workspace.read(
        this, [from = m_nodes.back()->act.operation.seq](db::Database &database) { return history::otherStates(database, from); },
        [this, number](Result<QHash<qint64, QString>> states) {
            if (!states || number != m_number)
                return;
            for (const auto &node : m_nodes) {
                if (node->kind != Kind::Act)
                    continue;
                const QString state = states->value(node->act.operation.id, u"done"_s);
                if (state == node->act.operation.state)
                    continue;
                node->act.operation.state = state;
                const QModelIndex changed = indexOf(node.get());
                emit dataChanged(changed, changed);
            }
        });
}

HistoryModel::Node *HistoryModel::findAct(qint64 operation) const {
    for (const auto &node : m_nodes)
        if (node->kind == Kind::Act && node->act.operation.id == operation)
            return node.get();
    return nullptr;
}

void HistoryModel::loadMore(const QModelIndex &more) {
    Node *node = nodeOf(more);
    Node *act = node && node->kind != Kind::Act ? node->parent : node;
    if (!act || act->isFetching || act->isComplete)
        return;
    act->isFetching = true;
    qint64 after = 0;
    for (const auto &child : act->children)
        if (child->kind == Kind::Change)
            after = child->line.change.seq;
    const quint64 number = m_number;
    m_workspace.read(
        this,
        [catalogue = m_catalogue, operation = act->act.operation.id, customer = m_query.customer, after](db::Database &database) {
            return history::changeLines(database, *catalogue, operation, customer, after, kLinesAtOnce);
        },
        [this, number, operation = act->act.operation.id](Result<QList<ChangeLine>> lines) {
            if (number != m_number)
                return;
            if (lines)
                addLines(operation, *lines);
            else
                emit problem(lines.error());
        });
}

void HistoryModel::takeMoreLine(Node *act) {
    if (act->children.empty() || act->children.back()->kind != Kind::More)
        return;
    const int last = int(act->children.size()) - 1;
    beginRemoveRows(indexOf(act), last, last);
    act->children.pop_back();
    endRemoveRows();
}

void HistoryModel::addLines(qint64 operation, const QList<ChangeLine> &lines) {
    Node *act = findAct(operation);
    if (!act)
        return;
    act->isFetching = false;
    takeMoreLine(act);
    act->isComplete = lines.size() < kLinesAtOnce;
    const int first = int(act->children.size());
    const int count = int(lines.size()) + (act->isComplete ? 0 : 1);
    if (count == 0)
        return;
    beginInsertRows(indexOf(act), first, first + count - 1);
    for (int i = 0; i < count; ++i) {
        auto node = std::make_unique<Node>();
        node->kind = i < lines.size() ? Kind::Change : Kind::More;
        if (i < lines.size())
            node->line = lines[i];
        node->parent = act;
        node->row = first + i;
        act->children.push_back(std::move(node));
    }
    endInsertRows();
}

} // namespace kontor::ui
