// Fusion with our own skin: flat surfaces, 6 px corners, a 2 px focus ring, scroll bars without arrows. All drawing takes Theme.
// kontor_style.cpp dispatches and measures; the other files hold one method for one kind of control.
#pragma once

#include "theme/theme.h"

#include <QProxyStyle>

class QAbstractButton;
class QStyleOptionButton;
class QStyleOptionComboBox;
class QStyleOptionHeader;
class QStyleOptionMenuItem;
class QStyleOptionSlider;
class QStyleOptionTab;
class QStyleOptionToolButton;
class QStyleOptionViewItem;

namespace kontor::ui {

class StartSide;

class KontorStyle : public QProxyStyle {
    Q_OBJECT

public:
    explicit KontorStyle(const Theme &theme);

    const Theme &theme() const { return m_theme; }
    void setTheme(const Theme &theme) { m_theme = theme; }
    void setAnimated(bool animated) { m_animated = animated; }
    void setAltHeld(bool held) { m_altHeld = held; }
    bool isAltHeld() const { return m_altHeld; }

    QPalette standardPalette() const override { return m_theme.palette(); }
    void polish(QPalette &palette) override { palette = m_theme.palette(); }
    void polish(QWidget *widget) override;
    using QProxyStyle::polish;

    void drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                       const QWidget *widget) const override;
    void drawControl(ControlElement element, const QStyleOption *option, QPainter *painter, const QWidget *widget) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
                            const QWidget *widget) const override;
    int pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const override;
    QIcon standardIcon(StandardPixmap icon, const QStyleOption *option, const QWidget *widget) const override;
    int styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget, QStyleHintReturn *data) const override;
    QSize sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &contents,
                           const QWidget *widget) const override;
    QRect subControlRect(ComplexControl control, const QStyleOptionComplex *option, SubControl part,
                         const QWidget *widget) const override;
    QRect subElementRect(SubElement element, const QStyleOption *option, const QWidget *widget) const override;

private:
    // kontor_style_controls.cpp
    void drawButtonPanel(const QStyleOption *option, QPainter *painter, const QWidget *widget) const;
    void drawButtonLabel(const QStyleOption *option, QPainter *painter, const QWidget *widget) const;
    void drawToolPanel(const QStyleOption *option, QPainter *painter, const QWidget *widget) const;
    void drawInput(const QStyleOption *option, QPainter *painter, const QWidget *widget) const;
    void drawField(const QStyleOption *option, QPainter *painter, bool marked) const;
    void drawCheckMark(const QStyleOption *option, QPainter *painter) const;
    void drawRadioMark(const QStyleOption *option, QPainter *painter) const;
    void drawFocusRing(const QStyleOption *option, QPainter *painter) const;
    void drawComboBox(const QStyleOptionComplex *option, QPainter *painter, const QWidget *widget) const;
    void drawSpinBox(const QStyleOptionComplex *option, QPainter *painter, const QWidget *widget) const;
    void drawTabShape(const QStyleOption *option, QPainter *painter) const;
    void drawTabLabel(const QStyleOption *option, QPainter *painter, const QWidget *widget) const;
    void drawProgress(const QStyleOption *option, QPainter *painter) const;
    // kontor_style_views.cpp
    void drawRow(const QStyleOption *option, QPainter *painter, const QWidget *widget) const;
    void drawItem(const QStyleOption *option, QPainter *painter, const QWidget *widget) const;
    void drawHeader(const QStyleOption *option, QPainter *painter, const QWidget *widget) const;
    void drawHeaderSection(const QStyleOption *option, QPainter *painter) const;
    void drawHeaderLabel(const QStyleOption *option, QPainter *painter, const QWidget *widget) const;
    void drawScrollBar(const QStyleOptionComplex *option, QPainter *painter, const QWidget *widget) const;
    void drawFrame(const QStyleOption *option, QPainter *painter, const QWidget *widget) const;
    QRect scrollBarPart(const QStyleOptionSlider *slider, SubControl part) const;
    // kontor_style_menus.cpp
    void drawMenuPanel(const QStyleOption *option, QPainter *painter) const;
    void drawMenuItem(const QStyleOption *option, QPainter *painter, const QWidget *widget) const;
    void drawMenuBarItem(const QStyleOption *option, QPainter *painter, const QWidget *widget) const;
    void drawToolTip(const QStyleOption *option, QPainter *painter) const;
    QSize menuItemSize(const QStyleOption *option, const QSize &contents, const QWidget *widget) const;

    Theme m_theme;
    StartSide *m_startSide;
    bool m_animated = true;
    bool m_altHeld = false;
};

// The theme that a widget is painted with; the light one where the program runs with another style (tests of single widgets).
const Theme &themeOf(const QWidget *widget);

// The one filled button of a view.
void makePrimary(QAbstractButton *button, bool primary = true);
bool isPrimary(const QWidget *widget);

// An input that stands out: a filter that filters. Tinted, with an accent edge.
void setMarked(QWidget *input, bool marked);
bool isMarked(const QWidget *input);

} // namespace kontor::ui
