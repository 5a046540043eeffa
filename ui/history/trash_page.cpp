#include "history/trash_page.h"

#include "history/history_words.h"
#include "history/trash_acts.h"
#include "history/trash_delegate.h"
#include "history/trash_model.h"
#include "main_window/action_table.h"
#include "main_window/page_table.h"
#include "theme/icon.h"
#include "theme/metrics.h"
#include "theme/start_side.h"
#include "widgets/bidi.h"
#include "widgets/choice_name.h"
#include "widgets/empty_state.h"
#include "widgets/page_title.h"

#include <QtWidgets>

namespace kontor::ui {

using namespace Qt::StringLiterals;
using namespace metrics;
using history::TrashKey;
using history::TrashLine;

namespace {
constexpr int kReloadPause = 150;
constexpr int kReloadPauseHidden = 5'000; // for the count in the navigation alone
constexpr int kLongestName = 60;
} // namespace

TrashPage::TrashPage(workspace::Workspace &workspace, Shell &shell, QWidget *parent)
    : Page(workspace, shell, parent),
      m_model(new TrashModel(workspace, shell.formats(), this)),
      m_title(new PageTitle(this)),
      m_list(new QListView(this)),
      m_restore(new QPushButton(this)),
      m_delete(new QPushButton(this)),
      m_emptyAll(new QPushButton(this)),
      m_kind(new QComboBox(this)),
      m_body(new QStackedWidget(this)),
      m_empty(new EmptyState(this)) {
    build();
    wire();
    retranslate();
}

void TrashPage::build() {
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(kPage, kGap, kPage, 0);
    column->setSpacing(kLabelGap);
    column->addWidget(m_title);
    auto *acts = new QHBoxLayout;
    acts->setSpacing(kGap);
    m_restore->setIcon(Icon::get("undo"_L1));
    m_emptyAll->setFlat(true);
    for (QPushButton *button : {m_restore, m_delete})
        acts->addWidget(button);
    acts->addWidget(m_kind);
    acts->addStretch(1);
    acts->addWidget(m_emptyAll);
    column->addLayout(acts);
    m_list->setModel(m_model);
    m_list->setItemDelegate(new TrashDelegate(*m_model, *m_list));
    m_list->setUniformItemSizes(true);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setMouseTracking(true);
    m_list->setTabKeyNavigation(false);
    m_list->setContextMenuPolicy(Qt::CustomContextMenu);
    m_list->installEventFilter(this);
    m_body->addWidget(m_list);
    m_body->addWidget(m_empty);
    column->addWidget(m_body, 1);
    setTabOrder(m_list, m_restore);
    m_reloadLater.setSingleShot(true);
    m_reloadLater.start(kReloadPauseHidden);
}

void TrashPage::wire() {
    connect(&m_reloadLater, &QTimer::timeout, m_model, &TrashModel::reload);
    connect(m_restore, &QPushButton::clicked, this, &TrashPage::restore);
    connect(m_delete, &QPushButton::clicked, this, [this] { askToDelete(chosen(), false); });
    connect(m_emptyAll, &QPushButton::clicked, this, [this] { askToDelete(m_model->keys(), true); });
    connect(m_kind, &QComboBox::activated, this, [this] { m_model->setRecord(m_kind->currentData().toByteArray()); });
    connect(m_list, &QListView::doubleClicked, this, &TrashPage::restore);
    connect(m_list, &QListView::customContextMenuRequested, this, &TrashPage::showMenu);
    connect(m_list->selectionModel(), &QItemSelectionModel::selectionChanged, this, &TrashPage::showState);
    connect(m_model, &TrashModel::aboutToReload, this, [this] { m_row = qMax(0, m_list->currentIndex().row()); });
    connect(m_model, &TrashModel::problem, this, [this](const Error &error) { m_shell.showError(error); });
    connect(m_model, &TrashModel::loaded, this, [this] {
        if (m_model->rowCount() > 0 && !m_list->currentIndex().isValid())
            m_list->setCurrentIndex(m_model->index(qMin(m_row, m_model->rowCount() - 1)));
        if (m_kind->currentIndex() <= 0)
            emit countKnown(m_model->rowCount());
        showState();
    });
}

void TrashPage::fillKinds() {
    const int chosen = qMax(0, m_kind->currentIndex());
    m_kind->clear();
    m_kind->addItem(tr("Everything"), QByteArray());
    m_kind->addItem(tr("Customers"), QByteArray("customer"));
    m_kind->addItem(tr("Entries"), QByteArray("interaction"));
    m_kind->addItem(tr("Tasks"), QByteArray("task"));
    m_kind->addItem(tr("Purchases"), QByteArray("purchase"));
    m_kind->addItem(tr("Files"), QByteArray("attachment"));
    m_kind->addItem(tr("Segments"), QByteArray("segment"));
    m_kind->addItem(tr("Own fields"), QByteArray("custom_field"));
    m_kind->setCurrentIndex(chosen);
}

void TrashPage::retranslate() {
    fillKinds();
    m_title->setTitle(title());
    m_restore->setText(tr("Restore"));
    m_restore->setAccessibleName(tr("Restore"));
    m_restore->setToolTip(tr("Restore (Enter)"));
    m_delete->setText(tr("Delete for good…"));
    m_delete->setAccessibleName(tr("Delete for good"));
    m_delete->setToolTip(tr("Delete for good (Delete)"));
    m_emptyAll->setText(tr("Empty the trash…"));
    m_emptyAll->setAccessibleName(tr("Empty the trash"));
    setChoiceName(m_kind, tr("What to show"));
    m_list->setAccessibleName(tr("Trash"));
    m_model->retranslate();
    showState();
}

void TrashPage::open(const Place &place) {
    Q_UNUSED(place)
    m_model->reload();
    m_list->setFocus(Qt::OtherFocusReason);
    emit stateChanged();
}

Place TrashPage::place() const { return {page::kTrash}; }

void TrashPage::showState() {
    const bool isEmpty = m_model->isLoaded() && m_model->rowCount() == 0;
    const bool canWrite = !m_workspace.isReadOnly();
    const bool isChosen = !chosen().isEmpty();
    m_restore->setEnabled(canWrite && isChosen);
    m_delete->setEnabled(canWrite && isChosen);
    m_emptyAll->setEnabled(canWrite && m_model->rowCount() > 0 && m_kind->currentIndex() <= 0);
    m_title->setCount(m_model->rowCount() > 0 ? m_shell.formats().number(m_model->rowCount()) : QString());
    m_empty->setContent("trash"_L1,
                        m_kind->currentIndex() > 0 ? tr("Nothing of this kind is in the trash") : tr("The trash is empty"),
                        tr("What you move to the trash stays here for 90 days."));
    m_body->setCurrentWidget(isEmpty ? static_cast<QWidget *>(m_empty) : m_list);
    emit stateChanged();
}

QList<TrashKey> TrashPage::chosen() const {
    QList<TrashKey> keys;
    QModelIndexList rows = m_list->selectionModel()->selectedIndexes();
    std::sort(rows.begin(), rows.end());
    for (const QModelIndex &index : std::as_const(rows))
        keys << m_model->keys()[index.row()];
    return keys;
}

bool TrashPage::canPerform(QLatin1StringView id) const { return id == action::kSelectAll && m_model->rowCount() > 0; }

void TrashPage::perform(QLatin1StringView id) {
    if (id == action::kSelectAll)
        m_list->selectAll();
}

void TrashPage::onChanged(const workspace::ChangeSet &changes) {
    Q_UNUSED(changes)
    m_reloadLater.start(isVisible() ? kReloadPause : kReloadPauseHidden);
}

QList<QWidget *> TrashPage::panes() const { return {m_list}; }

void TrashPage::restore() {
    const QList<TrashKey> keys = chosen();
    if (keys.isEmpty() || m_workspace.isReadOnly())
        return;
    const TrashLine *line = keys.size() == 1 ? m_model->lineAt(m_list->currentIndex().row()) : nullptr;
    const QString name = line ? m_model->wordsOf(*line).name : QString();
    const bool isOne = keys.size() == 1;
    m_workspace.write(
        {u"restore"_s, isOne ? keys.first().record : QByteArray(), isOne ? keys.first().id : Id(), {{u"count"_s, keys.size()}}},
        [keys](workspace::Recorder &recorder) { return history::restoreFromTrash(recorder, keys); }, this,
        [this, name, count = int(keys.size())](Result<void> done) {
            if (!done)
                return m_shell.showError(done.error());
            m_shell.showUndoToast(name.isEmpty() ? tr("Back from the trash: %Ln thing(s).", nullptr, count)
                                                 : tr("Back from the trash: %1.").arg(isolated(name)));
        });
}

void TrashPage::askToDelete(const QList<TrashKey> &keys, bool isEverything) {
    if (keys.isEmpty() || m_workspace.isReadOnly())
        return;
    const TrashLine *line = keys.size() == 1 && !isEverything ? m_model->lineAt(m_list->currentIndex().row()) : nullptr;
    QString act = tr("Delete %Ln thing(s) for good", nullptr, int(keys.size()));
    if (line) {
        const QString name = m_model->wordsOf(*line).name;
        act = tr("Delete %1 for good").arg(isolated(name.size() > kLongestName ? name.left(kLongestName) + u'…' : name));
    }
    const QString with = line ? m_model->wordsOf(*line).detail : QString();
    QString text = tr("This cannot be undone. Nothing of it stays in the file, nor in its history.");
    if (line && !line->goesWith.isEmpty())
        text = tr("What belongs to this customer goes with it. %1").arg(text);
    auto *box = new QMessageBox(QMessageBox::NoIcon, isEverything ? tr("Empty the trash") : tr("Delete for good"), text,
                                QMessageBox::NoButton, this);
    if (!with.isEmpty())
        box->setInformativeText(with);
    box->setAttribute(Qt::WA_DeleteOnClose);
    for (QLabel *label : box->findChildren<QLabel *>())
        label->setAlignment(startSide(layoutDirection()) | Qt::AlignVCenter);
    QPushButton *doIt = box->addButton(act, QMessageBox::DestructiveRole);
    QPushButton *keep = box->addButton(tr("Keep it in the trash"), QMessageBox::RejectRole);
    box->setDefaultButton(keep);
    box->setEscapeButton(keep);
    connect(doIt, &QPushButton::clicked, this, [this, keys] { deleteForGood(keys); });
    box->open();
}

void TrashPage::deleteForGood(const QList<TrashKey> &keys) {
    m_workspace.writeWith([keys](workspace::Base &base) { return history::deleteForGood(base, keys); }, this,
                          [this](Result<qint64> count) {
                              if (!count)
                                  return m_shell.showError(count.error());
                              m_shell.showToast({tr("%Ln thing(s) deleted for good.", nullptr, int(*count)), {}, {}});
                          });
}

void TrashPage::showMenu(const QPoint &position) {
    if (chosen().isEmpty())
        return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(tr("Restore"), this, &TrashPage::restore)->setEnabled(m_restore->isEnabled());
    menu->addAction(tr("Delete for good…"), this, [this] { askToDelete(chosen(), false); })->setEnabled(m_delete->isEnabled());
    menu->popup(m_list->viewport()->mapToGlobal(position));
}

bool TrashPage::eventFilter(QObject *watched, QEvent *event) {
    if (watched != m_list || (event->type() != QEvent::KeyPress && event->type() != QEvent::ShortcutOverride))
        return Page::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    const bool isEnter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
    const bool isDelete = key->key() == Qt::Key_Delete;
    if (key->modifiers() & ~Qt::KeypadModifier || (!isEnter && !isDelete))
        return Page::eventFilter(watched, event);
    if (event->type() == QEvent::ShortcutOverride) {
        event->accept();
        return true;
    }
    if (isEnter)
        restore();
    else
        askToDelete(chosen(), false);
    return true;
}

} // namespace kontor::ui
