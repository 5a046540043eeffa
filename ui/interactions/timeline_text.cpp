#include "interactions/timeline_text.h"

#include "theme/painting.h"
#include "theme/start_side.h"

#include <QFontMetrics>
#include <QtMath>

namespace kontor::ui {

using namespace Qt::StringLiterals;

WrappedText::WrappedText(const QString &text, const QFont &font, int width, Qt::LayoutDirection direction,
                         const QList<QTextLayout::FormatRange> &formats)
    : m_width(width), m_direction(direction) {
    QString lines = text;
    m_layout.setText(lines.replace(u'\n', QChar::LineSeparator));
    m_layout.setFont(font);
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    option.setTextDirection(text.isRightToLeft() ? Qt::RightToLeft : Qt::LeftToRight);
    // Every paragraph begins at the start side of the interface; inside it the words run their own way.
    option.setAlignment(startSide(direction));
    m_layout.setTextOption(option);
    m_layout.setFormats(formats);
    m_layout.beginLayout();
    qreal top = 0;
    while (true) {
        QTextLine line = m_layout.createLine();
        if (!line.isValid())
            break;
        line.setLineWidth(width);
        line.setPosition(QPointF(0, top));
        top += qCeil(line.height());
    }
    m_layout.endLayout();
}

int WrappedText::positionAt(const QPoint &point) const {
    for (int i = 0; i < lineCount(); ++i) {
        const QTextLine line = m_layout.lineAt(i);
        if (line.naturalTextRect().contains(point))
            return line.xToCursor(point.x(), QTextLine::CursorOnCharacter);
    }
    return -1;
}

int WrappedText::height(int lines) const {
    const int shown = qMin(lines, lineCount());
    if (shown == 0)
        return 0;
    const QTextLine last = m_layout.lineAt(shown - 1);
    return qCeil(last.y() + last.height());
}

void WrappedText::draw(QPainter *painter, const QPoint &at, int lines, const QColor &colour) const {
    const PainterState state(painter);
    painter->setPen(colour);
    painter->setFont(m_layout.font());
    const int shown = qMin(lines, lineCount());
    const bool isCut = shown < lineCount();
    for (int i = 0; i < shown - (isCut ? 1 : 0); ++i)
        m_layout.lineAt(i).draw(painter, at);
    if (!isCut || shown == 0)
        return;
    const QTextLine last = m_layout.lineAt(shown - 1);
    const QString rest = m_layout.text().mid(last.textStart(), last.textLength()).trimmed() + u"…"_s;
    const QFontMetrics measure(m_layout.font());
    const QString words = measure.elidedText(rest, Qt::ElideRight, m_width);
    const int left = m_direction == Qt::RightToLeft ? m_width - measure.horizontalAdvance(words) : 0;
    painter->setLayoutDirection(Qt::LayoutDirectionAuto);
    painter->drawText(QPointF(at.x() + left, at.y() + last.y() + last.ascent()), words);
}

} // namespace kontor::ui
