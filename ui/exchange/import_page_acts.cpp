// The import itself and what can be done with it afterwards.
#include "exchange/import_page.h"

#include "exchange/import_source_step.h"
#include "main_window/page_table.h"
#include "segments/rule_json.h"
#include "theme/kontor_style.h"

#include <QLocale>
#include <QMessageBox>
#include <QPushButton>

namespace kontor::ui {

using namespace Qt::StringLiterals;
using exchange::OfEdited;

namespace {

QByteArray ruleOfTag(const QString &tag) {
    return segments::writeRule({segments::Match::All, {{segments::Condition{u"tag"_s, segments::Operator::Has, {tag}}}}});
}

QString takenBackText(const exchange::ImportUndo &undone) {
    QString text = ImportPage::tr("The import was taken back.");
    if (undone.toTrash > 0)
        text += u' ' + ImportPage::tr("%Ln that were edited since are in the trash.", nullptr, int(undone.toTrash));
    if (undone.keptBecauseEdited > 0)
        text += u' ' + ImportPage::tr("%Ln that were edited since are kept.", nullptr, int(undone.keptBecauseEdited));
    return text;
}

} // namespace

void ImportPage::import(qint64 trial) {
    const QString day = m_shell.formats().date(m_workspace.clock().today());
    m_session.import(trial > 0 ? tr("Import %1, trial").arg(day) : tr("Import %1").arg(day), trial);
    goTo(kDone);
}

void ImportPage::showImported() { m_shell.go(membersOf({}, m_session.tag(), ruleOfTag(m_session.tag()))); }

void ImportPage::undoImport(After after) {
    m_workspace.writeWith(
        [report = *m_session.imported()](workspace::Base &base) { return exchange::editedSince(base, report); }, this,
        [this, after](const Result<QList<Id>> &edited) {
            if (!edited)
                return m_shell.showError(edited.error());
            if (edited->isEmpty())
                return takeBack(OfEdited::Keep, after);
            askOfEdited(edited->size(), after);
        });
}

void ImportPage::askOfEdited(qint64 edited, After after) {
    const exchange::ImportCounts counts = m_session.imported()->total();
    const QString text = tr("%Ln of %1 were edited after the import. Removed ones go to the trash, where you can restore them.",
                            nullptr, int(edited))
                             .arg(QLocale().toString(counts.added + counts.filled + counts.changed));
    auto *box = new QMessageBox(QMessageBox::NoIcon, tr("Edited since the import"), text, QMessageBox::NoButton, this);
    box->setAttribute(Qt::WA_DeleteOnClose);
    QPushButton *keep = box->addButton(tr("Keep those %Ln", nullptr, int(edited)), QMessageBox::AcceptRole);
    const QPushButton *all = box->addButton(tr("Remove all"), QMessageBox::DestructiveRole);
    box->setEscapeButton(box->addButton(tr("Cancel"), QMessageBox::RejectRole));
    box->setDefaultButton(keep);
    makePrimary(keep);
    connect(keep, &QPushButton::clicked, this, [this, after] { takeBack(OfEdited::Keep, after); });
    connect(all, &QPushButton::clicked, this, [this, after] { takeBack(OfEdited::ToTrash, after); });
    box->open();
}

void ImportPage::takeBack(OfEdited ofEdited, After after) {
    m_workspace.writeWith(
        [report = *m_session.imported(), ofEdited](workspace::Base &base) {
            return exchange::undoImport(base, report, ofEdited);
        },
        this,
        [this, after](const Result<exchange::ImportUndo> &undone) {
            if (!undone)
                return m_shell.showError(undone.error());
            m_shell.showToast({takenBackText(*undone), {}, {}});
            if (after == After::BeginAnew)
                return beginAnew();
            m_session.forgetImported();
            goTo(kCheck);
        });
}

void ImportPage::beginAnew() {
    m_session.clear();
    m_source->retranslate();
    goTo(kSource);
}

} // namespace kontor::ui
