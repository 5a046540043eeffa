#include "exchange/calendar_meaning.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>

namespace kontor::exchange {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char *text) { return QCoreApplication::translate("kontor::exchange", text); }

struct Moment {
    QDate day;                 // in the base's zone
    std::optional<Instant> at; // a whole day has none
    bool isValid() const { return day.isValid(); }
};

// A zone by its own name, or by that of Windows, which old programs write.
QTimeZone zoneNamed(const QByteArray &name, const Clock &clock) {
    const QByteArray known = QTimeZone(name).isValid() ? name : QTimeZone::windowsIdToDefaultIanaId(name);
    return known.isEmpty() ? clock.zone : QTimeZone(known);
}

// 20261201, 20261201T100000, 20261201T100000Z.
Moment momentOf(const VCardProperty *property, const Clock &clock) {
    static const QRegularExpression form(u"^(\\d{8})(?:T(\\d{4})(\\d{2})?(Z)?)?$"_s);
    const auto match = form.match(property ? QString::fromLatin1(property->value.trimmed().left(20)) : QString());
    const QDate day = QDate::fromString(match.captured(1), u"yyyyMMdd"_s);
    if (!match.hasMatch() || !day.isValid())
        return {};
    if (match.captured(2).isEmpty())
        return {day, {}};
    const QString second = match.captured(3) == "60"_L1 || match.captured(3).isEmpty() ? u"00"_s : match.captured(3);
    const QTime time = QTime::fromString(match.captured(2) + second, u"HHmmss"_s);
    if (!time.isValid())
        return {};
    const QByteArray zone = property->parameter("TZID");
    Instant at = clock.at(day, time);
    if (!match.captured(4).isEmpty())
        at = Instant{QDateTime(day, time, Qt::UTC).toMSecsSinceEpoch()};
    else if (!zone.isEmpty())
        at = Clock{zoneNamed(zone, clock), {}}.at(day, time);
    return {clock.dateOf(at), at};
}

// P1DT2H30M as seconds; 0 where it is none.
qint64 durationOf(const VCardProperty *property) {
    static const QRegularExpression form(
        u"^\\+?P(?:(\\d{1,4})W)?(?:(\\d{1,4})D)?(?:T(?:(\\d{1,4})H)?(?:(\\d{1,5})M)?(?:(\\d{1,6})S)?)?$"_s);
    const auto match = form.match(property ? QString::fromLatin1(property->value.trimmed().left(40)) : QString());
    const auto part = [&match](int number, qint64 seconds) { return match.captured(number).toLongLong() * seconds; };
    return part(1, 604'800) + part(2, 86'400) + part(3, 3'600) + part(4, 60) + part(5, 1);
}

class Meaning {
public:
    Meaning(const CalendarEntry &entry, TextDecoder &decoder, const Clock &clock)
        : m_entry(entry), m_text(decoder, false), m_clock(clock), m_start(momentOf(entry.find("DTSTART"), clock)) {}

    CalendarRow row(bool isCancellation) {
        CalendarRow row{m_entry.isTask || isToCome(), {}, m_entry.line, problem(isCancellation)};
        row.cells = row.isTask ? taskCells() : eventCells();
        return row;
    }

    CalendarProposal proposal() const {
        const bool isTask = m_entry.isTask || isToCome();
        const Moment when = isTask ? due() : m_start;
        CalendarProposal proposal{
            isTask, !m_entry.isTask, text("SUMMARY"), note(), when.day, {}, int(std::min<qint64>(minutes(), 24 * 60))};
        if (when.at)
            proposal.time = m_clock.timeOf(*when.at);
        return proposal;
    }

private:
    QString text(QByteArrayView name) const {
        const VCardProperty *property = m_entry.find(name);
        return property ? m_text.text(*property) : QString();
    }
    bool has(QByteArrayView name, QByteArrayView value) const { return text(name).toUpper().toLatin1() == value; }
    bool isToCome() const {
        return m_start.isValid() && (m_start.at ? *m_start.at > m_clock.now() : m_start.day > m_clock.today());
    }

    QString problem(bool isCancellation) const {
        if (m_entry.isTooLarge)
            return tr("The entry is larger than any real one. Shorten it.");
        if (isCancellation || has("STATUS", "CANCELLED"))
            return tr("The entry was cancelled in the calendar.");
        return {};
    }

    // What is changed of a series has the id of the series.
    QString id() const {
        const QString uid = text("UID"), recurrence = text("RECURRENCE-ID");
        return uid.isEmpty() || recurrence.isEmpty() ? uid : uid + u'/' + recurrence;
    }
    QString addresses() const {
        QStringList all;
        for (const VCardProperty &property : m_entry.properties) {
            if (property.name != "ORGANIZER" && property.name != "ATTENDEE" && property.name != "CONTACT")
                continue;
            QString address = m_text.text(property);
            if (address.startsWith(u"mailto:"_s, Qt::CaseInsensitive))
                address.remove(0, 7);
            else
                address = QString::fromUtf8(property.parameter("EMAIL"));
            if (address.contains(u'@') && !all.contains(address))
                all << address;
        }
        return all.join(u", "_s);
    }
    QString note() const {
        QStringList lines;
        if (const QString where = text("LOCATION"); !where.isEmpty())
            lines << tr("Where: %1").arg(where);
        if (const QString rule = text("RRULE"); !rule.isEmpty())
            lines << tr("Repeats: %1").arg(rule);
        for (QByteArrayView name : {"DESCRIPTION", "COMMENT", "URL"}) {
            if (const QString more = text(name); !more.isEmpty())
                lines << more;
        }
        return lines.join(u'\n');
    }
    QString written(const Moment &moment) const {
        return moment.at ? m_clock.toIso(*moment.at) : moment.day.toString(Qt::ISODate);
    }
    qint64 minutes() const {
        const Moment end = momentOf(m_entry.find("DTEND"), m_clock);
        const qint64 seconds = m_start.at && end.at ? (end.at->milliseconds - m_start.at->milliseconds) / 1000
                                                    : durationOf(m_entry.find("DURATION"));
        return m_start.at ? std::max<qint64>(0, seconds / 60) : 0;
    }
    Moment due() const {
        const Moment due = momentOf(m_entry.find("DUE"), m_clock);
        return due.isValid() ? due : m_start;
    }
    QStringList eventCells() const {
        return {id(),
                addresses(),
                written(m_start),
                u"meeting"_s,
                minutes() > 0 ? QString::number(minutes()) : QString(),
                text("SUMMARY"),
                note()};
    }

    QStringList taskCells() const {
        const Moment done = momentOf(m_entry.find("COMPLETED"), m_clock), created = momentOf(m_entry.find("CREATED"), m_clock);
        const bool isDone = has("STATUS", "COMPLETED") || text("PERCENT-COMPLETE") == "100"_L1;
        return {id(),
                addresses(),
                text("SUMMARY"),
                written(due()),
                done.isValid() ? written(done)
                : isDone       ? u"yes"_s
                               : QString(),
                m_entry.isTask ? QString() : u"meeting"_s,
                note(),
                written(created)};
    }

    const CalendarEntry &m_entry;
    VCardText m_text;
    const Clock &m_clock;
    Moment m_start;
};

} // namespace

QStringList calendarTitles(bool isOfTasks) {
    return isOfTasks ? QStringList{u"id"_s, u"email"_s, u"title"_s, u"due"_s, u"done"_s, u"kind"_s, u"note"_s, u"created_on"_s}
                     : QStringList{u"id"_s, u"email"_s, u"at"_s, u"kind"_s, u"duration_min"_s, u"subject"_s, u"text"_s};
}

CalendarRow rowOf(const CalendarEntry &entry, bool isCancellation, TextDecoder &decoder, const Clock &clock) {
    return Meaning(entry, decoder, clock).row(isCancellation);
}

CalendarProposal proposalOf(const CalendarEntry &entry, TextDecoder &decoder, const Clock &clock) {
    return Meaning(entry, decoder, clock).proposal();
}

} // namespace kontor::exchange
