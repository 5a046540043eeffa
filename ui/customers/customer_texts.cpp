#include "customers/customer_texts.h"
#include "widgets/bidi.h"

#include <QCoreApplication>

namespace kontor::ui {

using namespace Qt::StringLiterals;

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(kontor::ui::CustomerTexts)
};

struct Word {
    QLatin1StringView value;
    const char *text;
};

QString wordOf(const QList<Word> &words, const QString &value) {
    for (const Word &word : words)
        if (value == word.value)
            return Texts::tr(word.text);
    return value; // a word of the person's own
}

} // namespace

ChipTone typeTone(const QString &type, const Formats &formats) {
    const CustomerType *known = formats.types().find(type);
    return known ? ChipTone(int(qBound(qint64(0), known->colour, qint64(ChipTone::Violet)))) : ChipTone::Neutral;
}

QString interactionKindText(const QString &kind) {
    static const QList<Word> words{
        {"call"_L1, QT_TRANSLATE_NOOP("kontor::ui::CustomerTexts", "Call")},
        {"email"_L1, QT_TRANSLATE_NOOP("kontor::ui::CustomerTexts", "E-mail")},
        {"meeting"_L1, QT_TRANSLATE_NOOP("kontor::ui::CustomerTexts", "Meeting")},
        {"message"_L1, QT_TRANSLATE_NOOP("kontor::ui::CustomerTexts", "Message")},
        {"sms"_L1, QT_TRANSLATE_NOOP("kontor::ui::CustomerTexts", "Text message")},
        {"visit"_L1, QT_TRANSLATE_NOOP("kontor::ui::CustomerTexts", "Visit")},
        {"note"_L1, QT_TRANSLATE_NOOP("kontor::ui::CustomerTexts", "Note")},
    };
    return wordOf(words, kind);
}

QString channelText(const QString &channel) {
    static const QList<Word> words{
        {"phone"_L1, QT_TRANSLATE_NOOP("kontor::ui::CustomerTexts", "Phone")},
        {"email"_L1, QT_TRANSLATE_NOOP("kontor::ui::CustomerTexts", "E-mail")},
        {"sms"_L1, QT_TRANSLATE_NOOP("kontor::ui::CustomerTexts", "Text message")},
        {"messenger"_L1, QT_TRANSLATE_NOOP("kontor::ui::CustomerTexts", "Messenger")},
        {"post"_L1, QT_TRANSLATE_NOOP("kontor::ui::CustomerTexts", "Post")},
    };
    return wordOf(words, channel);
}

StepLook stepLook(const CustomerRow &row, const Formats &formats) {
    if (row.nextStep.isEmpty())
        return {NextStepState::None, "no-step"_L1, Texts::tr("No next step"), {}};
    const QDate due = QDate::fromString(row.nextDueOn, Qt::ISODate);
    if (!due.isValid())
        return {NextStepState::Later, "task"_L1, Texts::tr("Some day"), row.nextStep};
    QString words = formats.dueDay(due);
    if (row.nextDueAt && due >= formats.today())
        words = Texts::tr("%1 %2").arg(words, formats.time(*row.nextDueAt));
    if (due < formats.today())
        return {NextStepState::Late, "warning"_L1, words, row.nextStep};
    return {due == formats.today() ? NextStepState::Today : NextStepState::Later, "clock"_L1, words, row.nextStep};
}

QString stepStateText(NextStepState state) {
    switch (state) {
    case NextStepState::Late: return Texts::tr("Late");
    case NextStepState::Today: return Texts::tr("Today");
    case NextStepState::Later: return Texts::tr("Later");
    case NextStepState::None: break;
    }
    return Texts::tr("No next step");
}

QColor stepColour(NextStepState state, const Theme &theme, bool selected) {
    switch (state) {
    case NextStepState::Late: return theme.bad.foreground;
    case NextStepState::None: return selected ? theme.selText2 : theme.warn.foreground;
    case NextStepState::Today:
    case NextStepState::Later: break;
    }
    return selected ? theme.selText : theme.text;
}

QString rowSummary(const CustomerRow &row, const Formats &formats) {
    QStringList parts{row.name};
    if (!row.company.isEmpty())
        parts << row.company;
    parts << (row.lastContactAt ? Texts::tr("last contact %1").arg(isolated(formats.ago(*row.lastContactAt)))
                                : Texts::tr("never contacted"));
    const StepLook step = stepLook(row, formats);
    parts << (step.detail.isEmpty() ? step.words : Texts::tr("%1: %2").arg(step.words, step.detail));
    return parts.join(Texts::tr(", "));
}

} // namespace kontor::ui
