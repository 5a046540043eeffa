#include "exchange/import_date_questions.h"

#include "forms/flow_layout.h"
#include "theme/metrics.h"
#include "widgets/bidi.h"
#include "widgets/formats.h"
#include "widgets/palette_label.h"

#include <QRadioButton>
#include <QVBoxLayout>

namespace kontor::ui {

using namespace Qt::StringLiterals;
using exchange::DateOrder;
using exchange::DateQuestion;

ImportDateQuestions::ImportDateQuestions(ImportSession &session, const Formats &formats, QWidget *before, QWidget *parent)
    : QWidget(parent), m_session(session), m_formats(formats), m_before(before), m_column(new QVBoxLayout(this)) {
    m_column->setContentsMargins({});
    m_column->setSpacing(metrics::kGap);
}

// An answer reads the file anew, and the same questions come back: what was pressed stays, and keeps the keys.
void ImportDateQuestions::show(const QList<DateQuestion> &questions) {
    if (!isBuiltFor(questions))
        build(questions);
    for (qsizetype i = 0; i < questions.size(); ++i)
        fill(m_rows.at(i), questions.at(i));
    setVisible(!questions.isEmpty());
}

// One that was answered and is not any more cannot be: of its choices always one is pressed.
bool ImportDateQuestions::isBuiltFor(const QList<DateQuestion> &questions) const {
    return std::equal(m_rows.cbegin(), m_rows.cend(), questions.cbegin(), questions.cend(),
                      [](const Row &row, const auto &question) {
                          const bool isPressed = std::any_of(row.choices.cbegin(), row.choices.cend(),
                                                             [](const auto &choice) { return choice.second->isChecked(); });
                          return row.title == question.title && (question.isAnswered || !isPressed);
                      });
}

void ImportDateQuestions::build(const QList<DateQuestion> &questions) {
    while (QLayoutItem *item = m_column->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    m_rows.clear();
    QWidget *before = m_before;
    for (const DateQuestion &question : questions) {
        m_rows << addRow(question.title);
        for (const auto &[order, choice] : std::as_const(m_rows.last().choices)) {
            setTabOrder(before, choice);
            before = choice;
        }
    }
}

ImportDateQuestions::Row ImportDateQuestions::addRow(const QString &title) {
    auto *widget = new QWidget(this);
    auto *flow = new FlowLayout(widget);
    flow->setContentsMargins({});
    flow->setSpacing(metrics::kPane);
    flow->setRowSpacing(metrics::kLabelGap);
    Row row{title, new PaletteLabel(TextRole::Body, TextColour::Normal, widget), {}};
    flow->addWidget(row.text);
    for (const auto &[order, label] :
         {std::pair{DateOrder::DayMonth, tr("the day comes first")}, {DateOrder::MonthDay, tr("the month comes first")}}) {
        auto *choice = new QRadioButton(label, widget);
        row.choices.append({order, choice});
        flow->addWidget(choice);
        connect(choice, &QRadioButton::clicked, this, [this, title, order = order] { m_session.setDateOrder(title, order); });
    }
    row.text->setMinimumHeight(row.choices.first().second->sizeHint().height()); // on one line with them
    m_column->addWidget(widget);
    widget->show();
    return row;
}

void ImportDateQuestions::fill(const Row &row, const DateQuestion &question) const {
    row.text->setColour(question.isAnswered ? TextColour::Second : TextColour::Warn);
    row.text->setText(sentence(question));
    for (const auto &[order, choice] : row.choices) {
        choice->setAccessibleDescription(row.text->text());
        if (question.isAnswered)
            choice->setChecked(question.assumed == order);
    }
}

QString ImportDateQuestions::dayText(const QString &isoDay) const {
    const QDate day = QDate::fromString(isoDay, Qt::ISODate);
    return isolated(day.isValid() ? m_formats.date(day) : isoDay);
}

QString ImportDateQuestions::sentence(const DateQuestion &question) const {
    const QString title = isolated(question.title);
    if (question.dayFirst > 0 && question.monthFirst > 0)
        return tr("%1: in some rows the day comes first, in others the month. What holds for those that can be both?").arg(title);
    const auto example = std::find_if(question.examples.cbegin(), question.examples.cend(),
                                      [](const auto &one) { return !one.asDayMonth.isEmpty() && !one.asMonthDay.isEmpty(); });
    if (example == question.examples.cend())
        return tr("%1: does the day or the month come first?").arg(title);
    return tr("%1: %2 could be %3 or %4.")
        .arg(title, isolatedLtr(example->text), dayText(example->asDayMonth), dayText(example->asMonthDay));
}

} // namespace kontor::ui
