#include "deals/deal.h"
#include "exchange/linked_import.h"

#include "base/fold.h"

#include <QCoreApplication>

namespace kontor::exchange {

using namespace Qt::StringLiterals;

namespace {

class DealImport : public LinkedImport {
public:
    static Result<std::unique_ptr<RecordImport>> create(db::Database &database, LinkedSetup setup) {
        const db::RecordType &type = db::recordType<Deal>();
        TRY(statements, prepare(database, type,
                                u"SELECT id FROM deal WHERE customer_id = ? AND title = ? AND expected_on = ? ORDER BY id"_s));
        return std::unique_ptr<RecordImport>(new DealImport(type, std::move(setup), std::move(statements)));
    }

protected:
    void beginRow() override { m_isWon = m_isClosed = false; }
    QString readCell(int column, const QString &text, LinkedDraft &draft) override;
    QString finishReading(LinkedDraft &draft) override;
    Result<void> complete(LinkedDraft &draft, ImportWriter &writer) override;
    void bindSame(const LinkedDraft &draft, db::BulkStatement &same) override;

private:
    using LinkedImport::LinkedImport;
    Result<Id> stageNamed(const QString &name, ImportWriter &writer);

    QHash<QString, Id> m_stages; // by folded name
    bool m_isWon = false, m_isClosed = false;
};

QString DealImport::readCell(int column, const QString &text, LinkedDraft &draft) {
    switch (m_setup.map.columns.at(column).field) {
    case Field::DealTitle:
    case Field::Name: draft.set("title", db::Value(text.simplified())); return {};
    case Field::Stage: draft.stage = text; return {};
    case Field::Amount: {
        const auto amount = readMoney(text, title(column), m_setup.context);
        if (amount.value)
            draft.set("amount", db::Value(*amount.value));
        return amount.problem;
    }
    case Field::Probability: {
        const auto number = readNumber(QString(text).remove(u'%'), title(column));
        const bool isShare = number.value && *number.value > 0 && *number.value < 1; // 0.35
        if (number.value)
            draft.set("probability", db::Value(qint64(*number.value * (isShare ? 100 : 1) + 0.5)));
        return number.problem;
    }
    case Field::ExpectedOn: return setDay(column, text, "expected_on", draft);
    case Field::DealState: {
        if (const auto answer = m_setup.context.words.yesNo(text)) { // of columns that ask: won? closed?
            const bool isOfClosed = m_setup.map.columns.at(column).label == u"closed"_s;
            (isOfClosed ? m_isClosed : m_isWon) = *answer;
            return {};
        }
        const QString state = m_setup.context.words.dealState(text);
        if (state.isEmpty())
            return badChoice(title(column), text, u"open, won, lost"_s);
        draft.set("state", db::Value(state));
        return {};
    }
    case Field::CreatedOn: return setCreated(column, text, draft);
    case Field::ReasonLost: draft.set("reason_lost", db::Value(text)); return {};
    case Field::Note: draft.set("note", db::Value(text)); return {};
    default: return {};
    }
}

QString DealImport::finishReading(LinkedDraft &draft) {
    if (draft.value("title").text().isEmpty())
        return QCoreApplication::translate("kontor::exchange", "The row has no title. Add what the deal is about.");
    if ((m_isWon || m_isClosed) && !draft.has("state"))
        draft.set("state", db::Value(m_isWon ? u"won"_s : u"lost"_s));
    if (const QString state = m_setup.context.words.dealState(draft.stage); !state.isEmpty() && !draft.has("state"))
        draft.set("state", db::Value(state));
    return {};
}

Result<void> DealImport::complete(LinkedDraft &draft, ImportWriter &writer) {
    createNow(draft, writer);
    if (!draft.stage.isEmpty()) {
        TRY(id, stageNamed(draft.stage, writer));
        draft.set("stage_id", db::Value(id));
    }
    return {};
}

Result<Id> DealImport::stageNamed(const QString &name, ImportWriter &writer) {
    const QString folded = fold(name);
    if (const auto known = m_stages.constFind(folded); known != m_stages.cend())
        return *known;
    db::Database &database = writer.recorder().database();
    TRY(stages, db::select<Stage>(database, u"1 ORDER BY pipeline_id, position"_s));
    for (const Stage &stage : stages)
        m_stages.insert(fold(stage.name), stage.id);
    if (m_stages.contains(folded))
        return m_stages.value(folded);
    TRY(pipelines, db::select<Pipeline>(database, u"1 ORDER BY position, id LIMIT 1"_s));
    Stage stage;
    if (pipelines.isEmpty()) {
        Pipeline pipeline;
        pipeline.name = QCoreApplication::translate("kontor::exchange", "Sales");
        TRY(id, writer.recorder().insert(pipeline));
        stage.pipelineId = id;
    } else {
        stage.pipelineId = pipelines.first().id;
    }
    stage.name = name;
    stage.position = stages.size();
    TRY(id, writer.recorder().insert(stage));
    m_stages.insert(folded, id);
    return id;
}

void DealImport::bindSame(const LinkedDraft &draft, db::BulkStatement &same) {
    same.bind(0, draft.value("customer_id"));
    same.bind(1, draft.value("title"));
    same.bind(2, draft.value("expected_on"));
}

} // namespace

Result<std::unique_ptr<RecordImport>> createDealImport(db::Database &database, LinkedSetup setup) {
    return DealImport::create(database, std::move(setup));
}

} // namespace kontor::exchange
