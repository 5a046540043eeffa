#include "forms/quick_chip.h"

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

QString QuickChip::numberText() const {
    return m_number > 0 ? locale().toString(m_number) : QString();
}

QSize QuickChip::sizeHint() const {
    const QFontMetrics body(textFont(TextRole::Body));
    const QFontMetrics caption(textFont(TextRole::Caption));
    const int number = m_number > 0 ? caption.horizontalAdvance(numberText()) + kSmall + kTiny : 0;
    return QSize(body.horizontalAdvance(text()) + number + 2 * kLabelGap, qMax(kControl, lineHeight(TextRole::Body) + kGap));
}

void QuickChip::paintEvent(QPaintEvent *) {
    QPainter painter(this);
    const Theme &theme = themeOf(this);
    QStyleOption option;
    option.initFrom(this);
    const bool ring = hasFocus() && option.state.testFlag(QStyle::State_KeyboardFocusChange);
    QColor fill = isChecked() ? theme.sel : isDown() ? theme.line : underMouse() && isEnabled() ? theme.hover : theme.surface;
    QColor edge = isChecked() || ring ? theme.accent : isEnabled() ? theme.lineStrong : theme.line;
    drawRounded(&painter, rect(), height() / 2.0, fill, edge, ring || isChecked() ? kFocusWidth : kHair);

    const QColor faint = palette().color(QPalette::Disabled, QPalette::ButtonText);
    const QColor words = !isEnabled() ? faint : isChecked() ? theme.selText : theme.text;
    const QColor digits = !isEnabled() ? faint : isChecked() ? theme.selText2 : theme.text3;
    const QFont body = textFont(TextRole::Body);
    const int baseline = centredBaseline(rect(), body);
    QRect inner = rect().adjusted(kLabelGap, 0, -kLabelGap, 0);
    if (m_number > 0) {
        const QFont caption = textFont(TextRole::Caption);
        paintLine(&painter, inner, baseline, numberText(), {caption, digits}, layoutDirection());
        const int taken = QFontMetrics(caption).horizontalAdvance(numberText()) + kSmall + kTiny;
        inner = isRightToLeft() ? inner.adjusted(0, 0, -taken, 0) : inner.adjusted(taken, 0, 0, 0);
    }
    paintLine(&painter, inner, baseline, text(), {body, words}, layoutDirection());
}

void QuickChip::changeEvent(QEvent *event) {
    QAbstractButton::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::ApplicationFontChange)
        updateGeometry();
}

} // namespace kontor::ui
