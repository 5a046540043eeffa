#include "widgets/page_title.h"

#include "theme/kontor_style.h"
#include "theme/metrics.h"
#include "theme/text_role.h"
#include "widgets/text_painting.h"

namespace kontor::ui {

using namespace metrics;

PageTitle::PageTitle(QWidget *parent) : QWidget(parent) { setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed); }

void PageTitle::setTitle(const QString &title) {
    m_title = title;
    describe();
}

void PageTitle::setCount(const QString &count) {
    m_count = count;
    describe();
}

void PageTitle::describe() {
    setAccessibleName(m_count.isEmpty() ? m_title : tr("%1, %2").arg(m_title, m_count));
    updateGeometry();
    update();
}

QSize PageTitle::sizeHint() const {
    const int title = QFontMetrics(textFont(TextRole::Page)).horizontalAdvance(m_title);
    const int count = QFontMetrics(textFont(TextRole::Body)).horizontalAdvance(m_count);
    return QSize(title + kLabelGap + count + kTiny, qMax(kControl, lineHeight(TextRole::Page)));
}

QSize PageTitle::minimumSizeHint() const {
    return QSize(QFontMetrics(textFont(TextRole::Page)).horizontalAdvance(m_title.left(8)), sizeHint().height());
}

void PageTitle::paintEvent(QPaintEvent *) {
    QPainter painter(this);
    const Theme &theme = themeOf(this);
    const QFont page = textFont(TextRole::Page);
    const int baseline = centredBaseline(rect(), page);
    paintLine(&painter, rect(), baseline, m_title, {page, theme.text}, layoutDirection());
    const int taken = QFontMetrics(page).horizontalAdvance(m_title) + kLabelGap;
    const QRect rest = QStyle::visualRect(layoutDirection(), rect(), rect().adjusted(taken, 0, 0, 0));
    paintLine(&painter, rest, baseline, m_count, {textFont(TextRole::Body), theme.text3}, layoutDirection());
}

} // namespace kontor::ui
