#include "customers/card_field_chooser.h"

#include "base/fold.h"
#include "theme/kontor_style.h"
#include "theme/metrics.h"
#include "theme/text_role.h"

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
    const CardField *before = nullptr;
    for (const CardField &field : std::as_const(m_fields)) {
        if (!fold(field.label).contains(wanted))
            continue;
        if (!before || !before->isInGroupOf(field))
            addHeading(field.groupText());
        before = &field;
        auto *item = new QListWidgetItem(field.label, m_list);
        item->setData(Qt::UserRole, field.key);
        item->setData(Qt::AccessibleDescriptionRole, field.groupText());
    }
    if (before)
        addHeading({}); // an own field stands in none of them yet
    const QString typed = m_search->text().simplified();
    auto *own = new QListWidgetItem(typed.isEmpty() ? tr("Own field…") : tr("Own field “%1”…").arg(typed), m_list);
    own->setToolTip(tr("A new field for all customers"));
    step(1, -1);
}

// A line that the keys pass over.
void CardFieldChooser::addHeading(const QString &title) {
    auto *heading = new QListWidgetItem(title, m_list);
    heading->setFlags(Qt::NoItemFlags);
    heading->setFont(textFont(TextRole::Section));
    heading->setForeground(themeOf(this).text2); // a heading is not a thing that is switched off
    if (title.isEmpty())
        heading->setSizeHint(QSize(0, metrics::kGap));
}

void CardFieldChooser::step(int by, int from) {
    for (int row = from + by; row >= 0 && row < m_list->count(); row += by)
        if (m_list->item(row)->flags().testFlag(Qt::ItemIsEnabled)) {
            m_list->setCurrentRow(row);
            // The heading above the first one is seen too.
            if (row == 1)
                m_list->scrollToTop();
            return;
        }
}

void CardFieldChooser::choose() {
    const QListWidgetItem *item = m_list->currentItem();
    if (!item || !item->flags().testFlag(Qt::ItemIsEnabled))
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
            this->step(step, m_list->currentRow());
            return true;
        }
    }
    return Popover::eventFilter(watched, event);
}

} // namespace kontor::ui
