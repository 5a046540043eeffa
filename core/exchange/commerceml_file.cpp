#include "exchange/commerceml_file.h"

#include "exchange/commerceml_row.h"

#include <QFile>

#include <array>
#include <deque>

namespace kontor::exchange {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kFirstRows = 400;
constexpr QStringView kRoot = u"КоммерческаяИнформация";

constexpr std::array kKinds{CommerceMlKind::Counterparty, CommerceMlKind::Product, CommerceMlKind::Offer,
                            CommerceMlKind::Document};

QString tableName(CommerceMlKind kind) {
    static const std::array names{u"Контрагенты"_s, u"Товары"_s, u"Предложения"_s, u"Документы"_s};
    return names[size_t(kind)];
}

FileKind fileKind(CommerceMlKind kind) {
    static constexpr std::array kinds{FileKind::Customers, FileKind::Products, FileKind::Products, FileKind::Purchases};
    return kinds[size_t(kind)];
}

struct Entry {
    CommerceMlKind kind = CommerceMlKind::Counterparty;
    qint64 line = 0;
    CommerceMlRow row;
};

// What the first reading found: which tables there are, their titles and first rows, and what entries need to know of the whole file.
struct Overview {
    struct Part {
        QStringList titles;
        QHash<QString, int> columns; // by title
        QList<CommerceMlRow> rows;   // the first ones
    };
    std::array<Part, kKinds.size()> parts;
    CommerceMlContext context;
};

// Goes through a file entry by entry.
class EntryReader {
public:
    EntryReader(std::unique_ptr<XmlSource> source, CommerceMlContext context)
        : m_source(std::move(source)), m_context(std::move(context)) {}

    Result<bool> next(Entry &entry);
    Result<void> rewind();
    const XmlSource &source() const { return *m_source; }
    const CommerceMlContext &context() const { return m_context; } // complete when the file was read once

private:
    Result<void> readEntries();
    void addDocument(const XmlElement &document, qint64 line);
    void addGroups(const XmlElement &groups);

    std::unique_ptr<XmlSource> m_source;
    CommerceMlContext m_context;
    std::deque<Entry> m_entries; // read and not given out yet
    CommerceMlContainer m_container;
    bool m_finished = false;
};

Result<void> EntryReader::rewind() {
    m_entries.clear();
    m_container = {};
    m_finished = false;
    return m_source->rewind();
}

Result<bool> EntryReader::next(Entry &entry) {
    while (m_entries.empty() && !m_finished)
        TRY_VOID(readEntries());
    if (m_entries.empty())
        return false;
    entry = std::move(m_entries.front());
    m_entries.pop_front();
    return true;
}

// The entries of the next element that has any.
Result<void> EntryReader::readEntries() {
    TRY(event, m_source->next());
    const QString name = m_source->name().toString();
    if (event == XmlSource::Event::Finished) {
        m_finished = true;
    } else if (name == u"Контейнер"_s) {
        m_container = {event == XmlSource::Event::Begin, {}};
    } else if (event == XmlSource::Event::Begin) {
        const qint64 line = m_source->line();
        const bool isEntry = name == u"Контрагент"_s || name == u"Товар"_s || name == u"Предложение"_s || name == u"Документ"_s;
        if (!isEntry && name != u"Группы"_s)
            return {};
        TRY(element, m_source->readElement());
        if (name == u"Группы"_s)
            addGroups(element);
        else if (name == u"Документ"_s)
            addDocument(element, line);
        else if (name == u"Контрагент"_s)
            m_entries.push_back({CommerceMlKind::Counterparty, line, counterpartyRow(element, nullptr)});
        else if (name == u"Товар"_s)
            m_entries.push_back({CommerceMlKind::Product, line, productRow(element, m_context)});
        else
            m_entries.push_back({CommerceMlKind::Offer, line, offerRow(element)});
    }
    return {};
}

void EntryReader::addDocument(const XmlElement &document, qint64 line) {
    m_context.hasSales = m_context.hasSales || isSale(document);
    if (const XmlElement *counterparties = document.child(u"Контрагенты")) {
        for (const XmlElement &counterparty : counterparties->children) {
            if (counterparty.name == u"Контрагент"_s)
                m_entries.push_back({CommerceMlKind::Counterparty, line, counterpartyRow(counterparty, &document)});
        }
    }
    m_entries.push_back({CommerceMlKind::Document, line, documentRow(document, m_context, m_container)});
}

void EntryReader::addGroups(const XmlElement &groups) {
    for (const XmlElement &group : groups.children) {
        m_context.groups.insert(group.value(u"Ид"), group.value(u"Наименование"));
        if (const XmlElement *inner = group.child(u"Группы"))
            addGroups(*inner);
    }
}

QStringList textsOf(const CommerceMlRow &row, const Overview::Part &part) {
    QStringList texts(part.titles.size());
    for (const auto &[title, text] : row.cells) {
        if (const auto column = part.columns.constFind(title); column != part.columns.cend())
            texts[*column] = text;
    }
    return texts;
}

class CommerceMlTable final : public Table {
public:
    CommerceMlTable(CommerceMlKind kind, std::unique_ptr<XmlSource> source, std::shared_ptr<const Overview> overview)
        : m_kind(kind),
          m_overview(std::move(overview)),
          m_part(m_overview->parts[size_t(kind)]),
          m_reader(std::move(source), m_overview->context) {
        m_titles = m_part.titles;
        m_hasHeader = true;
        for (const CommerceMlRow &row : m_part.rows)
            m_firstRows << textsOf(row, m_part);
    }

    QString name() const override { return tableName(m_kind); }
    std::optional<FileKind> kind() const override { return fileKind(m_kind); }
    QByteArray charset() const override { return m_reader.source().charset(); }
    qint64 size() const override { return m_reader.source().size(); }
    qint64 bytesRead() const override { return m_reader.source().bytesRead(); }
    Result<void> rewind() override { return m_reader.rewind(); }
    Result<bool> next(TableRecord &record) override;

private:
    CommerceMlKind m_kind;
    std::shared_ptr<const Overview> m_overview;
    const Overview::Part &m_part;
    EntryReader m_reader;
    QStringList m_texts; // of the record that was given out last
};

Result<bool> CommerceMlTable::next(TableRecord &record) {
    Entry entry;
    do {
        TRY(more, m_reader.next(entry));
        if (!more)
            return false;
    } while (entry.kind != m_kind);
    m_texts = textsOf(entry.row, m_part);
    record.cells.assign(m_texts.cbegin(), m_texts.cend());
    record.line = entry.line;
    record.broken = false;
    record.problem = entry.row.problem;
    return true;
}

// A column is there when some entry has a text for it. The family name stands beside the given one even without: its column tells how to
// read the whole name.
void addToPart(Overview::Part &part, const CommerceMlRow &row) {
    for (const auto &[title, text] : row.cells) {
        if ((!text.isEmpty() || title == u"family name"_s) && !part.columns.contains(title)) {
            part.columns.insert(title, int(part.titles.size()));
            part.titles << title;
        }
    }
    if (part.rows.size() < kFirstRows)
        part.rows << row;
}

Result<std::shared_ptr<Overview>> look(const QString &path) {
    auto overview = std::make_shared<Overview>();
    TRY(source, XmlSource::open(path));
    EntryReader reader(std::move(source), {});
    Entry entry;
    while (true) {
        TRY(more, reader.next(entry));
        if (!more)
            break;
        addToPart(overview->parts[size_t(entry.kind)], entry.row);
    }
    overview->context = reader.context();
    return overview;
}

} // namespace

bool isCommerceMl(const QString &path) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return false;
    QByteArray head = file.read(256);
    if (head.startsWith("\xEF\xBB\xBF"))
        head.remove(0, 3);
    const bool isWide = head.startsWith("\xFF\xFE<") || head.startsWith(QByteArrayView("\xFE\xFF\0<", 4));
    if (!isWide && !head.trimmed().startsWith('<'))
        return false;
    file.close();
    auto source = XmlSource::open(path);
    if (!source)
        return false;
    const auto event = (*source)->next();
    return event && *event == XmlSource::Event::Begin && (*source)->name() == kRoot;
}

Result<std::vector<std::unique_ptr<Table>>> openCommerceMl(const QString &path) {
    TRY(overview, look(path));
    std::vector<std::unique_ptr<Table>> tables;
    const auto add = [&](CommerceMlKind kind) -> Result<void> {
        TRY(source, XmlSource::open(path));
        tables.push_back(std::make_unique<CommerceMlTable>(kind, std::move(source), overview));
        return {};
    };
    for (CommerceMlKind kind : kKinds) {
        if (!overview->parts[size_t(kind)].rows.isEmpty())
            TRY_VOID(add(kind));
    }
    if (tables.empty())
        TRY_VOID(add(CommerceMlKind::Counterparty));
    return tables;
}

} // namespace kontor::exchange
