#include "segments/segment_overview.h"

#include "forms/rename_pause.h"
#include "segments/rule_json.h"
#include "segments/segment_list_delegate.h"
#include "segments/segment_memory.h"
#include "segments/segment_query.h"
#include "segments/segment_repository.h"
#include "segments/sentence.h"
#include "theme/icon.h"
#include "theme/kontor_style.h"
#include "theme/metrics.h"
#include "widgets/palette_label.h"

#include <QtWidgets>

namespace kontor::ui {

using namespace Qt::StringLiterals;
using namespace metrics;
using Line = SegmentListModel::Line;

namespace {

// "rules[1].value" is in the second line.
QList<int> linesOf(const QStringList &places) {
    static const QRegularExpression line(u"^rules\\[(\\d+)\\]"_s);
    QList<int> lines;
    for (const QString &place : places)
        if (const auto match = line.match(place); match.hasMatch())
            lines << match.captured(1).toInt();
    return lines;
}

} // namespace

SegmentOverview::SegmentOverview(workspace::Workspace &workspace, const segments::Context &meaning, const Formats &formats,
                                 SegmentMemory &memory, QWidget *parent)
    : QWidget(parent),
      m_workspace(workspace),
      m_meaning(meaning),
      m_memory(memory),
      m_model(new SegmentListModel(formats, this)),
      m_list(new QListView(this)) {
    build();
}

QPushButton *SegmentOverview::addButton(const QString &text, void (SegmentOverview::*act)()) {
    auto *button = new QPushButton(text, this);
    button->setAutoDefault(false);
    connect(button, &QPushButton::clicked, this, act);
    return button;
}

void SegmentOverview::build() {
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(kPage, kGap, kPage, kPage);
    column->setSpacing(kLabelGap);
    auto *header = new QHBoxLayout;
    auto *title = new PaletteLabel(TextRole::Page, TextColour::Normal, this);
    title->setText(tr("Segments"));
    m_new = new QPushButton(Icon::get("plus"_L1), tr("New segment"), this);
    m_new->setToolTip(tr("New segment (Ctrl+Shift+N)"));
    m_new->setAccessibleName(tr("New segment"));
    m_new->setAccessibleDescription(tr("Ctrl+Shift+N"));
    makePrimary(m_new);
    connect(m_new, &QPushButton::clicked, this, &SegmentOverview::newWanted);
    header->addWidget(title);
    header->addStretch(1);
    header->addWidget(m_new);
    column->addLayout(header);

    auto *acts = new QHBoxLayout;
    acts->setSpacing(kGap);
    m_edit = addButton(tr("Edit"), &SegmentOverview::edit);
    m_showList = addButton(tr("Show customers"), &SegmentOverview::showAsList);
    m_rename = addButton(tr("Rename"), &SegmentOverview::rename);
    m_pin = addButton(tr("Pin"), &SegmentOverview::pin);
    m_trash = addButton(tr("Move to trash"), &SegmentOverview::trash);
    m_edit->setToolTip(tr("Edit (Enter)"));
    m_showList->setToolTip(tr("Show customers (Ctrl+Enter)"));
    m_rename->setToolTip(tr("Rename (F2)"));
    m_trash->setToolTip(tr("Move to trash (Delete)"));
    for (QPushButton *button : {m_edit, m_showList, m_rename, m_pin, m_trash})
        acts->addWidget(button);
    acts->addStretch(1);
    column->addLayout(acts);

    m_hint = new PaletteLabel(TextRole::Body, TextColour::Second, this);
    m_hint->setWordWrap(true);
    m_hint->setText(tr("No segments yet. Take a template, or begin a new one with Ctrl+Shift+N."));
    m_hint->hide();
    column->addWidget(m_hint);
    m_list->setModel(m_model);
    m_list->setItemDelegate(new SegmentListDelegate(m_list));
    // A count that comes later leaves the sentence another width, and so perhaps another number of lines.
    connect(m_model, &QAbstractItemModel::dataChanged, m_list->itemDelegate(), &QAbstractItemDelegate::sizeHintChanged);
    m_list->setFrameShape(QFrame::StyledPanel);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setMouseTracking(true);
    m_list->setResizeMode(QListView::Adjust); // sentences wrap to another number of lines
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setAccessibleName(tr("Segments and templates"));
    m_list->setTabKeyNavigation(false);
    m_list->setContextMenuPolicy(Qt::CustomContextMenu);
    m_list->installEventFilter(this);
    column->addWidget(m_list, 1);
    setTabOrder(m_list, m_edit);
    connect(m_list, &QListView::doubleClicked, this, &SegmentOverview::edit);
    connect(m_list, &QListView::customContextMenuRequested, this, &SegmentOverview::showMenu);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &SegmentOverview::updateButtons);
    m_pause = new RenamePause(m_list);
    connect(m_pause, &RenamePause::over, this, &SegmentOverview::reload);
    connect(m_model, &SegmentListModel::renameWanted, this, [this](Id segment, const QString &name) {
        changeSegment([segment, name](workspace::Recorder &recorder) { return segments::renameSegment(recorder, segment, name); },
                      segment);
    });
    updateButtons();
}

Result<SegmentOverview::Content> SegmentOverview::load(db::Database &database, const segments::Context &meaning) {
    TRY(catalogue, segments::Catalogue::load(database, meaning.decimals()));
    TRY(saved, segments::allSegments(database));
    TRY(templates, segments::segmentTemplates(database, meaning));
    Content content;
    for (const segments::SavedSegment &segment : saved) {
        Line line{.id = segment.id, .name = segment.name, .isPinned = segment.pinned};
        if (auto rule = segments::readRule(segment.rule.toUtf8(), catalogue)) {
            line.rule = *rule;
            line.sentence = segments::sentence(*rule, catalogue, meaning);
        } else {
            line.problem = rule.error().message;
            if (auto form = segments::parseRule(segment.rule.toUtf8()))
                line.rule = *form;
        }
        content.segments << line;
    }
    for (const segments::SegmentTemplate &ready : templates)
        content.templates.append({.kind = Line::Kind::Template,
                                  .name = ready.name,
                                  .sentence = segments::sentence(ready.rule, catalogue, meaning),
                                  .rule = ready.rule,
                                  .toChange = linesOf(ready.toChange)});
    return content;
}

void SegmentOverview::showEvent(QShowEvent *event) {
    QWidget::showEvent(event);
    if (m_isReloadDue)
        reload();
}

void SegmentOverview::reload() {
    m_isReloadDue = !isVisible();
    if (m_isReloadDue)
        return;
    m_workspace.read(
        this, [meaning = m_meaning](db::Database &database) { return load(database, meaning); },
        [this](Result<Content> content) {
            if (content)
                show(*content);
            else
                emit problem(content.error());
        });
}

void SegmentOverview::show(const Content &content) {
    if (m_pause->putsOff())
        return;
    const Line *before = current();
    const Id wanted = m_toSelect.isValid() ? m_toSelect : before ? before->id : Id();
    const int row = m_list->currentIndex().row();
    QList<Line> lines = content.segments;
    for (Line &line : lines)
        line.usedAt = m_memory.lastUsed(line.id);
    m_model->setLines(lines, content.templates);
    m_hint->setVisible(m_model->isEmptyOfSegments());
    QModelIndex place = wanted.isValid() ? m_model->indexOf(wanted) : m_model->index(qMin(qMax(0, row), m_model->rowCount() - 1));
    if (!m_model->lineAt(place))
        place = m_model->index(m_model->isEmptyOfSegments() ? 1 : 0);
    m_list->setCurrentIndex(place);
    m_toSelect = {};
    recount();
    emit loaded();
}

// In the background, one after another: the rest of the page does not wait.
void SegmentOverview::recount() {
    const quint64 number = ++m_number;
    for (const Line &line : m_model->lines()) {
        if (line.kind != Line::Kind::Segment || !line.problem.isEmpty())
            continue;
        m_workspace.read(
            this,
            [rule = line.rule, meaning = m_meaning](db::Database &database) { return segments::count(database, rule, meaning); },
            [this, number, id = line.id](Result<qint64> count) {
                if (!count || number != m_number)
                    return;
                const QDate today = m_meaning.clock.today();
                m_memory.noteCount(id, today, *count);
                m_model->setCount(id, *count, m_memory.countBefore(id, today));
            },
            workspace::Urgency::Background);
    }
}

void SegmentOverview::noteUsed(Id segment) {
    if (!segment.isValid())
        return;
    const Instant now = m_meaning.clock.now();
    m_memory.noteUsed(segment, now);
    m_model->setUsed(segment, now);
}

void SegmentOverview::select(Id segment) {
    m_toSelect = segment;
    if (const QModelIndex place = m_model->indexOf(segment); place.isValid())
        m_list->setCurrentIndex(place);
}

const Line *SegmentOverview::current() const { return m_model->lineAt(m_list->currentIndex()); }

void SegmentOverview::updateButtons() {
    const Line *line = current();
    const bool isSegment = line && line->kind == Line::Kind::Segment;
    const bool canWrite = isSegment && !m_workspace.isReadOnly();
    m_edit->setEnabled(line);
    m_edit->setText(line && !isSegment ? tr("Use template") : tr("Edit"));
    m_showList->setEnabled(line && line->problem.isEmpty());
    m_rename->setEnabled(canWrite);
    m_pin->setEnabled(canWrite);
    m_pin->setText(isSegment && line->isPinned ? tr("Unpin") : tr("Pin"));
    m_trash->setEnabled(canWrite);
    for (QPushButton *button : {m_edit, m_showList, m_rename, m_pin, m_trash})
        button->setAccessibleName(line ? tr("%1: %2").arg(button->text(), line->name) : button->text());
}

void SegmentOverview::edit() {
    const Line *line = current();
    if (!line)
        return;
    noteUsed(line->id);
    emit editWanted({line->id, line->name, line->rule, line->kind == Line::Kind::Template, line->toChange});
}

void SegmentOverview::showAsList() {
    const Line *line = current();
    if (!line || !line->problem.isEmpty())
        return;
    noteUsed(line->id);
    emit listWanted(line->name, line->rule);
}

void SegmentOverview::rename() {
    if (const Line *line = current(); line && line->kind == Line::Kind::Segment && !m_workspace.isReadOnly())
        m_list->edit(m_list->currentIndex());
}

void SegmentOverview::changeSegment(std::function<Result<void>(workspace::Recorder &)> change, Id segment,
                                    std::function<void()> done) {
    m_workspace.write({u"segment"_s, "segment", segment}, std::move(change), this,
                      [this, done = std::move(done)](Result<void> changed) {
                          if (!changed)
                              emit problem(changed.error());
                          else if (done)
                              done();
                          reload();
                      });
}

void SegmentOverview::pin() {
    const Line *line = current();
    if (!line || line->kind != Line::Kind::Segment || m_workspace.isReadOnly())
        return;
    changeSegment([id = line->id, pinned = !line->isPinned](
                      workspace::Recorder &recorder) { return segments::pinSegment(recorder, id, pinned); },
                  line->id);
}

void SegmentOverview::trash() {
    const Line *line = current();
    if (!line || line->kind != Line::Kind::Segment || m_workspace.isReadOnly())
        return;
    changeSegment([id = line->id](workspace::Recorder &recorder) { return segments::trashSegment(recorder, id); }, line->id,
                  [this, name = line->name] { emit trashed(name); });
}

void SegmentOverview::showMenu(const QPoint &position) {
    if (!current())
        return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (QPushButton *button : {m_edit, m_showList, m_rename, m_pin, m_trash}) {
        QAction *act = menu->addAction(button->text(), button, &QPushButton::click);
        act->setEnabled(button->isEnabled());
    }
    menu->popup(m_list->viewport()->mapToGlobal(position));
}

bool SegmentOverview::eventFilter(QObject *watched, QEvent *event) {
    if (watched != m_list || event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    if (m_pause->isRenaming())
        return true; // what the editor left over, such as the Enter that ends it
    const auto *press = static_cast<QKeyEvent *>(event);
    const bool isEnter = press->key() == Qt::Key_Return || press->key() == Qt::Key_Enter;
    if (isEnter && press->modifiers().testFlag(Qt::ControlModifier))
        showAsList();
    else if (isEnter)
        edit();
    else if (press->key() == Qt::Key_F2)
        rename();
    else if (press->key() == Qt::Key_Delete)
        trash();
    else
        return false;
    return true;
}

} // namespace kontor::ui
