#include "exchange/import_source_step.h"

#include "exchange/file_facts.h"
#include "theme/icon.h"
#include "theme/kontor_style.h"
#include "theme/metrics.h"
#include "widgets/bidi.h"
#include "widgets/empty_state.h"
#include "widgets/file_dialogs.h"
#include "widgets/palette_label.h"

#include <QAbstractButton>
#include <QClipboard>
#include <QDir>
#include <QFileInfo>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QListWidget>
#include <QVBoxLayout>

namespace kontor::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kRowsShown = 5;

} // namespace

ImportSourceStep::ImportSourceStep(ImportSession &session, const Formats &formats, QWidget *parent)
    : ImportStep(session, parent),
      m_formats(formats),
      m_place(new EmptyState(this)),
      m_make(m_place->addButton({}, true)),
      m_choose(m_place->addButton({}, true)),
      m_paste(m_place->addButton({})),
      m_keptTitle(new PaletteLabel(TextRole::Strong, TextColour::Normal, this)),
      m_kept(new QListWidget(this)) {
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->addWidget(m_place, 1);
    column->addWidget(m_keptTitle);
    column->addWidget(m_kept);
    m_kept->setTabKeyNavigation(false);
    connect(m_kept, &QListWidget::itemClicked, this, [this](QListWidgetItem *item) { takeKept(m_kept->row(item)); });
    connect(&session, &ImportSession::keptChanged, this, &ImportSourceStep::showKept);
    connect(&session, &ImportSession::exportChosen, this, &ImportSourceStep::showPlace);
    connect(m_make, &QAbstractButton::clicked, this, [this] { emit newFileWanted(m_session.exportPath()); });
    connect(m_choose, &QAbstractButton::clicked, this, &ImportSourceStep::choose);
    connect(m_paste, &QAbstractButton::clicked, this, &ImportSourceStep::paste);
}

QWidget *ImportSourceStep::firstField() const { return m_session.exportPath().isEmpty() ? m_choose : m_make; }

void ImportSourceStep::showPlace() {
    const QString exported = m_session.exportPath();
    m_make->setVisible(!exported.isEmpty());
    makePrimary(m_choose, exported.isEmpty() && !m_session.isRead()); // else going on with what is chosen is
    if (!exported.isEmpty())
        return m_place->setContent(
            "import"_L1, tr("An export of a whole file"),
            tr("%1 (%2) holds everything of a Kontor file. It becomes a new file; nothing in this one changes.")
                .arg(isolated(QFileInfo(exported).fileName()), fileFacts(exported, m_formats)));
    QString text =
        tr("Drop a file here: a table (CSV, Excel, LibreOffice), contacts (vCard) or the file of another program. Nothing is "
           "written before you have seen what comes in.");
    if (m_session.isRead() && m_session.isPasted())
        text = tr("A copied table is chosen. A file can be chosen or dropped here as well.");
    else if (m_session.isRead())
        text = tr("%1 is chosen: %2. Another file can be chosen or dropped here.")
                   .arg(isolated(m_session.fileName()), fileFacts(m_session.path(), m_formats));
    m_place->setContent("import"_L1, tr("Bring your customers in"), text);
}

void ImportSourceStep::retranslate() {
    showPlace();
    m_make->setText(tr("Make a new file of it…"));
    m_make->setAccessibleName(tr("Make a new file of it"));
    m_choose->setText(tr("Choose a file…"));
    m_choose->setAccessibleName(tr("Choose a file"));
    m_paste->setText(tr("Paste a copied table"));
    m_paste->setAccessibleName(tr("Paste a copied table"));
    m_keptTitle->setText(tr("As taken in before"));
    m_kept->setAccessibleName(tr("Remembered imports"));
    showKept();
}

// The feeds, then the mappings that files with the same columns are read by.
void ImportSourceStep::showKept() {
    m_kept->clear();
    for (const exchange::Feed &feed : m_session.feeds())
        m_kept->addItem(new QListWidgetItem(
            Icon::get("refresh"_L1),
            tr("Take %1 in again: %2").arg(isolated(feed.name), isolatedLtr(QDir::toNativeSeparators(feed.path)))));
    for (const exchange::SavedMapping &mapping : m_session.savedMappings())
        m_kept->addItem(
            new QListWidgetItem(Icon::get("import"_L1), tr("Choose a file to read as %1…").arg(isolated(mapping.name))));
    const bool isThere = m_kept->count() > 0;
    m_keptTitle->setVisible(isThere);
    m_kept->setVisible(isThere);
    if (isThere)
        m_kept->setFixedHeight(qMin(m_kept->count(), kRowsShown) * m_kept->sizeHintForRow(0) + 2 * metrics::kLabelGap);
}

void ImportSourceStep::takeKept(int row) {
    if (row < 0 || m_session.isAtWork())
        return;
    if (row < m_session.feeds().size())
        return emit feedWanted(m_session.feeds().at(row));
    m_session.useMapping(m_session.savedMappings().at(row - m_session.feeds().size()).name);
    choose();
}

void ImportSourceStep::keyPressEvent(QKeyEvent *event) {
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (isEnter && m_kept->hasFocus())
        return takeKept(m_kept->currentRow());
    ImportStep::keyPressEvent(event);
}

void ImportSourceStep::choose() {
    askForFile(this, tr("Choose a file"), {}, [this](const QString &path) { m_session.start(path); });
}

void ImportSourceStep::paste() {
    if (!m_session.startFromText(QGuiApplication::clipboard()->text()))
        emit textRefused();
}

} // namespace kontor::ui
