#include "communication/proposed_step.h"

#include <gtest/gtest.h>

using namespace kontor;
using namespace kontor::communication;
using namespace Qt::StringLiterals;

namespace {

// Day and hour that are proposed for a call after an outcome.
QString proposed(const QString &outcome, const QString &now, const QString &preferred = {}) {
    Clock clock;
    clock.zone = QTimeZone("Europe/Stockholm");
    clock.fixedNow = clock.fromIso(now);
    const auto step = proposedStep(OutcomeList(), outcome, preferred, clock);
    return step && step->dueAt ? clock.dateTimeOf(*step->dueAt).toString(u"yyyy-MM-dd HH:mm"_s) : u"none"_s;
}

} // namespace

// 2026-03-06 is a Friday.
TEST(ProposedStep, KeepsTheHourOfADaytimeCall) {
    EXPECT_EQ(proposed(u"call_again"_s, u"2026-03-06T14:20"_s), u"2026-03-13 14:00"_s);
    EXPECT_EQ(proposed(u"busy"_s, u"2026-03-06T14:20"_s), u"2026-03-06 16:20"_s);
    EXPECT_EQ(proposed(u"reached"_s, u"2026-03-06T14:20"_s), u"none"_s);
}

TEST(ProposedStep, IsAPlainHourOfAWorkingMorningInsteadOfTheNight) {
    EXPECT_EQ(proposed(u"call_again"_s, u"2026-03-06T00:46"_s), u"2026-03-13 09:00"_s);
    EXPECT_EQ(proposed(u"call_again"_s, u"2026-03-07T03:05"_s), u"2026-03-16 09:00"_s) << "not on a Saturday";
    EXPECT_EQ(proposed(u"call_again"_s, u"2026-03-05T22:10"_s), u"2026-03-13 09:00"_s);
    EXPECT_EQ(proposed(u"busy"_s, u"2026-03-05T19:30"_s), u"2026-03-06 09:00"_s);
    EXPECT_EQ(proposed(u"busy"_s, u"2026-03-06T22:46"_s), u"2026-03-09 09:00"_s) << "past midnight into a Saturday";
}

TEST(ProposedStep, LiesInsideTheHoursOfTheCustomer) {
    EXPECT_EQ(proposed(u"call_again"_s, u"2026-03-05T10:20"_s, u"after 15"_s), u"2026-03-12 15:00"_s);
    EXPECT_EQ(proposed(u"call_again"_s, u"2026-03-05T16:20"_s, u"after 15"_s), u"2026-03-12 16:00"_s);
    EXPECT_EQ(proposed(u"busy"_s, u"2026-03-05T14:20"_s, u"before 12"_s), u"2026-03-06 09:00"_s);
    EXPECT_EQ(proposed(u"busy"_s, u"2026-03-05T10:30"_s, u"9-12 and 14:00-16:30"_s), u"2026-03-05 14:00"_s);
}
