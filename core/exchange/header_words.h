// The words themselves: one line a field, words parted by a bar. Kept apart from the code that reads them.
#pragma once

#include "exchange/import_field.h"

#include <span>

namespace kontor::exchange {

struct HeaderWords {
    Field field;
    const char16_t *label;
    const char16_t *words;
};

struct QualifierWords {
    const char16_t *label;
    const char16_t *words;
};

std::span<const HeaderWords> customerHeaderWords();
std::span<const HeaderWords> otherHeaderWords(FileKind kind);
std::span<const QualifierWords> qualifierWords();

} // namespace kontor::exchange
