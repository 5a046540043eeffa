// Text as it is compared and searched: without case, accents, presentation forms and the differences between keyboards.
//
// NFKC, case folded; accents, harakat, tatweel and invisible characters removed; digits of every script as 0-9; ё as е, Arabic ye and
// kaf as Persian ones; ł ø đ æ œ þ spelled out; typographic quotes and dashes as plain ones; white space squeezed and trimmed.
// Letters of their own stay: й, ў, Indic and Thai vowel signs, kana with voice marks.
#pragma once

#include <QString>
#include <QStringView>

namespace kontor {

// Grows when fold() gives another result for any text: folded columns and indexes carry it.
constexpr int kFoldVersion = 1;

QString fold(QStringView text);

// The text with every decimal digit of any script as 0-9; nothing else changes.
QString asciiDigits(QStringView text);

} // namespace kontor
