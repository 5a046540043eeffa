// The rows of a file that was taken in before, byte for byte the same: a row that nothing else identifies meets the record that it made then.
#pragma once

#include "db/database.h"

#include <vector>

namespace kontor::exchange {

class KnownRows {
public:
    // The newest batch of a file with this fingerprint whose import stands.
    static Result<KnownRows> load(db::Database &database, const QString &fingerprint);
    Id recordOf(qint64 row) const; // invalid: none

private:
    struct Run {
        qint64 firstRow = 0;
        qint64 lastRow = 0;
        qint64 firstId = 0;
    };
    void add(const Run &run, const QByteArray &rowNumbers);

    std::vector<Run> m_runs; // ascending
};

// Of the whole content of a file.
Result<QString> fingerprintOf(const QString &path);

} // namespace kontor::exchange
