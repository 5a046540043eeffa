// A text wrapped to a width, of which the first lines are shown.
#pragma once

#include <QFont>
#include <QTextLayout>

class QPainter;

namespace kontor::ui {

class WrappedText {
public:
    // `formats`: of parts of the text, for links and what was searched for.
    WrappedText(const QString &text, const QFont &font, int width, Qt::LayoutDirection direction,
                const QList<QTextLayout::FormatRange> &formats = {});

    int lineCount() const { return m_layout.lineCount(); }
    int positionAt(const QPoint &point) const; // of the letter there; -1: none
    int height(int lines) const;               // of the first `lines`, or of all where there are fewer
    // The last line shown ends in "…" where more follow.
    void draw(QPainter *painter, const QPoint &at, int lines, const QColor &colour) const;

private:
    QTextLayout m_layout;
    int m_width;
    Qt::LayoutDirection m_direction;
};

} // namespace kontor::ui
