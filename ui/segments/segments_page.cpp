#include "segments/segments_page.h"

#include "call_session/call_preparation.h"
#include "main_window/action_table.h"
#include "main_window/page_table.h"
#include "segments/rule_json.h"
#include "segments/segment_builder.h"
#include "segments/segment_memory.h"
#include "segments/segment_overview.h"
#include "segments/segments_view.h"

#include <QListView>
#include <QPointer>
#include <QVBoxLayout>

namespace kontor::ui {

using namespace Qt::StringLiterals;

namespace {

const QString kBuilding = u"building"_s; // a new segment has no id to come back to

} // namespace

SegmentsPage::SegmentsPage(workspace::Workspace &workspace, Shell &shell, QWidget *parent)
    : Page(workspace, shell, parent),
      m_view(new SegmentsView(workspace, shell.formats(), SegmentMemory::fileFor(workspace.baseId()), this)) {
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_view);
    setFocusProxy(m_view);
    wire();
}

void SegmentsPage::wire() {
    connect(m_view, &SegmentsView::openAsList, this, &SegmentsPage::openAsList);
    connect(m_view, &SegmentsView::openCustomer, this, [this](Id customer) { m_shell.go({page::kCustomers, customer}); });
    connect(m_view, &SegmentsView::problem, this, [this](const Error &error) { m_shell.showError(error); });
    connect(m_view, &SegmentsView::saved, this, [this](const QString &name, int unusedRows) {
        m_shell.showUndoToast(
            unusedRows == 0 ? tr("The segment “%1” is saved.").arg(name)
                            : tr("The segment “%1” is saved without %Ln unfinished line(s).", nullptr, unusedRows).arg(name));
    });
    connect(m_view, &SegmentsView::trashed, this,
            [this](const QString &name) { m_shell.showUndoToast(tr("The segment “%1” is in the trash.").arg(name)); });
    connect(m_view, &SegmentsView::dropped, this, [this](const SegmentDraft &draft) {
        const QString text =
            draft.name.isEmpty() ? tr("The new segment was not saved.") : tr("Changes of “%1” were not saved.").arg(draft.name);
        m_shell.showToast({text, tr("Go on with it"), [view = QPointer<SegmentsView>(m_view), draft] {
                               if (view)
                                   view->openDraft(draft);
                           }});
    });
    connect(m_view, &SegmentsView::placeChanged, this, &SegmentsPage::tellPlace);
    connect(m_view, &SegmentsView::stateChanged, this, &SegmentsPage::stateChanged);
    connect(m_view->overview()->list()->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &SegmentsPage::stateChanged);
}

// A saved segment that is opened or left here is a step of Back and Forward; a new one has no place of its own yet.
void SegmentsPage::tellPlace() {
    const Id segment = m_view->segmentInBuilder();
    if (isVisible() && segment != m_segment) {
        m_segment = segment;
        m_shell.go({page::kSegments, segment});
    }
    emit stateChanged();
}

QString SegmentsPage::title() const { return m_view->title(); }

void SegmentsPage::open(const Place &place) {
    m_segment = place.subject;
    const bool isComingBack = std::exchange(m_wasAway, false) || place.view.value(kBuilding).toBool();
    if (place.subject.isValid())
        return m_view->openSegment(place.subject);
    if (m_view->isBuilding() && isComingBack && m_view->builder()->isChanged()) {
        m_segment = m_view->segmentInBuilder();
        return; // where the work was left
    }
    if (m_view->isBuilding())
        m_view->leaveBuilder();
}

Place SegmentsPage::place() const { return {page::kSegments, m_view->segmentInBuilder(), {{kBuilding, m_view->isBuilding()}}}; }

void SegmentsPage::hideEvent(QHideEvent *event) {
    Page::hideEvent(event);
    m_wasAway = true;
}

bool SegmentsPage::canPerform(QLatin1StringView id) const {
    if (id != action::kCallSession || m_view->isBuilding() || m_workspace.isReadOnly())
        return false;
    const auto *line = m_view->overview()->model()->lineAt(m_view->overview()->list()->currentIndex());
    return line && line->problem.isEmpty();
}

void SegmentsPage::perform(QLatin1StringView id) {
    if (!canPerform(id))
        return;
    const auto *line = m_view->overview()->model()->lineAt(m_view->overview()->list()->currentIndex());
    m_view->overview()->noteUsed(line->id);
    m_shell.go({page::kCallSession, {}, CallList{line->name, {}, segments::writeRule(line->rule)}.toView()});
}

bool SegmentsPage::escape() {
    if (!m_view->isBuilding())
        return false;
    if (m_view->builder()->isChanged())
        m_shell.announce(tr("There are unsaved changes. Ctrl+S saves them, Cancel leaves them."));
    else
        m_view->leaveBuilder();
    return true;
}

void SegmentsPage::onChanged(const workspace::ChangeSet &changes) { m_view->onChanged(changes); }

void SegmentsPage::retranslate() { m_view->setFormats(m_shell.formats()); }

void SegmentsPage::noteUsed(Id segment) { m_view->overview()->noteUsed(segment); }

QList<QWidget *> SegmentsPage::panes() const {
    if (m_view->isBuilding())
        return m_view->builder()->panes();
    return {m_view->overview()->list()};
}

} // namespace kontor::ui
