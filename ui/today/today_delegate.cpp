#include "today/today_delegate.h"

#include "forms/task_form.h"
#include "interactions/outcome_bar.h"
#include "theme/icon.h"
#include "theme/kontor_style.h"
#include "theme/metrics.h"
#include "theme/painting.h"
#include "theme/text_role.h"
#include "today/day_choice.h"
#include "today/outcome_strip.h"
#include "today/today_model.h"
#include "today/today_view.h"
#include "widgets/formats.h"
#include "widgets/text_painting.h"

#include <QPainter>

namespace kontor::ui {

using namespace Qt::StringLiterals;
using namespace metrics;

namespace {

constexpr int kCheckBox = 18;
constexpr int kTitleRoom = 200; // the title wants this much at least before the days have room
constexpr int kTextStart = kPage + kCheckBox + kLabelGap + kSmallIcon + kGap;

} // namespace

struct TodayDelegate::Cell {
    QPainter *painter;
    const QStyleOptionViewItem &option;
    const TodayRow &row;
    const Theme &theme;
    QRect body;
    bool selected;

    QRect placed(const QRect &rect) const { return QStyle::visualRect(option.direction, option.rect, rect); }
    QColor text() const { return selected ? theme.selText : theme.text; }
    QColor second() const { return selected ? theme.selText2 : theme.text2; }
};

TodayDelegate::TodayDelegate(const TodayModel &model, TodayView &view)
    : QStyledItemDelegate(&view), m_model(model), m_view(view) {}

QStringList TodayDelegate::chipTexts(const Formats &formats) {
    QStringList texts;
    for (const DayChoice &choice : dayChoices(formats))
        texts << choice.text;
    return texts;
}

QString TodayDelegate::linkText() { return TodayView::tr("Postpone all to tomorrow"); }

QRect TodayDelegate::body(const QRect &row) const { return QRect(row.topLeft(), QSize(row.width(), cosyRowHeight())); }

int TodayDelegate::timeWidth() const {
    const Formats &formats = m_model.formats();
    const QFontMetrics words(textFont(TextRole::Body));
    int widest = words.horizontalAdvance(formats.dueDay(formats.today().addDays(-59)));
    widest = qMax(widest, words.horizontalAdvance(formats.dueDay(formats.today().addDays(-400))));
    return kSmallIcon + kGap + widest;
}

QSize TodayDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const {
    const TodayRow &row = m_model.row(index.row());
    const int width = m_view.viewport()->width();
    switch (row.kind) {
    case TodayRow::Kind::Heading: return {width, lineHeight(TextRole::Section) + kGap + (index.row() > 0 ? kPage : kSmall)};
    case TodayRow::Kind::Task: {
        const int strip = row.isAskingOutcome ? m_view.stripHeight(width - kTextStart - kPage) : 0;
        return {width, cosyRowHeight() + strip};
    }
    case TodayRow::Kind::Recent: return {width, cosyRowHeight()};
    default: return {width, qMax(kControl, lineHeight(TextRole::Body) + kLabelGap)};
    }
}

QRect TodayDelegate::checkRect(const QRect &row) const {
    const QRect area = body(row);
    const QRect box(area.left() + kPage, area.center().y() - kCheckBox / 2, kCheckBox, kCheckBox);
    return QStyle::visualRect(m_view.layoutDirection(), row, box);
}

QList<QRect> TodayDelegate::chipRects(const QRect &row) const {
    const QRect area = body(row);
    const QFontMetrics words(textFont(TextRole::Caption));
    const int height = qMax(kChip, words.height() + kSmall);
    QList<int> widths;
    int whole = 0;
    for (const QString &text : chipTexts(m_model.formats())) {
        widths << words.horizontalAdvance(text) + words.horizontalAdvance(u'0') + kSmall + 2 * kGap;
        whole += widths.last() + kSmall;
    }
    int left = area.right() + 1 - kPage - timeWidth() - kPane - whole;
    if (left - area.left() - kTextStart < kTitleRoom)
        return {};
    QList<QRect> rects;
    for (const int width : widths) {
        rects << QStyle::visualRect(m_view.layoutDirection(), row, QRect(left, area.center().y() - height / 2, width, height));
        left += width + kSmall;
    }
    return rects;
}

QRect TodayDelegate::linkRect(const QRect &row) const {
    const int width = QFontMetrics(textFont(TextRole::Body)).horizontalAdvance(linkText());
    const int height = lineHeight(TextRole::Body) + kSmall;
    return QStyle::visualRect(m_view.layoutDirection(), row,
                              QRect(row.right() + 1 - kPage - width, row.bottom() + 1 - height - kTiny, width, height));
}

void TodayDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const {
    const PainterState state(painter);
    const Cell cell{painter,
                    option,
                    m_model.row(index.row()),
                    themeOf(&m_view),
                    body(option.rect),
                    option.state.testFlag(QStyle::State_Selected)};
    if (cell.row.kind == TodayRow::Kind::Heading)
        return paintHeading(cell);
    paintBackground(cell);
    if (cell.row.kind == TodayRow::Kind::Task)
        paintTask(cell);
    else
        paintPlain(cell);
}

void TodayDelegate::paintBackground(const Cell &cell) const {
    const QRect &rect = cell.option.rect;
    if (cell.selected)
        cell.painter->fillRect(rect, cell.option.palette.color(m_view.isActiveWindow() ? QPalette::Active : QPalette::Inactive,
                                                               QPalette::Highlight));
    else if (cell.option.state.testFlag(QStyle::State_MouseOver))
        cell.painter->fillRect(rect, cell.theme.hover);
    if (cell.row.kind == TodayRow::Kind::Task)
        cell.painter->fillRect(QRect(rect.left(), rect.bottom(), rect.width(), kHair), cell.theme.line);
    if (!cell.selected)
        return;
    cell.painter->fillRect(cell.placed(QRect(rect.left(), rect.top(), kCurrentBar, rect.height() - kHair)), cell.theme.accent);
    if (m_view.hasFocus())
        drawRounded(cell.painter, rect.adjusted(kTiny, kTiny, -kTiny, -kTiny - kHair), kSmall, {}, cell.theme.accent,
                    kFocusWidth);
}

void TodayDelegate::paintHeading(const Cell &cell) const {
    const QFont font = textFont(TextRole::Section);
    const int height = lineHeight(TextRole::Section) + kSmall;
    const QRect &rect = cell.option.rect;
    const QRect words(rect.left() + kPage, rect.bottom() + 1 - height - kTiny, rect.width() - 2 * kPage, height);
    const QColor colour = cell.row.isLate ? cell.theme.bad.foreground : cell.theme.text2;
    paintLine(cell.painter, cell.placed(words), centredBaseline(words, font), cell.row.text, {font, colour},
              cell.option.direction);
    if (!cell.row.isLate || m_view.isReadOnly())
        return;
    const QRect link = linkRect(rect);
    const QFont body = textFont(TextRole::Body);
    paintLine(cell.painter, link, centredBaseline(link, body), linkText(), {body, cell.theme.accent}, cell.option.direction);
}

void TodayDelegate::paintCheck(const Cell &cell) const {
    const QRect box = checkRect(cell.option.rect);
    if (cell.row.task.isDone) {
        drawRounded(cell.painter, box, kSmall, cell.theme.accent);
        drawCheck(cell.painter, box, cell.theme.onAccent);
    } else {
        drawRounded(cell.painter, box, kSmall, cell.theme.surface,
                    cell.row.isLate ? cell.theme.bad.foreground : cell.theme.lineStrong);
    }
}

void TodayDelegate::paintTask(const Cell &cell) const {
    paintCheck(cell);
    const TaskRow &task = cell.row.task;
    const QRect &area = cell.body;
    const int iconLeft = area.left() + kPage + kCheckBox + kLabelGap;
    const QList<QRect> chips =
        cell.selected && !task.isDone && !m_view.isReadOnly() ? chipRects(cell.option.rect) : QList<QRect>();
    const QRect firstChip = chips.isEmpty() ? QRect() : cell.placed(chips.first());
    const int end = chips.isEmpty() ? area.right() + 1 - kPage - timeWidth() - kPane : firstChip.left() - kPane;
    const QRect words(area.left() + kTextStart, area.top(), end - area.left() - kTextStart, area.height() - kHair);

    QFont title = textFont(task.isDone ? TextRole::Body : TextRole::Strong);
    title.setStrikeOut(task.isDone);
    const TextLine first{title, task.isDone ? cell.second() : cell.text()};
    const QString under = taskUnder(task);
    const int one = lineHeight(TextRole::Strong);
    const int two = under.isEmpty() ? 0 : lineHeight(TextRole::Caption);
    const QRect line(words.left(), words.top() + (words.height() - one - two) / 2, words.width(), one);
    const int baseline = centredBaseline(line, title);
    paintLine(cell.painter, cell.placed(line), baseline, cell.row.text, first, cell.option.direction);
    paintRepeat(cell, line, baseline, title);
    if (!under.isEmpty())
        paintUnder(cell, QRect(line.left(), line.bottom() + 1, line.width(), two), under);
    const int middle = baseline - QFontMetrics(title).capHeight() / 2;
    const bool isRefused = !taskRefusal(task).isEmpty();
    Icon::paint(cell.painter, cell.placed(QRect(iconLeft, middle - kSmallIcon / 2, kSmallIcon, kSmallIcon)),
                isRefused ? "warning"_L1 : taskIcon(task.kind), isRefused ? cell.theme.bad.foreground : cell.second(),
                cell.option.direction == Qt::RightToLeft);
    paintTime(cell);
    paintChips(cell);
}

// What forbids the call stands first, where it is not elided.
void TodayDelegate::paintUnder(const Cell &cell, const QRect &line, const QString &under) const {
    const QFont font = textFont(TextRole::Caption);
    const int baseline = centredBaseline(line, font);
    const QString refusal = taskRefusal(cell.row.task);
    QRect rest = line;
    if (!refusal.isEmpty()) {
        paintLine(cell.painter, cell.placed(line), baseline, refusal, {font, cell.theme.bad.foreground}, cell.option.direction);
        rest.setLeft(line.left() + QFontMetrics(font).horizontalAdvance(refusal) + kLabelGap);
    }
    paintLine(cell.painter, cell.placed(rest), baseline, under, {font, cell.second()}, cell.option.direction);
}

// Behind the title: this one comes again. In words it stands in the tool tip.
void TodayDelegate::paintRepeat(const Cell &cell, const QRect &line, int baseline, const QFont &title) const {
    const int left = line.left() + QFontMetrics(title).horizontalAdvance(cell.row.text) + kGap;
    if (cell.row.task.repeat.isEmpty() || left + kSmallIcon > line.right())
        return;
    const QRect mark(left, baseline - QFontMetrics(title).capHeight() / 2 - kSmallIcon / 2, kSmallIcon, kSmallIcon);
    Icon::paint(cell.painter, cell.placed(mark), "refresh"_L1, cell.second());
}

void TodayDelegate::paintTime(const Cell &cell) const {
    const QString words = taskTime(cell.row.task, m_model.formats());
    if (words.isEmpty())
        return;
    const QFont font = textFont(TextRole::Body);
    const int width = timeWidth();
    const QRect area(cell.body.right() + 1 - kPage - width, cell.body.top(), width, cell.body.height() - kHair);
    const int baseline = centredBaseline(area, font);
    const QColor colour = cell.row.isLate ? cell.theme.bad.foreground : cell.text();
    const QRect icon(area.left(), baseline - QFontMetrics(font).capHeight() / 2 - kSmallIcon / 2, kSmallIcon, kSmallIcon);
    Icon::paint(cell.painter, cell.placed(icon), cell.row.isLate ? "warning"_L1 : "clock"_L1,
                cell.row.isLate ? colour : cell.second());
    paintLine(cell.painter, cell.placed(area.adjusted(kSmallIcon + kGap, 0, 0, 0)), baseline, words, {font, colour},
              cell.option.direction);
}

void TodayDelegate::paintChips(const Cell &cell) const {
    if (!cell.selected || cell.row.task.isDone || m_view.isReadOnly())
        return;
    const QList<QRect> rects = chipRects(cell.option.rect);
    const QStringList texts = chipTexts(m_model.formats());
    const QFont font = textFont(TextRole::Caption);
    const QFontMetrics measure(font);
    for (qsizetype i = 0; i < rects.size(); ++i) {
        const QRect &chip = rects[i];
        drawRounded(cell.painter, chip, chip.height() / 2.0, cell.theme.surface, cell.theme.lineStrong);
        const int baseline = centredBaseline(chip, font);
        const QRect inner = chip.adjusted(kGap, 0, -kGap, 0);
        const int number = measure.horizontalAdvance(u'0') + kSmall;
        paintLine(cell.painter, inner, baseline, m_view.locale().toString(i + 1), {font, cell.theme.text3},
                  cell.option.direction);
        const QRect words = QStyle::visualRect(cell.option.direction, inner, inner.adjusted(number, 0, 0, 0));
        paintLine(cell.painter, words, baseline, texts[i], {font, cell.theme.text}, cell.option.direction);
    }
}

void TodayDelegate::paintPlain(const Cell &cell) const {
    const TodayRow &row = cell.row;
    const QFont body = textFont(TextRole::Body);
    const QRect area = cell.option.rect.adjusted(kPage, 0, -kPage, -kHair);
    const int baseline = centredBaseline(area, body);
    const bool isLink = row.kind == TodayRow::Kind::More;
    const QColor colour = cell.selected ? cell.theme.selText : isLink ? cell.theme.accent : cell.theme.text;
    int start = 0;
    if (row.kind != TodayRow::Kind::More) {
        const auto icon = row.kind == TodayRow::Kind::Recent     ? "person"_L1
                          : row.kind == TodayRow::Kind::Sentence ? "check"_L1
                                                                 : "segments"_L1;
        const QRect mark(area.left(), baseline - QFontMetrics(body).capHeight() / 2 - kSmallIcon / 2, kSmallIcon, kSmallIcon);
        Icon::paint(cell.painter, cell.placed(mark), icon,
                    row.kind == TodayRow::Kind::Sentence ? cell.theme.good.foreground : cell.second());
        start = kSmallIcon + kLabelGap;
    }
    const QRect words = area.adjusted(start, 0, 0, 0);
    paintLine(cell.painter, cell.placed(words), baseline, row.text, {body, colour}, cell.option.direction);
    if (row.detail.isEmpty() || row.kind == TodayRow::Kind::Hint)
        return;
    const int taken = QFontMetrics(body).horizontalAdvance(row.text) + kLabelGap;
    paintLine(cell.painter, cell.placed(words.adjusted(taken, 0, 0, 0)), baseline, row.detail,
              {textFont(TextRole::Caption), cell.second()}, cell.option.direction);
}

QWidget *TodayDelegate::createEditor(QWidget *parent, const QStyleOptionViewItem &, const QModelIndex &index) const {
    auto *strip = new OutcomeStrip(m_model.formats(), parent);
    TodayView *view = &m_view;
    connect(strip->bar(), &OutcomeBar::chosen, view, [view, task = m_model.row(index.row()).task.id](const QString &outcome) {
        if (!outcome.isEmpty())
            emit view->outcomeChosen(task, outcome);
    });
    return strip;
}

void TodayDelegate::updateEditorGeometry(QWidget *editor, const QStyleOptionViewItem &option, const QModelIndex &) const {
    const QRect row = option.rect;
    const int top = row.top() + cosyRowHeight();
    editor->setGeometry(
        QStyle::visualRect(m_view.layoutDirection(), row,
                           QRect(row.left() + kTextStart, top, row.width() - kTextStart - kPage, row.bottom() - kTiny - top)));
}

} // namespace kontor::ui
