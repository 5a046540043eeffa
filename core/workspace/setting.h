// A value that belongs to the whole base, by its name: the currency, the order of the sources.
#pragma once

#include "db/record.h"
#include "workspace/recorder.h"

namespace kontor::workspace {

struct Setting {
    Id id;
    qint64 version = 0;
    QString name;
    QString value;

    static constexpr const char *kTable = "setting";
    static auto fields() {
        using db::field;
        return std::tuple(field("name", &Setting::name).technical(),
                          field("value", &Setting::value, QT_TRANSLATE_NOOP("kontor::fields", "Setting")));
    }
};

// Empty where it was never set.
Result<QString> settingValue(db::Database &database, const QString &name);
// One change of the running operation; nothing where it has that value.
Result<void> keepSetting(Recorder &recorder, const QString &name, const QString &value);

} // namespace kontor::workspace
