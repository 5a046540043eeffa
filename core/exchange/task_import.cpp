#include "exchange/linked_import.h"
#include "tasks/task.h"

#include <QCoreApplication>

namespace kontor::exchange {

using namespace Qt::StringLiterals;

namespace {

// What is to be done, and what was. A task needs no customer.
class TaskImport : public LinkedImport {
public:
    static Result<std::unique_ptr<RecordImport>> create(db::Database &database, LinkedSetup setup) {
        const db::RecordType &type = db::recordType<Task>();
        TRY(statements,
            prepare(database, type, u"SELECT id FROM task WHERE customer_id IS ? AND title = ? AND due_on = ? ORDER BY id"_s));
        return std::unique_ptr<RecordImport>(new TaskImport(type, std::move(setup), std::move(statements)));
    }

protected:
    QString readCell(int column, const QString &text, LinkedDraft &draft) override;
    QString finishReading(LinkedDraft &draft) override;
    Result<void> complete(LinkedDraft &draft, ImportWriter &writer) override;
    void bindSame(const LinkedDraft &draft, db::BulkStatement &same) override;
    bool mayLackCustomer() const override { return true; }
    bool ownIdIsUnique() const override { return false; }

private:
    using LinkedImport::LinkedImport;
    QString readDone(int column, const QString &text, LinkedDraft &draft) const;
    QString readDue(int column, const QString &text, LinkedDraft &draft) const;
};

// A status, yes or no, or when it was done. Any other status is open.
QString TaskImport::readDone(int column, const QString &text, LinkedDraft &draft) const {
    if (const auto answer = m_setup.context.words.done(text)) {
        draft.isDone = draft.isDone || *answer;
        return {};
    }
    if (!text.front().isDigit())
        return {};
    const auto at = readInstant(text, title(column), m_setup.dateStyles.value(column), m_setup.context);
    if (at.value) {
        draft.isDone = true;
        draft.set("done_at", db::Value(*at.value));
    }
    return at.problem;
}

// Midnight is how programs write a day without a time.
QString TaskImport::readDue(int column, const QString &text, LinkedDraft &draft) const {
    const QString problem = setDay(column, text, "due_on", draft);
    const auto written = readDate(text, m_setup.dateStyles.value(column), m_setup.context.words);
    return problem.isEmpty() && written && written->secondOfDay > 0 ? setInstant(column, text, "due_at", draft) : problem;
}

QString TaskImport::readCell(int column, const QString &text, LinkedDraft &draft) {
    switch (m_setup.map.columns.at(column).field) {
    case Field::Subject:
    case Field::Name: draft.set("title", db::Value(text.simplified())); return {};
    case Field::DueOn: return readDue(column, text, draft);
    case Field::Done: return readDone(column, text, draft);
    case Field::InteractionKind: {
        const QString kind = m_setup.context.words.interactionKind(text);
        if (!kind.isEmpty() && !draft.has("kind"))
            draft.set("kind", db::Value(kind));
        return {};
    }
    case Field::Text:
    case Field::Note: draft.set("note", db::Value(text)); return {};
    case Field::CreatedOn: return setCreated(column, text, draft);
    default: return {};
    }
}

QString TaskImport::finishReading(LinkedDraft &draft) {
    if (draft.value("title").text().isEmpty() && draft.externalId.isEmpty())
        return QCoreApplication::translate("kontor::exchange", "The row does not say what is to be done. Add its title.");
    if (draft.value("title").text().isEmpty())
        draft.set("title",
                  db::Value(draft.value("kind").text().isEmpty() ? QCoreApplication::translate("kontor::exchange", "Task")
                                                                 : draft.value("kind").text()));
    if (draft.isDone && !draft.has("done_at")) {
        const QDate due = QDate::fromString(draft.value("due_on").text(), Qt::ISODate);
        if (due.isValid())
            draft.set("done_at", db::Value(m_setup.context.times.instant(due, 12 * 3600, 0)));
    }
    return {};
}

Result<void> TaskImport::complete(LinkedDraft &draft, ImportWriter &writer) {
    createNow(draft, writer);
    if (draft.isDone && draft.value("done_at").isNull()) // when is not known: as old as the task
        draft.set("done_at", draft.value("created_at"));
    return {};
}

void TaskImport::bindSame(const LinkedDraft &draft, db::BulkStatement &same) {
    same.bind(0, draft.value("customer_id"));
    same.bind(1, draft.value("title"));
    same.bind(2, draft.value("due_on"));
}

} // namespace

Result<std::unique_ptr<RecordImport>> createTaskImport(db::Database &database, LinkedSetup setup) {
    return TaskImport::create(database, std::move(setup));
}

} // namespace kontor::exchange
