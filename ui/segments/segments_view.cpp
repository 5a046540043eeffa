#include "segments/segments_view.h"

#include "main_window/layout_twins.h"
#include "segments/rule_json.h"
#include "segments/rule_meaning.h"
#include "segments/segment_builder.h"
#include "segments/segment_overview.h"
#include "segments/segment_repository.h"
#include "segments/value_counts.h"

#include <QKeyEvent>
#include <QListView>

namespace kontor::ui {

using namespace Qt::StringLiterals;

namespace {

struct Opened {
    segments::Catalogue catalogue;
    QStringList names;
    std::optional<SegmentDraft> draft;
};

bool isNew(const QKeyEvent *event) {
    return withLayoutTwins(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_N)).contains(QKeySequence(event->keyCombination()));
}

// Values that hardly two customers have in common are not worth a list.
bool isWorthListing(const QString &records, const QString &field) {
    static const QSet<QString> single{u"name"_s,  u"given_name"_s, u"family_name"_s, u"phone"_s,
                                      u"email"_s, u"note"_s,       u"street"_s,      u"customer_number"_s};
    static const QSet<QString> singleOfRecords{u"text"_s, u"title"_s};
    return !(records.isEmpty() ? single : singleOfRecords).contains(field);
}

Result<Opened> readBuilder(db::Database &database, const segments::Context &meaning, Id segment) {
    TRY(catalogue, segments::Catalogue::load(database, meaning.decimals()));
    TRY(all, segments::allSegments(database));
    Opened opened{std::move(catalogue), {}, {}};
    for (const segments::SavedSegment &saved : all) {
        opened.names << saved.name;
        if (saved.id != segment)
            continue;
        TRY(rule, segments::parseRule(saved.rule.toUtf8())); // its form: a line whose field is gone is shown, and can be mended
        opened.draft = SegmentDraft{saved.id, saved.name, rule, false};
    }
    return opened;
}

} // namespace

SegmentsView::SegmentsView(workspace::Workspace &workspace, const Formats &formats, const QString &memory, QWidget *parent)
    : QStackedWidget(parent), m_workspace(workspace), m_formats(formats), m_memory(memory) {
    m_meaning = ruleOnScreen(workspace, formats);
    m_overview = new SegmentOverview(workspace, m_meaning, m_formats, m_memory, this);
    addWidget(m_overview);
    connect(m_overview, &SegmentOverview::newWanted, this, &SegmentsView::newSegment);
    connect(m_overview, &SegmentOverview::editWanted, this, [this](const SegmentDraft &draft) { openDraft(draft); });
    connect(m_overview, &SegmentOverview::listWanted, this, &SegmentsView::openAsList);
    connect(m_overview, &SegmentOverview::trashed, this, &SegmentsView::trashed);
    connect(m_overview, &SegmentOverview::problem, this, &SegmentsView::problem);
    setFocusProxy(m_overview->list());
}

void SegmentsView::setFormats(const Formats &formats) {
    m_formats = formats;
    m_meaning = ruleOnScreen(m_workspace, formats);
    m_overview->reload();
}

QString SegmentsView::title() const {
    if (!m_builder)
        return tr("Segments");
    const QString name = m_builder->draft().name;
    return name.isEmpty() ? tr("New segment") : name;
}

Id SegmentsView::segmentInBuilder() const { return m_builder ? m_builder->draft().id : Id(); }

void SegmentsView::newSegment() {
    SegmentDraft draft;
    draft.rule.rules.push_back(segments::Node{segments::Condition()});
    openDraft(draft);
}

void SegmentsView::openDraft(const SegmentDraft &draft) { openBuilder(draft); }

void SegmentsView::openSegment(Id segment) {
    if (m_builder && m_builder->draft().id == segment)
        return;
    SegmentDraft draft;
    draft.id = segment;
    openBuilder(draft);
}

// The fields of the base, and the segment as it is saved now unless the draft brings a rule of its own.
void SegmentsView::openBuilder(const SegmentDraft &draft) {
    const bool isSaved = draft.id.isValid() && draft.name.isEmpty();
    m_workspace.read(
        this,
        [meaning = m_meaning, id = isSaved ? draft.id : Id()](db::Database &database) {
            return readBuilder(database, meaning, id);
        },
        [this, draft, isSaved, number = ++m_opening](Result<Opened> opened) {
            if (number != m_opening)
                return;
            if (!opened)
                return void(emit problem(opened.error()));
            if (isSaved && !opened->draft)
                return void(emit problem({Code::NotFound, tr("This segment is not there any more."), {}, {}}));
            if (m_builder) {
                if (m_builder->isChanged())
                    emit dropped(m_builder->draft());
                m_builder->deleteLater();
            }
            m_suggestions.clear();
            BuilderContext context{opened->catalogue, m_meaning, m_formats, opened->names, {}};
            context.suggest = [this](const QString &records, const QString &field, QObject *asker, const SuggestionsDone &done) {
                suggest(records, field, asker, done);
            };
            m_builder = new SegmentBuilder(m_workspace, std::move(context), isSaved ? *opened->draft : draft, this);
            addWidget(m_builder);
            setCurrentWidget(m_builder);
            setFocusProxy(m_builder);
            connect(m_builder, &SegmentBuilder::saved, this, [this](Id, const QString &name, int unusedRows) {
                emit saved(name, unusedRows);
                emit placeChanged();
            });
            connect(m_builder, &SegmentBuilder::cancelled, this, &SegmentsView::leaveBuilder);
            connect(m_builder, &SegmentBuilder::listWanted, this, &SegmentsView::openAsList);
            connect(m_builder, &SegmentBuilder::customerChosen, this, &SegmentsView::openCustomer);
            connect(m_builder, &SegmentBuilder::problem, this, &SegmentsView::problem);
            connect(m_builder, &SegmentBuilder::stateChanged, this, &SegmentsView::stateChanged);
            m_builder->start();
            emit placeChanged();
            emit stateChanged();
        });
}

void SegmentsView::leaveBuilder() {
    if (!m_builder)
        return;
    const SegmentDraft draft = m_builder->draft();
    const bool isLost = m_builder->isChanged() && (!draft.rule.rules.empty() || !draft.name.isEmpty());
    showOverview();
    if (isLost)
        emit dropped(draft);
}

void SegmentsView::showOverview() {
    ++m_opening;
    setFocusProxy(m_overview->list());
    setCurrentWidget(m_overview);
    if (m_builder) {
        m_overview->select(m_builder->draft().id);
        m_builder->deleteLater();
        m_builder = nullptr;
        m_overview->reload();
    }
    m_overview->list()->setFocus(Qt::OtherFocusReason);
    emit placeChanged();
    emit stateChanged();
}

void SegmentsView::onChanged(const workspace::ChangeSet &changes) {
    if (changes.touches("segment"))
        m_overview->reload();
    else if (isVisible() && !m_builder)
        m_overview->recount();
    else
        m_isRecountDue = true;
}

void SegmentsView::suggest(const QString &records, const QString &field, QObject *context, const SuggestionsDone &done) {
    if (!isWorthListing(records, field))
        return;
    const QString name = records.isEmpty() ? field : records + u'.' + field;
    if (const auto known = m_suggestions.constFind(name); known != m_suggestions.constEnd())
        return done(*known);
    m_workspace.read(
        context, [meaning = m_meaning, name](db::Database &database) { return segments::valueCounts(database, meaning, name); },
        [this, name, done, guard = QPointer<QObject>(context)](Result<QList<segments::ValueCount>> counts) {
            if (!counts || !guard)
                return;
            QList<Suggestion> suggestions;
            for (const segments::ValueCount &count : *counts)
                suggestions.append({count.value, count.count});
            m_suggestions.insert(name, suggestions);
            done(suggestions);
        });
}

// What changed while another page was shown.
void SegmentsView::showEvent(QShowEvent *event) {
    QStackedWidget::showEvent(event);
    if (std::exchange(m_isRecountDue, false))
        m_overview->recount();
}

bool SegmentsView::event(QEvent *event) {
    if (event->type() == QEvent::ShortcutOverride && !m_builder && isNew(static_cast<QKeyEvent *>(event))) {
        event->accept();
        return true;
    }
    return QStackedWidget::event(event);
}

void SegmentsView::keyPressEvent(QKeyEvent *event) {
    if (!m_builder && isNew(event))
        return newSegment();
    QStackedWidget::keyPressEvent(event);
}

} // namespace kontor::ui
