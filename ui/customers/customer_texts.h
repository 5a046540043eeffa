// Words for what stands in a customer's fields as stable English words, and how the list says them.
#pragma once

#include "customers/customer_list.h"
#include "theme/theme.h"
#include "widgets/chip.h"
#include "widgets/formats.h"

#include <QLatin1StringView>

namespace kontor::ui {

ChipTone typeTone(const QString &type, const Formats &formats); // of the chip; grey for one that is not in the list

QString interactionKindText(const QString &kind);
QString channelText(const QString &channel);

// The next step in words with its icon; colour never tells it alone.
struct StepLook {
    NextStepState state = NextStepState::None;
    QLatin1StringView icon;
    QString words;  // "3 days late", "Today 10:00", "No next step"
    QString detail; // what is to be done
};
StepLook stepLook(const CustomerRow &row, const Formats &formats);
QString stepStateText(NextStepState state); // "Late", "No next step"
QColor stepColour(NextStepState state, const Theme &theme, bool selected);

// "Anna Petrova, Volga Trade, last contact 9 Mar 2026, 3 days late: Send offer": a row for a screen reader.
QString rowSummary(const CustomerRow &row, const Formats &formats);

} // namespace kontor::ui
