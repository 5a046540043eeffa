// A point in time: UTC milliseconds since 1970-01-01, as stored in every `..._at` column. Calendar dates (`..._on`) are ISO text.
#pragma once

#include <QtGlobal>

#include <compare>

namespace kontor {

struct Instant {
    qint64 milliseconds = 0;

    friend auto operator<=>(const Instant &, const Instant &) = default;
};

} // namespace kontor
