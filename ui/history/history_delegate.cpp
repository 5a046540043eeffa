#include "history/history_delegate.h"

#include "history/history_model.h"
#include "history/history_words.h"
#include "theme/icon.h"
#include "theme/kontor_style.h"
#include "theme/metrics.h"
#include "theme/painting.h"
#include "theme/text_role.h"
#include "widgets/formats.h"
#include "widgets/text_painting.h"

#include <QPainter>
#include <QTreeView>

namespace kontor::ui {

using namespace Qt::StringLiterals;
using namespace metrics;
using Kind = HistoryModel::Kind;

namespace {

constexpr int kWhoMost = 140;
constexpr int kArrow = 12;

int advance(TextRole role, const QString &text) { return QFontMetrics(textFont(role)).horizontalAdvance(text); }

} // namespace

struct HistoryDelegate::Line {
    Kind kind = Kind::Act;
    QString time;
    QString who;
    QString what;
    QString detail;
    QString before;
    QString after;
    QString answer;
    bool hasValues = false;
    bool isTakenBack = false;
    bool hasSecondLine() const { return hasValues || !detail.isEmpty(); }
};

struct HistoryDelegate::Look {
    const Theme &theme;
    QColor text;
    QColor second;
    QColor third;
    QColor link;
    Qt::LayoutDirection direction;
};

HistoryDelegate::HistoryDelegate(const HistoryModel &model, QTreeView &view)
    : QStyledItemDelegate(&view), m_model(model), m_view(view) {}

HistoryDelegate::Line HistoryDelegate::lineOf(const QModelIndex &index) const {
    Line line;
    line.kind = m_model.kindOf(index);
    const Formats &formats = m_model.formats();
    if (line.kind == Kind::Act) {
        const history::Act &act = *m_model.actAt(index);
        const ActWords words = actWords(act, formats);
        line.time = words.time;
        line.who = words.who;
        line.what = words.what;
        line.detail = words.detail;
        line.before = words.before;
        line.after = words.after;
        line.hasValues = words.hasValues;
        line.answer = words.answer;
        line.isTakenBack = act.isTakenBack();
    } else if (line.kind == Kind::Change) {
        const history::ChangeLine &change = *m_model.lineAt(index);
        const ChangeWords words = changeWords(change, m_model.namesCustomer(index), formats);
        line.what = words.what;
        line.before = words.before;
        line.after = words.after;
        line.hasValues = words.hasValues;
        line.answer = answerWords(change);
    } else {
        line.what = index.data().toString();
    }
    return line;
}

int HistoryDelegate::timeWidth() const {
    return advance(TextRole::Body, m_model.formats().time(QTime(22, 58))) + kLabelGap;
}

int HistoryDelegate::whoWidth() const { return kWhoMost * lineHeight(TextRole::Body) / 18; }

QSize HistoryDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const {
    const int width = m_view.viewport()->width();
    if (m_model.kindOf(index) == Kind::Day)
        return {width, lineHeight(TextRole::Section) + kPane + kSmall};
    return {width, lineOf(index).hasSecondLine() ? cosyRowHeight() : compactRowHeight() + kSmall};
}

QRect HistoryDelegate::chevronRect(const QRect &row, const QModelIndex &index) const {
    if (!m_model.hasChildren(index))
        return {};
    return QStyle::visualRect(m_view.layoutDirection(), row, QRect(row.left() + kSmall, row.top(), kPage, row.height()));
}

QRect HistoryDelegate::answerRect(const QRect &row, const QModelIndex &index) const {
    const QString answer = lineOf(index).answer;
    if (answer.isEmpty())
        return {};
    const int width = advance(TextRole::Body, answer) + 2 * kLabelGap;
    return QStyle::visualRect(m_view.layoutDirection(), row, QRect(row.right() + 1 - width, row.top(), width, row.height()));
}

void HistoryDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const {
    const PainterState state(painter);
    QRect row = option.rect; // without the indentation of the tree: the columns stand under each other
    row.setLeft(0);
    row.setRight(m_view.viewport()->width() - 1);
    if (m_model.kindOf(index) == Kind::Day)
        return paintDay(painter, row, index);
    QStyleOptionViewItem whole = option;
    whole.rect = row;
    paintBackground(painter, whole, index);
    const Theme &theme = themeOf(&m_view);
    const bool isSelected = option.state.testFlag(QStyle::State_Selected);
    const Look look{theme,
                    isSelected ? theme.selText : theme.text,
                    isSelected ? theme.selText2 : theme.text2,
                    isSelected ? theme.selText2 : theme.text3,
                    isSelected ? theme.selText : theme.accent,
                    m_view.layoutDirection()};
    if (const QRect chevron = chevronRect(row, index); !chevron.isNull()) {
        QRect mark(0, 0, kSmallIcon, kSmallIcon);
        mark.moveCenter(chevron.center());
        Icon::paint(painter, mark, m_view.isExpanded(index) ? "chevron-down"_L1 : "chevron-end"_L1, look.third,
                    look.direction == Qt::RightToLeft);
    }
    const Line line = lineOf(index);
    paintWords(painter, row, line, look);
    const QRect answer = answerRect(row, index).adjusted(kLabelGap, 0, -kLabelGap, 0);
    const QFont body = textFont(TextRole::Body);
    paintLine(painter, answer, centredBaseline(answer, body), line.answer, {body, look.link}, look.direction);
}

void HistoryDelegate::paintDay(QPainter *painter, const QRect &row, const QModelIndex &index) const {
    const QFont font = textFont(TextRole::Section);
    const QRect words = row.adjusted(kLabelGap, kGap, -kLabelGap, 0);
    paintLine(painter, words, centredBaseline(words, font), index.data().toString(), {font, themeOf(&m_view).text2},
              m_view.layoutDirection());
}

void HistoryDelegate::paintBackground(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const {
    const Theme &theme = themeOf(&m_view);
    const bool isSelected = option.state.testFlag(QStyle::State_Selected);
    if (isSelected)
        painter->fillRect(option.rect, theme.sel);
    else if (option.state.testFlag(QStyle::State_MouseOver))
        painter->fillRect(option.rect, theme.hover);
    painter->fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), kHair), theme.line);
    if (m_view.currentIndex() != index)
        return;
    if (isSelected)
        painter->fillRect(QStyle::visualRect(m_view.layoutDirection(), option.rect,
                                             QRect(option.rect.left(), option.rect.top(), kCurrentBar, option.rect.height())),
                          theme.accent);
    if (m_view.hasFocus())
        drawRounded(painter, option.rect.adjusted(kTiny, kTiny, -kTiny, -kTiny), kSmall, {}, theme.accent, kFocusWidth);
}

void HistoryDelegate::paintWords(QPainter *painter, const QRect &row, const Line &line, const Look &look) const {
    const auto mirrored = [&](const QRect &rect) { return QStyle::visualRect(look.direction, row, rect); };
    const QFont body = textFont(TextRole::Body);
    const QFont caption = textFont(TextRole::Caption);
    const int answer = line.answer.isEmpty() ? kLabelGap : advance(TextRole::Body, line.answer) + 2 * kLabelGap;
    const int time = row.left() + kPage + kSmall;
    const int who = time + timeWidth();
    const int what = line.kind == Kind::Act ? who + whoWidth() + kLabelGap : who;
    const int first = lineHeight(TextRole::Body);
    const int second = line.hasSecondLine() ? lineHeight(TextRole::Caption) : 0;
    const int top = row.top() + (row.height() - first - second) / 2;
    const QRect space(what, top, qMax(0, row.right() + 1 - answer - what), first);
    const int baseline = centredBaseline(space, body);
    paintLine(painter, mirrored(QRect(time, top, timeWidth() - kLabelGap, first)), baseline, line.time, {body, look.third},
              look.direction);
    paintLine(painter, mirrored(QRect(who, top, whoWidth(), first)), baseline, line.who, {body, look.second}, look.direction);
    paintLine(painter, mirrored(space), baseline, line.what,
              {body, line.isTakenBack          ? look.third
                     : line.kind == Kind::More ? look.link
                                               : look.text},
              look.direction);
    if (!line.hasSecondLine())
        return;
    const QRect below(space.left(), top + first, space.width(), second);
    if (line.hasValues)
        paintValues(painter, below, row, line, look);
    else
        paintLine(painter, mirrored(below), centredBaseline(below, caption), line.detail, {caption, look.second}, look.direction);
}

// Long values share the room, the new one first.
void HistoryDelegate::paintValues(QPainter *painter, QRect space, const QRect &row, const Line &line, const Look &look) const {
    const auto mirrored = [&](const QRect &rect) { return QStyle::visualRect(look.direction, row, rect); };
    const QFont caption = textFont(TextRole::Caption);
    QFont struck = caption;
    struck.setStrikeOut(true);
    const int baseline = centredBaseline(space, caption);
    if (line.isTakenBack) {
        const QString words = tr("Taken back");
        const int width = qMin(space.width(), advance(TextRole::Caption, words));
        paintLine(painter, mirrored(QRect(space.left(), space.top(), width, space.height())), baseline, words,
                  {caption, look.third}, look.direction);
        space.setLeft(space.left() + width + kLabelGap);
    }
    const QString nothing = tr("empty");
    const QString before = line.before.isEmpty() ? nothing : line.before;
    const QString after = line.after.isEmpty() ? nothing : line.after;
    const int room = space.width() - kArrow - 2 * kGap;
    const int afterWidth = qMin(advance(TextRole::Caption, after), qMax(room / 2, room - advance(TextRole::Caption, before)));
    const int beforeWidth = qMin(advance(TextRole::Caption, before), room - afterWidth);
    QRect part(space.left(), space.top(), beforeWidth, space.height());
    paintLine(painter, mirrored(part), baseline, before, {line.before.isEmpty() ? caption : struck, look.third}, look.direction);
    QRect arrow(part.right() + 1 + kGap, space.center().y() - kArrow / 2, kArrow, kArrow);
    Icon::paint(painter, mirrored(arrow), "chevron-end"_L1, look.third, look.direction == Qt::RightToLeft);
    part = QRect(arrow.right() + 1 + kGap, space.top(), afterWidth, space.height());
    paintLine(painter, mirrored(part), baseline, after, {caption, look.text}, look.direction);
}

} // namespace kontor::ui
