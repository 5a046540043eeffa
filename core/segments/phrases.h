// The parts that sentences about rules are made of.
#pragma once

#include "segments/catalogue.h"
#include "segments/context.h"
#include "segments/day_range.h"

#include <QLocale>

namespace kontor::segments {

class Phrases {
public:
    explicit Phrases(const Context &context);

    QString number(double value) const;
    QString money(double value) const;
    QString day(QDate date) const;
    QString duration(int count, Unit unit) const; // "90 days"
    QString lastDuration(int count, Unit unit) const; // "in the last 90 days", "in the last month"
    QString kept(const QString &text) const;          // with marks of direction, on a screen
    QString days(const DayRange &range) const;    // "from 2 Jan 2025 to 1 Jan 2026"
    QString period(const Period &period) const;   // "in the last 90 days (from ... to ...)"
    // "Malmö, Lund or Ystad"; choices as people call them.
    QString oneOf(const QList<Operand> &values, const QHash<QString, QString> &words = {}) const;
    QString label(const Field &field) const; // as it stands inside a sentence

    QString amount(Kind kind, const Condition &condition) const; // "more than 500 EUR"
    QString moment(const Condition &condition) const;            // "more than 90 days ago (before 3 Oct 2025)"

    const Context &context() const { return m_context; }

private:
    const Context &m_context;
    QLocale m_locale;
};

} // namespace kontor::segments
