#include "widgets/chip.h"

#include "theme/icon.h"
#include "theme/kontor_style.h"
#include "theme/metrics.h"
#include "theme/painting.h"
#include "theme/text_role.h"

#include <QKeyEvent>
#include <QPainter>
#include <QStyle>

namespace kontor::ui {

using namespace Qt::StringLiterals;
using namespace metrics;

namespace {
constexpr int kLettersAtLeast = 6;
} // namespace

ColourPair chipColours(ChipTone tone, const Theme &theme) { return theme.tags[size_t(tone)]; }

QSize chipSize(const QString &text, const QFont &font) {
    const QFontMetrics measure(font);
    return QSize(measure.horizontalAdvance(text) + 2 * kGap, qMax(kChip - kSmall, measure.height() + kTiny));
}

QRect paintChip(QPainter *painter, const QRect &rect, const QString &text, ChipTone tone, const Theme &theme,
                Qt::LayoutDirection direction) {
    const PainterState state(painter);
    const QFont font = textFont(TextRole::Caption);
    const QSize size = chipSize(text, font);
    QRect place(rect.left(), 0, qMin(size.width(), rect.width()), qMin(size.height(), rect.height()));
    place.moveTop(rect.top() + (rect.height() - place.height()) / 2);
    place = QStyle::visualRect(direction, rect, place);
    const ColourPair colours = chipColours(tone, theme);
    drawRounded(painter, place, place.height() / 2.0, colours.background, theme.highContrast ? theme.line : QColor());
    painter->setFont(font);
    painter->setPen(colours.foreground);
    const QFontMetrics measure(font);
    const QRect words = place.adjusted(kGap, 0, -kGap, 0);
    painter->drawText(words, Qt::AlignCenter | Qt::TextSingleLine, measure.elidedText(text, Qt::ElideRight, words.width() + 1));
    return place;
}

RemovableChip::RemovableChip(const QString &text, QWidget *parent) : QAbstractButton(parent) {
    setText(text);
    setAccessibleName(tr("%1, remove").arg(text));
    setAct(tr("Remove this filter"));
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    connect(this, &QAbstractButton::clicked, this, &RemovableChip::removed);
}

QSize RemovableChip::sizeHint() const {
    const QSize size = chipSize(text(), textFont(TextRole::Caption));
    return QSize(size.width() + kSmallIcon, qMax(kChip, size.height() + kSmall));
}

QSize RemovableChip::minimumSizeHint() const {
    const QSize size = sizeHint();
    return QSize(qMin(size.width(), chipSize(text().left(kLettersAtLeast), textFont(TextRole::Caption)).width() + kSmallIcon),
                 size.height());
}

QRect RemovableChip::words() const {
    return QStyle::visualRect(layoutDirection(), rect(), rect().adjusted(kGap, 0, -kSmallIcon - kGap, 0));
}

QString RemovableChip::shownText() const {
    return QFontMetrics(textFont(TextRole::Caption)).elidedText(text(), Qt::ElideRight, words().width() + 1);
}

void RemovableChip::setAct(const QString &act) {
    m_act = act;
    tellAct();
}

void RemovableChip::tellAct() { setToolTip(shownText() == text() ? m_act : tr("%1 – %2").arg(text(), m_act)); }

void RemovableChip::resizeEvent(QResizeEvent *event) {
    QAbstractButton::resizeEvent(event);
    tellAct();
}

void RemovableChip::paintEvent(QPaintEvent *) {
    QPainter painter(this);
    const Theme &theme = themeOf(this);
    const ColourPair colours = chipColours(ChipTone::Blue, theme);
    drawRounded(&painter, rect(), height() / 2.0, colours.background, hasFocus() ? theme.accent : QColor(), kFocusWidth);
    const QRect mark =
        QStyle::visualRect(layoutDirection(), rect(), QRect(width() - kSmallIcon - kSmall, 0, kSmallIcon, height()));
    painter.setFont(textFont(TextRole::Caption));
    painter.setPen(colours.foreground);
    painter.drawText(words(), QStyle::visualAlignment(layoutDirection(), Qt::AlignVCenter | Qt::AlignLeft) | Qt::TextSingleLine,
                     shownText());
    QRect box(0, 0, kLabelGap, kLabelGap);
    box.moveCenter(mark.center());
    Icon::paint(&painter, box, "close"_L1, colours.foreground);
}

void RemovableChip::keyPressEvent(QKeyEvent *event) {
    if (event->key() == Qt::Key_Delete || event->key() == Qt::Key_Backspace)
        return emit removed();
    QAbstractButton::keyPressEvent(event);
}

} // namespace kontor::ui
