// A value or an Error. Spelled like std::expected, which C++20 does not have yet.
//
//   Result<Customer> find(Id id);
//   TRY(customer, find(id));          declares `customer`, or returns the error from this function
//   TRY_VOID(transaction.commit());   the same for Result<void>
#pragma once

#include "base/error.h"

#include <optional>
#include <type_traits>
#include <utility>
#include <variant>

namespace kontor {

template <class T>
class [[nodiscard]] Result {
public:
    using value_type = T;

    Result(T value) : m_state(std::in_place_index<0>, std::move(value)) {}
    Result(Error error) : m_state(std::in_place_index<1>, std::move(error)) {}

    bool has_value() const { return m_state.index() == 0; }
    explicit operator bool() const { return has_value(); }

    T &value() & { return std::get<0>(m_state); }
    const T &value() const & { return std::get<0>(m_state); }
    T &&value() && { return std::get<0>(std::move(m_state)); }
    T &operator*() & { return value(); }
    const T &operator*() const & { return value(); }
    T *operator->() { return &value(); }
    const T *operator->() const { return &value(); }
    T value_or(T other) const & { return has_value() ? value() : std::move(other); }

    Error &error() & { return std::get<1>(m_state); }
    const Error &error() const & { return std::get<1>(m_state); }
    Error &&error() && { return std::get<1>(std::move(m_state)); }

private:
    std::variant<T, Error> m_state;
};

template <>
class [[nodiscard]] Result<void> {
public:
    using value_type = void;

    Result() = default;
    Result(Error error) : m_error(std::move(error)) {}

    bool has_value() const { return !m_error.has_value(); }
    explicit operator bool() const { return has_value(); }

    Error &error() & { return *m_error; }
    const Error &error() const & { return *m_error; }
    Error &&error() && { return std::move(*m_error); }

private:
    std::optional<Error> m_error;
};

} // namespace kontor

#define KONTOR_CONCAT_(a, b) a##b
#define KONTOR_CONCAT(a, b) KONTOR_CONCAT_(a, b)

// Declares `name` with the value of a Result, or returns its error from the enclosing function.
#define TRY(name, expression)                                       \
    auto KONTOR_CONCAT(result_, __LINE__) = (expression);           \
    if (!KONTOR_CONCAT(result_, __LINE__))                          \
        return std::move(KONTOR_CONCAT(result_, __LINE__)).error(); \
    auto name = std::move(KONTOR_CONCAT(result_, __LINE__)).value()

// Returns the error of a Result from the enclosing function; the value, if any, is not wanted.
#define TRY_VOID(expression)                       \
    do {                                           \
        if (auto result_ = (expression); !result_) \
            return std::move(result_).error();     \
    } while (false)
