#include "interactions/outcome_question.h"

#include "communication/proposed_step.h"
#include "forms/date_words_edit.h"
#include "forms/quick_chip.h"
#include "forms/quick_keys.h"
#include "interactions/outcome_bar.h"
#include "widgets/bidi.h"
#include "widgets/formats.h"

namespace kontor::ui {

using namespace Qt::StringLiterals;

OutcomeEntry outcomeEntry(const Formats &formats, const CalledCustomer &customer, const QString &text, const QString &outcome) {
    OutcomeEntry entry;
    entry.draft.interaction.customerId = customer.id;
    entry.draft.interaction.kind = u"call"_s;
    entry.draft.interaction.outcome = outcome;
    entry.draft.interaction.text = text;
    entry.draft.nextStep = communication::proposedStep(formats.outcomes(), outcome, customer.preferredTime, formats.clock());
    entry.toast = OutcomeQuestion::tr("Call logged: %1.").arg(formats.outcomes().label(outcome));
    if (const auto &step = entry.draft.nextStep)
        entry.toast +=
            u' ' + OutcomeQuestion::tr("Next: %1.").arg(isolated(DateWordsEdit::wording(step->dueOn, step->dueAt, formats)));
    return entry;
}

OutcomeQuestion::OutcomeQuestion(const Formats &formats, QWidget *page)
    : Popover(tr("How did the call go?"), page), m_bar(new OutcomeBar(formats, this)) {
    m_bar->setKind(u"call"_s);
    addWidget(m_bar);
    addQuickKeys(this, [this](int number) { m_bar->press(number); });
    connect(this, &Popover::accepted, this, [this] {
        if (auto *chip = qobject_cast<QuickChip *>(focusWidget()))
            chip->click();
    });
    connect(m_bar, &OutcomeBar::chosen, this, [this](const QString &outcome) {
        close();
        if (!outcome.isEmpty())
            emit answered(m_task, outcome);
    });
}

void OutcomeQuestion::ask(const QRect &anchor, const QString &task) {
    m_task = task;
    setTitle(tr("How did the call go?"));
    m_bar->retranslate(); // the outcomes may be others by now
    m_bar->setOutcome({});
    if (auto *first = m_bar->findChild<QuickChip *>())
        openAt(anchor, first);
}

} // namespace kontor::ui
