// The words for how two customers are related, from both sides.
#pragma once

#include "customers/card.h"
#include "forms/form_popover.h"

namespace kontor::ui {

QList<FormChoice> relationKinds();                  // seen from the card on which the relation is kept: "works at", "child"
QList<FormChoice> relationRoles();                  // in a decision
QString relationText(const Card::Related &related); // "works here, decides"

} // namespace kontor::ui
