#include "interactions/entry_details.h"

#include "base/fold.h"
#include "forms/date_words_edit.h"
#include "forms/flow_layout.h"
#include "theme/icon.h"
#include "theme/metrics.h"
#include "widgets/formats.h"

#include <QPushButton>
#include <QVBoxLayout>

namespace kontor::ui {

using namespace Qt::StringLiterals;
using namespace metrics;

namespace {
constexpr int kMostMinutes = 24 * 60;
constexpr int kMinutesWidth = 5; // letters
} // namespace

EntryDetails::EntryDetails(const Formats &formats, SuggestEdit::Provider people, QWidget *parent)
    : QWidget(parent),
      m_formats(formats),
      m_when(new DateWordsEdit(formats, DateLean::Past, this)),
      m_minutes(new QLineEdit(this)),
      m_who(new SuggestEdit(std::move(people), this)),
      m_chips(new QWidget(this)) {
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(kSmall);
    auto *row = new QHBoxLayout;
    row->setSpacing(kGap);
    row->addWidget(m_when);
    row->addWidget(m_minutes);
    row->addWidget(m_who, 1);
    column->addLayout(row);
    column->addWidget(m_chips);
    new FlowLayout(m_chips);
    m_minutes->setMaximumWidth(m_minutes->fontMetrics().averageCharWidth() * kMinutesWidth * 4);
    connect(m_when, &DateWordsEdit::valueEdited, this, &EntryDetails::edited);
    connect(m_minutes, &QLineEdit::textEdited, this, &EntryDetails::edited);
    connect(m_who, &SuggestEdit::taken, this, &EntryDetails::addPerson);
    retranslate();
}

void EntryDetails::retranslate() {
    m_when->setAccessibleName(tr("When it happened"));
    m_when->setPlaceholderText(tr("Now, or yesterday 14:00"));
    m_minutes->setAccessibleName(tr("Minutes it took"));
    m_minutes->setPlaceholderText(tr("Minutes"));
    m_who->setAccessibleName(tr("Who else took part"));
    m_who->setPlaceholderText(tr("With whom else"));
    showPeople();
}

void EntryDetails::setDetails(const DraftDetails &details) {
    m_when->setValue(details.day.isValid() ? std::optional(DateWords{details.day, details.time}) : std::nullopt);
    m_minutes->setText(details.minutes > 0 ? m_formats.locale().toString(details.minutes) : QString());
    m_who->clear();
    m_people = details.people;
    showPeople();
}

DraftDetails EntryDetails::details() const {
    const DateWords when = m_when->value().value_or(DateWords());
    const int minutes = asciiDigits(m_minutes->text()).trimmed().toInt();
    return {when.day, when.time, qBound(0, minutes, kMostMinutes), m_people};
}

QString EntryDetails::problem() const {
    if (!m_when->isUnderstood())
        return DateWordsEdit::problem();
    const QString minutes = asciiDigits(m_minutes->text()).trimmed();
    bool isNumber = false;
    const int count = minutes.toInt(&isNumber);
    if (!minutes.isEmpty() && (!isNumber || count < 0 || count > kMostMinutes))
        return tr("Enter the minutes as a number, for example 15.");
    return m_who->text().trimmed().isEmpty() ? QString() : tr("Choose who took part from the list, or clear the line.");
}

void EntryDetails::focusFirst() { m_when->setFocus(Qt::OtherFocusReason); }

void EntryDetails::addPerson(const Suggested &person) {
    m_who->clear();
    for (const DraftPerson &there : std::as_const(m_people))
        if (there.id == person.id)
            return;
    m_people.append({person.id, person.text});
    showPeople();
    emit edited();
}

void EntryDetails::showPeople() {
    qDeleteAll(m_chips->findChildren<QPushButton *>(Qt::FindDirectChildrenOnly));
    for (const DraftPerson &person : std::as_const(m_people)) {
        auto *chip = new QPushButton(Icon::get("close"_L1), person.name, m_chips);
        //: Of someone who took part in a meeting: the button takes them out of it.
        chip->setAccessibleName(tr("%1, remove").arg(person.name));
        chip->setIconSize({kSmallIcon, kSmallIcon});
        connect(chip, &QPushButton::clicked, this, [this, id = person.id] {
            m_people.removeIf([id](const DraftPerson &other) { return other.id == id; });
            m_who->setFocus(Qt::OtherFocusReason);
            QMetaObject::invokeMethod(this, &EntryDetails::showPeople, Qt::QueuedConnection); // the button is still at work
            emit edited();
        });
        m_chips->layout()->addWidget(chip);
    }
    m_chips->setVisible(!m_people.isEmpty());
}

} // namespace kontor::ui
