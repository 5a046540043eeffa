// What floats over the list: the filter kept as a segment, why a customer is in what is shown, the cells that are changed in place.
#include "customers/customer_cell_edit.h"
#include "customers/customer_explain.h"
#include "customers/customer_filter_row.h"
#include "customers/customer_list_model.h"
#include "customers/customer_list_panel.h"
#include "lists/list_table.h"
#include "segments/filter_rule.h"
#include "segments/rule_json.h"
#include "segments/rule_meaning.h"
#include "segments/segment_repository.h"
#include "theme/metrics.h"
#include "widgets/bidi.h"

namespace kontor::ui {

using namespace Qt::StringLiterals;

namespace {

struct Question {
    QString name; // of the customer
    QList<ExplainPopover::Subject> subjects;
};

} // namespace

segments::Context CustomerListPanel::meaning() const {
    return ruleMeaning(m_workspace, m_shell.formats());
}

// What is shown as one rule: the filter, and the segment that it narrows.
std::function<Result<segments::Rule>(db::Database &)> CustomerListPanel::shownRule() const {
    return [filter = m_filter->filter(), rule = m_segmentRule, context = meaning()](db::Database &database) -> Result<segments::Rule> {
        TRY(narrowed, segments::ruleOfFilter(database, filter, context));
        if (rule.isEmpty())
            return narrowed;
        TRY(segment, segments::parseRule(rule));
        if (narrowed.rules.empty())
            return segment;
        if (segment.match == segments::Match::All)
            for (segments::Node &node : segment.rules)
                narrowed.rules.push_back(std::move(node));
        else
            narrowed.rules.push_back(segments::Node{std::move(segment)});
        return narrowed;
    };
}

QRect CustomerListPanel::rowPlace() const {
    const QRect row = m_table->visualRect(m_table->currentIndex());
    if (m_folded || !row.isValid())
        return QRect(metrics::kPage, metrics::kTopBar, m_host->width() - 2 * metrics::kPage, 1);
    return QRect(m_table->viewport()->mapTo(m_host, row.topLeft()), QSize(m_table->viewport()->width() / 2, row.height()));
}

void CustomerListPanel::explain(Id customer) {
    if (!customer.isValid())
        return;
    if (!m_explain)
        m_explain = new ExplainPopover(m_workspace, m_shell, m_host);
    const QString shownName = m_segmentName.isEmpty() ? tr("this filtered list") : m_segmentName;
    m_workspace.read(
        this,
        [rule = shownRule(), customer, shownName, isFiltered = isFiltered(), segment = m_segmentName, context = meaning(),
         today = m_shell.formats().today()](db::Database &database) -> Result<Question> {
            Question question;
            TRY(rows, customerRows(database, {customer}, today));
            if (!rows.isEmpty())
                question.name = rows.first().name;
            if (isFiltered) {
                TRY(shown, rule(database));
                question.subjects.append({shownName, shown});
            }
            TRY(all, segments::allSegments(database));
            for (const segments::SavedSegment &saved : std::as_const(all))
                if (saved.name != segment)
                    if (const auto own = segments::ruleOf(database, saved, context))
                        question.subjects.append({saved.name, *own});
            return question;
        },
        [this, customer](Result<Question> question) {
            if (!question)
                return m_shell.showError(question.error());
            m_explain->open(rowPlace(), customer, question->name, question->subjects);
        });
}

void CustomerListPanel::saveFilter() {
    if (!m_saveFilter) {
        m_saveFilter = new SaveFilterPopover(m_host);
        connect(m_saveFilter, &SaveFilterPopover::nameReady, this, &CustomerListPanel::saveFilterAs);
    }
    QStringList words;
    for (const auto &[column, text] : m_filter->descriptions())
        words << text.section(u": "_s, 1);
    m_saveFilter->open(QRect(0, metrics::kTopBar, m_host->width() / 2, 1), words.join(tr(", ")));
}

void CustomerListPanel::saveFilterAs(const QString &name) {
    m_workspace.write(
        {u"segment"_s, "segment", {}},
        [name, rule = shownRule(), context = meaning(),
         taken = tr("There is a segment of that name already. Choose another one.")](workspace::Recorder &recorder) -> Result<Id> {
            TRY(found, segments::findSegment(recorder.database(), name));
            if (found)
                return Error{Code::Invalid, taken, {}, "name"};
            TRY(made, rule(recorder.database()));
            return segments::saveSegment(recorder, name, made, context);
        },
        this, [this, name](Result<Id> saved) {
            if (!saved)
                return m_saveFilter->setProblem(saved.error().message);
            m_saveFilter->close();
            m_shell.showUndoToast(tr("Segment “%1” saved.").arg(isolated(name)));
        });
}

QRect CustomerListPanel::cellPlace() const {
    const QRect cell = m_table->visualRect(m_table->currentIndex());
    return QRect(m_table->viewport()->mapTo(m_host, cell.topLeft()), cell.size());
}

void CustomerListPanel::editCell() {
    const QModelIndex cell = m_table->currentIndex();
    const CustomerRow *row = m_model->row(cell.row());
    if (!row || m_workspace.isReadOnly())
        return;
    m_table->scrollTo(cell);
    if (CustomerCellEdit::canEdit(cell.column()))
        return m_cellEdit->open(cell.column(), *row, cellPlace());
    m_shell.showToast({tr("Type, tags and next step are changed here, the rest on the card."), tr("Open the card"),
                       [this, id = row->id] { emit opened(id); }});
}

void CustomerListPanel::openTaskForm() {
    if (const CustomerRow *row = m_model->row(m_table->currentIndex().row()))
        m_cellEdit->openNewTask(row->id, row->name, cellPlace());
}

bool CustomerListPanel::closePopovers() {
    if (m_cellEdit->close())
        return true;
    for (Popover *popover : {static_cast<Popover *>(m_explain), static_cast<Popover *>(m_saveFilter)})
        if (popover && popover->isOpen()) {
            popover->close();
            return true;
        }
    return false;
}

} // namespace kontor::ui
