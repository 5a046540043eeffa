#include "first_run/first_run_page.h"

#include "purchases/base_currency.h"
#include "theme/icon.h"
#include "theme/kontor_style.h"
#include "theme/metrics.h"
#include "widgets/card_frame.h"
#include "widgets/palette_label.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QPushButton>
#include <QTimeZone>

namespace kontor::ui {

using namespace Qt::StringLiterals;
using namespace metrics;

namespace {

constexpr int kCardWidth = 260;

QString languageOf(const QLocale &locale) {
    const QString language = QLocale::languageToCode(locale.language());
    static const QStringList known{u"en"_s, u"de"_s, u"ru"_s, u"zh"_s, u"sv"_s, u"fa"_s, u"cy"_s};
    return known.contains(language) ? language : u"en"_s;
}

} // namespace

workspace::BaseSettings settingsOfThisPc() {
    const QLocale locale;
    workspace::BaseSettings settings;
    if (const QString country = QLocale::territoryToCode(locale.territory()); country.size() == 2)
        settings.country = country;
    if (const QString currency = locale.currencySymbol(QLocale::CurrencyIsoCode); currency.size() == 3)
        settings.currency = currency;
    if (const QByteArray zone = QTimeZone::systemTimeZoneId(); !zone.isEmpty())
        settings.timeZone = QString::fromLatin1(zone);
    settings.language = languageOf(locale);
    return settings;
}

FirstRunPage::FirstRunPage(QWidget *parent)
    : QWidget(parent),
      m_title(new PaletteLabel(TextRole::Page, TextColour::Normal, this)),
      m_text(new PaletteLabel(TextRole::Body, TextColour::Second, this)),
      m_currencyTitle(new QLabel(this)),
      m_currency(new QComboBox(this)),
      m_open(new QPushButton(this)) {
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(kPage, kPage, kPage, kPage);
    column->setSpacing(kGap);
    column->addStretch(2);
    for (QLabel *label : {m_title, m_text}) {
        label->setAlignment(Qt::AlignCenter);
        label->setWordWrap(true);
        column->addWidget(label);
    }
    column->addSpacing(kPage);
    auto *row = new QHBoxLayout;
    row->setSpacing(kPane);
    row->addStretch(1);
    m_import = addChoice(row, "import"_L1, true);
    m_sample = addChoice(row, "people"_L1, false);
    m_empty = addChoice(row, "file"_L1, false);
    row->addStretch(1);
    column->addLayout(row);
    column->addSpacing(kPane);
    auto *foot = new QHBoxLayout;
    foot->setSpacing(kGap);
    foot->addStretch(1);
    foot->addWidget(m_currencyTitle);
    foot->addWidget(m_currency);
    foot->addSpacing(kPane);
    foot->addWidget(m_open);
    foot->addStretch(1);
    column->addLayout(foot);
    column->addStretch(3);

    const QString own = settingsOfThisPc().currency;
    QStringList currencies = commonCurrencies();
    if (!currencies.contains(own))
        currencies.prepend(own);
    m_currency->addItems(currencies);
    m_currency->setCurrentText(own);
    m_currencyTitle->setBuddy(m_currency);
    connect(m_import.button, &QPushButton::clicked, this, &FirstRunPage::importWanted);
    connect(m_sample.button, &QPushButton::clicked, this, &FirstRunPage::sampleWanted);
    connect(m_empty.button, &QPushButton::clicked, this, &FirstRunPage::newFileWanted);
    connect(m_open, &QPushButton::clicked, this, &FirstRunPage::openWanted);
    QWidget *before = m_import.button;
    for (QWidget *next : std::initializer_list<QWidget *>{m_sample.button, m_empty.button, m_currency, m_open}) {
        setTabOrder(before, next);
        before = next;
    }
    setFocusProxy(m_import.button);
    retranslate();
}

FirstRunPage::Choice FirstRunPage::addChoice(QBoxLayout *row, QLatin1StringView icon, bool primary) {
    auto *card = new CardFrame(CardKind::Flat, this);
    card->setMinimumWidth(kCardWidth);
    card->setMaximumWidth(kCardWidth + kPage * 2);
    auto *inside = new QVBoxLayout(card);
    inside->setContentsMargins(kPane, kPane, kPane, kPane);
    inside->setSpacing(kGap);
    auto *mark = new QLabel(card);
    mark->setPixmap(Icon::get(icon, Tint::Accent).pixmap(kLargeIcon, kLargeIcon));
    Choice choice{new PaletteLabel(TextRole::Title, TextColour::Normal, card),
                  new PaletteLabel(TextRole::Body, TextColour::Second, card), new QPushButton(card)};
    choice.text->setWordWrap(true);
    choice.text->setAlignment(Qt::AlignLeading | Qt::AlignTop);
    if (primary)
        makePrimary(choice.button);
    inside->addWidget(mark);
    inside->addWidget(choice.title);
    inside->addWidget(choice.text, 1);
    inside->addSpacing(kGap);
    inside->addWidget(choice.button, 0, Qt::AlignTrailing);
    row->addWidget(card, 2);
    return choice;
}

workspace::BaseSettings FirstRunPage::settings() const {
    workspace::BaseSettings settings = settingsOfThisPc();
    settings.currency = m_currency->currentText();
    return settings;
}

void FirstRunPage::setBusy(bool busy) {
    for (QPushButton *button : {m_import.button, m_sample.button, m_empty.button, m_open})
        button->setEnabled(!busy);
}

void FirstRunPage::retranslate() {
    m_title->setText(tr("Welcome to Kontor"));
    m_text->setText(tr("Your customers live in one file, on this computer or on a shared drive."));
    m_import.title->setText(tr("Bring my customers"));
    m_import.text->setText(tr("From Excel, CSV, the phone or another program. You see what comes in before it does."));
    m_import.button->setText(tr("Import…"));
    m_sample.title->setText(tr("Look around"));
    m_sample.text->setText(tr("A sample file with 120 invented customers. Nothing in it is yours."));
    m_sample.button->setText(tr("Open the sample"));
    m_empty.title->setText(tr("Start empty"));
    m_empty.text->setText(tr("One new file. You choose where it lies."));
    m_empty.button->setText(tr("Create a file…"));
    m_open->setText(tr("Open an existing file…"));
    m_open->setAccessibleName(tr("Open an existing file"));
    m_open->setAccessibleDescription(tr("One that exists already, also on a drive that you share."));
    m_currencyTitle->setText(tr("Currency of a new file"));
    m_currency->setAccessibleName(m_currencyTitle->text());
    for (const Choice &choice : {m_import, m_sample, m_empty}) {
        choice.button->setAccessibleName(choice.button->text());
        choice.button->setAccessibleDescription(choice.text->text());
    }
    setAccessibleName(m_title->text());
}

void FirstRunPage::changeEvent(QEvent *event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace kontor::ui
