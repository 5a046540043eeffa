#include "communication/courtesy.h"

#include "base/phone.h"
#include "communication/preferred_hours.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace kontor::communication {

using namespace Qt::StringLiterals;

namespace {

const QTime kMorning(8, 0);
const QTime kNight(21, 0);

QString tr(const char *text) { return QCoreApplication::translate("kontor::communication", text); }

QString shown(QTime time) { return QLocale().toString(time, QLocale::ShortFormat); }

QString preferenceSentence(const QString &channel) {
    if (channel == "phone"_L1)
        return tr("The customer prefers the phone.");
    if (channel == "email"_L1)
        return tr("The customer prefers e-mail.");
    if (channel == "sms"_L1)
        return tr("The customer prefers text messages.");
    if (channel == "messenger"_L1)
        return tr("The customer prefers a messenger.");
    return channel == "post"_L1 ? tr("The customer prefers letters by post.") : QString();
}

// A call that is agreed for a later day or hour: not before it.
void addPromise(QStringList &reasons, const CourtesyQuestion &question) {
    const QString today = question.clock.today().toString(Qt::ISODate);
    for (const Task &task : question.openTasks) {
        if (task.kind != "call"_L1 || task.doneAt || task.trashedAt || task.dueOn.isEmpty())
            continue;
        const bool isLater = task.dueAt ? *task.dueAt > question.clock.now() : task.dueOn > today;
        if (!isLater)
            continue;
        const QDate day = QDate::fromString(task.dueOn, Qt::ISODate);
        QString when = QLocale().toString(day, tr("dddd d MMMM"));
        if (task.dueAt)
            //: A day and a time.
            when = tr("%1, %2").arg(when, shown(question.clock.timeOf(*task.dueAt)));
        reasons << tr("The next call is planned for %1: %2.").arg(when, task.title);
        return;
    }
}

void addHours(QStringList &reasons, const CourtesyQuestion &question) {
    const auto there = timeThere(question.point, question.card.customer.country, question.country, question.clock);
    const QTime time = there ? there->time() : question.clock.timeOf(question.clock.now());
    const QString preferred = question.card.customer.preferredTime;
    const QList<Hours> hours = preferredHours(preferred);
    if (!hours.isEmpty() && !isInside(hours, time))
        reasons << (there ? tr("Prefers “%1”; it is %2 there.") : tr("Prefers “%1”; it is %2 now.")).arg(preferred, shown(time));
    else if (hours.isEmpty() && there && (time < kMorning || time >= kNight))
        reasons << tr("It is %1 there.").arg(shown(time));
}

QList<QTimeZone> zonesOf(const QString &country) {
    QList<QTimeZone> zones;
    for (const QByteArray &id : QTimeZone::availableTimeZoneIds(QLocale::codeToTerritory(country)))
        zones << QTimeZone(id);
    return zones;
}

} // namespace

std::optional<QDateTime> timeThere(const ContactPoint &point, const QString &customerCountry, const QString &baseCountry,
                                   const Clock &clock) {
    QString country = point.kind == "phone"_L1 ? phoneCountry(point.normalised) : QString();
    if (country.isEmpty())
        country = customerCountry;
    if (country.size() != 2)
        return std::nullopt;
    const QDateTime now = clock.dateTimeOf(clock.now());
    if (country.compare(baseCountry, Qt::CaseInsensitive) == 0)
        return now;
    QList<QTimeZone> zones = zonesOf(country);
    if (zones.isEmpty())
        return std::nullopt;
    std::sort(zones.begin(), zones.end(),
              [&](const QTimeZone &a, const QTimeZone &b) { return a.offsetFromUtc(now) < b.offsetFromUtc(now); });
    return now.toTimeZone(zones[zones.size() / 2]);
}

QStringList courtesyReasons(const CourtesyQuestion &question) {
    QStringList reasons;
    if (question.channel == Channel::Call) {
        addPromise(reasons, question);
        addHours(reasons, question);
    }
    const QString preferred = question.card.customer.preferredChannel;
    if (!preferred.isEmpty() && preferred != pointKind(question.channel))
        if (const QString sentence = preferenceSentence(preferred); !sentence.isEmpty())
            reasons << sentence;
    return reasons;
}

} // namespace kontor::communication
