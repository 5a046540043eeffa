#include "interactions/timeline_heading.h"

#include "theme/kontor_style.h"
#include "theme/metrics.h"
#include "theme/text_role.h"
#include "widgets/text_painting.h"

#include <QPainter>

namespace kontor::ui {

using namespace metrics;

TimelineHeading::TimelineHeading(QWidget *timeline) : QWidget(timeline) {
    setFocusPolicy(Qt::NoFocus);
    hide();
}

int TimelineHeading::fullHeight() { return lineHeight(TextRole::Section) + kLabelGap + kSmall; }

void TimelineHeading::showText(const QString &text) {
    m_text = text;
    setAccessibleName(text);
    show();
    raise();
    update();
}

void TimelineHeading::paintWords(QPainter *painter, const QRect &place, const QString &text, const QWidget &widget) {
    const QRect words = place.adjusted(kPane, kGap, -kPane, -kSmall);
    const QFont font = textFont(TextRole::Section);
    paintLine(painter, words, centredBaseline(words, font), text, {font, themeOf(&widget).text2}, widget.layoutDirection());
}

void TimelineHeading::paintEvent(QPaintEvent *) {
    QPainter painter(this);
    const Theme &theme = themeOf(this);
    painter.fillRect(rect(), theme.surface);
    painter.fillRect(QRect(0, height() - kHair, width(), kHair), theme.line);
    paintWords(&painter, rect(), m_text, *this);
}

} // namespace kontor::ui
