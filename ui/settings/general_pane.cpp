#include "settings/general_pane.h"

#include "preferences/preferences.h"
#include "purchases/base_currency.h"
#include "settings/language.h"
#include "theme/metrics.h"
#include "theme/start_side.h"
#include "widgets/bidi.h"
#include "widgets/card_frame.h"
#include "widgets/palette_label.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QPushButton>

namespace kontor::ui {

using namespace Qt::StringLiterals;
using namespace metrics;

namespace {
constexpr int kTimeToGoBack = 10'000;
constexpr int kSmallest = 80;
constexpr int kLargest = 150;
constexpr int kStep = 10;
} // namespace

GeneralPane::GeneralPane(const Preferences &preferences, const workspace::Workspace *workspace, QWidget *parent)
    : SettingsPane(parent),
      m_preferences(preferences),
      m_workspace(workspace),
      m_languages(availableLanguages()),
      m_language(new QComboBox(this)),
      m_calendar(new QComboBox(this)),
      m_weekStart(new QComboBox(this)),
      m_currency(new QComboBox(this)),
      m_theme(new QComboBox(this)),
      m_textSize(new QComboBox(this)),
      m_rows(new QComboBox(this)),
      m_animations(new QCheckBox(this)),
      m_question(new CardFrame(CardKind::Flat, this)),
      m_questionText(new QLabel(m_question)),
      m_goBack(new QPushButton(m_question)) {
    m_languageLabel = addRow(m_language);
    auto *question = new QHBoxLayout(m_question);
    setSideMargins(m_question, question, {kLabelGap, kGap, kGap, kGap});
    question->addWidget(m_questionText, 1);
    question->addWidget(m_goBack);
    addWide(m_question);
    m_question->hide();
    m_calendarLabel = addRow(m_calendar);
    m_weekStartLabel = addRow(m_weekStart);
    m_currencyLabel = addRow(m_currency, &m_currencyHint);
    m_themeLabel = addRow(m_theme);
    m_textSizeLabel = addRow(m_textSize);
    m_rowsLabel = addRow(m_rows);
    m_animationsLabel = addRow(m_animations, &m_animationsHint);
    endRows();
    m_questionTime.setSingleShot(true);
    m_questionTime.setInterval(kTimeToGoBack);
    connect(&m_questionTime, &QTimer::timeout, m_question, &QWidget::hide);
    connect(m_language, &QComboBox::activated, this, [this] { chooseLanguage(m_language->currentData().toString()); });
    connect(m_goBack, &QPushButton::clicked, this, [this] {
        m_question->hide();
        emit languageChosen(m_before);
    });
    connect(m_calendar, &QComboBox::activated, this, [this] { emit calendarChosen(m_calendar->currentData().toString()); });
    connect(m_weekStart, &QComboBox::activated, this, [this] { emit weekStartChosen(m_weekStart->currentData().toInt()); });
    connect(m_currency, &QComboBox::activated, this, [this] { emit currencyChosen(m_currency->currentData().toString()); });
    connect(m_theme, &QComboBox::activated, this, [this] { emit themeChosen(m_theme->currentData().toString()); });
    connect(m_textSize, &QComboBox::activated, this, [this] { emit textSizeChosen(m_textSize->currentData().toInt()); });
    connect(m_rows, &QComboBox::activated, this, [this] { emit compactChosen(m_rows->currentData().toBool()); });
    connect(m_animations, &QCheckBox::toggled, this, &GeneralPane::animationsChosen);
    retranslate();
}

void GeneralPane::setLanguages(const QStringList &languages) {
    m_languages = languages;
    refresh();
}

// The question is asked in the language before: whoever cannot read the new one finds the way back.
void GeneralPane::chooseLanguage(const QString &language) {
    const QString before = m_preferences.language();
    if (language == before)
        return;
    m_before = before;
    const QString question =
        tr("Keep %1?").arg(isolated(language.isEmpty() ? tr("the language of the system") : languageName(language)));
    const QString goBack = tr("Go back");
    emit languageChosen(language);
    m_questionText->setText(question);
    m_goBack->setText(goBack);
    m_goBack->setAccessibleName(goBack);
    m_goBack->setAccessibleDescription(question);
    m_question->show();
    m_questionTime.start();
}

void GeneralPane::fill(QComboBox *box, const QList<QPair<QString, QVariant>> &choices, const QVariant &chosen) {
    box->clear();
    for (const auto &[words, value] : choices)
        box->addItem(words, value);
    box->setCurrentIndex(qMax(0, box->findData(chosen)));
}

void GeneralPane::refresh() {
    QList<QPair<QString, QVariant>> languages{{tr("As the system"), QString()}};
    for (const QString &language : std::as_const(m_languages))
        languages.append({languageName(language), language});
    fill(m_language, languages, m_preferences.language());
    m_language->setVisible(m_languages.size() > 1);
    m_languageLabel->setVisible(m_languages.size() > 1);
    fill(m_calendar,
         {{tr("As the language has it"), QString()}, {tr("Gregorian"), u"gregorian"_s}, {tr("Persian"), u"persian"_s}},
         m_preferences.calendar());
    QList<QPair<QString, QVariant>> days{{tr("As the language has it"), 0}};
    for (const Qt::DayOfWeek day : {Qt::Monday, Qt::Saturday, Qt::Sunday})
        days.append({QLocale().standaloneDayName(day), int(day)});
    fill(m_weekStart, days, m_preferences.firstDayOfWeek());
    showCurrency();
    fill(m_theme, {{tr("As the system"), u"system"_s}, {tr("Light"), u"light"_s}, {tr("Dark"), u"dark"_s}},
         m_preferences.theme());
    QList<QPair<QString, QVariant>> sizes;
    for (int size = kSmallest; size <= kLargest; size += kStep)
        sizes.append({tr("%1 %").arg(locale().toString(size)), size});
    fill(m_textSize, sizes, m_preferences.textSize());
    fill(m_rows, {{tr("Cosy, two lines"), false}, {tr("Compact, one line"), true}}, m_preferences.compactRows());
    const QSignalBlocker quiet(m_animations);
    m_animations->setChecked(m_preferences.animations());
}

// It belongs to the file: everybody who opens it reads its amounts so.
void GeneralPane::showCurrency() {
    for (QWidget *part : std::initializer_list<QWidget *>{m_currencyLabel, m_currency, m_currencyHint})
        part->setVisible(m_workspace);
    if (!m_workspace)
        return;
    const QString own = m_workspace->settings().currency;
    QStringList codes = commonCurrencies();
    if (!codes.contains(own))
        codes.prepend(own);
    QList<QPair<QString, QVariant>> currencies;
    for (const QString &code : std::as_const(codes))
        currencies.append({code, code});
    fill(m_currency, currencies, own);
    m_currency->setEnabled(!m_workspace->isReadOnly());
}

void GeneralPane::retranslate() {
    applyTitle();
    setRow(m_languageLabel, m_language, tr("Language"));
    setRow(m_calendarLabel, m_calendar, tr("Calendar"));
    setRow(m_weekStartLabel, m_weekStart, tr("The week begins on"));
    setRow(m_currencyLabel, m_currency, tr("Currency of this file"));
    m_currencyHint->setText(tr("Amounts keep their figures: nothing is converted."));
    setRow(m_themeLabel, m_theme, tr("Colours"));
    setRow(m_textSizeLabel, m_textSize, tr("Text size"));
    setRow(m_rowsLabel, m_rows, tr("Rows of lists"));
    setRow(m_animationsLabel, m_animations, tr("Motion"));
    m_animations->setText(tr("Toasts and pop-ups fade"));
    if (m_question->isHidden()) {
        m_goBack->setText(tr("Go back"));
        m_goBack->setAccessibleName(m_goBack->text());
    }
    m_animationsHint->setText(tr("Where the system asks for less motion, nothing moves anyway."));
    refresh();
}

} // namespace kontor::ui
