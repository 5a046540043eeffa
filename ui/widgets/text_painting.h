// One line of text at an exact baseline, so that lines of different scripts and fonts stand level. Each text keeps its own direction.
#pragma once

#include <QFont>
#include <QPainter>
#include <QString>

namespace kontor::ui {

enum class TextSide { Start, Absolute }; // Absolute: at the right in both directions, for numbers

struct TextLine {
    QFont font;
    QColor colour;
    TextSide side = TextSide::Start;
};

// Returns whether the text was elided.
bool paintLine(QPainter *painter, const QRect &rect, int baseline, const QString &text, const TextLine &line,
               Qt::LayoutDirection direction);
// The baseline that centres one line of this font in `rect`.
int centredBaseline(const QRect &rect, const QFont &font);

} // namespace kontor::ui
