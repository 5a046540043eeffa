// Two customers of whom a person said that they are not one. The smaller id is `customerId`.
#pragma once

#include "db/record.h"

namespace kontor {

struct NotDuplicate {
    Id id;
    qint64 version = 0;
    Id customerId;
    Id otherId;

    static constexpr const char *kTable = "not_duplicate";
    static constexpr const char *kAbout = "customer_id";
    static auto fields() {
        using db::field;
        return std::tuple(field("customer_id", &NotDuplicate::customerId).technical(),
                          field("other_id", &NotDuplicate::otherId).technical());
    }
};

} // namespace kontor
