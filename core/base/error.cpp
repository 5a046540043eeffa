#include "base/error.h"

namespace kontor {

QString codeWord(Code code) {
    switch (code) {
    case Code::Invalid: return QStringLiteral("invalid");
    case Code::NotFound: return QStringLiteral("not_found");
    case Code::Conflict: return QStringLiteral("conflict");
    case Code::Refused: return QStringLiteral("refused");
    case Code::Busy: return QStringLiteral("busy");
    case Code::Full: return QStringLiteral("full");
    case Code::Corrupt: return QStringLiteral("corrupt");
    case Code::ReadOnly: return QStringLiteral("read_only");
    case Code::Gone: return QStringLiteral("gone");
    case Code::Newer: return QStringLiteral("newer");
    case Code::Cancelled: return QStringLiteral("cancelled");
    case Code::Internal: return QStringLiteral("internal");
    }
    return QStringLiteral("internal");
}

} // namespace kontor
