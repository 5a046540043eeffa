#include "widgets/page_title.h"

#include "theme/kontor_style.h"
#include "theme/metrics.h"
#include "theme/text_role.h"
#include "widgets/text_painting.h"

namespace kontor::ui {

using namespace metrics;

namespace {
constexpr int kLettersAtLeast = 8;
} // namespace

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
    tellWhole();
    updateGeometry();
    update();
}

int PageTitle::widthOf(const QString &title, TextRole role) const {
    const int count = QFontMetrics(textFont(TextRole::Body)).horizontalAdvance(m_count);
    return QFontMetrics(textFont(role)).horizontalAdvance(title) + kLabelGap + count + kTiny;
}

QSize PageTitle::sizeHint() const { return QSize(widthOf(m_title, TextRole::Page), qMax(kControl, lineHeight(TextRole::Page))); }

QSize PageTitle::minimumSizeHint() const {
    return QSize(widthOf(m_title.left(kLettersAtLeast), TextRole::Title), sizeHint().height());
}

// Where the title is cut, a tool tip has all of it.
void PageTitle::tellWhole() { setToolTip(widthOf(m_title, TextRole::Title) > width() ? accessibleName() : QString()); }

void PageTitle::resizeEvent(QResizeEvent *event) {
    QWidget::resizeEvent(event);
    tellWhole();
}

// The count is never cut; where both have no room the title is smaller, and then elided.
TextRole PageTitle::role() const { return sizeHint().width() <= width() ? TextRole::Page : TextRole::Title; }

void PageTitle::paintEvent(QPaintEvent *) {
    QPainter painter(this);
    const Theme &theme = themeOf(this);
    const QFont page = textFont(role());
    const QFont body = textFont(TextRole::Body);
    const int baseline = centredBaseline(rect(), page);
    const int count = m_count.isEmpty() ? 0 : QFontMetrics(body).horizontalAdvance(m_count) + kTiny;
    const QRect words = rect().adjusted(0, 0, m_count.isEmpty() ? 0 : -count - kLabelGap, 0);
    paintLine(&painter, QStyle::visualRect(layoutDirection(), rect(), words), baseline, m_title, {page, theme.text},
              layoutDirection());
    const int taken = qMin(QFontMetrics(page).horizontalAdvance(m_title), words.width()) + kLabelGap;
    const QRect rest = QStyle::visualRect(layoutDirection(), rect(), rect().adjusted(taken, 0, 0, 0));
    paintLine(&painter, rest, baseline, m_count, {body, theme.text3}, layoutDirection());
}

} // namespace kontor::ui
