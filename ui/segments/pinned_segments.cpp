#include "segments/pinned_segments.h"

#include "segments/rule_meaning.h"
#include "segments/segment_query.h"
#include "segments/segment_repository.h"

namespace kontor::ui {

namespace {

constexpr int kPauseMs = 100; // changes that come together are counted together

Result<QList<PinnedCount>> countPinned(db::Database &database, const segments::Context &context) {
    TRY(all, segments::allSegments(database));
    QList<PinnedCount> counts;
    for (const segments::SavedSegment &segment : std::as_const(all)) {
        if (!segment.pinned)
            continue;
        PinnedCount entry{segment.id, segment.name, segment.rule.toUtf8(), std::nullopt};
        if (const auto rule = segments::ruleOf(database, segment, context))
            if (const auto count = segments::count(database, *rule, context))
                entry.count = *count;
        counts << entry;
    }
    return counts;
}

} // namespace

PinnedSegments::PinnedSegments(workspace::Workspace &workspace, const Formats &formats)
    : QObject(&workspace), m_workspace(workspace), m_formats(formats) {
    m_later.setSingleShot(true);
    m_later.setInterval(kPauseMs);
    connect(&m_later, &QTimer::timeout, this, &PinnedSegments::count);
    connect(&workspace, &workspace::Workspace::changed, &m_later, qOverload<>(&QTimer::start));
    count();
}

// An unanswered count is given up for the next.
void PinnedSegments::count() {
    if (m_number > 0)
        m_workspace.cancel(m_ticket);
    const quint64 number = ++m_number;
    const segments::Context context = ruleMeaning(m_workspace, m_formats);
    m_ticket = m_workspace.read(
        this, [context](db::Database &database) { return countPinned(database, context); },
        [this, number](Result<QList<PinnedCount>> found) {
            if (number != m_number || !found)
                return;
            m_counts = std::move(*found);
            emit counted();
        },
        workspace::Urgency::Background);
}

} // namespace kontor::ui
