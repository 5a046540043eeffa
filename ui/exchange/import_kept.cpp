// What is remembered of an import for the next time: mappings by the titles of the file, and feeds.
#include "exchange/import_session.h"

#include <QFileInfo>

namespace kontor::ui {

using namespace Qt::StringLiterals;
using exchange::ImportReport;

namespace {

struct Kept {
    QList<exchange::SavedMapping> mappings;
    QList<exchange::Feed> feeds;
};

} // namespace

void ImportSession::readKept() {
    m_workspace.read(
        this,
        [](db::Database &database) -> Result<Kept> {
            TRY(mappings, exchange::savedMappings(database));
            TRY(feeds, exchange::feeds(database));
            return Kept{mappings, feeds};
        },
        [this](const Result<Kept> &kept) {
            if (!kept)
                return emit problem(kept.error());
            m_savedMappings = kept->mappings;
            m_feeds = kept->feeds;
            emit keptChanged();
        });
}

void ImportSession::write(std::function<Result<void>(workspace::Base &)> act) {
    m_workspace.writeWith(std::move(act), this, [this](const Result<void> &written) {
        if (!written)
            return emit problem(written.error());
        readKept();
    });
}

void ImportSession::remember() {
    if (m_rememberAs.trimmed().isEmpty() || !isRead())
        return;
    write([mapping = exchange::mappingOf(m_options, table().titles, m_rememberAs.trimmed())](workspace::Base &base) {
        return exchange::saveMapping(base, mapping);
    });
}

void ImportSession::keepAsFeed() {
    const QString name = m_rememberAs.trimmed().isEmpty() ? QFileInfo(m_path).completeBaseName() : m_rememberAs.trimmed();
    m_feed = name;
    write([feed = exchange::Feed{name, m_path, exchange::mappingOf(m_options, table().titles, name), {}}](workspace::Base &base) {
        return exchange::saveFeed(base, feed);
    });
    emit workChanged();
}

void ImportSession::runFeed(const exchange::Feed &feed) {
    if (isAtWork())
        return;
    clear();
    m_path = feed.path;
    m_feed = feed.name;
    m_options.tag = feed.tag;
    const exchange::ImportOptions options = begin(false);
    m_workspace.writeWith([name = feed.name, options](workspace::Base &base) { return exchange::runFeed(base, name, options); }, this,
                          [this](Result<ImportReport> report) { takeReport(std::move(report)); });
}

} // namespace kontor::ui
