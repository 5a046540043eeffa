#include "exchange/import_source_step.h"

#include "widgets/bidi.h"
#include "widgets/empty_state.h"

#include <QAbstractButton>
#include <QClipboard>
#include <QFileDialog>
#include <QGuiApplication>
#include <QStandardPaths>
#include <QVBoxLayout>

namespace kontor::ui {

using namespace Qt::StringLiterals;

ImportSourceStep::ImportSourceStep(ImportSession &session, QWidget *parent)
    : ImportStep(session, parent),
      m_place(new EmptyState(this)),
      m_choose(m_place->addButton({}, true)),
      m_paste(m_place->addButton({})) {
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->addWidget(m_place);
    connect(m_choose, &QAbstractButton::clicked, this, &ImportSourceStep::choose);
    connect(m_paste, &QAbstractButton::clicked, this, &ImportSourceStep::paste);
}

QWidget *ImportSourceStep::firstField() const { return m_choose; }

void ImportSourceStep::retranslate() {
    const QString text = m_session.isRead()
                             ? tr("%1 is chosen. Another file can be chosen or dropped here.").arg(isolated(m_session.fileName()))
                             : tr("Drop a file here: a table (CSV, Excel, LibreOffice), contacts (vCard) or the file of another "
                                  "program. Nothing is "
                                  "written before you have seen what comes in.");
    m_place->setContent("import"_L1, tr("Bring your customers in"), text);
    m_choose->setText(tr("Choose a file…"));
    m_choose->setAccessibleName(tr("Choose a file"));
    m_paste->setText(tr("Paste a copied table"));
    m_paste->setAccessibleName(tr("Paste a copied table"));
}

void ImportSourceStep::choose() {
    auto *dialog =
        new QFileDialog(this, tr("Choose a file"), QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, &m_session, &ImportSession::start);
    dialog->open();
}

void ImportSourceStep::paste() {
    if (!m_session.startFromText(QGuiApplication::clipboard()->text()))
        emit textRefused();
}

} // namespace kontor::ui
