// Words of the file as people say them: countries by name, and the usual names of numbers and addresses.
#pragma once

#include <QLocale>
#include <QString>

namespace kontor::ui {

// "GB" in the language of `locale`: "United Kingdom"; what is no code of a country stays as it was typed.
QString countryName(const QString &country, const QLocale &locale);
// What a number or an address is called: "mobile", as other programs write it, is "Mobile"; a name of the person's own stays.
QString pointLabelText(const QString &label);

} // namespace kontor::ui
