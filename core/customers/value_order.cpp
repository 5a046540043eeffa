#include "customers/value_order.h"

#include <algorithm>
#include <numeric>

namespace kontor {

namespace {

// A text and its beginning as two numbers that compare as the bytes do: most are told apart by them, without a look at memory all over the place.
struct TextEntry {
    quint64 first = 0;
    quint64 second = 0;
    quint32 number = 0;
};

TextEntry entryOf(QByteArrayView text, quint32 number) {
    TextEntry entry{0, 0, number};
    for (qsizetype i = 0; i < 16; ++i) {
        quint64 &part = i < 8 ? entry.first : entry.second;
        part = part << 8 | (i < text.size() ? quint8(text.at(i)) : 0);
    }
    return entry;
}

// The texts in their order; `lowered`: of texts.bytes.
std::vector<TextEntry> textOrder(const CustomerValues &values, const TextList &lowered) {
    std::vector<TextEntry> order;
    order.reserve(size_t(values.texts.size()));
    for (qint64 number = 0; number < values.texts.size(); ++number)
        order.push_back(entryOf(orderPart(values.column, lowered.at(number)), quint32(number)));
    const auto isLess = [&](const TextEntry &a, const TextEntry &b) {
        if (a.first != b.first)
            return a.first < b.first;
        if (a.second != b.second)
            return a.second < b.second;
        return orderPart(values.column, lowered.at(a.number)) < orderPart(values.column, lowered.at(b.number));
    };
    const auto fresh = order.begin() + values.arranged;
    std::sort(fresh, order.end(), isLess);
    std::inplace_merge(order.begin(), fresh, order.end(), isLess);
    return order;
}

// Of each text its place in the order; equal ones have the same. A million of them is too much memory to copy it for their small letters where they
// stand in their order.
std::vector<qint64> arrangedPlaces(const CustomerValues &values) {
    std::vector<qint64> places(size_t(values.texts.size()));
    QByteArrayView before;
    for (size_t i = 0; i < places.size(); ++i) {
        const QByteArrayView text = orderPart(values.column, values.texts.at(qint64(i)));
        if (i > 0)
            places[i] = places[i - 1] + (text.compare(before, Qt::CaseInsensitive) != 0);
        before = text;
    }
    return places;
}

std::vector<qint64> textPlaces(const CustomerValues &values) {
    if (values.arranged == values.texts.size())
        return arrangedPlaces(values);
    const TextList lowered{withoutCase(values.texts.bytes), values.texts.ends};
    std::vector<qint64> places(size_t(values.texts.size()));
    qint64 place = 0;
    QByteArrayView before;
    for (const TextEntry &entry : textOrder(values, lowered)) {
        const QByteArrayView text = orderPart(values.column, lowered.at(entry.number));
        if (!before.isNull() && text != before)
            ++place;
        places[entry.number] = place;
        before = text;
    }
    return places;
}

struct OrderEntry {
    quint64 key;
    Id id;
};

// By keys upwards, digit by digit of eleven bits; equal ones stay as they are.
void sortByKey(std::vector<OrderEntry> &entries) {
    constexpr int kBits = 11;
    constexpr quint64 kMask = (1 << kBits) - 1;
    quint64 greatest = 0;
    for (const OrderEntry &entry : entries)
        greatest = std::max(greatest, entry.key);
    std::vector<OrderEntry> sorted(entries.size());
    for (int shift = 0; shift < 64 && greatest >> shift > 0; shift += kBits) {
        std::vector<size_t> places(kMask + 2, 0);
        for (const OrderEntry &entry : entries)
            ++places[(entry.key >> shift & kMask) + 1];
        std::partial_sum(places.begin(), places.end(), places.begin());
        for (const OrderEntry &entry : entries)
            sorted[places[entry.key >> shift & kMask]++] = entry;
        std::swap(entries, sorted);
    }
}

} // namespace

void arrangeTexts(CustomerValues &values) {
    const TextList lowered{withoutCase(values.texts.bytes), values.texts.ends};
    const std::vector<TextEntry> order = textOrder(values, lowered);
    TextList arranged;
    arranged.bytes.reserve(values.texts.bytes.size());
    arranged.ends.reserve(order.size());
    std::vector<qint64> numbers(order.size());
    for (const TextEntry &entry : order)
        numbers[entry.number] = arranged.add(values.texts.at(entry.number));
    for (qint64 &value : values.values)
        if (values.isText && value != kNoValue)
            value = numbers[size_t(value)];
    values.texts = std::move(arranged);
    values.arranged = values.texts.size();
}

QList<Id> orderedByValues(const CustomerValues &values, const QList<Id> &byName, bool descending) {
    const std::vector<qint64> places = values.isText ? textPlaces(values) : std::vector<qint64>();
    std::vector<qint64> keys(size_t(values.customers.size()), kNoValue);
    for (size_t row = values.values.size(); row-- > 0;) { // the first of a customer is the last to be written
        const qint64 value = values.values[row];
        keys[size_t(values.ownerOf(row))] = value == kNoValue || !values.isText ? value : places[size_t(value)];
    }
    qint64 least = std::numeric_limits<qint64>::max(), greatest = std::numeric_limits<qint64>::min();
    for (const qint64 key : keys)
        if (key != kNoValue) {
            least = std::min(least, key);
            greatest = std::max(greatest, key);
        }
    std::vector<OrderEntry> entries;
    entries.reserve(keys.size());
    QList<Id> without;
    for (const Id id : byName) {
        const qsizetype place = values.customers.placeOf(id);
        const qint64 key = place < 0 ? kNoValue : keys[size_t(place)];
        if (key == kNoValue)
            without << id;
        else
            entries.push_back({descending ? quint64(greatest) - quint64(key) : quint64(key) - quint64(least), id});
    }
    sortByKey(entries);
    QList<Id> ids;
    ids.reserve(byName.size());
    for (const OrderEntry &entry : entries)
        ids << entry.id;
    return ids + without;
}

} // namespace kontor
