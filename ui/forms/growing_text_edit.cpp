#include "forms/growing_text_edit.h"

#include "theme/metrics.h"

#include <QAbstractTextDocumentLayout>
#include <QKeyEvent>
#include <QtMath>

namespace kontor::ui {

using namespace Qt::StringLiterals;
using namespace metrics;

namespace {
constexpr int kMargin = kSmall + kTiny;
}

GrowingTextEdit::GrowingTextEdit(int maximumLines, QWidget *parent) : QPlainTextEdit(parent), m_maximumLines(maximumLines) {
    setTabChangesFocus(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    // Around the viewport, not in the document: the words of an empty input keep no margin of the document at their end side.
    document()->setDocumentMargin(0);
    setViewportMargins(kMargin, kMargin, kMargin, kMargin);
    connect(document()->documentLayout(), &QAbstractTextDocumentLayout::documentSizeChanged, this, &GrowingTextEdit::adjust);
}

int GrowingTextEdit::heightFor(int lines) const {
    const int frame = 2 * frameWidth() + 2 * kMargin;
    return qMax(kControl, lines * fontMetrics().lineSpacing() + frame);
}

QSize GrowingTextEdit::sizeHint() const { return QSize(QPlainTextEdit::sizeHint().width(), heightFor(m_lines)); }

QSize GrowingTextEdit::minimumSizeHint() const { return QSize(kPage * 4, heightFor(m_lines)); }

void GrowingTextEdit::adjust() {
    // The layout of a plain text document counts its height in lines.
    const int lines = qCeil(document()->documentLayout()->documentSize().height());
    setVerticalScrollBarPolicy(lines > m_maximumLines ? Qt::ScrollBarAsNeeded : Qt::ScrollBarAlwaysOff);
    const int shown = qBound(1, lines, m_maximumLines);
    if (shown == m_lines)
        return;
    m_lines = shown;
    updateGeometry();
}

void GrowingTextEdit::keyPressEvent(QKeyEvent *event) {
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (isEnter && event->modifiers().testFlag(Qt::ControlModifier))
        return emit submitted();
    if (event->key() == Qt::Key_Tab && event->modifiers().testFlag(Qt::ControlModifier)) // Tab alone leaves
        return insertPlainText(u"\t"_s);
    QPlainTextEdit::keyPressEvent(event);
}

void GrowingTextEdit::focusOutEvent(QFocusEvent *event) {
    QPlainTextEdit::focusOutEvent(event);
    emit left();
}

void GrowingTextEdit::resizeEvent(QResizeEvent *event) {
    QPlainTextEdit::resizeEvent(event);
    adjust();
}

void GrowingTextEdit::changeEvent(QEvent *event) {
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        updateGeometry();
}

} // namespace kontor::ui
