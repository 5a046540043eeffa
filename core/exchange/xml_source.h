// An XML file, element by element: a file of any size is never whole in memory.
//
// No document type definition is followed: a file that has one is refused, so that nothing outside the file is read and no text grows by its
// entities. Depth, the length of one piece of text and the size of one record are bounded.
#pragma once

#include "base/result.h"

#include <QIODevice>
#include <QString>
#include <QXmlStreamReader>

#include <memory>
#include <vector>

namespace kontor::exchange {

// An element with all that stands in it. Names are without their namespace's prefix, texts without blanks around them.
struct XmlElement {
    QString name;
    QString text;
    std::vector<XmlElement> children;

    const XmlElement *child(QStringView name) const; // the first of that name, nullptr where there is none
    QString value(QStringView name) const;           // its text, empty where there is none
};

class XmlSource {
public:
    enum class Event { Begin, End, Finished };

    // Errors: NotFound, Gone (cannot be read).
    static Result<std::unique_ptr<XmlSource>> open(const QString &path);
    // Over what is open for reading already; `name` stands in the messages. It can be gone through once, or as often as the device can seek.
    static std::unique_ptr<XmlSource> over(std::unique_ptr<QIODevice> device, const QString &name);

    // The next element that begins or ends. Errors: Gone; Invalid (not well-formed, too deep, too large, with a document type).
    Result<Event> next();
    // The next token whatever it is, texts too. Errors: as next().
    Result<QXmlStreamReader::TokenType> nextToken();
    const QXmlStreamReader &reader() const { return *m_reader; } // at the token that was read last
    QStringView name() const { return m_reader->name(); }        // of that element
    int depth() const { return m_depth; } // of elements that are open: after the end of one it is no longer counted
    qint64 line() const { return m_reader->lineNumber(); }
    // The element that has just begun, to its end. Errors: as next().
    Result<XmlElement> readElement();
    Result<void> skipElement();
    Result<void> rewind();

    const QByteArray &charset() const { return m_charset; } // as the file says it, when its first element was read
    qint64 size() const { return m_device->size(); }
    qint64 bytesRead() const { return m_bytesRead; }

private:
    XmlSource(std::unique_ptr<QIODevice> device, const QString &name);
    Result<QXmlStreamReader::TokenType> nextRawToken();
    Result<void> fill(XmlElement &element);
    Error damaged(const QString &what) const;
    Error tooLarge() const;

    std::unique_ptr<QIODevice> m_device;
    QString m_name; // of the file, for messages
    std::unique_ptr<QXmlStreamReader> m_reader;
    QByteArray m_charset = "UTF-8";
    int m_depth = 0;
    qint64 m_bytesRead = 0;   // counted here: a stream out of an archive does not know its place
    qint64 m_elementSize = 0; // of the element that is being read, in characters
};

} // namespace kontor::exchange
