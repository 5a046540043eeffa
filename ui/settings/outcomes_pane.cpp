#include "settings/outcomes_pane.h"

#include "segments/number_edit.h"
#include "widgets/bidi.h"
#include "widgets/choice_name.h"
#include "widgets/palette_label.h"

#include <QCheckBox>
#include <QComboBox>

namespace kontor::ui {

using namespace Qt::StringLiterals;
using namespace metrics;

namespace {

constexpr int kCountDigits = 4;
constexpr double kMostCount = 999;
enum Effect { NoEffect, MarksPhoneWrong, RefusesCalls };

Effect effectOf(const Outcome &outcome) {
    return outcome.marksPhoneWrong ? MarksPhoneWrong : outcome.refusesCalls ? RefusesCalls : NoEffect;
}

QHBoxLayout *lineOf(QWidget *widget) {
    auto *line = new QHBoxLayout(widget);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(kGap);
    return line;
}

} // namespace

OutcomesPane::OutcomesPane(workspace::Workspace &workspace, Shell &shell, QWidget *parent)
    : WordPane(workspace, shell, u"outcomes"_s, parent),
      m_step(wrapping(this)),
      m_count(new NumberEdit(shell.formats().locale(), true, m_step)),
      m_unit(new QComboBox(m_step)),
      m_hour(new QCheckBox(m_step)),
      m_work(new QWidget(this)),
      m_title(new QLineEdit(m_work)),
      m_workKind(new QComboBox(m_work)),
      m_effect(new QComboBox(this)) {
    build();
    wire();
    retranslate();
}

void OutcomesPane::build() {
    m_list->setNumbered(true);
    m_count->setWidthFor(kCountDigits);
    auto *step = new FlowLayout(m_step);
    step->setSpacing(kGap);
    step->addWidget(m_count);
    step->addWidget(m_unit);
    step->addWidget(m_hour);
    m_hour->setMinimumHeight(kControl);
    m_effect->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed); // as wide as there is room
    m_stepLabel = addRow(m_step);
    m_stepLabel->setBuddy(m_count);
    QHBoxLayout *work = lineOf(m_work);
    work->addWidget(m_title, 1);
    work->addWidget(m_workKind);
    m_workLabel = addRow(m_work);
    m_workLabel->setBuddy(m_title);
    m_effectLabel = addRow(m_effect);
    addNameRow();
    setTabOrder(m_count, m_unit);
}

void OutcomesPane::wire() {
    connect(m_unit, &QComboBox::activated, this, [this] {
        change(u"step"_s, [unit = m_unit->currentData().toString()](Outcome &outcome) {
            outcome.stepUnit = unit;
            outcome.stepCount = unit.isEmpty() ? 0 : qMax(qint64(1), outcome.stepCount);
            outcome.stepHour = outcome.stepHour && !unit.isEmpty() && unit != "hours"_L1;
        });
    });
    connect(m_count, &QLineEdit::editingFinished, this, [this] {
        const Outcome *outcome = current();
        const double count = m_count->value().value_or(0);
        if (outcome && count >= 1 && count <= kMostCount && qint64(count) != outcome->stepCount)
            change(u"step"_s, [count](Outcome &changed) { changed.stepCount = qint64(count); });
        else
            showState(); // what cannot be is not kept
    });
    connect(m_hour, &QCheckBox::clicked, this,
            [this](bool isOn) { change(u"step"_s, [isOn](Outcome &outcome) { outcome.stepHour = isOn; }); });
    connect(m_title, &QLineEdit::editingFinished, this, [this] {
        if (const Outcome *outcome = current(); outcome && m_title->text().simplified() != outcome->stepTitle)
            change(u"step"_s, [title = m_title->text().simplified()](Outcome &changed) { changed.stepTitle = title; });
    });
    connect(m_workKind, &QComboBox::activated, this, [this] {
        change(u"step"_s, [kind = m_workKind->currentData().toString()](Outcome &outcome) { outcome.stepKind = kind; });
    });
    connect(m_effect, &QComboBox::activated, this, [this](int effect) {
        change(u"effect"_s, [effect](Outcome &outcome) {
            outcome.marksPhoneWrong = effect == MarksPhoneWrong;
            outcome.refusesCalls = effect == RefusesCalls;
        });
    });
}

void OutcomesPane::fillChoices() {
    const auto fill = [](QComboBox *box, const QList<QPair<QString, QString>> &choices) {
        const int chosen = box->currentIndex();
        box->clear();
        for (const auto &[words, value] : choices)
            box->addItem(words, value);
        box->setCurrentIndex(chosen);
    };
    fill(m_unit, {{tr("No next step"), QString()},
                  {tr("hours later"), u"hours"_s},
                  {tr("days later"), u"days"_s},
                  {tr("working days later"), u"working_days"_s},
                  {tr("weeks later"), u"weeks"_s},
                  {tr("months later"), u"months"_s}});
    fill(m_workKind, {{tr("A call"), QString()},
                      {tr("An e-mail"), u"email"_s},
                      {tr("A meeting"), u"meeting"_s},
                      {tr("Something else"), u"other"_s}});
    fill(m_effect,
         {{tr("Nothing else"), {}}, {tr("Marks the number as wrong"), {}}, {tr("Notes that calls are not wanted"), {}}});
}

void OutcomesPane::retranslate() {
    applyTitle();
    m_hint->setText(
        tr("How a call went, and what follows from it. Alt and the number choose an outcome on the card, in Today and in a "
           "call session. They are the same for everybody who uses this file."));
    m_list->setAccessibleName(tr("Outcomes"));
    nameActs(tr("Remove"));
    nameNew(tr("New outcome"), tr("Add outcome"), tr("Reset to the defaults"));
    name()->setPlaceholderText(tr("Wants a catalogue"));
    setRow(m_stepLabel, m_count, tr("Next step"));
    m_count->setAccessibleName(tr("Next step after so many"));
    setChoiceName(m_unit, tr("Next step after"));
    m_hour->setText(tr("at the same hour"));
    m_hour->setAccessibleName(m_hour->text());
    setRow(m_workLabel, m_title, tr("What to do"));
    setChoiceName(m_workKind, tr("Kind of the next step"));
    m_effectLabel->setText(tr("Also"));
    setChoiceName(m_effect, tr("What the outcome does"));
    fillChoices();
    refresh();
}

QString OutcomesPane::stepText(const Outcome &outcome) {
    const int count = int(outcome.stepCount);
    const QString work = isolated(outcome.stepWords());
    if (outcome.stepUnit.isEmpty())
        return outcome.marksPhoneWrong ? tr("Marks the number as wrong")
               : outcome.refusesCalls  ? tr("Notes that calls are not wanted")
                                       : tr("No next step");
    if (outcome.stepUnit == "hours"_L1)
        return tr("%1 in %Ln hour(s)", nullptr, count).arg(work);
    if (outcome.stepUnit == "working_days"_L1)
        return tr("%1 in %Ln working day(s)", nullptr, count).arg(work);
    if (outcome.stepUnit == "weeks"_L1)
        return tr("%1 in %Ln week(s)", nullptr, count).arg(work);
    return outcome.stepUnit == "months"_L1 ? tr("%1 in %Ln month(s)", nullptr, count).arg(work)
                                           : tr("%1 in %Ln day(s)", nullptr, count).arg(work);
}

void OutcomesPane::refresh() {
    read([](db::Database &database) { return OutcomeList::load(database); },
         [this](const OutcomeList &outcomes) {
             QList<NameLine> lines;
             for (const Outcome &outcome : outcomes.offered())
                 lines << NameLine{outcome.name, outcome.label(), stepText(outcome)};
             show(outcomes.offered(), lines);
         });
}

void OutcomesPane::showState() {
    const Outcome *outcome = current();
    showWordState(shownWords().size() > 1);
    if (shownWords().size() >= Outcome::kMost) {
        addButton()->setEnabled(false);
        addButton()->setToolTip(Outcome::messages().isFull);
    } else {
        addButton()->setToolTip({});
    }
    for (QWidget *widget : std::initializer_list<QWidget *>{m_step, m_work, m_effect})
        widget->setEnabled(outcome && canWrite());
    if (!outcome)
        return;
    const bool hasStep = !outcome->stepUnit.isEmpty();
    m_unit->setCurrentIndex(qMax(0, m_unit->findData(outcome->stepUnit)));
    m_count->setVisible(hasStep);
    m_stepLabel->setBuddy(hasStep ? static_cast<QWidget *>(m_count) : m_unit);
    m_count->setValue(double(outcome->stepCount));
    m_hour->setVisible(hasStep && outcome->stepUnit != "hours"_L1);
    m_hour->setChecked(outcome->stepHour);
    m_work->setEnabled(hasStep && canWrite());
    if (!m_title->hasFocus() || !m_title->isModified())
        m_title->setText(outcome->stepTitle);
    Outcome plain = *outcome;
    plain.stepTitle.clear();
    m_title->setPlaceholderText(plain.stepWords());
    m_workKind->setCurrentIndex(qMax(0, m_workKind->findData(outcome->stepKind)));
    m_effect->setCurrentIndex(effectOf(*outcome));
}

QString OutcomesPane::wasAdded(const QString &label) const { return tr("The outcome “%1” is added.").arg(isolated(label)); }

QString OutcomesPane::wasRemoved(const QString &label) const {
    return tr("The outcome “%1” is no longer offered. Old entries keep its name.").arg(isolated(label));
}

QString OutcomesPane::wasReset() const { return tr("The outcomes are as they were at first."); }

} // namespace kontor::ui
