#include "exchange/calendar_file.h"
#include "exchange/calendar_reader.h"
#include "exchange/import_preview.h"
#include "import_fixture.h"
#include "mutations.h"

#include <QTimeZone>

using namespace Qt::StringLiterals;
using namespace kontor;
using namespace kontor::exchange;

namespace {

QByteArray calendar(const QByteArray &inner) {
    return "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x//EN\r\n" + inner + "END:VCALENDAR\r\n";
}
QByteArray event(const QByteArray &lines) { return "BEGIN:VEVENT\r\n" + lines + "END:VEVENT\r\n"; }
QByteArray todo(const QByteArray &lines) { return "BEGIN:VTODO\r\n" + lines + "END:VTODO\r\n"; }

const QByteArray kPast =
    event("UID:e1\r\nDTSTART;TZID=Europe/Berlin:20200204T101500\r\nDTEND;TZID=Europe/Berlin:20200204T114500\r\n"
          "SUMMARY:Measuring\\, garden\r\nLOCATION:Lilla Torg 2\\nMalmö\r\nDESCRIPTION:long li\r\n ne\r\n"
          "ORGANIZER;CN=Shop:mailto:shop@kontor.example\r\nATTENDEE;ROLE=REQ-PARTICIPANT:MAILTO:anna@example.org\r\n"
          "BEGIN:VALARM\r\nDESCRIPTION:ring\r\nEND:VALARM\r\nSTATUS:CONFIRMED\r\n");
const QByteArray kComing =
    event("UID:e2\r\nDTSTART:20310204T101500Z\r\nDURATION:PT1H30M\r\nSUMMARY:Delivery\r\nRRULE:FREQ=YEARLY\r\n"
          "ATTENDEE:mailto:bert@example.org\r\n");

class Calendars : public ImportFixture {
protected:
    Calendars() : ImportFixture({u"DE"_s, u"EUR"_s, u"Europe/Berlin"_s, u"de"_s}) {}
    void SetUp() override {
        Clock clock = base->clock();
        clock.fixedNow = Instant{QDateTime({2026, 3, 9}, {12, 0}, Qt::UTC).toMSecsSinceEpoch()};
        base->setClock(clock);
        import("id,name,email\n1,Anna,anna@example.org\n2,Bert,bert@example.org\n", {}, u"people.csv"_s);
    }
    ImportReport importCalendar(const QByteArray &inner) { return import(calendar(inner), {}, u"invitation.ics"_s); }
    QString time(const QString &column, const QString &table) {
        return values(u"SELECT strftime('%Y-%m-%dT%H:%M', "_s + column + u" / 1000, 'unixepoch') FROM "_s + table);
    }
};

} // namespace

TEST_F(Calendars, AnAppointmentThatWasIsAMeetingOfTheCustomerWhoTookPart) {
    EXPECT_EQ(inWords(importCalendar(kPast).total()), u"added 1"_s);
    EXPECT_EQ(values(u"SELECT c.name || ' ' || i.kind || ' ' || i.duration_seconds || ' ' || replace(i.text, char(10), '/') "
                     "FROM interaction i JOIN customer c ON c.id = i.customer_id"_s),
              u"Anna meeting 5400 Measuring, garden/Where: Lilla Torg 2/Malmö/long line"_s);
    EXPECT_EQ(time(u"at"_s, u"interaction"_s), u"2020-02-04T09:15"_s);
    EXPECT_EQ(inWords(importCalendar(kPast).total()), u"unchanged 1"_s);
}

TEST_F(Calendars, AnAppointmentToComeIsATaskOfItsDayAndTime) {
    EXPECT_EQ(inWords(importCalendar(kPast + kComing).total()), u"added 2"_s);
    EXPECT_EQ(values(u"SELECT c.name || ' ' || t.title || ' ' || t.kind || ' ' || t.due_on || ' ' || t.note FROM task t "
                     "JOIN customer c ON c.id = t.customer_id"_s),
              u"Bert Delivery meeting 2031-02-04 Repeats: FREQ=YEARLY"_s);
    EXPECT_EQ(time(u"due_at"_s, u"task"_s), u"2031-02-04T10:15"_s);
    EXPECT_EQ(values(u"SELECT done_at IS NULL FROM task"_s), u"1"_s);
}

TEST_F(Calendars, TasksComeWithWhatIsDoneAndNeedNoCustomer) {
    EXPECT_EQ(inWords(importCalendar(
                          todo("UID:t1\nSUMMARY:Send the offer\nDUE;VALUE=DATE:20260401\nATTENDEE:mailto:anna@example.org\n") +
                          todo("UID:t2\nSUMMARY:Order seeds\nSTATUS:COMPLETED\nCOMPLETED:20260301T080000Z\n"))
                          .total()),
              u"added 2"_s);
    EXPECT_EQ(values(u"SELECT title || ' ' || due_on || ' ' || coalesce(due_at, '-') || ' ' || coalesce(customer_id, '-') "
                     "FROM task WHERE done_at IS NULL"_s),
              u"Send the offer 2026-04-01 - %1"_s.arg(values(u"SELECT id FROM customer WHERE name = 'Anna'"_s)));
    EXPECT_EQ(values(u"SELECT title || ' ' || done_at FROM task WHERE customer_id IS NULL"_s), u"Order seeds 1772352000000"_s);
}

TEST_F(Calendars, WhatWasCancelledOrIsOfNobodyKnownIsRejectedWithTheReason) {
    const auto report = importCalendar(event("UID:e3\nDTSTART:20200204\nSTATUS:CANCELLED\nATTENDEE:mailto:anna@example.org\n") +
                                       event("UID:e4\nDTSTART:20200204\nATTENDEE:mailto:stranger@example.org\n") +
                                       event("UID:e5\nSUMMARY:when\nATTENDEE:mailto:anna@example.org\n"));
    EXPECT_EQ(inWords(report.total()), u"rejected 3"_s);
    const QString rejects = readFile(report.files.first().rejects);
    EXPECT_TRUE(rejects.contains(u"was cancelled in the calendar"_s));
    EXPECT_TRUE(rejects.contains(u"No customer has this e-mail address"_s));
    EXPECT_TRUE(rejects.contains(u"does not say when"_s));
    EXPECT_EQ(inWords(import("BEGIN:VCALENDAR\nMETHOD:CANCEL\n" + event("UID:e6\nDTSTART:20200204\n") + "END:VCALENDAR\n", {},
                             u"c.ics"_s)
                          .total()),
              u"rejected 1"_s);
}

TEST_F(Calendars, TimesAreThoseOfTheirZoneOfWindowsToo) {
    for (const auto &[written, wanted] :
         {std::pair{"DTSTART;TZID=W. Europe Standard Time:20200704T100000", u"2020-07-04T08:00"_s},
          {"DTSTART;TZID=Nowhere/At all:20200704T100000", u"2020-07-04T08:00"_s}, // that of the base
          {"DTSTART:20200704T100000", u"2020-07-04T08:00"_s},
          {"DTSTART:20200704T1000Z", u"2020-07-04T10:00"_s},
          {"DTSTART;TZID=\"Asia/Tehran\":20200704T100000", u"2020-07-04T05:30"_s},
          {"DTSTART;VALUE=DATE:20200704", u"2020-07-03T22:00"_s}}) {
        ASSERT_TRUE(base->write({u"edit"_s}, [](workspace::Recorder &recorder) {
            return recorder.database().execute(u"DELETE FROM interaction"_s);
        }));
        importCalendar(event(QByteArray("ATTENDEE:mailto:anna@example.org\n") + written + "\n"));
        EXPECT_EQ(time(u"at"_s, u"interaction"_s), wanted) << written;
    }
}

TEST_F(Calendars, ThePreviewShowsBothTablesAndAnEmptyCalendarIsReadToo) {
    const auto tables = previewFile(write(u"a.ics"_s, calendar(kPast + kComing)), base->settings(), {});
    ASSERT_TRUE(tables);
    ASSERT_EQ(tables->size(), 2);
    EXPECT_EQ(tables->at(0).kind, FileKind::Tasks);
    EXPECT_EQ(tables->at(1).kind, FileKind::Interactions);
    EXPECT_EQ(importCalendar({}).total().read, 0);
    EXPECT_FALSE(isCalendar("BEGIN:VCARD\r\n"));
    EXPECT_TRUE(isCalendar("\r\nbegin:vcalendar\r\n"));
}

TEST_F(Calendars, AFileWithOneEntryProposesItAndAnyOtherNothing) {
    const auto proposed = [this](const QByteArray &inner) {
        return proposalIn(write(u"a.ics"_s, calendar(inner)), base->clock());
    };
    const auto past = proposed(kPast), coming = proposed(kComing);
    ASSERT_TRUE(past && coming);
    EXPECT_FALSE(past->isTask);
    EXPECT_EQ(past->title, u"Measuring, garden"_s);
    EXPECT_EQ(past->day, QDate(2020, 2, 4));
    EXPECT_EQ(past->time, QTime(10, 15));
    EXPECT_EQ(past->minutes, 90);
    EXPECT_TRUE(coming->isTask && coming->isMeeting);
    EXPECT_EQ(coming->time, QTime(11, 15)); // of the base
    const auto task = proposed(todo("SUMMARY:Send\nDUE;VALUE=DATE:20260401\n"));
    ASSERT_TRUE(task);
    EXPECT_TRUE(task->isTask && !task->isMeeting && !task->time);
    EXPECT_FALSE(proposed(kPast + kComing));
    EXPECT_FALSE(proposed({}));
    EXPECT_FALSE(proposed(event("DTSTART:20200204\nSTATUS:CANCELLED\n")));
    EXPECT_FALSE(proposalIn(write(u"a.txt"_s, "hello"), base->clock()));
}

TEST_F(Calendars, BrokenCopiesNeverCrash) {
    Mutations mutations(11);
    int rows = 0;
    for (int round = 0; round < 400; ++round) {
        const auto file = openCalendar(write(u"broken"_s, mutations.of(calendar(kPast + kComing))), {u"de"_s});
        ASSERT_TRUE(file);
        for (const auto &table : file->tables) {
            TableRecord record;
            while (table->next(record).value_or(false)) {
                EXPECT_EQ(qsizetype(record.cells.size()), table->titles().size());
                ++rows;
            }
        }
    }
    EXPECT_GT(rows, 400);
}
