// The writer of what stands on a card beside the customer's own fields: ways to reach, addresses, relations, dates, consents. Every function
// is part of one operation. Records are removed with Recorder::remove.
#pragma once

#include "customers/address.h"
#include "customers/consent.h"
#include "customers/contact_point.h"
#include "customers/important_date.h"
#include "customers/relation.h"
#include "workspace/recorder.h"

namespace kontor {

// `before` as it was read; another value is no longer marked as wrong. Errors: Invalid (no value, a phone without digits), Conflict.
Result<void> saveContactPoint(workspace::Recorder &recorder, const ContactPoint &before, ContactPoint after);
// Puts it before the others of its kind. Errors: NotFound.
Result<void> makeMainContactPoint(workspace::Recorder &recorder, Id point);

// These add the record where `before` has no id, else change it. Errors: Conflict, and Invalid:
Result<void> saveAddress(workspace::Recorder &recorder, const Address &before, Address after); // nothing in it
Result<void> saveRelation(workspace::Recorder &recorder, const Relation &before,
                          Relation after); // nobody, or the customer itself
Result<void> saveImportantDate(workspace::Recorder &recorder, const ImportantDate &before,
                               ImportantDate after); // no name, no date
// A decision is added, never changed: the newest one counts. Its time is now where it has none. Errors: Invalid (state, channel).
Result<void> addConsent(workspace::Recorder &recorder, Consent consent);

} // namespace kontor
