#include "segments/segment_repository.h"

#include "base/fold.h"
#include "db/text_functions.h"
#include "segments/compiler.h"
#include "segments/rule_json.h"

#include <QCoreApplication>

namespace kontor::segments {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char *text) { return QCoreApplication::translate("kontor::segments", text); }

Result<QString> usableName(const QString &name) {
    const QString trimmed = name.simplified();
    if (fold(trimmed).isEmpty())
        return Error{Code::Invalid, tr("A segment needs a name."), {}, "name"};
    return trimmed;
}

Result<void> checkForUse(db::Database &database, const QString &name, const Rule &rule, const Context &context) {
    TRY_VOID(db::registerTextFunctions(database));
    TRY(catalogue, Catalogue::load(database, context.decimals()));
    TRY(compiled, Compiler(database, catalogue, context).compile(rule, Form::Grouped, name));
    Q_UNUSED(compiled)
    return {};
}

Result<SavedSegment> existing(db::Database &database, Id id) {
    TRY(segment, db::find<SavedSegment>(database, id));
    if (!segment || segment->trashedAt)
        return Error{Code::NotFound, tr("There is no such segment any more."), {}, "segment"};
    return *segment;
}

bool namesSegment(const Condition &condition, const QString &foldedName) {
    return condition.field == "segment"_L1 &&
           std::any_of(condition.values.begin(), condition.values.end(), [&](const Operand &value) {
               const QString *text = std::get_if<QString>(&value);
               return text && fold(*text) == foldedName;
           });
}

// Gives every mention of a segment its new name; returns how many there were.
int replaceName(Group &group, const QString &foldedName, const QString &newName) {
    int replaced = 0;
    for (Node &node : group.rules) {
        if (Group *inner = node.group())
            replaced += replaceName(*inner, foldedName, newName);
        Condition *condition = node.condition();
        if (!condition || !namesSegment(*condition, foldedName))
            continue;
        for (Operand &value : condition->values)
            if (const QString *text = std::get_if<QString>(&value); text && fold(*text) == foldedName)
                value = newName;
        ++replaced;
    }
    return replaced;
}

} // namespace

Result<Id> saveSegment(workspace::Recorder &recorder, const QString &name, const Rule &rule, const Context &context) {
    TRY(usable, usableName(name));
    TRY_VOID(checkForUse(recorder.database(), usable, rule, context));
    TRY(before, findSegment(recorder.database(), usable));
    const QString json = QString::fromUtf8(writeRule(rule));
    if (!before) {
        SavedSegment segment;
        segment.name = usable;
        segment.rule = json;
        return recorder.insert(segment);
    }
    SavedSegment after = *before;
    after.rule = json;
    TRY_VOID(recorder.update(*before, after));
    return before->id;
}

Result<void> renameSegment(workspace::Recorder &recorder, Id id, const QString &name) {
    TRY(usable, usableName(name));
    TRY(before, existing(recorder.database(), id));
    TRY(taken, findSegment(recorder.database(), usable));
    if (taken && taken->id != id)
        return Error{
            Code::Invalid, tr("There is a segment named “%1” already. Choose another name.").arg(taken->name), {}, "name"};
    SavedSegment after = before;
    after.name = usable;
    TRY_VOID(recorder.update(before, after));
    TRY(others, allSegments(recorder.database()));
    for (const SavedSegment &other : others) {
        auto rule = parseRule(other.rule.toUtf8());
        if (!rule || replaceName(*rule, fold(before.name), usable) == 0)
            continue;
        SavedSegment changed = other;
        changed.rule = QString::fromUtf8(writeRule(*rule));
        TRY_VOID(recorder.update(other, changed));
    }
    return {};
}

Result<void> pinSegment(workspace::Recorder &recorder, Id id, bool pinned) {
    TRY(before, existing(recorder.database(), id));
    SavedSegment after = before;
    after.pinned = pinned;
    return recorder.update(before, after);
}

Result<void> trashSegment(workspace::Recorder &recorder, Id id) {
    TRY(before, existing(recorder.database(), id));
    TRY(others, allSegments(recorder.database()));
    for (const SavedSegment &other : others) {
        auto rule = parseRule(other.rule.toUtf8());
        if (other.id != id && rule && replaceName(*rule, fold(before.name), before.name) > 0)
            return Error{
                Code::Refused, tr("The segment “%1” speaks of this one. Change its rule first.").arg(other.name), {}, "segment"};
    }
    SavedSegment after = before;
    after.trashedAt = recorder.now();
    return recorder.update(before, after);
}

Result<std::optional<SavedSegment>> findSegment(db::Database &database, const QString &name) {
    TRY(found, db::select<SavedSegment>(database, u"name_folded = ? AND trashed_at IS NULL"_s, {db::Value(fold(name))}));
    return found.isEmpty() ? std::optional<SavedSegment>() : std::optional(found.first());
}

Result<SavedSegment> requireSegment(db::Database &database, const QString &name) {
    TRY(segment, findSegment(database, name));
    if (!segment)
        return Error{Code::NotFound, tr("There is no segment named “%1”.").arg(name), {}, "name"};
    return *segment;
}

Result<QList<SavedSegment>> allSegments(db::Database &database) {
    return db::select<SavedSegment>(database, u"trashed_at IS NULL ORDER BY position, name_folded"_s);
}

Result<Rule> ruleOf(db::Database &database, const SavedSegment &segment, const Context &context) {
    TRY(catalogue, Catalogue::load(database, context.decimals()));
    return readRule(segment.rule.toUtf8(), catalogue);
}

} // namespace kontor::segments
