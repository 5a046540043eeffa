#include "exchange/date_columns.h"

namespace kontor::exchange {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kEvidenceRows = 50'000;
constexpr qsizetype kExamples = 5; // of each kind

bool isDate(Field field) {
    switch (field) {
    case Field::Birthday:
    case Field::CreatedOn:
    case Field::At:
    case Field::PurchasedOn:
    case Field::ExpectedOn:
    case Field::ImportantDate:
    case Field::DueOn:
    case Field::SolvedAt:
    case Field::ConsentAt:
    case Field::WithdrawnAt: return true;
    default: return false;
    }
}

QString keyOf(const QStringList &titles, int column) {
    const QString title = titles.value(column);
    return title.isEmpty() ? QString::number(column + 1) : title;
}

struct Evidence {
    int column = 0;
    DateEvidence all;
    DateQuestion question;
    QList<DateQuestion::Example> ambiguous, dayFirst, monthFirst;
};

QString readAs(const QString &text, DateOrder order, const ValueWords &words) {
    const auto read = readDate(text, {order, false}, words);
    return read ? partialDateText(read->date) : QString();
}

void note(Evidence &evidence, qint64 row, QStringView cell) {
    const DateEvidence::Reading reading = evidence.all.add(cell);
    QList<DateQuestion::Example> *examples = nullptr;
    switch (reading) {
    case DateEvidence::Reading::Either: ++evidence.question.ambiguous, examples = &evidence.ambiguous; break;
    case DateEvidence::Reading::DayFirst: ++evidence.question.dayFirst, examples = &evidence.dayFirst; break;
    case DateEvidence::Reading::MonthFirst: ++evidence.question.monthFirst, examples = &evidence.monthFirst; break;
    case DateEvidence::Reading::Clear: break;
    }
    if (examples && examples->size() < kExamples)
        examples->append({row, cell.trimmed().toString(), {}, {}});
}

void completeQuestion(Evidence &evidence, const ValueWords &words) {
    DateQuestion &question = evidence.question;
    const bool isContradictory = question.dayFirst > 0 && question.monthFirst > 0;
    question.examples = isContradictory ? evidence.dayFirst + evidence.monthFirst + evidence.ambiguous : evidence.ambiguous;
    for (DateQuestion::Example &example : question.examples) {
        example.asDayMonth = readAs(example.text, DateOrder::DayMonth, words);
        example.asMonthDay = readAs(example.text, DateOrder::MonthDay, words);
    }
}

} // namespace

Result<DateColumns> dateColumnsOf(Table &table, const QList<Column> &columns, const QMap<QString, DateOrder> &answers,
                                  const QString &country, const ValueWords &words) {
    DateColumns dates;
    dates.styles = QList<DateStyle>(columns.size());
    std::vector<Evidence> gathered;
    for (int i = 0; i < columns.size(); ++i) {
        if (isDate(columns.at(i).field) && columns.at(i).constant.isEmpty())
            gathered.emplace_back().column = i;
    }
    if (gathered.empty())
        return dates;
    TableRecord record;
    for (qint64 row = 1; row <= kEvidenceRows; ++row) {
        TRY(more, table.next(record));
        if (!more)
            break;
        if (table.repeatsTitles(record))
            continue;
        for (Evidence &evidence : gathered) {
            if (size_t(evidence.column) < record.cells.size())
                note(evidence, row, record.cells[size_t(evidence.column)]);
        }
    }
    for (Evidence &evidence : gathered) {
        DateQuestion &question = evidence.question;
        question.column = evidence.column;
        question.title = keyOf(table.titles(), evidence.column);
        question.isAnswered = answers.contains(question.title);
        question.assumed = answers.value(question.title, evidence.all.order(usualDateOrder(country)));
        dates.styles[evidence.column] = {question.assumed, evidence.all.isSerial()};
        const bool isDecided = (question.dayFirst > 0) != (question.monthFirst > 0);
        const bool isQuestion = question.ambiguous > 0 || question.dayFirst > 0;
        if (isDecided || !isQuestion)
            continue;
        completeQuestion(evidence, words);
        dates.questions << question;
    }
    TRY_VOID(table.rewind());
    return dates;
}

} // namespace kontor::exchange
