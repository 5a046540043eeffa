#include "main_window/navigation.h"

#include "theme/icon.h"
#include "theme/kontor_style.h"
#include "theme/metrics.h"
#include "theme/painting.h"
#include "theme/text_role.h"

#include <QPainter>
#include <QStyle>

namespace kontor::ui {

using namespace metrics;

namespace {
constexpr int kItemPadding = 12;
constexpr int kRailPadding = 6; // above the icon and below its count
}

NavigationItem::NavigationItem(QLatin1StringView icon, QWidget *parent) : QAbstractButton(parent), m_icon(icon) {
    setCheckable(true);
    setAutoExclusive(false);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void NavigationItem::setWords(const QString &words, const QString &keys) {
    setText(words);
    m_keys = keys;
    describe();
    updateGeometry();
}

void NavigationItem::setCount(const NavigationCount &count) {
    m_count = count;
    describe();
    updateGeometry(); // in the rail one with a count is higher
    update();
}

void NavigationItem::setNarrow(bool narrow) {
    m_narrow = narrow;
    describe();
    updateGeometry();
    update();
}

void NavigationItem::describe() {
    setAccessibleName(m_count.spoken.isEmpty() ? text() : tr("%1, %2").arg(text(), m_count.spoken));
    setAccessibleDescription(m_keys);
    const bool whole = !m_narrow && wantedWidth() <= kNavigationMax;
    const QString words = m_narrow ? accessibleName() : text();
    setToolTip(whole ? m_keys : m_keys.isEmpty() ? words : tr("%1 (%2)").arg(words, m_keys));
}

int NavigationItem::wantedWidth() const {
    const QFontMetrics words(textFont(TextRole::Strong));
    const QFontMetrics count(textFont(TextRole::Caption));
    return 2 * kGap + 2 * kItemPadding + kIcon + kLabelGap + words.horizontalAdvance(text()) + kGap +
           count.horizontalAdvance(m_count.text);
}

QSize NavigationItem::sizeHint() const {
    const int words = qMax(kNavigationRow, QFontMetrics(textFont(TextRole::Strong)).height() + kGap);
    if (!m_narrow)
        return QSize(wantedWidth(), words);
    const int count = m_count.brief.isEmpty() ? 0 : kRailPadding + kIcon + lineHeight(TextRole::Caption) + kRailPadding;
    return QSize(kRail, qMax(words, count));
}

void NavigationItem::paintEvent(QPaintEvent *) {
    QPainter painter(this);
    painter.setLayoutDirection(Qt::LayoutDirectionAuto); // each text runs by its own letters
    const Theme &theme = themeOf(this);
    const auto place = [this](const QRect &rect) { return QStyle::visualRect(layoutDirection(), this->rect(), rect); };
    const QRect body = rect().adjusted(kGap, kHair, -kGap, -kHair);
    const bool current = isChecked();
    if (current)
        drawRounded(&painter, body, kRadius, theme.sel, theme.highContrast ? theme.line : QColor());
    else if (underMouse() || isDown())
        drawRounded(&painter, body, kRadius, mixed(theme.lineStrong, theme.sunken, isDown() ? 0.28 : 0.16));
    if (current)
        drawRounded(&painter, place(QRect(m_narrow ? kTiny : kGap, kGap, kCurrentBar, height() - 2 * kGap)), 1.5, theme.accent);
    if (hasFocus())
        drawRounded(&painter, body, kRadius, {}, theme.accent, kFocusWidth);

    const int iconLeft = m_narrow ? (width() - kIcon) / 2 : kGap + kItemPadding;
    const bool hasBadge = m_narrow && !m_count.brief.isEmpty();
    const QRect icon(iconLeft, hasBadge ? kRailPadding : (height() - kIcon) / 2, kIcon, kIcon);
    Icon::paint(&painter, place(icon), m_icon, current ? theme.selText : theme.text2, isRightToLeft());
    if (!m_narrow)
        return paintWords(&painter, icon);
    painter.setFont(textFont(TextRole::Caption));
    painter.setPen(current ? theme.selText2 : theme.text3);
    const QRect badge(kSmall, icon.bottom() + 1, width() - 2 * kSmall, lineHeight(TextRole::Caption));
    painter.drawText(badge, Qt::AlignCenter | Qt::TextSingleLine,
                     painter.fontMetrics().elidedText(m_count.brief, Qt::ElideRight, badge.width()));
}

void NavigationItem::paintWords(QPainter *painter, const QRect &icon) const {
    const Theme &theme = themeOf(this);
    const auto place = [this](const QRect &rect) { return QStyle::visualRect(layoutDirection(), this->rect(), rect); };
    const QFont countFont = textFont(TextRole::Caption);
    const int countWidth = QFontMetrics(countFont).horizontalAdvance(m_count.text);
    const QRect words(icon.right() + kLabelGap, 0, width() - icon.right() - kLabelGap - kGap - kItemPadding - countWidth - kGap,
                      height());
    const QFont font = textFont(isChecked() ? TextRole::Strong : TextRole::Body);
    painter->setFont(font);
    painter->setPen(isChecked() ? theme.selText : theme.text);
    painter->drawText(place(words),
                      int(QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft | Qt::AlignVCenter)) | Qt::TextSingleLine,
                      QFontMetrics(font).elidedText(text(), Qt::ElideRight, words.width()));
    painter->setFont(countFont);
    painter->setPen(isChecked() ? theme.selText2 : theme.text3);
    const QRect count(width() - kGap - kItemPadding - countWidth, 0, countWidth + 1, height());
    painter->drawText(place(count), Qt::AlignCenter | Qt::TextSingleLine, m_count.text);
}

} // namespace kontor::ui
