// What can be done with a line of the history.
#include "history/history_model.h"
#include "history/history_page.h"
#include "history/history_view.h"
#include "history/history_words.h"
#include "history/restore.h"
#include "main_window/page_table.h"
#include "widgets/bidi.h"
#include "workspace/feed.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMenu>
#include <QMessageBox>
#include <QPushButton>

namespace kontor::ui {

using namespace Qt::StringLiterals;
using Kind = HistoryModel::Kind;

void HistoryPage::answer(const QModelIndex &index) {
    if (m_model->kindOf(index) == Kind::More)
        return m_model->loadMore(index);
    const history::Act *act = m_model->actAt(index);
    if (!act)
        return;
    if (m_workspace.isReadOnly())
        return m_shell.announce(tr("This file can be read here, but not changed."));
    const history::ChangeLine *line = m_model->lineAt(index);
    const bool isLine = m_model->kindOf(index) == Kind::Change;
    if (isLine && (!line || !line->canRestore()))
        return;
    if (!isLine && actWords(*act, m_shell.formats()).answer.isEmpty())
        return;
    if (!isLine && act->isTakenBack())
        redo(*act);
    else if (line && line->canRestore())
        restore(*line);
    else
        undo(*act, false);
}

void HistoryPage::restore(const history::ChangeLine &line) {
    const ChangeWords words = changeWords(line, true, m_shell.formats());
    m_workspace.write(
        history::restoreInfo(line),
        [change = line.change](workspace::Recorder &recorder) { return history::restore(recorder, change); }, this,
        [this, words](Result<void> done) {
            if (!done)
                return m_shell.showError(done.error());
            if (!words.hasValues)
                return m_shell.showUndoToast(tr("Brought back."));
            m_shell.showUndoToast(words.before.isEmpty() ? tr("%1 is empty again.").arg(words.what)
                                                         : tr("%1 is %2 again.").arg(words.what, isolated(words.before)));
        });
}

void HistoryPage::undo(const history::Act &act, bool evenIfChanged) {
    const QString sentence = workspace::historySentence(act.operation.info);
    m_workspace.writeWith([operation = act.operation.id,
                           evenIfChanged](workspace::Base &base) { return workspace::undo(base, operation, evenIfChanged); },
                          this,
                          [this, act, sentence](Result<workspace::UndoOutcome> outcome) {
                              if (!outcome && outcome.error().code == Code::Conflict)
                                  return askWhetherAnyway(act, outcome.error());
                              if (!outcome)
                                  return m_shell.showError(outcome.error());
                              m_shell.showToast({outcome->keptBecauseEdited > 0
                                                     ? tr("Taken back: %1. What was changed since stays: %Ln place(s).", nullptr,
                                                          int(outcome->keptBecauseEdited))
                                                           .arg(sentence)
                                                     : tr("Taken back: %1.").arg(sentence),
                                                 {},
                                                 {}});
                          });
}

void HistoryPage::askWhetherAnyway(const history::Act &act, const Error &error) {
    Q_UNUSED(error)
    auto *box =
        new QMessageBox(QMessageBox::NoIcon, tr("Changed since"),
                        tr("Some of this was changed after that act. Undoing it puts the older values back over the newer "
                           "ones. Whatever you choose, both stay in the history."),
                        QMessageBox::NoButton, this);
    box->setAttribute(Qt::WA_DeleteOnClose);
    QPushButton *anyway = box->addButton(tr("Undo anyway"), QMessageBox::AcceptRole);
    QPushButton *keep = box->addButton(tr("Keep the newer values"), QMessageBox::RejectRole);
    box->setDefaultButton(keep);
    box->setEscapeButton(keep);
    connect(anyway, &QPushButton::clicked, this, [this, act] { undo(act, true); });
    box->open();
}

void HistoryPage::redo(const history::Act &act) {
    const QString sentence = workspace::historySentence(act.operation.info);
    m_workspace.writeWith([operation = act.operation.id](workspace::Base &base) { return workspace::redo(base, operation); },
                          this,
                          [this, sentence](Result<workspace::UndoOutcome> outcome) {
                              if (!outcome)
                                  return m_shell.showError(outcome.error());
                              m_shell.showUndoToast(tr("Done again: %1.").arg(sentence));
                          });
}

void HistoryPage::copy() {
    const QModelIndex index = m_view->currentIndex();
    if (!m_model->actAt(index))
        return;
    const QString text = withoutIsolates(index.data().toString());
    QGuiApplication::clipboard()->setText(text);
    m_shell.announce(tr("Copied"));
}

void HistoryPage::showMenu(const QModelIndex &index, const QPoint &position) {
    const history::Act *act = m_model->actAt(index);
    if (!act)
        return;
    m_view->setCurrentIndex(index);
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const history::ChangeLine *line = m_model->lineAt(index);
    const QString answerText = m_model->kindOf(index) == Kind::Act ? actWords(*act, m_shell.formats()).answer
                               : line                              ? answerWords(*line)
                                                                   : QString();
    if (!answerText.isEmpty())
        menu->addAction(answerText, this, [this, at = QPersistentModelIndex(index)] { answer(at); });
    if (versionCustomer().isValid())
        menu->addAction(tr("Restore this version…"), this, &HistoryPage::openVersion);
    const Id customer = currentCustomer();
    if (customer.isValid())
        menu->addAction(tr("Show the customer"), this, [this, customer] { m_shell.go({page::kCustomers, customer}); });
    menu->addAction(tr("Copy"), this, &HistoryPage::copy);
    menu->popup(position);
}

} // namespace kontor::ui
