#include "customers/card_field_chooser.h"

#include "base/fold.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>

namespace kontor::ui {

namespace {
constexpr int kListHeight = 260;
}

CardFieldChooser::CardFieldChooser(QWidget *page)
    : Popover(tr("Add field"), page), m_search(new QLineEdit(this)), m_list(new QListWidget(this)) {
    m_search->setPlaceholderText(tr("Search fields"));
    m_search->setAccessibleName(tr("Search fields"));
    m_search->installEventFilter(this);
    m_list->setAccessibleName(tr("Empty fields"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setMinimumHeight(kListHeight);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setFocusPolicy(Qt::NoFocus);
    addWidget(m_search);
    addWidget(m_list);
    connect(m_search, &QLineEdit::textChanged, this, &CardFieldChooser::fill);
    connect(m_list, &QListWidget::itemClicked, this, &CardFieldChooser::choose);
    connect(this, &Popover::accepted, this, &CardFieldChooser::choose);
}

void CardFieldChooser::open(const QList<CardField> &fields, const QRect &anchor) {
    m_fields = fields;
    m_search->clear();
    fill();
    openAt(anchor, m_search);
}

void CardFieldChooser::fill() {
    const QString wanted = fold(m_search->text());
    m_list->clear();
    for (const CardField &field : std::as_const(m_fields)) {
        if (!fold(field.label).contains(wanted))
            continue;
        auto *item = new QListWidgetItem(field.label, m_list);
        item->setData(Qt::UserRole, field.key);
        item->setToolTip(groupTitle(field.group));
    }
    const QString typed = m_search->text().simplified();
    auto *own = new QListWidgetItem(typed.isEmpty() ? tr("Own field…") : tr("Own field “%1”…").arg(typed), m_list);
    own->setToolTip(tr("A new field for all customers"));
    m_list->setCurrentRow(0);
}

void CardFieldChooser::choose() {
    const QListWidgetItem *item = m_list->currentItem();
    if (!item)
        return;
    const QByteArray key = item->data(Qt::UserRole).toByteArray();
    const QString typed = m_search->text().simplified();
    close();
    if (key.isEmpty())
        emit ownFieldWanted(typed);
    else
        emit chosen(key);
}

// The arrows belong to the list while the words belong to the line.
bool CardFieldChooser::eventFilter(QObject *watched, QEvent *event) {
    if (watched == m_search && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        const int step = key == Qt::Key_Down ? 1 : key == Qt::Key_Up ? -1 : 0;
        if (step != 0) {
            m_list->setCurrentRow(qBound(0, m_list->currentRow() + step, m_list->count() - 1));
            return true;
        }
    }
    return Popover::eventFilter(watched, event);
}

} // namespace kontor::ui
