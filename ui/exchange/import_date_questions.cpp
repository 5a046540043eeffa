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

ImportDateQuestions::ImportDateQuestions(ImportSession &session, const Formats &formats, QWidget *parent)
    : QWidget(parent), m_session(session), m_formats(formats), m_rows(new QVBoxLayout(this)) {
    m_rows->setContentsMargins({});
    m_rows->setSpacing(metrics::kGap);
}

void ImportDateQuestions::show(const QList<DateQuestion> &questions) {
    while (QLayoutItem *item = m_rows->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    for (const DateQuestion &question : questions)
        m_rows->addWidget(rowOf(question));
    setVisible(!questions.isEmpty());
}

QWidget *ImportDateQuestions::rowOf(const DateQuestion &question) {
    auto *row = new QWidget(this);
    auto *flow = new FlowLayout(row);
    flow->setContentsMargins({});
    flow->setSpacing(metrics::kPane);
    flow->setRowSpacing(metrics::kLabelGap);
    auto *text = new PaletteLabel(TextRole::Body, question.isAnswered ? TextColour::Second : TextColour::Warn, row);
    text->setText(sentence(question));
    flow->addWidget(text);
    const QString title = question.title;
    for (const auto &[order, label] : {std::pair{DateOrder::DayMonth, tr("the day comes first")},
                                       {DateOrder::MonthDay, tr("the month comes first")}}) {
        auto *choice = new QRadioButton(label, row);
        choice->setAccessibleDescription(text->text());
        choice->setChecked(question.isAnswered && question.assumed == order);
        flow->addWidget(choice);
        connect(choice, &QRadioButton::clicked, this, [this, title, order = order] { m_session.setDateOrder(title, order); });
    }
    return row;
}

QString ImportDateQuestions::dayText(const QString &isoDay) const {
    const QDate day = QDate::fromString(isoDay, Qt::ISODate);
    return isolated(day.isValid() ? m_formats.date(day) : isoDay);
}

QString ImportDateQuestions::sentence(const DateQuestion &question) const {
    const QString title = isolated(question.title);
    if (question.dayFirst > 0 && question.monthFirst > 0)
        return tr("%1: in some rows the day comes first, in others the month. What holds for those that can be both?").arg(title);
    const auto example = std::find_if(question.examples.cbegin(), question.examples.cend(), [](const auto &one) {
        return !one.asDayMonth.isEmpty() && !one.asMonthDay.isEmpty();
    });
    if (example == question.examples.cend())
        return tr("%1: does the day or the month come first?").arg(title);
    return tr("%1: %2 could be %3 or %4.")
        .arg(title, isolatedLtr(example->text), dayText(example->asDayMonth), dayText(example->asMonthDay));
}

} // namespace kontor::ui
