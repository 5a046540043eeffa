// One of the two that try locks on a file: on Unix a process of its own, on Windows, where locks belong to handles, a handle.
#pragma once

#include <QString>

#include <memory>

namespace kontor::sharing {

class ProbePeer {
public:
    static std::unique_ptr<ProbePeer> start(const QString &path);
    virtual ~ProbePeer() = default;

    virtual bool open() = 0;
    virtual bool lockShared() = 0;
    virtual bool lockExclusive() = 0; // also from shared, as SQLite does it
    virtual bool unlock() = 0;
    virtual bool append(qint64 size) = 0; // and syncs
    virtual bool sees(qint64 size) = 0;   // that size and those bytes
    virtual bool close() = 0;
    virtual bool remove() = 0;
    virtual bool isRemoved() = 0;
};

} // namespace kontor::sharing
