#include "widgets/elided_label.h"

#include "theme/start_side.h"

#include <QEvent>

namespace kontor::ui {

ElidedLabel::ElidedLabel(TextRole role, QWidget *parent) : QLabel(parent) {
    setTextFormat(Qt::PlainText);
    setTextRole(this, role);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void ElidedLabel::setFullText(const QString &text) {
    m_text = text;
    setAccessibleName(text);
    updateGeometry();
    elide();
}

QSize ElidedLabel::sizeHint() const { return QSize(fontMetrics().horizontalAdvance(m_text) + 2, fontMetrics().height()); }

QSize ElidedLabel::minimumSizeHint() const {
    return QSize(fontMetrics().horizontalAdvance(m_text.left(6)), fontMetrics().height());
}

void ElidedLabel::resizeEvent(QResizeEvent *event) {
    QLabel::resizeEvent(event);
    elide();
}

void ElidedLabel::changeEvent(QEvent *event) {
    QLabel::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::LayoutDirectionChange)
        elide();
}

void ElidedLabel::elide() {
    const QString shown = fontMetrics().elidedText(m_text, Qt::ElideRight, qMax(width(), minimumSizeHint().width()));
    setToolTip(shown == m_text ? QString() : m_text);
    // QLabel would put a text of the other direction at the other side.
    setAlignment(startSide(layoutDirection()) | Qt::AlignVCenter);
    if (shown != text())
        setText(shown);
}

} // namespace kontor::ui
