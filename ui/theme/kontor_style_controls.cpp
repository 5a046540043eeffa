// Buttons, inputs, check boxes, tabs, progress.
#include "theme/kontor_style.h"

#include "theme/icon.h"
#include "theme/metrics.h"
#include "theme/painting.h"

#include <QtWidgets>

namespace kontor::ui {

namespace {

using namespace metrics;

bool has(const QStyleOption *option, QStyle::StateFlag flag) { return option->state.testFlag(flag); }

// The ring is for the keyboard; a click does not light up a button.
bool showsFocus(const QStyleOption *option) {
    return has(option, QStyle::State_HasFocus) && has(option, QStyle::State_KeyboardFocusChange);
}

// Inputs inside a view or another input are drawn by what they are in.
bool isBare(const QWidget *widget) {
    const auto *edit = qobject_cast<const QLineEdit *>(widget);
    return (edit && !edit->hasFrame()) || (widget && qobject_cast<const QAbstractSpinBox *>(widget->parentWidget())) ||
           (widget && qobject_cast<const QComboBox *>(widget->parentWidget()));
}

} // namespace

void KontorStyle::drawButtonPanel(const QStyleOption *option, QPainter *painter, const QWidget *widget) const {
    const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option);
    const bool enabled = has(option, State_Enabled);
    const bool flat = button && button->features.testFlag(QStyleOptionButton::Flat);
    const bool down = has(option, State_Sunken) || has(option, State_On);
    const bool over = enabled && has(option, State_MouseOver);
    QColor fill = flat ? QColor() : m_theme.surface;
    QColor edge = flat ? QColor() : (enabled ? m_theme.lineStrong : m_theme.line);
    if (isPrimary(widget) && enabled) {
        fill = down   ? mixed(m_theme.text, m_theme.accent, 0.25)
               : over ? mixed(m_theme.text, m_theme.accent, 0.12)
                      : m_theme.accent;
        edge = QColor();
    } else if (enabled && has(option, State_On)) {
        fill = m_theme.sel;
        edge = m_theme.accent;
    } else if (down) {
        fill = mixed(m_theme.lineStrong, m_theme.hover, 0.22);
    } else if (over) {
        fill = m_theme.hover;
    } else if (!enabled && !flat) {
        fill = m_theme.window;
    }
    drawRounded(painter, option->rect, kRadius, fill, edge);
    if (showsFocus(option)) {
        const bool primary = isPrimary(widget);
        const QRectF ring = primary ? QRectF(option->rect).adjusted(3, 3, -3, -3) : QRectF(option->rect);
        drawRounded(painter, ring, primary ? kRadius - 2 : kRadius, {}, primary ? m_theme.onAccent : m_theme.accent, kFocusWidth);
    }
}

void KontorStyle::drawButtonLabel(const QStyleOption *option, QPainter *painter, const QWidget *widget) const {
    const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option);
    if (!button)
        return;
    const bool enabled = has(option, State_Enabled);
    const bool flat = button->features.testFlag(QStyleOptionButton::Flat);
    const bool primary = enabled && isPrimary(widget);
    const bool menu = button->features.testFlag(QStyleOptionButton::HasMenu);
    QColor colour = primary ? m_theme.onAccent : flat ? m_theme.accent : m_theme.text;
    if (!enabled)
        colour = option->palette.color(QPalette::Disabled, QPalette::ButtonText);

    const int iconWidth = button->icon.isNull() ? 0 : button->iconSize.width();
    const int space = iconWidth && !button->text.isEmpty() ? kGap : 0;
    const int mark = menu ? kSmallIcon : 0;
    const int textWidth = button->fontMetrics.size(Qt::TextShowMnemonic, button->text).width();
    const int total = qMin(iconWidth + space + textWidth + mark, option->rect.width() - kGap);
    QRect place(option->rect.left() + (option->rect.width() - total) / 2, option->rect.top(), total, option->rect.height());
    const auto part = [&](int left, int width) {
        return visualRect(option->direction, option->rect, QRect(place.left() + left, place.top(), width, place.height()));
    };
    const QByteArray icon = button->icon.name().toLatin1();
    if (primary && iconWidth) // in the colour of the words
        Icon::paint(painter, part(0, iconWidth), QLatin1StringView(icon), colour, option->direction == Qt::RightToLeft);
    else if (iconWidth)
        button->icon.paint(painter, part(0, iconWidth), Qt::AlignCenter, enabled ? QIcon::Normal : QIcon::Disabled);
    painter->setPen(colour);
    const int flags = Qt::AlignCenter | Qt::TextSingleLine |
                      (styleHint(SH_UnderlineShortcut, option, widget, nullptr) ? Qt::TextShowMnemonic : Qt::TextHideMnemonic);
    painter->drawText(part(iconWidth + space, total - iconWidth - space - mark), flags, button->text);
    if (menu)
        drawChevron(painter, part(total - mark + kSmall, mark - kSmall), Qt::DownArrow, colour);
}

void KontorStyle::drawToolPanel(const QStyleOption *option, QPainter *painter, const QWidget *widget) const {
    const bool raised = has(option, State_AutoRaise);
    const bool down = has(option, State_Sunken);
    const bool over = has(option, State_Enabled) && has(option, State_MouseOver);
    QColor fill = raised ? QColor() : m_theme.surface;
    if (has(option, State_On))
        fill = m_theme.sel;
    else if (down)
        fill = mixed(m_theme.lineStrong, m_theme.hover, 0.22);
    else if (over)
        fill = mixed(m_theme.lineStrong, widget && widget->parentWidget() ? m_theme.hover : m_theme.surface, 0.08);
    drawRounded(painter, option->rect, kRadius, fill, raised ? QColor() : m_theme.lineStrong);
    if (showsFocus(option))
        drawRounded(painter, option->rect, kRadius, {}, m_theme.accent, kFocusWidth);
}

void KontorStyle::drawInput(const QStyleOption *option, QPainter *painter, const QWidget *widget) const {
    if (!isBare(widget))
        drawField(option, painter, isMarked(widget));
}

void KontorStyle::drawField(const QStyleOption *option, QPainter *painter, bool marked) const {
    const bool enabled = has(option, State_Enabled);
    const bool focus = has(option, State_HasFocus);
    const bool over = enabled && has(option, State_MouseOver);
    const QColor fill = !enabled || has(option, State_ReadOnly) ? m_theme.window
                        : marked                                ? m_theme.infoBackground
                                                                : m_theme.surface;
    const QColor edge = focus || marked ? m_theme.accent : !enabled ? m_theme.line : over ? m_theme.text2 : m_theme.lineStrong;
    drawRounded(painter, option->rect, kRadius, fill, edge, focus ? kFocusWidth : kHair);
}

void KontorStyle::drawCheckMark(const QStyleOption *option, QPainter *painter) const {
    const bool enabled = has(option, State_Enabled);
    const bool set = has(option, State_On);
    const bool some = has(option, State_NoChange);
    const int side = qMin(option->rect.width(), option->rect.height());
    QRectF box(0, 0, side, side);
    box.moveCenter(QRectF(option->rect).center());
    QColor fill = set || some ? m_theme.accent : m_theme.surface;
    QColor edge = set || some ? QColor() : has(option, State_MouseOver) ? m_theme.text2 : m_theme.lineStrong;
    if (!enabled) {
        fill = set || some ? m_theme.lineStrong : m_theme.window;
        edge = set || some ? QColor() : m_theme.line;
    }
    drawRounded(painter, box, kSmall, fill, edge);
    if (set)
        drawCheck(painter, box, m_theme.onAccent);
    else if (some)
        drawRounded(painter, box.adjusted(4, side / 2.0 - 1, -4, 1 - side / 2.0), 1, m_theme.onAccent);
}

void KontorStyle::drawRadioMark(const QStyleOption *option, QPainter *painter) const {
    const bool enabled = has(option, State_Enabled);
    const bool set = has(option, State_On);
    const QRectF disc(option->rect);
    const QColor edge = !enabled                       ? m_theme.line
                        : set                          ? m_theme.accent
                        : has(option, State_MouseOver) ? m_theme.text2
                                                       : m_theme.lineStrong;
    drawRounded(painter, disc, disc.height() / 2, enabled ? m_theme.surface : m_theme.window, edge, set ? 5 : 1);
}

void KontorStyle::drawFocusRing(const QStyleOption *option, QPainter *painter) const {
    if (has(option, State_KeyboardFocusChange) || has(option, State_Item))
        drawRounded(painter, option->rect, kSmall, {}, m_theme.accent, kFocusWidth);
}

void KontorStyle::drawComboBox(const QStyleOptionComplex *option, QPainter *painter, const QWidget *widget) const {
    const auto *combo = qstyleoption_cast<const QStyleOptionComboBox *>(option);
    if (!combo)
        return;
    QStyleOption field = *option;
    field.state.setFlag(State_ReadOnly, false);
    if (combo->frame)
        drawField(&field, painter, isMarked(widget));
    const QRect mark = subControlRect(CC_ComboBox, option, SC_ComboBoxArrow, widget);
    const QColor colour = has(option, State_Enabled) ? m_theme.text2 : option->palette.color(QPalette::Disabled, QPalette::Text);
    QRectF place(0, 0, kSmallIcon, kSmallIcon);
    place.moveCenter(QRectF(mark).center());
    drawChevron(painter, place, Qt::DownArrow, colour);
}

void KontorStyle::drawSpinBox(const QStyleOptionComplex *option, QPainter *painter, const QWidget *widget) const {
    const auto *spin = qstyleoption_cast<const QStyleOptionSpinBox *>(option);
    if (!spin)
        return;
    if (spin->frame)
        drawField(option, painter, isMarked(widget));
    if (spin->buttonSymbols == QAbstractSpinBox::NoButtons)
        return;
    const auto arrow = [&](SubControl part, Qt::ArrowType direction, QAbstractSpinBox::StepEnabledFlag step) {
        QRectF place(0, 0, kLabelGap, kLabelGap);
        place.moveCenter(QRectF(subControlRect(CC_SpinBox, option, part, widget)).center());
        const bool enabled = has(option, State_Enabled) && spin->stepEnabled.testFlag(step);
        drawChevron(painter, place, direction, enabled ? m_theme.text2 : m_theme.line);
    };
    arrow(SC_SpinBoxUp, Qt::UpArrow, QAbstractSpinBox::StepUpEnabled);
    arrow(SC_SpinBoxDown, Qt::DownArrow, QAbstractSpinBox::StepDownEnabled);
}

void KontorStyle::drawTabShape(const QStyleOption *option, QPainter *painter) const {
    const bool current = has(option, State_Selected);
    if (!current && has(option, State_MouseOver) && has(option, State_Enabled))
        drawRounded(painter, option->rect.adjusted(2, 4, -2, -4), kRadius, m_theme.hover);
    const QRect line(option->rect.left(), option->rect.bottom() - 1, option->rect.width(), 2);
    if (current)
        painter->fillRect(line, m_theme.accent);
    else
        painter->fillRect(line.adjusted(0, 1, 0, 0), m_theme.line);
}

void KontorStyle::drawTabLabel(const QStyleOption *option, QPainter *painter, const QWidget *widget) const {
    const auto *tab = qstyleoption_cast<const QStyleOptionTab *>(option);
    if (!tab)
        return;
    QStyleOptionTab plain = *tab;
    plain.palette.setColor(QPalette::WindowText, has(option, State_Selected) ? m_theme.text : m_theme.text2);
    QProxyStyle::drawControl(CE_TabBarTabLabel, &plain, painter, widget);
}

void KontorStyle::drawProgress(const QStyleOption *option, QPainter *painter) const {
    const auto *bar = qstyleoption_cast<const QStyleOptionProgressBar *>(option);
    if (!bar)
        return;
    QRectF groove(option->rect);
    groove.setHeight(kSmall);
    groove.moveCenter(QRectF(option->rect).center());
    drawRounded(painter, groove, kTiny, m_theme.line);
    const bool busy = bar->minimum == bar->maximum;
    const qreal done = busy ? 0.3 : qreal(bar->progress - bar->minimum) / qMax(1, bar->maximum - bar->minimum);
    QRectF part = groove;
    part.setWidth(groove.width() * qBound(0.0, done, 1.0));
    if (option->direction == Qt::RightToLeft)
        part.moveRight(groove.right());
    drawRounded(painter, part, kTiny, m_theme.accent);
}

QIcon KontorStyle::standardIcon(StandardPixmap icon, const QStyleOption *option, const QWidget *widget) const {
    return icon == SP_LineEditClearButton ? Icon::get(QLatin1StringView("close"))
                                          : QProxyStyle::standardIcon(icon, option, widget);
}

} // namespace kontor::ui
