#include "interactions/task_text.h"

#include "base/fold.h"
#include "interactions/repeat_words.h"

#include <QStringList>

namespace kontor {

using namespace Qt::StringLiterals;

namespace {

struct KindWords {
    QString kind;
    QStringList first; // with one of these a task of this kind begins
};

const QList<KindWords> &kindWords() {
    static const QList<KindWords> kinds{
        {u"call"_s,
         {u"call"_s, u"phone"_s, u"ring"_s, u"anrufen"_s, u"позвонить"_s, u"звонок"_s, u"перезвонить"_s, u"ringa"_s, u"ffonio"_s,
          u"تماس"_s, u"电话"_s, u"打电话"_s, u"致电"_s}},
        {u"email"_s,
         {u"email"_s, u"e-mail"_s, u"mail"_s, u"письмо"_s, u"mejla"_s, u"maila"_s, u"e-bostio"_s, u"ایمیل"_s, u"邮件"_s,
          u"发邮件"_s}},
        {u"meeting"_s,
         {u"meet"_s, u"meeting"_s, u"treffen"_s, u"termin"_s, u"встреча"_s, u"встретиться"_s, u"träffa"_s, u"möte"_s,
          u"cyfarfod"_s, u"جلسه"_s, u"ملاقات"_s, u"会议"_s, u"见面"_s}}};
    return kinds;
}

bool isNumberAlone(const QStringList &words) {
    bool isNumber = false;
    if (words.size() == 1)
        asciiDigits(words.first()).toInt(&isNumber); // "Offer for 40" names no day
    return isNumber;
}

} // namespace

TaskText readTaskText(const QString &typed, const DateReading &reading) {
    const QStringList words = typed.simplified().split(u' ', Qt::SkipEmptyParts);
    for (qsizetype begin = 0; begin < words.size(); ++begin) {
        const QStringList end = words.mid(begin);
        if (isNumberAlone(end))
            continue;
        const QString title = words.first(begin).join(u' ');
        if (const auto often = parseRepeatWords(end.join(u' '), reading)) {
            // "Report friday every 2 weeks": the day may stand before it.
            const TaskText before = readTaskText(title, reading);
            if (before.when && !often->namesDay && !often->first.time)
                return {before.title, before.when, repeatFrom(often->repeat.unit, often->repeat.every, before.when->day)};
            return {title, often->first, often->repeat};
        }
        if (const auto when = parseDateWords(end.join(u' '), reading))
            return {title, when, std::nullopt};
    }
    return {words.join(u' '), std::nullopt, std::nullopt};
}

QString taskKindOf(const QString &title) {
    const QString first = fold(title.section(u' ', 0, 0, QString::SectionSkipEmpty));
    for (const KindWords &kind : kindWords())
        for (const QString &word : kind.first) {
            const QString known = fold(word);
            if (first == known || (known.front().script() == QChar::Script_Han && first.startsWith(known)))
                return kind.kind;
        }
    // German puts the verb last: "Frau Berg anrufen".
    return fold(title).endsWith(u" anrufen"_s) ? u"call"_s : QString();
}

} // namespace kontor
