#include "today/today_model.h"

#include "widgets/formats.h"

namespace kontor::ui {

TodayModel::TodayModel(const Formats &formats, QObject *parent) : RowModel(parent), m_formats(formats) {}

void TodayModel::setContent(const TodayContent &content) {
    QList<TodayRow> rows = todayRows(content, m_formats);
    bool isAskedThere = false;
    for (TodayRow &row : rows) {
        row.isAskingOutcome = row.kind == TodayRow::Kind::Task && m_asked.isValid() && row.task.id == m_asked;
        isAskedThere = isAskedThere || row.isAskingOutcome;
    }
    if (!isAskedThere)
        m_asked = {};
    replaceRows(rows);
}

int TodayModel::rowOfTask(Id task) const { return find("task " + QByteArray::number(task.value)); }

void TodayModel::setDone(Id task, bool isDone) {
    const int at = rowOfTask(task);
    if (at < 0)
        return;
    editableRow(at).task.isDone = isDone;
    changeRow(at);
}

void TodayModel::mark(Id task, bool isAsking) {
    const int at = task.isValid() ? rowOfTask(task) : -1;
    if (at < 0)
        return;
    editableRow(at).isAskingOutcome = isAsking;
    changeRow(at);
}

void TodayModel::ask(Id task) {
    mark(m_asked, false);
    m_asked = task;
    mark(m_asked, true);
}

QVariant TodayModel::data(const QModelIndex &index, int role) const {
    if (!index.isValid())
        return {};
    const TodayRow &at = row(index.row());
    switch (role) {
    case Qt::DisplayRole: return at.text;
    case Qt::ToolTipRole: return at.kind == TodayRow::Kind::Task ? taskToolTip(at.task, m_formats) : QString();
    case Qt::AccessibleTextRole: return todaySummary(at, m_formats);
    default: return {};
    }
}

Qt::ItemFlags TodayModel::flags(const QModelIndex &index) const {
    if (!index.isValid() || row(index.row()).kind == TodayRow::Kind::Heading)
        return Qt::NoItemFlags;
    // Editable for the outcomes below a call; nothing is edited in place.
    const Qt::ItemFlags stop = Qt::ItemIsEnabled | Qt::ItemIsSelectable;
    return row(index.row()).isAskingOutcome ? stop | Qt::ItemIsEditable : stop;
}

} // namespace kontor::ui
