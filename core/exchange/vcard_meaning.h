// What the properties of a vCard say, as cells of a table: those of the three versions, and the X- properties of well-known address books.
#pragma once

#include "exchange/contact_card.h"
#include "exchange/vcard_text.h"

namespace kontor::exchange {

// The user's own field that keeps the properties which no field of ours is for, one a line, as they stood.
inline const QString kVCardTitle = QStringLiteral("custom.vCard");

// Our own property for what vCard has no word for: X-KONTOR;COLUMN=title:text.
constexpr auto kOwnProperty = "X-KONTOR";
constexpr auto kOwnColumn = "COLUMN";
// ORG;X-KONTOR=name: the company is the card's own name, for address books that show a firm by it.
constexpr auto kOwnName = "name";

ContactCard contactOf(const VCard &card, TextDecoder &decoder);

} // namespace kontor::exchange
