#include "exchange/json_members.h"

#include "exchange/file_access.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace kontor::exchange {

namespace {

constexpr qint64 kChunk = 64 * 1024;
constexpr qsizetype kLargestValue = 16 << 20;

QString tr(const char *text) { return QCoreApplication::translate("kontor::exchange", text); }

bool isBlank(int byte) { return byte == ' ' || byte == '\n' || byte == '\r' || byte == '\t'; }

} // namespace

Result<std::unique_ptr<JsonMembers>> JsonMembers::open(const QString &path) {
    std::unique_ptr<JsonMembers> file(new JsonMembers(path));
    TRY_VOID(openForReading(file->m_file));
    return file;
}

QString JsonMembers::fileName() const { return QFileInfo(m_file.fileName()).fileName(); }

Error JsonMembers::damaged() const {
    return {Code::Invalid,
            tr("“%1” is not complete or damaged near byte %2. Nothing was taken in. Export it once more.")
                .arg(fileName())
                .arg(m_read),
            {},
            "file"};
}

int JsonMembers::take() {
    if (m_at == m_buffer.size()) {
        m_buffer = m_file.read(kChunk);
        m_at = 0;
        if (m_buffer.isEmpty())
            return -1;
    }
    ++m_read;
    return uchar(m_buffer.at(m_at++));
}

int JsonMembers::look() {
    const int byte = take();
    if (byte < 0)
        return -1;
    --m_at;
    --m_read;
    return byte;
}

int JsonMembers::peek() {
    int byte = look();
    while (isBlank(byte) || (m_read < 3 && (byte == 0xEF || byte == 0xBB || byte == 0xBF))) { // blanks, or a byte order mark
        take();
        byte = look();
    }
    return byte;
}

bool JsonMembers::takeIf(char expected) {
    if (peek() != uchar(expected))
        return false;
    take();
    return true;
}

bool JsonMembers::readText(QByteArray &text) {
    take();
    text += '"';
    while (text.size() < kLargestValue) {
        const int byte = take();
        if (byte < 0)
            return false;
        text += char(byte);
        if (byte == '"')
            return true;
        if (byte == '\\')
            text += char(take());
    }
    return false;
}

// To where the brackets that it opens are closed. Its parser judges the rest.
bool JsonMembers::readValue(QByteArray &json) {
    int open = 0;
    for (int byte = peek(); byte >= 0 && json.size() < kLargestValue; byte = look()) {
        if (byte == '"') {
            if (!readText(json))
                return false;
        } else if (open == 0 && (byte == ',' || byte == ']' || byte == '}')) {
            return !json.isEmpty(); // of a number or a word
        } else {
            json += char(take());
            open += (byte == '{' || byte == '[') - (byte == '}' || byte == ']');
        }
        if (open == 0 && (json.endsWith('}') || json.endsWith(']') || json.endsWith('"')))
            return true;
    }
    return false;
}

// The next member's name is read, and its value where it is no array. True: `item` is filled.
Result<bool> JsonMembers::nextMember(JsonItem &item) {
    if (takeIf('}')) {
        m_place = Place::End;
        return peek() < 0 ? Result<bool>(false) : damaged();
    }
    m_member.clear();
    if ((!m_isFirst && !takeIf(',')) || peek() != '"' || !readText(m_member) || !takeIf(':'))
        return damaged();
    m_isFirst = false;
    m_member = m_member.mid(1, m_member.size() - 2);
    if (takeIf('[')) {
        m_place = Place::Array;
        m_number = 0;
        return false;
    }
    item = {m_member, 0, {}};
    return readValue(item.json) ? Result<bool>(true) : damaged();
}

Result<bool> JsonMembers::next(JsonItem &item) {
    if (m_place == Place::Begin) {
        if (!takeIf('{'))
            return damaged();
        m_place = Place::Object;
    }
    while (m_place != Place::End) {
        if (m_place == Place::Object) {
            TRY(isFilled, nextMember(item));
            if (isFilled)
                return true;
        } else if (takeIf(']')) {
            m_place = Place::Object;
        } else {
            if (m_number > 0 && !takeIf(','))
                return damaged();
            item = {m_member, ++m_number, {}};
            return readValue(item.json) ? Result<bool>(true) : damaged();
        }
    }
    return false;
}

} // namespace kontor::exchange
