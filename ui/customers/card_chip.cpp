#include "customers/card_chip.h"

#include "theme/icon.h"
#include "theme/kontor_style.h"
#include "theme/metrics.h"
#include "theme/painting.h"
#include "theme/text_role.h"
#include "widgets/text_painting.h"

#include <QPainter>

namespace kontor::ui {

using namespace metrics;

CardChip::CardChip(const QString &text, ChipTone tone, QLatin1StringView icon, QWidget *parent)
    : QWidget(parent), m_text(text), m_tone(tone), m_icon(icon) {
    setAccessibleName(text);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

QSize CardChip::sizeHint() const {
    const QSize size = chipSize(m_text, textFont(TextRole::Caption));
    return QSize(size.width() + (m_icon.isEmpty() ? 0 : kSmallIcon + kSmall), qMax(kChip, size.height()));
}

void CardChip::paintEvent(QPaintEvent *) {
    QPainter painter(this);
    const Theme &theme = themeOf(this);
    const ColourPair colours = chipColours(m_tone, theme);
    drawRounded(&painter, rect(), height() / 2.0, colours.background, theme.highContrast ? theme.line : QColor());
    QRect words = rect().adjusted(kGap, 0, -kGap, 0);
    if (!m_icon.isEmpty()) {
        const QRect icon(words.left(), (height() - kSmallIcon) / 2, kSmallIcon, kSmallIcon);
        Icon::paint(&painter, QStyle::visualRect(layoutDirection(), rect(), icon), m_icon, colours.foreground, isRightToLeft());
        words = QStyle::visualRect(layoutDirection(), rect(), words.adjusted(kSmallIcon + kSmall, 0, 0, 0));
    }
    const QFont font = textFont(TextRole::Caption);
    paintLine(&painter, words, centredBaseline(rect(), font), m_text, {font, colours.foreground}, layoutDirection());
}

CardFact::CardFact(QWidget *parent) : QWidget(parent) { setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed); }

void CardFact::setFact(QLatin1StringView icon, const QString &text, const QString &exact, bool isBad) {
    m_icon = icon;
    m_text = text;
    m_isBad = isBad;
    setAccessibleName(text);
    setToolTip(exact);
    updateGeometry();
    update();
}

QSize CardFact::sizeHint() const {
    return QSize(QFontMetrics(textFont(TextRole::Body)).horizontalAdvance(m_text) + kSmallIcon + kGap + kTiny,
                 qMax(kIcon, lineHeight(TextRole::Body)));
}

QSize CardFact::minimumSizeHint() const { return QSize(qMin(sizeHint().width(), kWide * 4), sizeHint().height()); }

void CardFact::paintEvent(QPaintEvent *) {
    QPainter painter(this);
    const Theme &theme = themeOf(this);
    const QColor colour = m_isBad ? theme.bad.foreground : theme.text2;
    const QRect icon(0, (height() - kSmallIcon) / 2, kSmallIcon, kSmallIcon);
    Icon::paint(&painter, QStyle::visualRect(layoutDirection(), rect(), icon), m_icon, colour, isRightToLeft());
    const QRect words = QStyle::visualRect(layoutDirection(), rect(), rect().adjusted(kSmallIcon + kGap, 0, 0, 0));
    const QFont font = textFont(TextRole::Body);
    paintLine(&painter, words, centredBaseline(rect(), font), m_text, {font, colour}, layoutDirection());
}

} // namespace kontor::ui
