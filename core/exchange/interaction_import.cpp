#include "exchange/linked_import.h"
#include "interactions/interaction.h"

#include <QCoreApplication>

namespace kontor::exchange {

using namespace Qt::StringLiterals;

namespace {

class InteractionImport : public LinkedImport {
public:
    static Result<std::unique_ptr<RecordImport>> create(db::Database &database, LinkedSetup setup) {
        const db::RecordType &type = db::recordType<Interaction>();
        TRY(statements,
            prepare(database, type,
                    u"SELECT id FROM interaction WHERE customer_id = ? AND at = ? AND kind = ? AND text = ? ORDER BY id"_s));
        return std::unique_ptr<RecordImport>(new InteractionImport(type, std::move(setup), std::move(statements)));
    }

protected:
    void beginRow() override { m_at = m_time = m_subject = m_text = QString(); }
    QString readCell(int column, const QString &text, LinkedDraft &draft) override;
    QString finishReading(LinkedDraft &draft) override;
    Result<void> complete(LinkedDraft &draft, ImportWriter &writer) override;
    Result<void> addUnder(Id id, const LinkedDraft &draft, ImportWriter &writer) override;
    void bindSame(const LinkedDraft &draft, db::BulkStatement &same) override;

private:
    InteractionImport(const db::RecordType &type, LinkedSetup setup, Statements statements)
        : LinkedImport(type, std::move(setup), std::move(statements)), m_timeColumn(m_setup.map.indexOf(Field::Time)) {}
    QString readDirection(int column, const QString &text, LinkedDraft &draft) const;

    int m_timeColumn;
    int m_atColumn = -1;
    QString m_at, m_time, m_subject, m_text;
};

QString InteractionImport::readDirection(int column, const QString &text, LinkedDraft &draft) const {
    const QString direction = m_setup.context.words.direction(text);
    if (direction.isEmpty())
        return badChoice(title(column), text, u"in, out"_s);
    draft.set("direction", db::Value(direction));
    return {};
}

QString InteractionImport::readCell(int column, const QString &text, LinkedDraft &draft) {
    switch (m_setup.map.columns.at(column).field) {
    case Field::At:
        m_at = text;
        m_atColumn = column;
        return {};
    case Field::Time: m_time = text; return {};
    case Field::InteractionKind: {
        const QString known = m_setup.context.words.interactionKind(text);
        draft.set("kind", db::Value(known.isEmpty() ? text.toLower() : known));
        return {};
    }
    case Field::Direction: return readDirection(column, text, draft);
    case Field::Outcome: {
        const QString known = m_setup.context.words.outcome(text);
        draft.set("outcome", db::Value(known.isEmpty() ? text : known));
        return {};
    }
    case Field::DurationMinutes:
    case Field::DurationSeconds: {
        const int clock = text.contains(u':') ? readTimeOfDay(text.count(u':') == 1 ? u"0:"_s + text : text)
                                              : -1; // "12:30" is 12 and a half minutes
        const auto number = clock >= 0 ? Cell<double>{double(clock), {}} : readNumber(text, title(column));
        const int unit = m_setup.map.columns.at(column).field == Field::DurationMinutes && clock < 0 ? 60 : 1;
        if (number.value)
            draft.set("duration_seconds", db::Value(qint64(*number.value * unit + 0.5)));
        return number.problem;
    }
    case Field::Subject: m_subject = text; return {};
    case Field::Text: m_text += m_text.isEmpty() ? text : u'\n' + text; return {};
    default: return {};
    }
}

QString InteractionImport::finishReading(LinkedDraft &draft) {
    int second = -1;
    if (!m_time.isEmpty()) {
        second = readTimeOfDay(m_time);
        if (second < 0)
            return QCoreApplication::translate("kontor::exchange", "“%1”: “%2” is no time of day. Write it as 14:05.")
                .arg(title(m_timeColumn), m_time);
    }
    const auto instant =
        m_at.isEmpty() ? Cell<Instant>{}
                       : readInstant(m_at, title(m_atColumn), m_setup.dateStyles.value(m_atColumn), m_setup.context, second);
    if (!instant.problem.isEmpty())
        return instant.problem;
    if (!instant.value)
        return QCoreApplication::translate("kontor::exchange", "The row does not say when it happened. Add the date.");
    draft.set("at", db::Value(*instant.value));
    if (draft.value("kind").text().isEmpty())
        draft.set("kind", db::Value(u"note"_s));
    const QString both = m_subject.isEmpty() || m_subject == m_text ? m_text
                         : m_text.isEmpty()                         ? m_subject
                                                                    : m_subject + u'\n' + m_text;
    if (!both.isEmpty())
        draft.set("text", db::Value(both));
    return {};
}

// A mail that a customer wrote came in; one that others wrote to a customer went out.
Result<void> InteractionImport::complete(LinkedDraft &draft, ImportWriter &) {
    if (!draft.has("direction") && draft.matchedLabel == u"from"_s)
        draft.set("direction", db::Value(u"in"_s));
    else if (!draft.has("direction") && draft.matchedLabel == u"to"_s)
        draft.set("direction", db::Value(u"out"_s));
    return {};
}

Result<void> InteractionImport::addUnder(Id id, const LinkedDraft &draft, ImportWriter &writer) {
    for (Id other : draft.others) {
        Participant participant;
        participant.interactionId = id;
        participant.customerId = other;
        TRY_VOID(writer.insertUnder(id, db::recordType<Participant>(), db::valuesOf(participant)));
    }
    for (const RowFile &file : draft.files) {
        if (file.problem.isEmpty())
            TRY_VOID(writer.insertFile(id, Id{draft.value("customer_id").integer()}, id, file));
    }
    return {};
}

void InteractionImport::bindSame(const LinkedDraft &draft, db::BulkStatement &same) {
    same.bind(0, draft.value("customer_id"));
    same.bind(1, draft.value("at"));
    same.bind(2, draft.value("kind"));
    same.bind(3, draft.value("text"));
}

} // namespace

Result<std::unique_ptr<RecordImport>> createInteractionImport(db::Database &database, LinkedSetup setup) {
    return InteractionImport::create(database, std::move(setup));
}

} // namespace kontor::exchange
