// A page of the settings over a list of words that the base keeps (workspace/word_list.h): what outcomes and types have in common.
#pragma once

#include "forms/flow_layout.h"
#include "settings/list_pane.h"
#include "settings/name_list.h"
#include "theme/metrics.h"
#include "workspace/word_list.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace kontor::ui {

template <class W>
class WordPane : public ListPane {
public:
    QLineEdit *name() const { return m_name; }
    QPushButton *addButton() const { return m_add; }
    QPushButton *resetButton() const { return m_reset; }

protected:
    // `kind`: of the operations, for the history.
    WordPane(workspace::Workspace &workspace, Shell &shell, const QString &kind, QWidget *parent)
        : ListPane(workspace, shell, Rename | Move | Remove, parent),
          m_kind(kind),
          m_name(new QLineEdit(this)),
          m_add(new QPushButton(this)),
          m_reset(new QPushButton(this)) {
        actRow()->addWidget(m_reset);
        QObject::connect(m_add, &QPushButton::clicked, this, [this] { add(); });
        QObject::connect(m_name, &QLineEdit::returnPressed, this, [this] { add(); });
        QObject::connect(m_name, &QLineEdit::textChanged, this, [this] { showState(); });
        QObject::connect(m_reset, &QPushButton::clicked, this, [this] {
            write(
                info(), [](workspace::Recorder &recorder) { return workspace::resetWords<W>(recorder); }, wasReset());
        });
    }

    // Below what belongs to the current word.
    void addNameRow() {
        auto *line = new QWidget(this);
        auto *row = new QHBoxLayout(line);
        row->setContentsMargins(0, 0, 0, 0);
        row->setSpacing(metrics::kGap);
        row->addWidget(m_name, 1);
        row->addWidget(m_add);
        m_nameLabel = addRow(line);
        m_nameLabel->setBuddy(m_name);
    }
    void nameNew(const QString &label, const QString &addText, const QString &resetText) {
        setRow(m_nameLabel, m_name, label);
        m_add->setText(addText);
        m_reset->setText(resetText);
        for (QPushButton *button : {m_add, m_reset})
            button->setAccessibleName(button->text());
    }

    void show(const QList<W> &words, const QList<NameLine> &lines) {
        if (!m_list->isRenaming())
            m_words = words;
        m_list->setLines(lines);
    }
    const W *current() const {
        const int row = m_list->currentRow();
        return row >= 0 && row < m_words.size() ? &m_words[row] : nullptr;
    }
    const QList<W> &shownWords() const { return m_words; }
    void showWordState(bool canRemove) {
        const bool isOn = current() && canWrite();
        enableActs(isOn, canRemove);
        m_name->setEnabled(canWrite());
        m_add->setEnabled(canWrite() && !m_name->text().simplified().isEmpty());
        m_reset->setEnabled(canWrite() && !m_words.isEmpty() && m_words.first().id.isValid());
    }

    // `change`: void(W &).
    template <class Change>
    void change(const QString &act, Change change) {
        if (const W *word = current(); word && canWrite())
            write(info(), [name = word->name, act, change](workspace::Recorder &recorder) -> Result<void> {
                TRY_VOID(putOnList(recorder, name));
                return workspace::changeWord<W>(recorder, name, act, change);
            });
    }
    void rename(const QString &label) override {
        if (const W *word = current(); word && label.simplified() != word->label())
            write(info(), [name = word->name, label](workspace::Recorder &recorder) -> Result<void> {
                TRY_VOID(putOnList(recorder, name));
                return workspace::renameWord<W>(recorder, name, label);
            });
    }
    void move(int row) override {
        if (const W *word = current())
            write(info(), [name = word->name, row](workspace::Recorder &recorder) -> Result<void> {
                TRY_VOID(putOnList(recorder, name));
                return workspace::moveWord<W>(recorder, name, row);
            });
    }
    void remove() override {
        if (const W *word = current())
            write(
                info(), [name = word->name](workspace::Recorder &recorder) { return workspace::removeWord<W>(recorder, name); },
                wasRemoved(word->label()));
    }
    virtual QString wasAdded(const QString &label) const = 0; // sentences for toasts
    virtual QString wasRemoved(const QString &label) const = 0;
    virtual QString wasReset() const = 0;

    void onChanged(const workspace::ChangeSet &changes) override {
        if (changes.touches(W::kTable))
            refresh();
    }

private:
    // Words that a file brought stand in the list as soon as something is done with them.
    static Result<void> putOnList(workspace::Recorder &recorder, const QString &name) {
        TRY(words, workspace::WordList<W>::load(recorder.database()));
        if (!words.find(name))
            TRY_VOID(workspace::addWord<W>(recorder, name));
        return {};
    }
    workspace::OperationInfo info() const { return {m_kind, W::kTable, current() ? current()->id : Id()}; }
    void add() {
        const QString label = m_name->text().simplified();
        if (!m_add->isEnabled())
            return;
        write(
            {m_kind, W::kTable, {}}, [label](workspace::Recorder &recorder) { return workspace::addWord<W>(recorder, label); },
            [this, label](const Result<QString> &name) {
                m_name->clear();
                m_list->select(*name);
                m_shell.showUndoToast(wasAdded(label));
            });
    }

    QString m_kind;
    QList<W> m_words;
    QLineEdit *m_name;
    QLabel *m_nameLabel = nullptr;
    QPushButton *m_add;
    QPushButton *m_reset;
};

} // namespace kontor::ui
