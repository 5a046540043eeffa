// A JSON file whose outermost value is an object of arrays, element by element: a file of any size is never whole in memory.
#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QFile>

#include <memory>

namespace kontor::exchange {

struct JsonItem {
    QByteArray member; // of the outermost object
    qint64 number = 0; // 1 is the first element of the member's array; 0: its value is no array, but `json` itself
    QByteArray json;   // the text of the value, whose own form is not checked here
};

class JsonMembers {
public:
    // Errors: NotFound, Gone (cannot be read).
    static Result<std::unique_ptr<JsonMembers>> open(const QString &path);
    // False: that was all. Errors: Gone; Invalid (not of that form, cut off, one value larger than 16 MB).
    Result<bool> next(JsonItem &item);

    qint64 size() const { return m_file.size(); }
    qint64 bytesRead() const { return m_read; }
    // For sentences about what stands in the file.
    QString fileName() const;

private:
    enum class Place { Begin, Object, Array, End };

    explicit JsonMembers(const QString &path) : m_file(path) {}
    int take(); // the next byte, -1 at the end
    int look(); // the same, and it stays the next
    int peek(); // as look(), after blanks
    bool takeIf(char expected);
    bool readText(QByteArray &text);  // a string with its quotes; the first of them is next
    bool readValue(QByteArray &json); // whatever it is
    Result<bool> nextMember(JsonItem &item);
    Error damaged() const;

    QFile m_file;
    QByteArray m_buffer;
    qsizetype m_at = 0; // in the buffer
    qint64 m_read = 0;
    Place m_place = Place::Begin;
    QByteArray m_member;
    qint64 m_number = 0;
    bool m_isFirst = true; // of the object's members
};

} // namespace kontor::exchange
