#include "interactions/outcome_bar.h"

#include "forms/flow_layout.h"
#include "forms/quick_chip.h"
#include "widgets/formats.h"

namespace kontor::ui {

using namespace Qt::StringLiterals;

namespace {

// A note has no outcome; what only a telephone can do is offered for calls alone.
bool isOfferedFor(const QString &kind, const Outcome &outcome) {
    if (kind == "call"_L1)
        return true;
    if (kind != "meeting"_L1 && kind != "email"_L1 && kind != "message"_L1)
        return false;
    return !outcome.marksPhoneWrong && !outcome.refusesCalls && outcome.name != "no_answer"_L1 && outcome.name != "busy"_L1;
}

} // namespace

OutcomeBar::OutcomeBar(const Formats &formats, QWidget *parent) : QWidget(parent), m_formats(formats) {
    new FlowLayout(this);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void OutcomeBar::setKind(const QString &kind) {
    if (kind == m_kind)
        return;
    m_kind = kind;
    build();
}

void OutcomeBar::retranslate() {
    setAccessibleName(tr("Outcome"));
    build();
}

void OutcomeBar::build() {
    for (QuickChip *chip : std::as_const(m_chips)) {
        layout()->removeWidget(chip);
        delete chip;
    }
    m_chips.clear();
    m_names.clear();
    for (const Outcome &outcome : m_formats.outcomes().offered()) {
        if (!isOfferedFor(m_kind, outcome))
            continue;
        auto *chip = new QuickChip(int(m_chips.size()) + 1, outcome.label(), this);
        connect(chip, &QAbstractButton::clicked, this, [this, name = outcome.name](bool isChosen) {
            setOutcome(isChosen ? name : QString());
            emit chosen(m_outcome);
        });
        layout()->addWidget(chip);
        m_chips << chip;
        m_names << outcome.name;
        chip->show();
    }
    setOutcome(m_names.contains(m_outcome) ? m_outcome : QString());
    updateGeometry();
}

void OutcomeBar::setOutcome(const QString &outcome) {
    m_outcome = outcome;
    for (qsizetype i = 0; i < m_chips.size(); ++i)
        m_chips[i]->setChecked(m_names[i] == outcome);
}

void OutcomeBar::press(int number) {
    if (number >= 1 && number <= m_chips.size())
        m_chips[number - 1]->click();
}

} // namespace kontor::ui
