// Menu bar, menus, tool tips.
#include "theme/kontor_style.h"

#include "theme/metrics.h"
#include "theme/painting.h"

#include <QtWidgets>

namespace kontor::ui {

using namespace metrics;

namespace {

constexpr int kMarkColumn = 32; // check mark or icon
constexpr int kShortcutGap = 32;

} // namespace

QSize KontorStyle::menuItemSize(const QStyleOption *option, const QSize &, const QWidget *) const {
    const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option);
    if (!item)
        return {};
    if (item->menuItemType == QStyleOptionMenuItem::Separator)
        return QSize(kPane, 2 * kSmall + kHair);
    const QFontMetrics measure(item->font);
    const QStringList parts = item->text.split(QLatin1Char('\t'));
    int width = kMarkColumn + measure.size(Qt::TextShowMnemonic, parts.value(0)).width() + kWide;
    if (parts.size() > 1)
        width += kShortcutGap + measure.horizontalAdvance(parts.at(1));
    return QSize(width, qMax(kCompactControl, measure.height() + kGap));
}

void KontorStyle::drawMenuPanel(const QStyleOption *option, QPainter *painter) const {
    const PainterState state(painter);
    painter->fillRect(option->rect, m_theme.raised);
    painter->setPen(m_theme.line);
    painter->drawRect(option->rect.adjusted(0, 0, -1, -1));
}

void KontorStyle::drawMenuItem(const QStyleOption *option, QPainter *painter, const QWidget *widget) const {
    const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option);
    if (!item)
        return;
    const PainterState state(painter);
    const QRect row = option->rect;
    if (item->menuItemType == QStyleOptionMenuItem::Separator) {
        painter->fillRect(QRect(row.left() + kGap, row.center().y(), row.width() - 2 * kGap, kHair), m_theme.line);
        return;
    }
    const bool enabled = item->state.testFlag(State_Enabled);
    const bool current = item->state.testFlag(State_Selected);
    if (current)
        drawRounded(painter, row.adjusted(kTiny, 0, -kTiny, 0), kSmall, enabled ? m_theme.sel : m_theme.hover);
    const QColor faint = option->palette.color(QPalette::Disabled, QPalette::Text);
    const auto place = [&](const QRect &rect) { return visualRect(option->direction, row, rect); };
    const QRect mark = place(QRect(row.left() + kGap, row.top(), kIcon, row.height()));
    if (item->checkType != QStyleOptionMenuItem::NotCheckable) {
        QRectF box(0, 0, kSmallIcon, kSmallIcon);
        box.moveCenter(QRectF(mark).center());
        if (item->checked)
            drawCheck(painter, box, enabled ? m_theme.accent : faint);
    } else if (!item->icon.isNull()) {
        QRect box(0, 0, kSmallIcon, kSmallIcon);
        box.moveCenter(mark.center());
        item->icon.paint(painter, box, Qt::AlignCenter, !enabled ? QIcon::Disabled : QIcon::Normal);
    }
    const QStringList parts = item->text.split(QLatin1Char('\t'));
    const QRect words = place(row.adjusted(kMarkColumn, 0, -kWide + kLabelGap, 0));
    const bool underlined = styleHint(SH_UnderlineShortcut, option, widget, nullptr);
    const int flags = Qt::AlignVCenter | Qt::TextSingleLine | (underlined ? Qt::TextShowMnemonic : Qt::TextHideMnemonic);
    QFont font = item->font;
    painter->setFont(font);
    painter->setPen(!enabled ? faint : current ? m_theme.selText : m_theme.text);
    painter->drawText(words, flags | int(visualAlignment(option->direction, Qt::AlignLeft)), parts.value(0));
    if (parts.size() > 1) {
        painter->setPen(!enabled ? faint : current ? m_theme.selText2 : m_theme.text3);
        painter->setLayoutDirection(Qt::LeftToRight); // “Ctrl++” is read so in every language
        painter->drawText(words, flags | int(visualAlignment(option->direction, Qt::AlignRight)), parts.at(1));
        painter->setLayoutDirection(option->direction);
    }
    if (item->menuItemType == QStyleOptionMenuItem::SubMenu) {
        const QRect arrow = place(QRect(row.right() - kIcon, row.top(), kSmallIcon, row.height()));
        drawChevron(painter, arrow, option->direction == Qt::RightToLeft ? Qt::LeftArrow : Qt::RightArrow,
                    enabled ? m_theme.text2 : faint);
    }
}

void KontorStyle::drawMenuBarItem(const QStyleOption *option, QPainter *painter, const QWidget *widget) const {
    const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option);
    if (!item)
        return;
    painter->fillRect(option->rect, m_theme.sunken);
    const bool current = item->state.testFlag(State_Selected);
    if (current)
        drawRounded(painter, option->rect.adjusted(0, 1, 0, -1), kSmall, m_theme.sel);
    const bool underlined = styleHint(SH_UnderlineShortcut, option, widget, nullptr);
    painter->setPen(current ? m_theme.selText : m_theme.text2);
    painter->drawText(option->rect,
                      Qt::AlignCenter | Qt::TextSingleLine | (underlined ? Qt::TextShowMnemonic : Qt::TextHideMnemonic),
                      item->text);
}

void KontorStyle::drawToolTip(const QStyleOption *option, QPainter *painter) const {
    const PainterState state(painter);
    painter->fillRect(option->rect, m_theme.raised);
    painter->setPen(m_theme.lineStrong);
    painter->drawRect(option->rect.adjusted(0, 0, -1, -1));
}

} // namespace kontor::ui
