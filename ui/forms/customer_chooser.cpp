#include "forms/customer_chooser.h"

#include "customers/customer_list.h"
#include "theme/metrics.h"

#include <QKeyEvent>
#include <QListWidget>
#include <QVBoxLayout>

namespace kontor::ui {

using namespace metrics;

namespace {
constexpr qsizetype kMostShown = 5;
constexpr int kIdRole = Qt::UserRole;
constexpr int kNameRole = Qt::UserRole + 1;
} // namespace

CustomerChooser::CustomerChooser(workspace::Workspace &workspace, QWidget *parent)
    : QWidget(parent), m_workspace(workspace), m_line(new QLineEdit(this)), m_list(new QListWidget(this)) {
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(kSmall);
    column->addWidget(m_line);
    column->addWidget(m_list);
    setFocusProxy(m_line);
    m_line->setPlaceholderText(tr("Anna Petrova"));
    m_line->installEventFilter(this);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setAccessibleName(tr("Customers found"));
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setTextElideMode(Qt::ElideRight);
    m_list->hide();
    m_pause.setSingleShot(true);
    m_pause.setInterval(kFilterPause);
    connect(&m_pause, &QTimer::timeout, this, &CustomerChooser::search);
    connect(m_line, &QLineEdit::textEdited, this, [this] {
        m_customer = {};
        m_pause.start();
    });
    connect(m_list, &QListWidget::itemClicked, this, [this](QListWidgetItem *item) { choose(m_list->row(item)); });
}

void CustomerChooser::setCustomer(Id customer, const QString &name) {
    m_pause.stop();
    ++m_number;
    m_customer = customer;
    m_line->setText(name);
    m_line->setCursorPosition(0);
    hideList();
}

void CustomerChooser::hideList() {
    if (!m_list->isVisibleTo(this))
        return;
    m_list->hide();
    emit sizeChanged();
}

void CustomerChooser::search() {
    const quint64 number = ++m_number;
    const QString typed = m_line->text().trimmed();
    if (typed.isEmpty())
        return hideList();
    m_workspace.cancel(m_ticket);
    CustomerListQuery query;
    query.filter.name = typed;
    query.today = m_workspace.clock().today();
    m_ticket = m_workspace.read(
        this,
        [query](db::Database &database) -> Result<QList<Found>> {
            TRY(ids, customerIds(database, query));
            TRY(rows, customerRows(database, ids.first(qMin(kMostShown, ids.size())), query.today));
            QList<Found> found;
            for (const CustomerRow &row : std::as_const(rows))
                found.append({row.id, row.name, row.company});
            return found;
        },
        [this, number](const Result<QList<Found>> &found) { show(number, found); });
}

void CustomerChooser::show(quint64 number, const Result<QList<Found>> &found) {
    if (number != m_number || !found)
        return;
    m_list->clear();
    for (const Found &customer : *found) {
        //: A customer and the company.
        auto *item = new QListWidgetItem(
            customer.company.isEmpty() ? customer.name : tr("%1, %2").arg(customer.name, customer.company), m_list);
        item->setData(kIdRole, customer.id.value);
        item->setData(kNameRole, customer.name);
    }
    if (found->isEmpty())
        return hideList();
    m_list->setCurrentRow(0);
    const int height = m_list->sizeHintForRow(0) * int(found->size()) + 2 * m_list->frameWidth();
    m_list->setMinimumHeight(height);
    m_list->setMaximumHeight(height);
    m_list->show();
    emit sizeChanged();
}

void CustomerChooser::choose(int row) {
    const QListWidgetItem *item = m_list->item(row);
    if (!item)
        return;
    setCustomer(Id{item->data(kIdRole).toLongLong()}, item->data(kNameRole).toString());
    emit chosen();
}

bool CustomerChooser::eventFilter(QObject *watched, QEvent *event) {
    if (watched != m_line || event->type() != QEvent::KeyPress || !m_list->isVisible())
        return QWidget::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent *>(event)->key();
    if (key == Qt::Key_Down || key == Qt::Key_Up) {
        m_list->setCurrentRow(qBound(0, m_list->currentRow() + (key == Qt::Key_Down ? 1 : -1), m_list->count() - 1));
        return true;
    }
    if (key == Qt::Key_Return || key == Qt::Key_Enter || key == Qt::Key_Tab) {
        choose(m_list->currentRow());
        return key != Qt::Key_Tab;
    }
    if (key == Qt::Key_Escape) {
        hideList();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace kontor::ui
