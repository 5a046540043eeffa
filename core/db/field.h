// The field table of a record: one plain struct = one table = one list of fields. Forms, lists, CSV, search, segments, history and undo are
// derived from it. A record header says
//
//   struct Tag {
//       Id id; qint64 version = 0; QString name; qint64 colour = 0;
//       static constexpr const char *kTable = "tag";
//       static auto fields() { return std::tuple(field("name", &Tag::name, QT_TRANSLATE_NOOP("kontor::fields", "Name")).searchable(), ...); }
//   };
//
// `id` and `version` are of every record and not listed.
#pragma once

#include "db/value.h"

#include <QByteArray>
#include <QList>
#include <QStringList>

#include <tuple>

namespace kontor::db {

enum class FieldKind { Text, LongText, Integer, Real, YesNo, Date, Instant, Money, Choice, Phone, Email, Reference };

struct FieldInfo {
    QByteArray column;
    const char *label = ""; // untranslated, context "kontor::fields"; empty: the field has no place in forms
    FieldKind kind = FieldKind::Text;
    QStringList choices;       // of FieldKind::Choice: the words that are stored
    bool isSearchable = false; // its text goes to the search index
    bool isPersonal = false;   // goes when personal data is erased
    bool isDerived = false;    // kept by the record layer from other data: no history, no version
    bool isTechnical = false;  // keys and states: not in forms, not in exports
    Value (*get)(const void *record) = nullptr;
    void (*set)(void *record, const Value &value) = nullptr;
};

namespace detail {

template <class T>
struct Convert;
template <>
struct Convert<QString> {
    static QString from(const Value &value) { return value.text(); }
};
template <>
struct Convert<QByteArray> {
    static QByteArray from(const Value &value) { return value.blob(); }
};
template <>
struct Convert<qint64> {
    static qint64 from(const Value &value) { return value.integer(); }
};
template <>
struct Convert<double> {
    static double from(const Value &value) { return value.real(); }
};
template <>
struct Convert<bool> {
    static bool from(const Value &value) { return value.integer() != 0; }
};
template <>
struct Convert<Id> {
    static Id from(const Value &value) { return Id{value.integer()}; }
};
template <>
struct Convert<Instant> {
    static Instant from(const Value &value) { return Instant{value.integer()}; }
};
template <class T>
struct Convert<std::optional<T>> {
    static std::optional<T> from(const Value &value) { return value.isNull() ? std::optional<T>() : Convert<T>::from(value); }
};

template <class T>
constexpr FieldKind defaultKind() {
    if constexpr (std::is_same_v<T, bool>)
        return FieldKind::YesNo;
    else if constexpr (std::is_same_v<T, qint64> || std::is_same_v<T, std::optional<qint64>>)
        return FieldKind::Integer;
    else if constexpr (std::is_same_v<T, double> || std::is_same_v<T, std::optional<double>>)
        return FieldKind::Real;
    else if constexpr (std::is_same_v<T, Id> || std::is_same_v<T, std::optional<Id>>)
        return FieldKind::Reference;
    else if constexpr (std::is_same_v<T, Instant> || std::is_same_v<T, std::optional<Instant>>)
        return FieldKind::Instant;
    else
        return FieldKind::Text;
}

} // namespace detail

template <class R, class T>
struct Field {
    using Record = R;
    using Type = T;
    const char *column;
    T R::*member;
    FieldInfo info;

    Field as(FieldKind kind) && {
        info.kind = kind;
        return std::move(*this);
    }
    Field choices(QStringList words) && {
        info.kind = FieldKind::Choice;
        info.choices = std::move(words);
        return std::move(*this);
    }
    Field searchable() && {
        info.isSearchable = true;
        return std::move(*this);
    }
    Field personal() && {
        info.isPersonal = true;
        return std::move(*this);
    }
    Field derived() && {
        info.isDerived = true;
        info.isTechnical = true;
        return std::move(*this);
    }
    Field technical() && {
        info.isTechnical = true;
        return std::move(*this);
    }
};

template <class R, class T>
Field<R, T> field(const char *column, T R::*member, const char *label = "") {
    Field<R, T> field{column, member, {}};
    field.info.column = column;
    field.info.label = label;
    field.info.kind = detail::defaultKind<T>();
    field.info.isTechnical = label[0] == '\0';
    return field;
}

} // namespace kontor::db
