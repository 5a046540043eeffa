#include "interactions/timeline_entry.h"

#include "customers/customer_texts.h"
#include "interactions/outcome.h"
#include "widgets/formats.h"

#include <QCoreApplication>

namespace kontor::ui {

using namespace Qt::StringLiterals;

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(kontor::ui::Timeline)
};

QByteArray keyOf(const char *kind, Id id) { return QByteArray(kind) + QByteArray::number(id.value); }

QString monthOf(QDate day, const Formats &formats) {
    const QCalendar calendar = formats.calendar();
    const auto parts = calendar.partsFromDate(day);
    const QString name = calendar.standaloneMonthName(formats.locale(), parts.month, parts.year);
    //: A month and its year: March 2026.
    return Texts::tr("%1 %2").arg(name, formats.locale().toString(parts.year).remove(formats.locale().groupSeparator()));
}

class Builder {
public:
    explicit Builder(const Formats &formats) : m_formats(formats) {}

    void addPlanned(const QList<Task> &tasks) {
        for (const Task &task : tasks) {
            if (m_entries.isEmpty())
                addHeading("planned", Texts::tr("Planned"));
            m_entries.append({keyOf("task", task.id), TimelineEntry::Kind::Planned, {}, task, {}, {}, false});
        }
    }
    void add(const Interaction &interaction) {
        addMonth(m_formats.clock().dateOf(interaction.at));
        m_entries.append({keyOf("entry", interaction.id), TimelineEntry::Kind::Happened, {}, {}, interaction, {}, false});
    }
    void add(const PurchaseLine &line) {
        addMonth(QDate::fromString(line.purchase.purchasedOn, Qt::ISODate));
        m_entries.append({keyOf("purchase", line.purchase.id), TimelineEntry::Kind::Bought, {}, {}, {}, line, false});
    }
    QList<TimelineEntry> entries() const { return m_entries; }

private:
    void addHeading(const QByteArray &key, const QString &words) {
        m_entries.append({key, TimelineEntry::Kind::Heading, words, {}, {}, {}, false});
    }
    void addMonth(QDate day) {
        const QString month = monthOf(day, m_formats);
        if (month == m_month)
            return;
        m_month = month;
        addHeading("month " + month.toUtf8(), month);
    }

    const Formats &m_formats;
    QString m_month;
    QList<TimelineEntry> m_entries;
};

TimelineWords plannedWords(const Task &task, const Formats &formats) {
    TimelineWords words;
    words.title = task.title;
    words.text = task.note;
    const QDate due = QDate::fromString(task.dueOn, Qt::ISODate);
    words.time = due.isValid() ? formats.dueDay(due) : Texts::tr("Some day");
    words.exact = due.isValid() ? formats.date(due) : QString();
    if (task.dueAt) {
        words.exact = formats.dateTime(*task.dueAt);
        const QString time = formats.locale().toString(formats.clock().dateTimeOf(*task.dueAt).time(), QLocale::ShortFormat);
        if (due >= formats.today())
            words.time = Texts::tr("%1 %2").arg(words.time, time);
    }
    words.isLate = due.isValid() && due < formats.today();
    words.icon = words.isLate ? "warning"_L1 : "clock"_L1;
    return words;
}

QLatin1StringView iconOfKind(const QString &kind) {
    if (kind == "call"_L1)
        return "phone"_L1;
    if (kind == "email"_L1)
        return "mail"_L1;
    if (kind == "meeting"_L1 || kind == "visit"_L1)
        return "people"_L1;
    if (kind == "message"_L1 || kind == "sms"_L1)
        return "message"_L1;
    return "note"_L1;
}

TimelineWords happenedWords(const Interaction &interaction, const Formats &formats) {
    TimelineWords words;
    words.icon = iconOfKind(interaction.kind);
    words.title = interactionKindText(interaction.kind);
    if (const auto outcome = findOutcome(interaction.outcome))
        //: A kind of entry and how it went: "Call, reached".
        words.title = Texts::tr("%1, %2").arg(words.title, formats.locale().toLower(outcome->label));
    words.time = formats.when(interaction.at);
    words.exact = formats.dateTime(interaction.at);
    words.text = interaction.text.trimmed();
    return words;
}

TimelineWords boughtWords(const PurchaseLine &line, const Formats &formats) {
    TimelineWords words;
    const Purchase &purchase = line.purchase;
    words.icon = "purchase"_L1;
    const QString amount = formats.money(purchase.amount);
    words.title = purchase.amount < 0 ? Texts::tr("Return %1").arg(amount) : Texts::tr("Purchase %1").arg(amount);
    if (!purchase.paid)
        words.title = Texts::tr("%1, not paid").arg(words.title);
    const QDate day = QDate::fromString(purchase.purchasedOn, Qt::ISODate);
    words.exact = formats.date(day);
    //: A date without its year, in the letters of QLocale::toString: 9 Mar.
    const QString near = formats.locale().toString(day, Texts::tr("d MMM"), formats.calendar());
    words.time = day == formats.today() ? Texts::tr("Today") : day.year() == formats.today().year() ? near : words.exact;
    words.text = line.productName;
    if (purchase.quantity != 1 && !line.productName.isEmpty())
        //: How many of a product: "3 × Mower".
        words.text = Texts::tr("%1 × %2").arg(formats.locale().toString(purchase.quantity), line.productName);
    if (!purchase.note.isEmpty())
        words.text += (words.text.isEmpty() ? QString() : u"\n"_s) + purchase.note;
    return words;
}

} // namespace

QList<TimelineEntry> timelineEntries(const TimelineContent &content, const Formats &formats) {
    Builder builder(formats);
    builder.addPlanned(content.tasks);
    auto purchase = content.purchases.cbegin();
    for (const Interaction &interaction : content.interactions) {
        const QString day = formats.clock().dateOf(interaction.at).toString(Qt::ISODate);
        while (purchase != content.purchases.cend() && purchase->purchase.purchasedOn > day)
            builder.add(*purchase++);
        builder.add(interaction);
    }
    // What was bought before the oldest entry comes when that page is there.
    while (!content.hasMore && purchase != content.purchases.cend())
        builder.add(*purchase++);
    return builder.entries();
}

TimelineWords timelineWords(const TimelineEntry &entry, const Formats &formats) {
    switch (entry.kind) {
    case TimelineEntry::Kind::Planned: return plannedWords(entry.task, formats);
    case TimelineEntry::Kind::Happened: return happenedWords(entry.interaction, formats);
    case TimelineEntry::Kind::Bought: return boughtWords(entry.purchase, formats);
    case TimelineEntry::Kind::Heading: break;
    }
    TimelineWords words;
    words.title = entry.heading;
    return words;
}

QString timelineSummary(const TimelineEntry &entry, const Formats &formats) {
    const TimelineWords words = timelineWords(entry, formats);
    if (entry.kind == TimelineEntry::Kind::Heading)
        return words.title;
    const QString head = entry.kind == TimelineEntry::Kind::Planned ? Texts::tr("Planned: %1, %2").arg(words.title, words.time)
                                                                    : Texts::tr("%1, %2").arg(words.title, words.exact);
    return words.text.isEmpty() ? head : Texts::tr("%1: %2").arg(head, words.text);
}

} // namespace kontor::ui
