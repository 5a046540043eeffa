#include "today/day_form.h"

#include "forms/date_words_edit.h"

namespace kontor::ui {

DayForm::DayForm(const Formats &formats, QWidget *page)
    : Popover(tr("Postpone"), page), m_day(new DateWordsEdit(formats, DateLean::Future, this)) {
    addField(tr("To which day"), m_day);
    addButtons(tr("Postpone"));
    connect(this, &Popover::accepted, this, [this] {
        const auto day = m_day->value();
        if (!day)
            return setProblem(DateWordsEdit::problem());
        close();
        emit dayReady(day->day);
    });
}

void DayForm::open(const QRect &anchor, QDate day) {
    m_day->setValue(DateWords{day, std::nullopt});
    openAt(anchor, m_day);
    m_day->selectAll();
}

} // namespace kontor::ui
