// The rule that is being built, with everything that can be done to it and taken back. Not saved: the only undo that does not go through the
// history of the base.
#pragma once

#include "segments/rule_path.h"

#include <QObject>
#include <QUndoStack>

namespace kontor::ui {

class RuleDraft : public QObject {
    Q_OBJECT

public:
    explicit RuleDraft(QObject *parent = nullptr);

    const segments::Rule &rule() const { return m_rule; }
    QUndoStack &undoStack() { return m_undo; }
    void reset(const segments::Rule &rule); // forgets what was done

    // `part`: what of the condition is edited; a run of edits of the same part is taken back as one.
    void setCondition(const RulePath &path, const segments::Condition &condition, const QString &part = {});
    void setMatch(const RulePath &group, segments::Match match);
    // Behind a condition, or at the end of a group.
    void addCondition(const RulePath &at);
    void addGroup(const RulePath &at);
    void remove(const RulePath &path);
    void move(const RulePath &path, int by);
    void moveTo(const RulePath &path, const RulePath &place); // in front of what stands there
    void wrap(const RulePath &path, int count = 1);           // with those that follow it
    bool canAddGroup(const RulePath &at) const;

signals:
    // `isSameShape`: the same rows as before, only what stands in them is another.
    void changed(const kontor::ui::RulePath &focus, bool isSameShape);

private:
    friend class RuleChange;
    void push(segments::Rule after, const RulePath &before, const RulePath &focus, const QString &name, const QString &part = {});
    void apply(const segments::Rule &rule, const RulePath &focus);
    RulePath placeBehind(const RulePath &at) const;

    segments::Rule m_rule;
    QUndoStack m_undo;
};

} // namespace kontor::ui
