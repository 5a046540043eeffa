#include "settings/settings_window.h"

#include "base/fold.h"
#include "main_window/shell.h"
#include "preferences/preferences.h"
#include "settings/calling_pane.h"
#include "settings/file_pane.h"
#include "settings/general_pane.h"
#include "settings/keys_pane.h"
#include "settings/outcomes_pane.h"
#include "settings/own_fields_pane.h"
#include "settings/sources_pane.h"
#include "settings/tags_pane.h"
#include "settings/types_pane.h"
#include "theme/metrics.h"
#include "widgets/clear_button.h"
#include "widgets/palette_label.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QScreen>
#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace kontor::ui {

using namespace Qt::StringLiterals;
using namespace metrics;

namespace {
constexpr QSize kFirstSize(880, 600);
const QString kLayoutName = u"settings"_s;
const QString kPageName = u"settings-page"_s;
} // namespace

SettingsWindow::SettingsWindow(workspace::Workspace *workspace, Shell &shell, Preferences &preferences, QWidget *parent)
    : QWidget(parent, Qt::Window),
      m_preferences(preferences),
      m_search(new QLineEdit(this)),
      m_none(new PaletteLabel(TextRole::Caption, TextColour::Second, this)),
      m_list(new QListWidget(this)),
      m_body(new QStackedWidget(this)),
      m_general(new GeneralPane(preferences, workspace, this)) {
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    auto *start = new QVBoxLayout;
    start->setContentsMargins(kPane, kPane, kPane, kPane); // margins are not mirrored
    start->setSpacing(kGap);
    start->addWidget(m_search);
    start->addWidget(m_none);
    start->addWidget(m_list, 1);
    row->addLayout(start);
    row->addWidget(m_body, 1);
    m_search->setClearButtonEnabled(true);
    m_search->installEventFilter(this);
    m_none->setWordWrap(true);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setTextElideMode(Qt::ElideRight);
    connect(m_list, &QListWidget::currentRowChanged, m_body, &QStackedWidget::setCurrentIndex);
    connect(m_search, &QLineEdit::textChanged, this, &SettingsWindow::search);
    add(m_general);
    if (workspace) {
        add(new OwnFieldsPane(*workspace, shell, this));
        add(new OutcomesPane(*workspace, shell, this));
        add(new TypesPane(*workspace, shell, this));
        add(new TagsPane(*workspace, shell, this));
        add(new SourcesPane(*workspace, shell, this));
    }
    add(new CallingPane(preferences, this));
    if (workspace)
        add(new FilePane(*workspace, shell, this));
    add(new KeysPane(shell.actions(), this));
    retranslate();
    m_list->setCurrentRow(qMax(0, pageNamed(preferences.layoutState(kPageName))));
    if (!restoreGeometry(preferences.layoutState(kLayoutName)))
        resize((QSizeF(kFirstSize) * qMax(100, preferences.textSize()) / 100).toSize().boundedTo(screen()->availableSize()).expandedTo(kFirstSize));
    m_search->setFocus();
}

void SettingsWindow::add(SettingsPane *pane) {
    auto *area = new QScrollArea(m_body);
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setFocusPolicy(Qt::NoFocus);
    area->setWidget(pane);
    m_body->addWidget(area);
    m_panes << pane;
    new QListWidgetItem(m_list);
}

SettingsPane *SettingsWindow::current() const { return m_panes.value(m_list->currentRow()); }

void SettingsWindow::open(SettingsPane *pane) {
    if (const qsizetype row = m_panes.indexOf(pane); row >= 0)
        m_list->setCurrentRow(int(row));
}

// -1: no page of that class; there are fewer while no file is open.
int SettingsWindow::pageNamed(const QByteArray &className) const {
    for (int i = 0; i < m_panes.size(); ++i)
        if (className == m_panes[i]->metaObject()->className())
            return i;
    return -1;
}

void SettingsWindow::refresh() {
    for (SettingsPane *pane : std::as_const(m_panes))
        pane->refresh();
}

void SettingsWindow::onChanged(const workspace::ChangeSet &changes) {
    for (SettingsPane *pane : std::as_const(m_panes))
        pane->onChanged(changes);
}

void SettingsWindow::retranslate() {
    setWindowTitle(tr("Settings"));
    setAccessibleName(tr("Settings"));
    m_search->setPlaceholderText(tr("Find a setting"));
    m_search->setAccessibleName(tr("Find a setting"));
    nameClearButton(*m_search);
    m_none->setText(tr("No setting has this word. Try another one."));
    m_list->setAccessibleName(tr("Pages of the settings"));
    for (int i = 0; i < m_panes.size(); ++i) {
        m_list->item(i)->setText(m_panes[i]->title());
        m_list->item(i)->setToolTip(m_panes[i]->title());
        m_body->widget(i)->setAccessibleName(m_panes[i]->title());
    }
    m_list->setFixedWidth(qBound(kNavigation, m_list->sizeHintForColumn(0) + kPage, kNavigationMax));
    search();
}

// Pages without the word are left out. Shown is the one that is called so, else the first with the word; without one, nothing changes.
void SettingsWindow::search() {
    const QString wanted = fold(m_search->text());
    int best = -1;
    bool isTitle = false;
    for (int i = 0; i < m_panes.size(); ++i) {
        const bool inTitle = fold(m_panes[i]->title()).contains(wanted);
        const bool has = inTitle || fold(m_panes[i]->words()).contains(wanted);
        m_list->item(i)->setHidden(!has);
        if (has && (best < 0 || (inTitle && !isTitle))) {
            best = i;
            isTitle = inTitle;
        }
        m_panes[i]->mark(wanted);
    }
    m_none->setVisible(best < 0);
    if (!wanted.isEmpty() && best >= 0)
        m_list->setCurrentRow(best);
}

bool SettingsWindow::eventFilter(QObject *watched, QEvent *event) {
    if (watched != m_search || event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent *>(event)->key();
    if (key == Qt::Key_Down || key == Qt::Key_Return || key == Qt::Key_Enter) {
        m_list->setFocus(Qt::OtherFocusReason);
        return true;
    }
    return false;
}

void SettingsWindow::keyPressEvent(QKeyEvent *event) {
    if (event->matches(QKeySequence::Find)) {
        m_search->setFocus(Qt::ShortcutFocusReason);
        return m_search->selectAll();
    }
    if (event->key() != Qt::Key_Escape)
        return QWidget::keyPressEvent(event);
    if (m_search->text().isEmpty())
        close();
    else
        m_search->clear();
}

void SettingsWindow::closeEvent(QCloseEvent *event) {
    m_preferences.setLayoutState(kLayoutName, saveGeometry());
    if (const SettingsPane *shown = current())
        m_preferences.setLayoutState(kPageName, shown->metaObject()->className());
    QWidget::closeEvent(event);
}

void SettingsWindow::changeEvent(QEvent *event) {
    QWidget::changeEvent(event);
    if (event->type() != QEvent::LanguageChange)
        return;
    for (SettingsPane *pane : std::as_const(m_panes))
        pane->retranslate();
    retranslate();
}

} // namespace kontor::ui
