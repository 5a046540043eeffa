#include "today/today_row.h"

#include "forms/date_words_edit.h"
#include "forms/repeat_field.h"
#include "forms/task_form.h"
#include "widgets/bidi.h"
#include "widgets/formats.h"

namespace kontor::ui {

using namespace Qt::StringLiterals;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(kontor::ui::TodayModel)
};

QByteArray numbered(const char *prefix, qint64 number) { return prefix + QByteArray::number(number); }

TodayRow plain(TodayRow::Kind kind, const QByteArray &key, const QString &text) {
    TodayRow row;
    row.kind = kind;
    row.key = key;
    row.text = text;
    return row;
}

TodayRow taskRow(const TaskRow &task, const Formats &formats) {
    TodayRow row = plain(TodayRow::Kind::Task, numbered("task ", task.id.value), task.title);
    row.task = task;
    row.customer = task.customerId;
    row.isLate = !task.isDone && task.dueOn < formats.today();
    return row;
}

void addSection(QList<TodayRow> &rows, const AgendaSection &section, const QByteArray &key, const QString &heading,
                const Formats &formats) {
    TodayRow head = plain(TodayRow::Kind::Heading, key, heading);
    head.isLate = !section.day.isValid();
    rows << head;
    qint64 open = 0;
    for (const TaskRow &task : section.tasks) {
        rows << taskRow(task, formats);
        open += !task.isDone;
    }
    if (section.total <= open)
        return;
    rows << plain(TodayRow::Kind::More, key + " more", Words::tr("Show %Ln more task(s)", nullptr, int(section.total - open)));
    rows.last().isLate = head.isLate;
}

QString hintText(const TodayHint &hint, const Formats &formats) {
    switch (hint.kind) {
    case TodayHint::Kind::Birthdays: return Words::tr("%Ln birthday(s) in the next 7 days", nullptr, int(hint.count));
    case TodayHint::Kind::NoNextStep: return Words::tr("%Ln customer(s) without a next step", nullptr, int(hint.count));
    case TodayHint::Kind::Pinned: break;
    }
    //: The name of a segment and how many are in it.
    return Words::tr("%1: %2").arg(isolated(hint.name), formats.number(hint.count));
}

void addHints(QList<TodayRow> &rows, const TodayContent &content, const Formats &formats) {
    if (!content.hints.isEmpty())
        rows << plain(TodayRow::Kind::Heading, "hints", Words::tr("Worth a look"));
    for (const TodayHint &hint : content.hints) {
        TodayRow row = plain(TodayRow::Kind::Hint, "hint " + QByteArray::number(int(hint.kind)) + hint.name.toUtf8(),
                             hintText(hint, formats));
        row.rule = hint.rule;
        row.segment = hint.segment;
        row.detail = hint.kind == TodayHint::Kind::Pinned      ? hint.name
                     : hint.kind == TodayHint::Kind::Birthdays ? Words::tr("Birthday in the next 7 days")
                                                               : Words::tr("Without a next step");
        rows << row;
    }
}

void addRecent(QList<TodayRow> &rows, const TodayContent &content) {
    if (!content.recent.isEmpty())
        rows << plain(TodayRow::Kind::Heading, "recent", Words::tr("Recent"));
    for (const RecentCustomer &customer : content.recent) {
        TodayRow row = plain(TodayRow::Kind::Recent, numbered("recent ", customer.id.value), customer.name);
        row.detail = customer.under;
        row.customer = customer.id;
        rows << row;
    }
}

void addAllDone(QList<TodayRow> &rows, const TodayContent &content, const Formats &formats) {
    TodayRow row = plain(TodayRow::Kind::Sentence, "all done", Words::tr("Nothing left for today."));
    if (content.agenda.next) {
        row.text = Words::tr("Nothing left for today. Next: %1.").arg(nextTaskWords(*content.agenda.next, formats));
        row.customer = content.agenda.next->customerId;
    } else {
        //: Ctrl+T is the key.
        row.detail = Words::tr("Add a task with Ctrl+T.");
    }
    rows << row;
}

void addWeek(QList<TodayRow> &rows, const TodayContent &content, const Formats &formats) {
    for (const AgendaSection &day : content.agenda.days) {
        if (day.tasks.isEmpty() && day.day != formats.today())
            continue;
        const bool isNextWeek = formats.weekOf(day.day) > formats.weekOf(formats.today());
        const QString name = day.day == formats.today() ? Words::tr("Today, %1").arg(longDayWords(day.day, formats))
                             : day.day == formats.today().addDays(1)
                                 ? Words::tr("Tomorrow, %1").arg(longDayWords(day.day, formats))
                             : isNextWeek ? Words::tr("Next week, %1").arg(longDayWords(day.day, formats))
                                          : longDayWords(day.day, formats);
        const QString heading = day.total > 0 ? Words::tr("%1 (%2)").arg(name, formats.number(day.total)) : name;
        addSection(rows, day, "day " + day.day.toString(Qt::ISODate).toLatin1(), heading, formats);
        if (day.tasks.isEmpty())
            rows << plain(TodayRow::Kind::Sentence, "nothing today", Words::tr("Nothing left for today."));
    }
}

} // namespace

QList<TodayRow> todayRows(const TodayContent &content, const Formats &formats) {
    QList<TodayRow> rows;
    const Agenda &agenda = content.agenda;
    const bool isLate = !agenda.late.tasks.isEmpty();
    const bool isDue = !agenda.days.isEmpty() && !agenda.days.first().tasks.isEmpty();
    const bool isDone = agenda.late.total == 0 && (agenda.days.isEmpty() || agenda.days.first().total == 0);
    if (!content.isWeek && isDone)
        addAllDone(rows, content, formats);
    if (isLate)
        addSection(rows, agenda.late, "late",
                   agenda.late.total > 0 ? Words::tr("Late (%1)").arg(formats.number(agenda.late.total)) : Words::tr("Late"),
                   formats);
    if (content.isWeek)
        addWeek(rows, content, formats);
    else if (isDue)
        addSection(rows, agenda.days.first(), "today",
                   agenda.days.first().total > 0 ? Words::tr("Today (%1)").arg(formats.number(agenda.days.first().total))
                                                 : Words::tr("Today"),
                   formats);
    if (!content.isWeek) {
        addHints(rows, content, formats);
        addRecent(rows, content);
    }
    return rows;
}

QString taskTime(const TaskRow &task, const Formats &formats) {
    if (task.dueOn < formats.today())
        return task.isDone ? QString() : formats.dueDay(task.dueOn);
    return task.dueAt ? formats.time(*task.dueAt) : QString();
}

QString taskUnder(const TaskRow &task) {
    QStringList parts;
    if (!task.kind.isEmpty())
        parts << taskKindText(task.kind);
    if (!task.customerName.isEmpty())
        parts << isolated(task.customerName);
    if (!task.phone.isEmpty())
        parts << shownPhone(task.phone);
    return parts.join(Words::tr(", "));
}

QString taskRefusal(const TaskRow &task) {
    return task.refusesCalls && task.kind == "call"_L1 ? Words::tr("Do not call") : QString();
}

QString taskToolTip(const TaskRow &task, const Formats &formats) {
    const auto repeat = parseRepeatRule(task.repeat);
    QStringList lines{repeat ? repeatSentence(*repeat, formats) : QString(), task.note};
    lines.removeAll(QString());
    return lines.join(u'\n');
}

QString todaySummary(const TodayRow &row, const Formats &formats) {
    QStringList parts{row.text};
    if (row.kind == TodayRow::Kind::Task) {
        parts << row.task.customerName << taskTime(row.task, formats);
        if (!row.task.kind.isEmpty())
            parts << taskKindText(row.task.kind);
        if (const auto repeat = parseRepeatRule(row.task.repeat))
            parts << repeatSentence(*repeat, formats);
        if (row.task.isDone)
            parts << Words::tr("done");
        parts << taskRefusal(row.task);
    } else if (row.kind == TodayRow::Kind::Recent || row.kind == TodayRow::Kind::Sentence) {
        parts << row.detail;
    }
    parts.removeAll(QString());
    return parts.join(Words::tr(", "));
}

QString nextTaskWords(const TaskRow &task, const Formats &formats) {
    const QString when = DateWordsEdit::wording(task.dueOn, task.dueAt, formats);
    return Words::tr("%1, %2").arg(when, isolated(task.customerName.isEmpty() ? task.title : task.customerName));
}

QString longDayWords(QDate day, const Formats &formats) {
    //: A day in the letters of QLocale::toString: Monday 9 March.
    return formats.locale().toString(day, Words::tr("dddd d MMMM"), formats.calendar());
}

} // namespace kontor::ui
