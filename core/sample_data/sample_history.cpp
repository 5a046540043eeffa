// What happened with a customer of a sample: interactions, tasks, purchases. Days are counted back from today, so that a sample looks alive.
#include "sample_data/sample_maker.h"

#include <algorithm>

namespace kontor::sample_data {

using namespace Qt::StringLiterals;

namespace {

constexpr int kLongestDays = 700;

struct Kind {
    const char16_t *texts;
    const char16_t *kind;
    const char16_t *direction;
    int percent;
};

constexpr Kind kKinds[] = {{u"call_out", u"call", u"out", 27}, {u"call_in", u"call", u"in", 18},
                           {u"email", u"email", u"out", 20},   {u"meeting", u"meeting", u"", 9},
                           {u"visit", u"visit", u"in", 8},     {u"message", u"message", u"in", 9},
                           {u"note", u"note", u"", 9}};

const Kind &pickKind(Random &random) {
    int place = random.below(100);
    for (const Kind &kind : kKinds) {
        if (place < kind.percent)
            return kind;
        place -= kind.percent;
    }
    return kKinds[0];
}

// Outcomes of the texts of call_out, in their order.
QString outcomeOf(const Kind &kind, int text) {
    if (QStringView(kind.kind) != u"call")
        return {};
    if (QStringView(kind.direction) == u"in")
        return u"reached"_s;
    switch (text) {
    case 2: return u"sent_offer"_s;
    case 4: return u"no_answer"_s;
    default: return u"reached"_s;
    }
}

// At work: between nine and a quarter to six, on no Sunday.
Instant workingTime(const Clock &clock, QDate day, Random &random) {
    if (day.dayOfWeek() == Qt::Sunday)
        day = day.addDays(-1);
    const QTime time = QTime(9, 0).addSecs(random.below(36) * 900);
    const Instant at = clock.at(day, time);
    return at < clock.now() ? at : Instant{at.milliseconds - qint64(24) * 3600 * 1000};
}

// Recent days are likelier than old ones.
int daysBack(int quietDays, Random &random) {
    const double share = random.fraction();
    return quietDays + int(share * share * kLongestDays);
}

} // namespace

void SampleMaker::fillHistory(SampleCustomer &made, int number, Random &random) const {
    const int quietDays = number % 6 == 5 ? 95 + random.below(120) : 0;
    fillInteractions(made, quietDays, random);
    fillPurchases(made, quietDays, number % 12 == 11, random);
    fillTasks(made, number, random);
    const QDate since = m_today.addDays(-quietDays - kLongestDays - 30 - random.below(900));
    made.customer.createdAt = workingTime(m_settings.clock, since, random);
    if (made.purchases.isEmpty())
        made.customer.lifecycle = made.interactions.isEmpty() ? u"lead"_s : u"prospect"_s;
    else
        made.customer.lifecycle = quietDays > 0 && random.chance(20) ? u"former"_s : u"customer"_s;
}

void SampleMaker::fillInteractions(SampleCustomer &made, int quietDays, Random &random) const {
    for (int count = random.below(11); count > 0; --count) {
        const Kind &kind = pickKind(random);
        const QStringList texts = m_words.texts.value(QString::fromUtf16(kind.texts));
        const int text = random.below(int(texts.size()));
        Interaction interaction;
        interaction.kind = QString::fromUtf16(kind.kind);
        interaction.direction = QString::fromUtf16(kind.direction);
        interaction.at = workingTime(m_settings.clock, m_today.addDays(-daysBack(quietDays, random)), random);
        interaction.outcome = outcomeOf(kind, text);
        interaction.text = texts.value(text);
        if (interaction.kind == "call"_L1 && interaction.outcome != "no_answer"_L1)
            interaction.durationSeconds = 45 + random.below(840);
        else if (interaction.kind == "meeting"_L1)
            interaction.durationSeconds = (2 + random.below(5)) * 900;
        made.interactions << interaction;
    }
    std::sort(made.interactions.begin(), made.interactions.end(), [](const auto &a, const auto &b) { return a.at < b.at; });
}

void SampleMaker::fillPurchases(SampleCustomer &made, int quietDays, bool isLarge, Random &random) const {
    static const QList<int> counts{0, 0, 0, 1, 1, 1, 2, 2, 3, 3, 4, 7};
    const bool buysMany = isLarge || made.customer.kind == "organisation"_L1;
    for (int count = random.pick(counts) + (isLarge ? 2 : 0); count > 0; --count) {
        SamplePurchase bought;
        bought.product = random.below(int(m_words.articles.size()));
        const int pieces = buysMany ? 1 + random.below(6) : random.chance(15) ? 2 : 1;
        const int sign = random.chance(3) ? -1 : 1; // a few are returns
        bought.purchase.quantity = pieces;
        bought.purchase.amount = minorUnits(m_words.articles[bought.product].euros) * pieces * sign;
        const int days = daysBack(quietDays, random);
        bought.purchase.purchasedOn = m_today.addDays(-days).toString(Qt::ISODate);
        bought.purchase.paid = days > 30 || !random.chance(35);
        made.purchases << bought;
    }
    std::sort(made.purchases.begin(), made.purchases.end(),
              [](const auto &a, const auto &b) { return a.purchase.purchasedOn < b.purchase.purchasedOn; });
}

// Late ones, some of today with a time, coming ones, and some that are done.
void SampleMaker::fillTasks(SampleCustomer &made, int number, Random &random) const {
    if (number % 17 == 3) {
        made.tasks << task(m_today, random);
        made.tasks.last().dueAt = m_settings.clock.at(m_today, QTime(10 + random.below(7), 30));
    } else if (random.chance(42)) {
        made.tasks << task(m_today.addDays(random.below(32) - 9), random);
    }
    if (random.chance(25)) {
        const QDate day = m_today.addDays(-10 - random.below(80));
        made.tasks << task(day, random);
        made.tasks.last().doneAt = workingTime(m_settings.clock, day, random);
    }
}

Task SampleMaker::task(QDate due, Random &random) const {
    Task task;
    task.kind = random.pick(QStringList{u"call"_s, u"call"_s, u"email"_s, u"meeting"_s});
    task.title = random.pick(m_words.tasks.value(task.kind));
    task.dueOn = due.toString(Qt::ISODate);
    task.createdAt = workingTime(m_settings.clock, std::min(due, m_today).addDays(-2 - random.below(10)), random);
    return task;
}

} // namespace kontor::sample_data
