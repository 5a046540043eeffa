#include "cases/support_case.h"
#include "exchange/linked_import.h"

#include <QCoreApplication>

namespace kontor::exchange {

using namespace Qt::StringLiterals;

namespace {

// Complaints and requests.
class CaseImport : public LinkedImport {
public:
    static Result<std::unique_ptr<RecordImport>> create(db::Database &database, LinkedSetup setup) {
        const db::RecordType &type = db::recordType<SupportCase>();
        TRY(statements,
            prepare(database, type,
                    u"SELECT id FROM support_case WHERE customer_id = ? AND title = ? AND opened_at = ? ORDER BY id"_s));
        return std::unique_ptr<RecordImport>(new CaseImport(type, std::move(setup), std::move(statements)));
    }

protected:
    QString readCell(int column, const QString &text, LinkedDraft &draft) override;
    QString finishReading(LinkedDraft &draft) override;
    void bindSame(const LinkedDraft &draft, db::BulkStatement &same) override;
    bool ownIdIsUnique() const override { return false; }

private:
    using LinkedImport::LinkedImport;
};

QString CaseImport::readCell(int column, const QString &text, LinkedDraft &draft) {
    switch (m_setup.map.columns.at(column).field) {
    case Field::Subject:
    case Field::Name: draft.set("title", db::Value(text.simplified())); return {};
    case Field::Text:
    case Field::Note: draft.set("note", db::Value(text)); return {};
    case Field::InteractionKind: draft.set("kind", db::Value(text.toLower())); return {};
    case Field::Severity: draft.set("severity", db::Value(text)); return {};
    case Field::CaseState: { // a state of the other program's own is an open one
        const QString state = m_setup.context.words.caseState(text);
        draft.set("state", db::Value(state.isEmpty() ? u"open"_s : state));
        return {};
    }
    case Field::At:
    case Field::CreatedOn: return setInstant(column, text, "opened_at", draft);
    case Field::SolvedAt: return setInstant(column, text, "solved_at", draft);
    default: return {};
    }
}

QString CaseImport::finishReading(LinkedDraft &draft) {
    if (draft.value("title").text().isEmpty())
        return QCoreApplication::translate("kontor::exchange", "The row has no title. Add what the case is about.");
    if (draft.value("opened_at").integer() == 0)
        return QCoreApplication::translate("kontor::exchange", "The row does not say when the case was opened. Add the date.");
    return {};
}

void CaseImport::bindSame(const LinkedDraft &draft, db::BulkStatement &same) {
    same.bind(0, draft.value("customer_id"));
    same.bind(1, draft.value("title"));
    same.bind(2, draft.value("opened_at"));
}

} // namespace

Result<std::unique_ptr<RecordImport>> createCaseImport(db::Database &database, LinkedSetup setup) {
    return CaseImport::create(database, std::move(setup));
}

} // namespace kontor::exchange
