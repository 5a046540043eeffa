#include "call_session/call_queue.h"

#include "lists/row_list.h"
#include "theme/icon.h"
#include "theme/kontor_style.h"
#include "theme/metrics.h"
#include "theme/painting.h"
#include "theme/text_role.h"
#include "widgets/formats.h"
#include "widgets/text_painting.h"

#include <QKeyEvent>
#include <QPainter>

namespace kontor::ui {

using namespace Qt::StringLiterals;
using namespace metrics;

CallQueueModel::CallQueueModel(workspace::Workspace &workspace, const CallSession &session, const Formats &formats,
                               QObject *parent)
    : QAbstractListModel(parent),
      m_workspace(workspace),
      m_session(session),
      m_formats(formats),
      m_rows([this](int page, const QList<Id> &ids) { fetch(page, ids); }) {}

void CallQueueModel::reset() {
    beginResetModel();
    ++m_number;
    m_rows.setIds(m_session.queue);
    endResetModel();
}

void CallQueueModel::showResults() {
    if (rowCount() > 0)
        emit dataChanged(index(0), index(rowCount() - 1));
}

int CallQueueModel::rowCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : m_rows.count(); }

const CustomerRow *CallQueueModel::customer(int row) const { return m_rows.at(row); }

void CallQueueModel::fetch(int page, const QList<Id> &ids) {
    const quint64 number = m_number;
    m_workspace.read(
        this, [ids, today = m_workspace.clock().today()](db::Database &database) { return customerRows(database, ids, today); },
        [this, page, number](const Result<QList<CustomerRow>> &rows) {
            if (number != m_number)
                return;
            if (!rows)
                return m_rows.failed(page);
            const auto [first, last] = m_rows.take(page, *rows);
            emit dataChanged(index(first), index(last));
        });
}

QString CallQueueModel::status(int row) const {
    const auto result = m_session.results.constFind(m_session.queue[row]);
    if (result == m_session.results.cend())
        return {};
    return result->outcome.isEmpty() ? tr("Skipped") : m_formats.outcomes().label(result->outcome);
}

QLatin1StringView CallQueueModel::icon(int row) const {
    if (m_session.isCalled(m_session.queue[row]))
        return "check"_L1;
    return isCurrent(row) ? "phone"_L1 : QLatin1StringView();
}

QVariant CallQueueModel::data(const QModelIndex &index, int role) const {
    if (!index.isValid())
        return {};
    const CustomerRow *row = customer(index.row());
    const QString name = row ? row->name : QString();
    switch (role) {
    case Qt::DisplayRole: return name;
    case Qt::AccessibleTextRole: {
        QStringList parts{name, status(index.row())};
        if (isCurrent(index.row()))
            parts << tr("now");
        parts.removeAll(QString());
        return parts.join(tr(", "));
    }
    default: return {};
    }
}

CallQueueView::CallQueueView(CallQueueModel *model, QWidget *parent) : QListView(parent), m_model(model) {
    setModel(model);
    setItemDelegate(new CallQueueDelegate(*this));
    setUpRowList(this);
    setUniformItemSizes(true);
}

void CallQueueView::keyPressEvent(QKeyEvent *event) {
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && currentIndex().isValid())
        return emit chosen(currentIndex().row());
    QListView::keyPressEvent(event);
}

void CallQueueView::mouseDoubleClickEvent(QMouseEvent *event) {
    QListView::mouseDoubleClickEvent(event);
    if (const QModelIndex index = indexAt(event->position().toPoint()); index.isValid())
        emit chosen(index.row());
}

QSize CallQueueDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const {
    return {m_view.viewport()->width(), compactRowHeight()};
}

void CallQueueDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const {
    const PainterState state(painter);
    const Theme &theme = themeOf(&m_view);
    const CallQueueModel &queue = *m_view.queue();
    const bool isCurrent = queue.isCurrent(index.row());
    const bool isSelected = option.state.testFlag(QStyle::State_Selected) && m_view.hasFocus();
    const auto placed = [&](const QRect &rect) { return QStyle::visualRect(option.direction, option.rect, rect); };
    if (isCurrent)
        painter->fillRect(option.rect, theme.sel);
    else if (option.state.testFlag(QStyle::State_MouseOver))
        painter->fillRect(option.rect, theme.hover);
    if (isCurrent)
        painter->fillRect(placed(QRect(option.rect.left(), option.rect.top(), kCurrentBar, option.rect.height())), theme.accent);
    if (isSelected)
        drawRounded(painter, option.rect.adjusted(kTiny, kTiny, -kTiny, -kTiny), kSmall, {}, theme.accent, kFocusWidth);
    const QFont body = textFont(isCurrent ? TextRole::Strong : TextRole::Body);
    const QFont caption = textFont(TextRole::Caption);
    const QRect inner = option.rect.adjusted(kLabelGap, 0, -kLabelGap, 0);
    const int baseline = centredBaseline(inner, body);
    const QString status = queue.status(index.row());
    const int statusWidth = QFontMetrics(caption).horizontalAdvance(status);
    const QColor text = isCurrent ? theme.selText : status.isEmpty() ? theme.text : theme.text2;
    if (const auto icon = queue.icon(index.row()); !icon.isEmpty())
        Icon::paint(painter, placed(QRect(inner.left(), inner.center().y() - kSmallIcon / 2, kSmallIcon, kSmallIcon)), icon,
                    isCurrent ? theme.selText2 : theme.good.foreground);
    const QRect name(inner.left() + kSmallIcon + kGap, inner.top(),
                     inner.width() - kSmallIcon - kGap - (statusWidth > 0 ? statusWidth + kGap : 0), inner.height());
    paintLine(painter, placed(name), baseline, index.data().toString(), {body, text}, option.direction);
    const QRect end(inner.right() + 1 - statusWidth, inner.top(), statusWidth, inner.height());
    paintLine(painter, placed(end), baseline, status, {caption, isCurrent ? theme.selText2 : theme.text3}, option.direction);
}

} // namespace kontor::ui
