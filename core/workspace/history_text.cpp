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
    {"types"_L1, QT_TRANSLATE_NOOP("kontor::history", "Change of the types")},
    {"custom_field"_L1, QT_TRANSLATE_NOOP("kontor::history", "Change of an own field")},
    {"tags"_L1, QT_TRANSLATE_NOOP("kontor::history", "Change of the list of tags")},
    {"restore_version"_L1, QT_TRANSLATE_NOOP("kontor::history", "Older version restored")},
    {"restore"_L1, QT_TRANSLATE_NOOP("kontor::history", "Restore from the trash")},
    {"restore_card"_L1, QT_TRANSLATE_NOOP("kontor::history", "Card brought back from a backup")},
    {"restore_day"_L1, QT_TRANSLATE_NOOP("kontor::history", "Day brought back from a backup")},
    {"segment"_L1, QT_TRANSLATE_NOOP("kontor::history", "Change of a segment")},
    {"consent"_L1, QT_TRANSLATE_NOOP("kontor::history", "Change of a consent")},
    {"bulk"_L1, QT_TRANSLATE_NOOP("kontor::history", "Change of many customers")},
    {"sample"_L1, QT_TRANSLATE_NOOP("kontor::history", "Sample data")},
    {"merge"_L1, QT_TRANSLATE_NOOP("kontor::history", "Merge of two cards")},
    {"unmerge"_L1, QT_TRANSLATE_NOOP("kontor::history", "Split of a merged card")},
    {"not_duplicates"_L1, QT_TRANSLATE_NOOP("kontor::history", "Marked as no duplicates")},
    {"settings"_L1, QT_TRANSLATE_NOOP("kontor::history", "Change of settings")},
};

// Acts on the lists of words, with the word that they were about: %1, and for a new name the one before: %2.
constexpr Sentence kWordSentences[] = {
    {"outcomes add"_L1, QT_TRANSLATE_NOOP("kontor::history", "New outcome “%1”")},
    {"outcomes rename"_L1, QT_TRANSLATE_NOOP("kontor::history", "Outcome “%2” renamed to “%1”")},
    {"outcomes order"_L1, QT_TRANSLATE_NOOP("kontor::history", "Outcome “%1” moved to another place")},
    {"outcomes remove"_L1, QT_TRANSLATE_NOOP("kontor::history", "Outcome “%1” removed")},
    {"outcomes step"_L1, QT_TRANSLATE_NOOP("kontor::history", "Change of the next step after “%1”")},
    {"outcomes effect"_L1, QT_TRANSLATE_NOOP("kontor::history", "Change of what “%1” does")},
    {"outcomes reset"_L1, QT_TRANSLATE_NOOP("kontor::history", "Outcomes as they were at first")},
    {"types add"_L1, QT_TRANSLATE_NOOP("kontor::history", "New type “%1”")},
    {"types rename"_L1, QT_TRANSLATE_NOOP("kontor::history", "Type “%2” renamed to “%1”")},
    {"types order"_L1, QT_TRANSLATE_NOOP("kontor::history", "Type “%1” moved to another place")},
    {"types colour"_L1, QT_TRANSLATE_NOOP("kontor::history", "Another colour for the type “%1”")},
    {"types remove"_L1, QT_TRANSLATE_NOOP("kontor::history", "Type “%1” removed")},
    {"settings currency"_L1, QT_TRANSLATE_NOOP("kontor::history", "Currency changed from %2 to %1")},
    {"settings sources"_L1, QT_TRANSLATE_NOOP("kontor::history", "Source “%1” moved to another place")},
    {"settings mapping"_L1, QT_TRANSLATE_NOOP("kontor::history", "Columns of imports kept as “%1”")},
    {"settings mapping removed"_L1, QT_TRANSLATE_NOOP("kontor::history", "Kept columns “%1” removed")},
    {"settings feed"_L1, QT_TRANSLATE_NOOP("kontor::history", "Feed “%1” kept")},
    {"settings feed removed"_L1, QT_TRANSLATE_NOOP("kontor::history", "Feed “%1” removed")},
    {"types reset"_L1, QT_TRANSLATE_NOOP("kontor::history", "Types as they were at first")},
};

QString translate(const char *text) { return QCoreApplication::translate("kontor::history", text); }

QString inverseSentence(const OperationInfo &info, const char *text) {
    const OperationInfo first{info.detail.value(u"of"_s).toString(), info.subject, info.subjectId,
                              info.detail.value(u"of_detail"_s).toObject()};
    return translate(text).arg(historySentence(first));
}

// Empty: it is no act on a list of words.
QString wordSentence(const OperationInfo &info) {
    const QString act = info.kind + u' ' + info.detail.value(u"act"_s).toString();
    for (const Sentence &sentence : kWordSentences)
        if (act == sentence.kind) {
            const QString text = translate(sentence.text);
            const QString word = info.detail.value(u"word"_s).toString();
            return text.contains(u"%2"_s)   ? text.arg(word, info.detail.value(u"before"_s).toString())
                   : text.contains(u"%1"_s) ? text.arg(word)
                                            : text;
        }
    return {};
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
    if (const QString words = wordSentence(info); !words.isEmpty())
        return words;
    for (const Sentence &sentence : kSentences)
        if (info.kind == sentence.kind)
            return translate(sentence.text);
    return translate(QT_TRANSLATE_NOOP("kontor::history", "Change"));
}

} // namespace kontor::workspace
