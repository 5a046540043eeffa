#include "theme/kontor_style.h"

#include "theme/metrics.h"
#include "theme/start_side.h"

#include <QtWidgets>

namespace kontor::ui {

namespace {

constexpr char kPrimary[] = "kontorPrimary";
constexpr char kMarked[] = "kontorMarked";

bool wantsHover(const QWidget *widget) {
    return qobject_cast<const QAbstractButton *>(widget) || qobject_cast<const QComboBox *>(widget) ||
           qobject_cast<const QLineEdit *>(widget) || qobject_cast<const QScrollBar *>(widget) ||
           qobject_cast<const QTabBar *>(widget) || qobject_cast<const QAbstractSpinBox *>(widget) ||
           qobject_cast<const QAbstractItemView *>(widget) || qobject_cast<const QHeaderView *>(widget);
}

} // namespace

KontorStyle::KontorStyle(const Theme &theme) : QProxyStyle(QStringLiteral("Fusion")), m_theme(theme), m_startSide(new StartSide(this)) {}

void KontorStyle::polish(QWidget *widget) {
    QProxyStyle::polish(widget);
    if (wantsHover(widget))
        widget->setAttribute(Qt::WA_Hover);
    if (const auto *view = qobject_cast<QAbstractItemView *>(widget); view && view->viewport())
        view->viewport()->setAttribute(Qt::WA_Hover);
    m_startSide->keep(widget);
}

void KontorStyle::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                                const QWidget *widget) const {
    switch (element) {
    case PE_PanelButtonCommand: return drawButtonPanel(option, painter, widget);
    case PE_PanelButtonTool: return drawToolPanel(option, painter, widget);
    case PE_FrameDefaultButton:
    case PE_IndicatorHeaderArrow: // drawn with the words
        return;
    case PE_PanelScrollAreaCorner: return; // as the bars beside it
    case PE_PanelLineEdit:
    case PE_FrameLineEdit: return drawInput(option, painter, widget);
    case PE_IndicatorCheckBox:
    case PE_IndicatorItemViewItemCheck: return drawCheckMark(option, painter);
    case PE_IndicatorRadioButton: return drawRadioMark(option, painter);
    case PE_FrameFocusRect: return drawFocusRing(option, painter);
    case PE_PanelItemViewItem:
    case PE_PanelItemViewRow: return drawRow(option, painter, widget);
    case PE_Frame: return drawFrame(option, painter, widget);
    case PE_FrameMenu:
    case PE_PanelMenu: return drawMenuPanel(option, painter);
    case PE_PanelTipLabel:
    case PE_FrameStatusBarItem: return element == PE_PanelTipLabel ? drawToolTip(option, painter) : void();
    default: return QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

void KontorStyle::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                              const QWidget *widget) const {
    switch (element) {
    case CE_PushButtonLabel: return drawButtonLabel(option, painter, widget);
    case CE_ItemViewItem: return drawItem(option, painter, widget);
    case CE_Header: return drawHeader(option, painter, widget);
    case CE_HeaderSection:
    case CE_HeaderEmptyArea: return drawHeaderSection(option, painter);
    case CE_HeaderLabel: return drawHeaderLabel(option, painter, widget);
    case CE_MenuItem: return drawMenuItem(option, painter, widget);
    case CE_MenuEmptyArea: return;
    case CE_MenuBarItem: return drawMenuBarItem(option, painter, widget);
    case CE_MenuBarEmptyArea: painter->fillRect(option->rect, m_theme.sunken); return;
    case CE_TabBarTabShape: return drawTabShape(option, painter);
    case CE_TabBarTabLabel: return drawTabLabel(option, painter, widget);
    case CE_ProgressBarGroove:
    case CE_ProgressBarLabel: return;
    case CE_ProgressBarContents: return drawProgress(option, painter);
    case CE_Splitter: painter->fillRect(option->rect, m_theme.line); return;
    case CE_RubberBand: painter->fillRect(option->rect, mixed(m_theme.sel, m_theme.surface, 0.5)); return;
    default: return QProxyStyle::drawControl(element, option, painter, widget);
    }
}

void KontorStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
                                     const QWidget *widget) const {
    switch (control) {
    case CC_ComboBox: return drawComboBox(option, painter, widget);
    case CC_SpinBox: return drawSpinBox(option, painter, widget);
    case CC_ScrollBar: return drawScrollBar(option, painter, widget);
    default: return QProxyStyle::drawComplexControl(control, option, painter, widget);
    }
}

int KontorStyle::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const {
    using namespace metrics;
    switch (metric) {
    case PM_ButtonMargin: return kGap;
    case PM_ButtonDefaultIndicator:
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical:
    case PM_ToolBarFrameWidth:
    case PM_MenuBarPanelWidth:
    case PM_MenuPanelWidth: return 0;
    case PM_DefaultFrameWidth: // round corners need room beside a square viewport
        return qobject_cast<const QTextEdit *>(widget) || qobject_cast<const QPlainTextEdit *>(widget) ? kTiny + kHair : kHair;
    case PM_SplitterWidth: return kHair;
    case PM_ScrollBarExtent: return kScrollBar;
    case PM_ScrollBarSliderMin: return kWide;
    case PM_ScrollView_ScrollBarSpacing:
    case PM_ScrollView_ScrollBarOverlap: return 0;
    case PM_MenuHMargin:
    case PM_MenuVMargin: return kSmall;
    case PM_MenuBarHMargin: return kGap;
    case PM_MenuBarVMargin: return kTiny;
    case PM_MenuBarItemSpacing: return kTiny;
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight: return 18;
    case PM_CheckBoxLabelSpacing:
    case PM_RadioButtonLabelSpacing: return kGap;
    case PM_SmallIconSize:
    case PM_ListViewIconSize: return kSmallIcon;
    case PM_ButtonIconSize:
    case PM_ToolBarIconSize:
    case PM_TabBarIconSize: return kIcon;
    case PM_LayoutLeftMargin:
    case PM_LayoutTopMargin:
    case PM_LayoutRightMargin:
    case PM_LayoutBottomMargin: return kPane;
    case PM_LayoutHorizontalSpacing:
    case PM_LayoutVerticalSpacing: return kGap;
    case PM_TabBarTabHSpace: return 2 * kLabelGap;
    case PM_TabBarTabVSpace: return 2 * kGap;
    case PM_TabBarTabShiftHorizontal:
    case PM_TabBarTabShiftVertical: return 0;
    case PM_HeaderMargin: return kCellPadding;
    case PM_HeaderMarkSize: return kSmallIcon;
    case PM_FocusFrameHMargin: return kGap - kHair; // Qt adds one pixel
    case PM_FocusFrameVMargin: return kSmall;
    case PM_ToolTipLabelFrameWidth: return kGap;
    default: return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int KontorStyle::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget, QStyleHintReturn *data) const {
    switch (hint) {
    case SH_EtchDisabledText:
    case SH_DitherDisabledText:
    case SH_Table_GridLineColor: return hint == SH_Table_GridLineColor ? int(m_theme.line.rgb()) : 0;
    case SH_Widget_Animation_Duration:
    case SH_Widget_Animate: return m_animated ? metrics::kFadeIn : 0;
    case SH_ScrollView_FrameOnlyAroundContents:
    case SH_DialogButtonBox_ButtonsHaveIcons:
    case SH_ComboBox_Popup: return 0;
    case SH_UnderlineShortcut: return m_altHeld || qobject_cast<const QMenu *>(widget) ? 1 : 0;
    case SH_MenuBar_AltKeyNavigation:
    case SH_MenuBar_MouseTracking:
    case SH_Menu_MouseTracking:
    case SH_ComboBox_ListMouseTracking:
    case SH_ItemView_ShowDecorationSelected: return 1;
    case SH_ToolTipLabel_Opacity: return 255;
    default: return QProxyStyle::styleHint(hint, option, widget, data);
    }
}

QSize KontorStyle::sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &contents,
                                    const QWidget *widget) const {
    using namespace metrics;
    switch (type) {
    case CT_PushButton: {
        const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option);
        QSize size = contents + QSize(24, 0);
        if (button && button->text.isEmpty())
            size.setWidth(contents.width() + 2 * kSmall);
        if (button && button->features.testFlag(QStyleOptionButton::HasMenu))
            size.rwidth() += kSmallIcon;
        return QSize(size.width(), qMax(kControl, contents.height() + kGap));
    }
    case CT_ToolButton: {
        const QSize size = contents + QSize(2 * kGap - kSmall, kGap);
        return QSize(qMax(kControl, size.width()), qMax(kControl, size.height()));
    }
    case CT_LineEdit: return QSize(contents.width() + 2 * kGap, qMax(kControl, contents.height() + kGap));
    case CT_ComboBox: return QSize(contents.width() + 2 * kLabelGap + kIcon, qMax(kControl, contents.height() + kGap));
    case CT_SpinBox: return QSize(contents.width() + 2 * kLabelGap + kIcon, qMax(kControl, contents.height()));
    case CT_MenuItem: return menuItemSize(option, contents, widget);
    case CT_MenuBarItem: return QSize(contents.width() + 2 * kGap, contents.height() + kGap + kTiny);
    case CT_HeaderSection: {
        const QSize size = QProxyStyle::sizeFromContents(type, option, contents, widget);
        return QSize(size.width(), qMax(kHeader, option->fontMetrics.height() + 2 * kGap));
    }
    case CT_ItemViewItem: {
        const QSize size = QProxyStyle::sizeFromContents(type, option, contents, widget);
        return QSize(size.width() + 2 * kGap, qMax(kCompactRow, size.height() + kGap));
    }
    default: return QProxyStyle::sizeFromContents(type, option, contents, widget);
    }
}

QRect KontorStyle::subControlRect(ComplexControl control, const QStyleOptionComplex *option, SubControl part,
                                  const QWidget *widget) const {
    using namespace metrics;
    if (control == CC_ScrollBar)
        if (const auto *slider = qstyleoption_cast<const QStyleOptionSlider *>(option))
            return scrollBarPart(slider, part);
    if (control == CC_ComboBox && (part == SC_ComboBoxArrow || part == SC_ComboBoxEditField)) {
        const int arrow = kSmallIcon + kLabelGap;
        const QRect field = option->rect.adjusted(kLabelGap - kTiny, kTiny, -arrow, -kTiny);
        const QRect mark(option->rect.right() - arrow + 1, option->rect.top(), arrow, option->rect.height());
        return visualRect(option->direction, option->rect, part == SC_ComboBoxArrow ? mark : field);
    }
    return QProxyStyle::subControlRect(control, option, part, widget);
}

QRect KontorStyle::subElementRect(SubElement element, const QStyleOption *option, const QWidget *widget) const {
    using namespace metrics;
    if (element == SE_LineEditContents)
        return option->rect.adjusted(kGap, kHair, -kGap, -kHair);
    if (element == SE_ProgressBarContents || element == SE_ProgressBarGroove)
        return option->rect;
    return QProxyStyle::subElementRect(element, option, widget);
}

const Theme &themeOf(const QWidget *widget) {
    static const Theme fallback = Theme::light();
    const auto *style = qobject_cast<const KontorStyle *>(widget ? widget->style() : QApplication::style());
    return style ? style->theme() : fallback;
}

void makePrimary(QAbstractButton *button, bool primary) {
    button->setProperty(kPrimary, primary);
    button->update();
}

bool isMarked(const QWidget *widget) { return widget && widget->property(kMarked).toBool(); }

void setMarked(QWidget *widget, bool marked) {
    widget->setProperty(kMarked, marked);
    widget->update();
}

bool isPrimary(const QWidget *widget) {
    if (!widget)
        return false;
    if (widget->property(kPrimary).toBool())
        return true;
    const auto *button = qobject_cast<const QPushButton *>(widget);
    return button && button->isDefault() && qobject_cast<const QDialog *>(widget->window());
}

} // namespace kontor::ui
