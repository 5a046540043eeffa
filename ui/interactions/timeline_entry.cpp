#include "interactions/timeline_entry.h"

#include "base/fold.h"
#include "customers/customer_texts.h"
#include "interactions/outcome.h"
#include "widgets/bidi.h"
#include "widgets/formats.h"

#include <QCoreApplication>

#include <algorithm>

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

// Puts what has a time in order, and headings between.
class Builder {
public:
    Builder(const TimelineContent &content, const Formats &formats) : m_content(content), m_formats(formats) {}

    QList<TimelineEntry> build() {
        addPlanned();
        addPinned();
        collect({});
        addPast({0, 0});
        return m_entries;
    }
    // Below what is shown down to `newer`, whose month has its heading already.
    QList<TimelineEntry> buildOlder(Instant newer) {
        collect(newer);
        const QDate day = m_formats.clock().dateOf(newer);
        addPast({day.year(m_formats.calendar()), day.month(m_formats.calendar())});
        return m_entries;
    }

private:
    struct Dated {
        Instant at;
        QDate day;
        TimelineEntry entry;
    };

    void addPast(std::pair<int, int> month) {
        std::stable_sort(m_past.begin(), m_past.end(), [](const Dated &a, const Dated &b) { return a.at > b.at; });
        const QCalendar calendar = m_formats.calendar();
        for (const Dated &dated : std::as_const(m_past)) {
            const std::pair<int, int> now{dated.day.year(calendar), dated.day.month(calendar)};
            if (now != month) {
                const QString words = monthOf(dated.day, m_formats);
                addHeading("month " + words.toUtf8(), words);
            }
            month = now;
            m_entries << dated.entry;
        }
    }
    bool wants(const TimelineEntry &entry) const {
        if (m_content.shown.search.isEmpty())
            return true;
        const TimelineWords words = timelineWords(entry, m_formats);
        const QString text = fold(words.title + u'\n' + words.text);
        for (const QString &word : fold(m_content.shown.search).split(u' ', Qt::SkipEmptyParts))
            if (!text.contains(word))
                return false;
        return true;
    }
    void addHeading(const QByteArray &key, const QString &words) {
        TimelineEntry entry;
        entry.key = key;
        entry.heading = words;
        m_entries << entry;
    }
    void addPlanned() {
        if (!m_content.shown.what.isEmpty())
            return;
        for (const Task &task : m_content.tasks) {
            TimelineEntry entry;
            entry.key = keyOf("task", task.id);
            entry.kind = TimelineEntry::Kind::Planned;
            entry.task = task;
            if (!wants(entry))
                continue;
            if (m_entries.isEmpty())
                addHeading("planned", Texts::tr("Planned"));
            m_entries << entry;
        }
    }
    TimelineEntry happened(const Interaction &interaction) const {
        TimelineEntry entry;
        entry.key = keyOf("entry", interaction.id);
        entry.kind = TimelineEntry::Kind::Happened;
        entry.interaction = interaction;
        entry.others = m_content.others.value(interaction.id);
        return entry;
    }
    void addPinned() {
        bool isFirst = true;
        for (const Interaction &interaction : m_content.pinned) {
            const TimelineEntry entry = happened(interaction);
            if (!wants(entry))
                continue;
            if (std::exchange(isFirst, false))
                addHeading("pinned", Texts::tr("Pinned"));
            m_entries << entry;
        }
    }
    void collect(std::optional<Instant> newer) {
        // What is older than the oldest entry comes when that page is there.
        Instant oldest{0};
        if (m_content.hasMore && !m_content.interactions.isEmpty())
            oldest = m_content.interactions.last().at;
        const auto isWithin = [&](Instant at) { return at > oldest && !(newer && at > *newer); };
        for (const Interaction &interaction : m_content.interactions)
            if (!interaction.pinned)
                add(interaction.at, m_formats.clock().dateOf(interaction.at), happened(interaction));
        for (const PurchaseLine &line : m_content.purchases) {
            const QDate day = QDate::fromString(line.purchase.purchasedOn, Qt::ISODate);
            TimelineEntry entry;
            entry.key = keyOf("purchase", line.purchase.id);
            entry.kind = TimelineEntry::Kind::Bought;
            entry.purchase = line;
            if (isWithin(m_formats.clock().endOfDay(day)))
                add(m_formats.clock().startOfDay(day), day, entry);
        }
        for (const TimelineChange &change : m_content.changes) {
            TimelineEntry entry;
            entry.key = "change" + QByteArray::number(change.seq);
            entry.kind = TimelineEntry::Kind::Changed;
            entry.change = change;
            if (isWithin(change.at))
                add(change.at, m_formats.clock().dateOf(change.at), entry);
        }
        for (const duplicates::MergedCard &card : m_content.merged) {
            TimelineEntry entry;
            entry.key = keyOf("merged", card.customer);
            entry.kind = TimelineEntry::Kind::Merged;
            entry.merged = card;
            if (isWithin(card.at))
                add(card.at, m_formats.clock().dateOf(card.at), entry);
        }
    }
    void add(Instant at, QDate day, const TimelineEntry &entry) {
        if (wants(entry))
            m_past.append({at, day, entry});
    }

    const TimelineContent &m_content;
    const Formats &m_formats;
    QList<TimelineEntry> m_entries;
    QList<Dated> m_past;
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
        const QString time = formats.time(*task.dueAt);
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

TimelineWords happenedWords(const TimelineEntry &entry, const Formats &formats) {
    const Interaction &interaction = entry.interaction;
    TimelineWords words;
    words.icon = iconOfKind(interaction.kind);
    words.title = interactionKindText(interaction.kind);
    if (!interaction.outcome.isEmpty())
        //: A kind of entry and how it went: "Call, reached".
        words.title =
            Texts::tr("%1, %2").arg(words.title, formats.locale().toLower(formats.outcomes().label(interaction.outcome)));
    if (!entry.others.isEmpty())
        //: A kind of entry and who took part: "Meeting with Lars Åkesson".
        words.title = Texts::tr("%1 with %2").arg(words.title, entry.others.join(Texts::tr(", ")));
    words.time = formats.when(interaction.at);
    words.exact = formats.dateTime(interaction.at);
    if (interaction.durationSeconds)
        words.title = Texts::tr("%1, %Ln minute(s)", nullptr, int((*interaction.durationSeconds + 30) / 60)).arg(words.title);
    words.text = interaction.text.trimmed();
    return words;
}

TimelineWords changedWords(const TimelineChange &change, const Formats &formats) {
    TimelineWords words;
    words.icon = "history"_L1;
    //: What was changed, and who did it.
    words.title = change.author.isEmpty() ? change.sentence : Texts::tr("%1, %2").arg(change.sentence, change.author);
    words.time = formats.when(change.at);
    words.exact = formats.dateTime(change.at);
    words.text = change.lines.join(u'\n');
    return words;
}

TimelineWords mergedWords(const duplicates::MergedCard &card, const Formats &formats) {
    TimelineWords words;
    words.icon = "people"_L1;
    //: The card of this customer became part of the one that is shown.
    words.title = Texts::tr("Merged from %1").arg(isolated(card.name));
    words.time = formats.when(card.at);
    words.exact = formats.dateTime(card.at);
    return words;
}

TimelineWords boughtWords(const PurchaseLine &line, const Formats &formats) {
    TimelineWords words;
    const Purchase &purchase = line.purchase;
    words.icon = "purchase"_L1;
    const QString amount = isolated(formats.money(qAbs(purchase.amount)));
    words.title = purchase.amount < 0 ? Texts::tr("Return %1").arg(amount) : Texts::tr("Purchase %1").arg(amount);
    if (!purchase.paid)
        words.title = Texts::tr("%1, not paid").arg(words.title);
    const QDate day = QDate::fromString(purchase.purchasedOn, Qt::ISODate);
    words.exact = formats.date(day);
    //: A date without its year, in the letters of QLocale::toString: 9 Mar.
    const QString near = formats.locale().toString(day, Texts::tr("d MMM"), formats.calendar());
    words.time = day == formats.today() ? Texts::tr("Today") : day.year(formats.calendar()) == formats.today().year(formats.calendar()) ? near : words.exact;
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
    return Builder(content, formats).build();
}

QList<TimelineEntry> olderEntries(const TimelineContent &shown, const TimelineContent &page, const Formats &formats) {
    TimelineContent older = shown;
    older.interactions = page.interactions;
    older.others = page.others;
    older.hasMore = page.hasMore;
    return Builder(older, formats).buildOlder(shown.interactions.last().at);
}

TimelineWords timelineWords(const TimelineEntry &entry, const Formats &formats) {
    switch (entry.kind) {
    case TimelineEntry::Kind::Planned: return plannedWords(entry.task, formats);
    case TimelineEntry::Kind::Happened: return happenedWords(entry, formats);
    case TimelineEntry::Kind::Changed: return changedWords(entry.change, formats);
    case TimelineEntry::Kind::Merged: return mergedWords(entry.merged, formats);
    case TimelineEntry::Kind::Bought: return boughtWords(entry.purchase, formats);
    case TimelineEntry::Kind::Heading:
    case TimelineEntry::Kind::Unread: break;
    }
    TimelineWords words;
    words.icon = "refresh"_L1; // of what could not be read
    words.title = entry.heading;
    return words;
}

QString timelineSummary(const TimelineEntry &entry, const Formats &formats) {
    const TimelineWords words = timelineWords(entry, formats);
    if (entry.kind == TimelineEntry::Kind::Heading || entry.kind == TimelineEntry::Kind::Unread)
        return words.title;
    const QString head = entry.kind == TimelineEntry::Kind::Planned ? Texts::tr("Planned: %1, %2").arg(words.title, words.exact.isEmpty() || words.exact == words.time ? words.time : Texts::tr("%1, %2").arg(words.time, words.exact))
                                                                    : Texts::tr("%1, %2").arg(words.title, words.exact);
    return words.text.isEmpty() ? head : Texts::tr("%1: %2").arg(head, words.text);
}

QString interactionKindsText(const QString &kind) {
    if (kind == "call"_L1)
        return Texts::tr("Calls");
    if (kind == "email"_L1)
        return Texts::tr("E-mails");
    if (kind == "meeting"_L1)
        return Texts::tr("Meetings");
    if (kind == "message"_L1)
        return Texts::tr("Messages");
    if (kind == "note"_L1)
        return Texts::tr("Notes");
    return kind == "purchase"_L1 ? Texts::tr("Purchases") : Texts::tr("Everything");
}

} // namespace kontor::ui
