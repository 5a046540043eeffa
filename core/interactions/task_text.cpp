#include "interactions/task_text.h"

#include "base/fold.h"

namespace kontor {

using namespace Qt::StringLiterals;

TaskText readTaskText(const QString &typed, const DateReading &reading) {
    const QStringList words = typed.simplified().split(u' ', Qt::SkipEmptyParts);
    for (qsizetype begin = 0; begin < words.size(); ++begin) {
        const QStringList end = words.mid(begin);
        bool isNumber = false;
        if (end.size() == 1)
            asciiDigits(end.first()).toInt(&isNumber); // "Offer for 40" names no day
        if (isNumber)
            continue;
        if (const auto when = parseDateWords(end.join(u' '), reading))
            return {words.first(begin).join(u' '), when};
    }
    return {words.join(u' '), std::nullopt};
}

QString taskKindOf(const QString &title) {
    static const QStringList calls{u"call"_s,   u"phone"_s,       u"ring"_s,  u"anrufen"_s, u"позвонить"_s,
                                   u"звонок"_s, u"перезвонить"_s, u"ringa"_s, u"ffonio"_s,  u"تماس"_s,
                                   u"电话"_s,   u"打电话"_s,      u"致电"_s};
    const QString first = fold(title.section(u' ', 0, 0, QString::SectionSkipEmpty));
    for (const QString &word : calls) {
        const QString known = fold(word);
        if (first == known || (known.front().script() == QChar::Script_Han && first.startsWith(known)))
            return u"call"_s;
    }
    // German puts the verb last: "Frau Berg anrufen".
    return fold(title).endsWith(u" anrufen"_s) ? u"call"_s : QString();
}

} // namespace kontor
