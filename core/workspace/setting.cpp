#include "workspace/setting.h"

namespace kontor::workspace {

using namespace Qt::StringLiterals;

namespace {

Result<std::optional<Setting>> findSetting(db::Database &database, const QString &name) {
    TRY(found, db::select<Setting>(database, u"name = ?"_s, {name}));
    return found.isEmpty() ? std::nullopt : std::optional(found.first());
}

} // namespace

Result<QString> settingValue(db::Database &database, const QString &name) {
    TRY(setting, findSetting(database, name));
    return setting ? setting->value : QString();
}

Result<void> keepSetting(Recorder &recorder, const QString &name, const QString &value) {
    TRY(before, findSetting(recorder.database(), name));
    if (before) {
        Setting after = *before;
        after.value = value;
        return recorder.update(*before, after);
    }
    // The first settings were written with the file, before its ids were counted: theirs go on.
    TRY(last, recorder.database().single(u"SELECT max(id) FROM setting"_s));
    Setting setting{Id{last.integer() + 1}, 0, name, value};
    TRY_VOID(recorder.insert(setting));
    return {};
}

} // namespace kontor::workspace
