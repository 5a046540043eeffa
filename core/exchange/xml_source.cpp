#include "exchange/xml_source.h"

#include "exchange/file_access.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

#include <algorithm>

namespace kontor::exchange {

namespace {

constexpr qint64 kChunk = 64 * 1024;
constexpr qint64 kLongestToken = 8 << 20;    // bytes of one text, comment or tag
constexpr qint64 kLargestElement = 16 << 20; // characters of one record with its names
constexpr int kDeepest = 64;

QString tr(const char *text) { return QCoreApplication::translate("kontor::exchange", text); }

} // namespace

const XmlElement *XmlElement::child(QStringView wanted) const {
    const auto found =
        std::find_if(children.cbegin(), children.cend(), [wanted](const XmlElement &element) { return element.name == wanted; });
    return found == children.cend() ? nullptr : &*found;
}

QString XmlElement::value(QStringView wanted) const {
    const XmlElement *found = child(wanted);
    return found ? found->text : QString();
}

Result<std::unique_ptr<XmlSource>> XmlSource::open(const QString &path) {
    auto file = std::make_unique<QFile>(path);
    TRY_VOID(openForReading(*file));
    return over(std::move(file), QFileInfo(path).fileName());
}

XmlSource::XmlSource(std::unique_ptr<QIODevice> device, const QString &name)
    : m_device(std::move(device)), m_name(name), m_reader(std::make_unique<QXmlStreamReader>()) {}

std::unique_ptr<XmlSource> XmlSource::over(std::unique_ptr<QIODevice> device, const QString &name) {
    return std::unique_ptr<XmlSource>(new XmlSource(std::move(device), name));
}

Result<void> XmlSource::rewind() {
    m_device->seek(0);
    m_bytesRead = 0;
    m_depth = 0;
    m_reader = std::make_unique<QXmlStreamReader>();
    return {};
}

Error XmlSource::damaged(const QString &what) const {
    return {Code::Invalid,
            tr("“%1” is not complete or damaged in line %2. Nothing was taken in. Export it once more.")
                .arg(m_name)
                .arg(m_reader->lineNumber()),
            what, "file"};
}

Error XmlSource::tooLarge() const {
    return {
        Code::Invalid,
        tr("In line %2 of “%1” one entry is larger or more nested than any real one. Nothing was taken in. Export it once more.")
            .arg(m_name)
            .arg(m_reader->lineNumber()),
        {},
        "file"};
}

Result<QXmlStreamReader::TokenType> XmlSource::nextRawToken() {
    qint64 fed = 0;
    while (true) {
        const QXmlStreamReader::TokenType token = m_reader->readNext();
        if (token == QXmlStreamReader::DTD) // it may lead outside the file
            return damaged(QStringLiteral("document type definition"));
        if (token == QXmlStreamReader::StartDocument && !m_reader->documentEncoding().isEmpty())
            m_charset = m_reader->documentEncoding().toString().toLatin1();
        if (token != QXmlStreamReader::Invalid)
            return token;
        if (m_reader->error() != QXmlStreamReader::PrematureEndOfDocumentError)
            return damaged(m_reader->errorString());
        if (fed > kLongestToken)
            return tooLarge();
        const QByteArray bytes = m_device->read(kChunk);
        if (bytes.isEmpty())
            return damaged(m_reader->errorString() + QStringLiteral(" / ") + m_device->errorString());
        fed += bytes.size();
        m_bytesRead += bytes.size();
        m_reader->addData(bytes);
    }
}

Result<QXmlStreamReader::TokenType> XmlSource::nextToken() {
    TRY(token, nextRawToken());
    m_depth += token == QXmlStreamReader::StartElement ? 1 : token == QXmlStreamReader::EndElement ? -1 : 0;
    if (m_depth > kDeepest)
        return tooLarge();
    return token;
}

Result<XmlSource::Event> XmlSource::next() {
    while (true) {
        TRY(token, nextToken());
        if (token == QXmlStreamReader::EndDocument)
            return Event::Finished;
        if (token == QXmlStreamReader::StartElement)
            return Event::Begin;
        if (token == QXmlStreamReader::EndElement)
            return Event::End;
    }
}

Result<XmlElement> XmlSource::readElement() {
    m_elementSize = 0;
    XmlElement element;
    TRY_VOID(fill(element));
    return element;
}

Result<void> XmlSource::skipElement() {
    for (const int outside = m_depth - 1; m_depth > outside;) {
        TRY(event, next());
        if (event == Event::Finished)
            return {};
    }
    return {};
}

Result<void> XmlSource::fill(XmlElement &element) {
    element.name = m_reader->name().toString();
    m_elementSize += element.name.size() + qint64(sizeof(XmlElement));
    while (true) {
        TRY(token, nextToken());
        if (token == QXmlStreamReader::Characters) {
            m_elementSize += m_reader->text().size();
            element.text += m_reader->text();
        } else if (token == QXmlStreamReader::StartElement) {
            TRY_VOID(fill(element.children.emplace_back()));
        } else if (token == QXmlStreamReader::EndElement) {
            element.text = element.text.trimmed();
            element.text.remove(QChar(u'\0'));
            return {};
        } else if (token == QXmlStreamReader::EndDocument) {
            return damaged({});
        }
        if (m_elementSize > kLargestElement)
            return tooLarge();
    }
}

} // namespace kontor::exchange
