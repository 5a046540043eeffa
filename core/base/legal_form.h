// Legal forms of companies in our languages, GmbH, Ltd, ООО ...: one list for everybody who looks for a company in a name.
#pragma once

#include <QString>

namespace kontor {

// As it is written, "GmbH" and "e.V.", for a word in small letters, "gmbh", "e.v." or "ltd."; empty where it is none.
QString legalFormOf(const QString &lower);
// No name of a person is written so: it has three letters or more.
bool isLegalFormAlone(const QString &lower);

} // namespace kontor
