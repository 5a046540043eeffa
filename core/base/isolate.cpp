#include "base/isolate.h"

namespace kontor {

namespace {
constexpr QChar kLtrIsolate(0x2066);
constexpr QChar kFirstStrongIsolate(0x2068);
constexpr QChar kEndIsolate(0x2069);
} // namespace

QString isolatedLtr(QStringView text) { return text.isEmpty() ? QString() : kLtrIsolate + text.toString() + kEndIsolate; }

QString isolated(QStringView text) { return text.isEmpty() ? QString() : kFirstStrongIsolate + text.toString() + kEndIsolate; }

QString withoutIsolates(QString text) {
    for (const char16_t mark : {u'\u2066', u'\u2067', u'\u2068', u'\u2069'})
        text.remove(QChar(mark));
    return text;
}

} // namespace kontor
