// What the attributes of an LDIF entry say, as cells of a table: those of inetOrgPerson, and Thunderbird's own.
#pragma once

#include "exchange/contact_card.h"
#include "exchange/ldif_reader.h"
#include "exchange/vcard_text.h"

namespace kontor::exchange {

// The user's own field that keeps the attributes which no field of ours is for.
inline const QString kLdifTitle = QStringLiteral("custom.LDIF");

ContactCard contactOf(const LdifEntry &entry, TextDecoder &decoder);

} // namespace kontor::exchange
