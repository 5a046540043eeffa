#include "widgets/palette_label.h"

#include "theme/kontor_style.h"
#include "theme/start_side.h"

#include <QEvent>

namespace kontor::ui {

namespace {

QColor colourOf(TextColour colour, const Theme &theme) {
    switch (colour) {
    case TextColour::Normal: break;
    case TextColour::Second: return theme.text2;
    case TextColour::Third: return theme.text3;
    case TextColour::Good: return theme.good.foreground;
    case TextColour::Warn: return theme.warn.foreground;
    case TextColour::Bad: return theme.bad.foreground;
    }
    return theme.text;
}

} // namespace

PaletteLabel::PaletteLabel(TextRole role, TextColour colour, QWidget *parent) : QLabel(parent), m_colour(colour) {
    setTextFormat(Qt::PlainText);
    setTextRole(this, role);
    applyColour();
}

void PaletteLabel::setColour(TextColour colour) {
    m_colour = colour;
    applyColour();
}

void PaletteLabel::changeEvent(QEvent *event) {
    QLabel::changeEvent(event);
    if (event->type() == QEvent::ApplicationPaletteChange || event->type() == QEvent::PaletteChange ||
        event->type() == QEvent::StyleChange)
        applyColour();
}

bool PaletteLabel::event(QEvent *event) {
    if (event->type() == QEvent::Polish || event->type() == QEvent::LayoutDirectionChange)
        alignToStart();
    return QLabel::event(event);
}

// QLabel would put a text of the other direction, a name or a path, at the other side.
void PaletteLabel::alignToStart() {
    const Qt::Alignment now = alignment();
    if (now.testFlag(Qt::AlignAbsolute) || now.testFlag(Qt::AlignLeft))
        setAlignment(startSide(layoutDirection()) | (now & Qt::AlignVertical_Mask));
}

void PaletteLabel::applyColour() {
    const QColor wanted = colourOf(m_colour, themeOf(this));
    if (palette().color(QPalette::WindowText) == wanted)
        return;
    QPalette changed = palette();
    changed.setColor(QPalette::WindowText, wanted);
    setPalette(changed);
}

} // namespace kontor::ui
