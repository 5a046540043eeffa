#include "forms/quick_chip.h"

#include "theme/icon.h"
#include "theme/kontor_style.h"
#include "theme/metrics.h"
#include "theme/painting.h"
#include "theme/text_role.h"
#include "widgets/text_painting.h"

#include <QEvent>
#include <QPainter>
#include <QStyleOption>

namespace kontor::ui {

using namespace metrics;

QuickChip::QuickChip(int number, const QString &text, QWidget *parent) : QAbstractButton(parent), m_number(number) {
    setText(text);
    setCheckable(true);
    setFocusPolicy(Qt::TabFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setAccessibleName(text);
    if (number > 0)
        setAccessibleDescription(tr("Alt+%1").arg(number));
    setToolTip(accessibleDescription());
}

QString QuickChip::numberText() const { return m_number > 0 ? locale().toString(m_number) : QString(); }

void QuickChip::setQuiet(QLatin1StringView icon) {
    m_icon = icon;
    updateGeometry();
}

int QuickChip::leadWidth() const {
    if (!m_icon.isEmpty())
        return kSmallIcon + kGap;
    return m_number > 0 ? QFontMetrics(textFont(TextRole::Caption)).horizontalAdvance(numberText()) + kSmall + kTiny : 0;
}

QSize QuickChip::sizeHint() const {
    const QFontMetrics body(textFont(TextRole::Body));
    return QSize(body.horizontalAdvance(text()) + leadWidth() + 2 * kLabelGap, qMax(kControl, lineHeight(TextRole::Body) + kGap));
}

void QuickChip::paintEvent(QPaintEvent *) {
    QPainter painter(this);
    const Theme &theme = themeOf(this);
    QStyleOption option;
    option.initFrom(this);
    const bool ring = hasFocus() && option.state.testFlag(QStyle::State_KeyboardFocusChange);
    const bool isQuiet = !m_icon.isEmpty();
    const bool isOver = underMouse() && isEnabled();
    const QColor fill = isChecked() ? theme.sel
                        : isDown()  ? theme.line
                        : isOver    ? theme.hover
                        : isQuiet   ? QColor()
                                    : theme.surface;
    QColor edge = isChecked() || ring ? theme.accent : isEnabled() ? theme.lineStrong : theme.line;
    if (isQuiet && !ring)
        edge = theme.highContrast && isChecked() ? theme.accent : QColor();
    drawRounded(&painter, rect(), isQuiet ? kRadius : height() / 2.0, fill, edge, ring || isChecked() ? kFocusWidth : kHair);

    const QColor faint = palette().color(QPalette::Disabled, QPalette::ButtonText);
    const QColor words = !isEnabled() ? faint : isChecked() ? theme.selText : theme.text;
    const QColor lead = !isEnabled() ? faint : isChecked() ? theme.selText2 : theme.text3;
    const QFont body = textFont(TextRole::Body);
    const int baseline = centredBaseline(rect(), body);
    const QRect inner = rect().adjusted(kLabelGap, 0, -kLabelGap, 0);
    const auto placed = [&](const QRect &part) { return QStyle::visualRect(layoutDirection(), rect(), part); };
    if (isQuiet)
        Icon::paint(&painter, placed(QRect(inner.left(), (height() - kSmallIcon) / 2, kSmallIcon, kSmallIcon)), m_icon, lead,
                    isRightToLeft());
    else if (m_number > 0)
        paintLine(&painter, placed(inner), baseline, numberText(), {textFont(TextRole::Caption), lead}, layoutDirection());
    paintLine(&painter, placed(inner.adjusted(leadWidth(), 0, 0, 0)), baseline, text(), {body, words}, layoutDirection());
}

void QuickChip::changeEvent(QEvent *event) {
    QAbstractButton::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::ApplicationFontChange)
        updateGeometry();
}

} // namespace kontor::ui
