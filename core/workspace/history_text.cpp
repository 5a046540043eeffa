#include "workspace/feed.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace kontor::workspace {

using namespace Qt::StringLiterals;

namespace {

struct Sentence {
    QLatin1StringView kind;
    const char *text;
};

// Acts that need nothing but their name.
constexpr Sentence kSentences[] = {
    {"add"_L1, QT_TRANSLATE_NOOP("kontor::history", "New customer")},
    {"log"_L1, QT_TRANSLATE_NOOP("kontor::history", "New entry")},
    {"task"_L1, QT_TRANSLATE_NOOP("kontor::history", "New task")},
    {"task_done"_L1, QT_TRANSLATE_NOOP("kontor::history", "Task done")},
    {"task_edit"_L1, QT_TRANSLATE_NOOP("kontor::history", "Change of a task")},
    {"task_postpone"_L1, QT_TRANSLATE_NOOP("kontor::history", "Task postponed")},
    {"task_trash"_L1, QT_TRANSLATE_NOOP("kontor::history", "Task moved to the trash")},
    {"task_snooze"_L1, QT_TRANSLATE_NOOP("kontor::history", "Reminder put off")},
    {"purchase"_L1, QT_TRANSLATE_NOOP("kontor::history", "New purchase")},
    {"tag"_L1, QT_TRANSLATE_NOOP("kontor::history", "Change of tags")},
    {"contact_point"_L1, QT_TRANSLATE_NOOP("kontor::history", "Change of a way to reach")},
    {"trash"_L1, QT_TRANSLATE_NOOP("kontor::history", "Move to the trash")},
    {"delete_for_good"_L1, QT_TRANSLATE_NOOP("kontor::history", "Deletion for good")},
    {"outcomes"_L1, QT_TRANSLATE_NOOP("kontor::history", "Change of the outcomes")},
    {"custom_field"_L1, QT_TRANSLATE_NOOP("kontor::history", "Change of an own field")},
    {"tags"_L1, QT_TRANSLATE_NOOP("kontor::history", "Change of the list of tags")},
    {"restore_version"_L1, QT_TRANSLATE_NOOP("kontor::history", "Older version restored")},
    {"restore"_L1, QT_TRANSLATE_NOOP("kontor::history", "Restore from the trash")},
    {"segment"_L1, QT_TRANSLATE_NOOP("kontor::history", "Change of a segment")},
    {"consent"_L1, QT_TRANSLATE_NOOP("kontor::history", "Change of a consent")},
    {"bulk"_L1, QT_TRANSLATE_NOOP("kontor::history", "Change of many customers")},
    {"sample"_L1, QT_TRANSLATE_NOOP("kontor::history", "Sample data")},
    {"settings"_L1, QT_TRANSLATE_NOOP("kontor::history", "Change of settings")},
};

QString translate(const char *text) { return QCoreApplication::translate("kontor::history", text); }

QString inverseSentence(const OperationInfo &info, const char *text) {
    const OperationInfo first{info.detail.value(u"of"_s).toString(), info.subject, info.subjectId,
                              info.detail.value(u"of_detail"_s).toObject()};
    return translate(text).arg(historySentence(first));
}

} // namespace

QString historySentence(const OperationInfo &info) {
    if (info.kind == "undo"_L1)
        return inverseSentence(info, QT_TRANSLATE_NOOP("kontor::history", "Taken back: %1"));
    if (info.kind == "redo"_L1)
        return inverseSentence(info, QT_TRANSLATE_NOOP("kontor::history", "Done again: %1"));
    if (info.kind == "import"_L1)
        return translate(QT_TRANSLATE_NOOP("kontor::history", "Import of %1")).arg(info.detail.value(u"file"_s).toString());
    const bool isRestore = info.kind == "restore_value"_L1;
    if (info.kind == "edit"_L1 || isRestore) {
        const QString label = info.detail.value(u"field"_s).toString();
        if (!label.isEmpty())
            return translate(isRestore ? QT_TRANSLATE_NOOP("kontor::history", "Older value of %1 restored")
                                       : QT_TRANSLATE_NOOP("kontor::history", "Change of %1"))
                .arg(QCoreApplication::translate("kontor::fields", label.toUtf8().constData()));
        if (isRestore)
            return translate(QT_TRANSLATE_NOOP("kontor::history", "Older value restored"));
        return translate(QT_TRANSLATE_NOOP("kontor::history", "Change"));
    }
    for (const Sentence &sentence : kSentences)
        if (info.kind == sentence.kind)
            return translate(sentence.text);
    return translate(QT_TRANSLATE_NOOP("kontor::history", "Change"));
}

} // namespace kontor::workspace
