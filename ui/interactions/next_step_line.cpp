#include "interactions/next_step_line.h"

#include "forms/date_words_edit.h"
#include "interactions/outcome.h"
#include "theme/icon.h"
#include "theme/metrics.h"
#include "widgets/formats.h"
#include "widgets/palette_label.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QToolButton>

namespace kontor::ui {

using namespace Qt::StringLiterals;
using namespace metrics;

NextStepLine::NextStepLine(const Formats &formats, QWidget *parent)
    : QWidget(parent),
      m_formats(formats),
      m_begin(new QPushButton(this)),
      m_next(new PaletteLabel(TextRole::Body, TextColour::Second, this)),
      m_title(new QLineEdit(this)),
      m_on(new PaletteLabel(TextRole::Body, TextColour::Second, this)),
      m_date(new DateWordsEdit(formats, DateLean::Future, this)),
      m_remove(new QToolButton(this)) {
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(kGap);
    m_begin->setFlat(true);
    m_begin->setIcon(Icon::get("plus"_L1, Tint::Accent));
    m_begin->setIconSize({kSmallIcon, kSmallIcon});
    m_remove->setAutoRaise(true);
    m_remove->setIcon(Icon::get("close"_L1));
    m_remove->setIconSize({kSmallIcon, kSmallIcon});
    m_next->setBuddy(m_title);
    m_on->setBuddy(m_date);
    for (QWidget *part : std::initializer_list<QWidget *>{m_begin, m_next, m_title, m_on, m_date, m_remove})
        row->addWidget(part);
    row->setStretch(2, 1);
    row->addStretch(0);
    connect(m_begin, &QPushButton::clicked, this, &NextStepLine::begin);
    connect(m_remove, &QToolButton::clicked, this, &NextStepLine::remove);
    const auto note = [this] {
        m_isOwn = true;
        emit edited();
    };
    connect(m_title, &QLineEdit::textEdited, this, note);
    connect(m_date, &DateWordsEdit::valueEdited, this, note);
    retranslate();
    setStep(std::nullopt);
}

void NextStepLine::retranslate() {
    m_begin->setText(tr("Next step"));
    m_begin->setAccessibleName(tr("Add a next step"));
    m_next->setText(tr("Next:"));
    //: Between what is to be done and the day: "Call back on Tue 10 Mar".
    m_on->setText(tr("on"));
    m_title->setAccessibleName(tr("Next step"));
    m_title->setPlaceholderText(tr("Call back"));
    m_date->setAccessibleName(tr("Day of the next step"));
    m_remove->setAccessibleName(tr("Remove the next step"));
    m_remove->setToolTip(tr("No next step"));
}

void NextStepLine::showParts(bool isShown) {
    m_hasStep = isShown;
    m_begin->setVisible(!isShown);
    for (QWidget *part : std::initializer_list<QWidget *>{m_next, m_title, m_on, m_date, m_remove})
        part->setVisible(isShown);
}

void NextStepLine::setStep(const std::optional<DraftStep> &step) {
    m_isOwn = false;
    m_kind = step ? step->kind : u"call"_s;
    m_title->setText(step ? step->title : QString());
    m_title->setCursorPosition(0);
    m_date->setValue(step && step->day.isValid() ? std::optional(DateWords{step->day, step->time}) : std::nullopt);
    showParts(step.has_value());
}

std::optional<DraftStep> NextStepLine::step() const {
    if (!m_hasStep)
        return std::nullopt;
    const DateWords when = m_date->value().value_or(DateWords());
    return DraftStep{m_kind, m_title->text().trimmed(), when.day, when.time};
}

QString NextStepLine::problem() const {
    if (!m_hasStep)
        return {};
    if (!m_date->isUnderstood())
        return DateWordsEdit::problem();
    return m_title->text().trimmed().isEmpty() ? tr("Say in a few words what is to be done next, or remove the next step.")
                                               : QString();
}

void NextStepLine::begin() {
    const QDate day = addWorkingDays(m_formats.today(), 1);
    setStep(DraftStep{u"call"_s, tr("Call back"), day, std::nullopt});
    m_isOwn = true;
    m_title->setFocus(Qt::OtherFocusReason);
    m_title->selectAll();
    emit edited();
}

void NextStepLine::remove() {
    setStep(std::nullopt);
    m_begin->setFocus(Qt::OtherFocusReason);
    emit edited();
}

} // namespace kontor::ui
