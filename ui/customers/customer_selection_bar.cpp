#include "customers/customer_selection_bar.h"

#include "forms/flow_layout.h"
#include "main_window/action_registry.h"
#include "theme/icon.h"
#include "theme/kontor_style.h"
#include "theme/metrics.h"
#include "widgets/formats.h"
#include "widgets/palette_label.h"

#include <QAction>
#include <QHBoxLayout>
#include <QPainter>
#include <QProgressBar>
#include <QPushButton>

namespace kontor::ui {

using namespace Qt::StringLiterals;
using namespace metrics;

namespace {
constexpr int kFromCustomers = 2; // one has its own commands in the menus
} // namespace

CustomerSelectionBar::CustomerSelectionBar(ActionRegistry &actions, const Formats &formats, QWidget *parent)
    : QWidget(parent), m_actions(actions), m_formats(formats), m_acts(new QWidget(this)), m_work(new QWidget(this)) {
    auto *both = new QVBoxLayout(this);
    both->setContentsMargins(kPage, kSmall, kPage, kSmall);
    both->addWidget(m_acts);
    both->addWidget(m_work);
    auto *flow = new FlowLayout(m_acts);
    flow->setContentsMargins(0, 0, 0, 0);
    flow->setSpacing(kSmall);
    m_count = new PaletteLabel(TextRole::Strong, TextColour::Normal, m_acts);
    m_count->setMinimumHeight(kControl);
    flow->addWidget(m_count);
    addButton(action::kTags);
    addButton(action::kChangeCustomers);
    addButton(action::kCallSession, QT_TR_NOOP("Call session")); // in the menu it says with whom
    for (const auto id : {action::kEmailList, action::kExport, action::kTrashCustomer})
        addButton(id);
    m_clear = new QPushButton(m_acts);
    m_clear->setFlat(true);
    flow->addWidget(m_clear);

    auto *line = new QHBoxLayout(m_work);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(kGap);
    m_sentence = new PaletteLabel(TextRole::Body, TextColour::Normal, m_work);
    m_progress = new QProgressBar(m_work);
    m_progress->setTextVisible(false);
    m_stop = new QPushButton(m_work);
    line->addWidget(m_sentence);
    line->addWidget(m_progress, 1);
    line->addWidget(m_stop);
    connect(m_clear, &QPushButton::clicked, this, &CustomerSelectionBar::clearWanted);
    connect(m_stop, &QPushButton::clicked, this, &CustomerSelectionBar::stopWanted);
    retranslate();
}

// Commands that others bring stand here too once the table has them.
void CustomerSelectionBar::addButton(QLatin1StringView id, const char *words) {
    QAction *action = m_actions.find(id);
    if (!action)
        return;
    auto *button = new QPushButton(m_acts);
    button->setFlat(true);
    for (const ActionSpec &spec : m_actions.table())
        if (spec.id == id && !spec.icon.isEmpty())
            button->setIcon(Icon::get(spec.icon));
    const auto follow = [button, action] { button->setEnabled(action->isEnabled()); };
    connect(action, &QAction::changed, button, follow);
    connect(button, &QPushButton::clicked, action, &QAction::trigger);
    follow();
    m_acts->layout()->addWidget(button);
    m_entries.append({action, button, words});
}

void CustomerSelectionBar::retranslate() {
    for (const Entry &entry : std::as_const(m_entries)) {
        QString text = entry.words ? tr(entry.words) : entry.action->text();
        entry.button->setText(text.remove(u'&'));
        entry.button->setAccessibleName(text.remove(u'…'));
        entry.button->setToolTip(entry.action->shortcut().toString(QKeySequence::NativeText));
        entry.button->setAccessibleDescription(entry.button->toolTip());
    }
    m_clear->setText(tr("Clear selection"));
    m_clear->setAccessibleName(m_clear->text());
    m_clear->setToolTip(QKeySequence(Qt::Key_Escape).toString(QKeySequence::NativeText));
    m_stop->setText(tr("Stop"));
    m_stop->setAccessibleName(tr("Stop and change nothing"));
    m_progress->setAccessibleName(tr("Progress"));
    setAccessibleName(tr("Selected customers"));
    refresh();
}

void CustomerSelectionBar::setSelected(qint64 customers) {
    m_selected = customers;
    refresh();
}

void CustomerSelectionBar::showProgress(const QString &sentence, qint64 done, qint64 total) {
    m_isWorking = true;
    m_sentence->setText(sentence);
    m_progress->setRange(0, 1'000);
    m_progress->setValue(total > 0 ? int(done * 1'000 / total) : 0);
    refresh();
}

void CustomerSelectionBar::endProgress() {
    m_isWorking = false;
    refresh();
}

void CustomerSelectionBar::refresh() {
    m_count->setText(tr("%1 selected:").arg(m_formats.number(m_selected)));
    m_acts->setVisible(!m_isWorking);
    m_work->setVisible(m_isWorking);
    setVisible(m_isWorking || m_selected >= kFromCustomers);
}

void CustomerSelectionBar::paintEvent(QPaintEvent *) {
    QPainter painter(this);
    const Theme &theme = themeOf(this);
    painter.fillRect(rect(), theme.sunken);
    painter.fillRect(QRect(0, 0, width(), kHair), theme.line);
}

} // namespace kontor::ui
