// Which statements run while it is there, on connections that are opened meanwhile; with their values.
#pragma once

#include <QRegularExpression>

namespace kontor::tests {

class StatementLog {
public:
    StatementLog();
    ~StatementLog();
    StatementLog(const StatementLog &) = delete;
    StatementLog &operator=(const StatementLog &) = delete;

    void clear();
    qsizetype count(const QRegularExpression &pattern) const; // of the statements that match
};

} // namespace kontor::tests
