#include "settings/sources_pane.h"

#include "settings/name_list.h"
#include "theme/metrics.h"
#include "widgets/bidi.h"
#include "widgets/palette_label.h"

#include <QCompleter>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPushButton>
#include <QStringListModel>

namespace kontor::ui {

using namespace Qt::StringLiterals;
using namespace metrics;

SourcesPane::SourcesPane(workspace::Workspace &workspace, Shell &shell, QWidget *parent)
    : ListPane(workspace, shell, Move | Remove, parent),
      m_spelling(new QLineEdit(this)),
      m_known(new QStringListModel(this)),
      m_replace(new QPushButton(this)) {
    build();
    connect(m_spelling, &QLineEdit::textChanged, this, &SourcesPane::showPreview);
    connect(m_spelling, &QLineEdit::returnPressed, this, &SourcesPane::replace);
    connect(m_replace, &QPushButton::clicked, this, &SourcesPane::replace);
    connect(m_list, &NameList::itemDoubleClicked, m_spelling, [this] { m_spelling->setFocus(Qt::OtherFocusReason); });
    retranslate();
}

void SourcesPane::build() {
    m_list->installEventFilter(this);
    auto *completer = new QCompleter(m_known, this);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    completer->setFilterMode(Qt::MatchContains);
    m_spelling->setCompleter(completer);
    auto *line = new QWidget(this);
    auto *row = new QHBoxLayout(line);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(kGap);
    row->addWidget(m_spelling, 1);
    row->addWidget(m_replace);
    m_spellingLabel = addRow(line, &m_preview);
    m_spellingLabel->setBuddy(m_spelling);
}

void SourcesPane::retranslate() {
    applyTitle();
    m_list->setAccessibleName(tr("Sources"));
    nameActs(tr("Remove everywhere"));
    setRow(m_spellingLabel, m_spelling, tr("Write it as"));
    m_replace->setText(tr("Change everywhere"));
    m_replace->setAccessibleName(m_replace->text());
    refresh();
}

void SourcesPane::refresh() {
    read([](db::Database &database) { return sourceUses(database); }, [this](const QList<SourceUse> &sources) { show(sources); });
}

void SourcesPane::show(const QList<SourceUse> &sources) {
    m_sources = sources;
    QList<NameLine> lines;
    QStringList known;
    for (const SourceUse &use : sources) {
        known << use.source;
        lines << NameLine{use.source, use.source, tr("%Ln customer(s)", nullptr, int(use.customers))};
    }
    m_known->setStringList(known);
    m_list->setLines(lines);
}

const SourceUse *SourcesPane::current() const {
    const int row = m_list->currentRow();
    return row >= 0 && row < m_sources.size() ? &m_sources[row] : nullptr;
}

void SourcesPane::showState() {
    m_hint->setText(
        m_sources.isEmpty()
            ? tr("No card says yet how the customer found you. The field “How they found us” is on every card.")
            : tr("How customers found you, in the order in which they are offered. Two spellings become one when you write one as the other."));
    const SourceUse *use = current();
    enableActs(use && canWrite(), true);
    m_spelling->setEnabled(use && canWrite());
    const QString source = use ? use->source : QString();
    if (source != std::exchange(m_shown, source) || m_spelling->text().isEmpty())
        m_spelling->setText(source);
    showPreview();
}

void SourcesPane::showPreview() {
    const SourceUse *use = current();
    const QString wanted = m_spelling->text().simplified();
    const quint64 number = ++m_number;
    const bool isOn = use && !wanted.isEmpty() && wanted != use->source;
    m_replace->setEnabled(isOn && canWrite() && !m_isReplacing);
    if (!isOn)
        return m_preview->setText({});
    read([source = use->source, wanted](db::Database &database) { return previewSource(database, source, wanted); },
         [this, number, wanted](const SourcePreview &preview) {
             if (number != m_number)
                 return;
             const QString change = tr("%Ln customer(s) will change.", nullptr, int(preview.willChange));
             m_preview->setText(preview.haveItAlready == 0
                                    ? change
                                    //: After "38 customers will change."
                                    : tr("%1 %2").arg(change, tr("%Ln have “%1” already: the two become one.", nullptr,
                                                                 int(preview.haveItAlready))
                                                                  .arg(isolated(wanted))));
         });
}

QString SourcesPane::preview() const { return m_preview->text(); }

void SourcesPane::replace() {
    const SourceUse *use = current();
    const QString wanted = m_spelling->text().simplified();
    if (!use || !m_replace->isEnabled())
        return;
    m_isReplacing = true;
    m_replace->setEnabled(false);
    m_workspace.writeWith(
        [source = use->source, wanted](workspace::Base &base) { return replaceSource(base, source, wanted); }, this,
        [this, wanted](const Result<qint64> &count) {
            m_isReplacing = false;
            if (!count)
                m_shell.showError(count.error());
            else
                m_shell.showUndoToast(tr("%Ln customer(s) found you by “%1” now.", nullptr, int(*count)).arg(isolated(wanted)));
            m_list->select(wanted);
            refresh();
        });
}

void SourcesPane::move(int row) {
    if (const SourceUse *use = current())
        write({u"settings"_s, "setting", {}},
              [source = use->source, row](workspace::Recorder &recorder) { return moveSource(recorder, source, row); });
}

void SourcesPane::remove() {
    const SourceUse *use = current();
    if (!use || m_isReplacing)
        return;
    m_isReplacing = true;
    m_workspace.writeWith([source = use->source](workspace::Base &base) { return replaceSource(base, source, {}); }, this,
                          [this, source = use->source](const Result<qint64> &count) {
                              m_isReplacing = false;
                              if (!count)
                                  m_shell.showError(count.error());
                              else
                                  m_shell.showUndoToast(
                                      tr("“%1” is removed from %Ln customer(s).", nullptr, int(*count)).arg(isolated(source)));
                              refresh();
                          });
}

void SourcesPane::onChanged(const workspace::ChangeSet &changes) {
    if (changes.touches("customer") || changes.touches("setting"))
        refresh();
}

// F2 as in the other lists; here the new spelling is typed below, where its preview stands.
bool SourcesPane::eventFilter(QObject *watched, QEvent *event) {
    if (watched != m_list || event->type() != QEvent::KeyPress || static_cast<QKeyEvent *>(event)->key() != Qt::Key_F2)
        return ListPane::eventFilter(watched, event);
    m_spelling->setFocus(Qt::ShortcutFocusReason);
    m_spelling->selectAll();
    return true;
}

} // namespace kontor::ui
