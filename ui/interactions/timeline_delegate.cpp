#include "interactions/timeline_delegate.h"

#include "interactions/timeline_heading.h"
#include "interactions/timeline_model.h"
#include "interactions/timeline_text.h"
#include "search/text_marks.h"
#include "theme/icon.h"
#include "theme/kontor_style.h"
#include "theme/metrics.h"
#include "theme/painting.h"
#include "theme/text_role.h"
#include "widgets/text_painting.h"

#include <QAbstractItemView>
#include <QKeyEvent>
#include <QPlainTextEdit>

namespace kontor::ui {

using namespace Qt::StringLiterals;
using namespace metrics;

namespace {

constexpr int kLinesAtFirst = 4;
constexpr int kAllLines = 10'000;
constexpr int kDisc = 28;
constexpr int kCheckBox = 18;
constexpr int kEditorLines = 4;

int bodyHeight() { return lineHeight(TextRole::Body); }

} // namespace

// Where the parts of a row are, already mirrored.
struct TimelineDelegate::Places {
    QRect mark;
    QRect title;
    QRect time;
    QRect text;
    QRect more;
    int height = 0;
};

struct TimelineDelegate::Look {
    const Theme &theme;
    TimelineWords words;
    bool isSelected;
    QColor text;
    QColor second;
    QColor third;
};

TimelineDelegate::TimelineDelegate(const TimelineModel &model, QAbstractItemView &view)
    : QStyledItemDelegate(&view), m_model(model), m_view(view) {}

void TimelineDelegate::forgetHeights() const { m_heights.clear(); }

TimelineDelegate::Places TimelineDelegate::places(const QRect &row, const TimelineEntry &entry) const {
    const TimelineWords words = timelineWords(entry, m_model.formats());
    const Qt::LayoutDirection direction = m_view.layoutDirection();
    Places places;
    const int left = row.left() + kPane + kDisc + kLabelGap;
    const int width = qMax(kPage, row.right() + 1 - kPane - left);
    const int line = lineHeight(TextRole::Strong);
    const int top = row.top() + kGap;
    const int timeWidth = qMin(QFontMetrics(textFont(TextRole::Caption)).horizontalAdvance(words.time), width / 2);
    places.mark = QRect(row.left() + kPane, top, kDisc, kDisc);
    places.title = QRect(left, top, width - timeWidth - kLabelGap, line);
    places.time = QRect(left + width - timeWidth, top, timeWidth, line);
    int bottom = top + line;
    if (!words.text.isEmpty()) {
        const WrappedText text(words.text, textFont(TextRole::Body), width, direction);
        const int lines = isWhole(entry) ? kAllLines : kLinesAtFirst;
        places.text = QRect(left, bottom + kTiny, width, text.height(lines));
        bottom = places.text.bottom() + 1;
        if (text.lineCount() > kLinesAtFirst && m_model.content().shown.search.isEmpty()) {
            places.more = QRect(left, bottom, width, bodyHeight());
            bottom = places.more.bottom() + 1;
        }
    }
    if (entry.kind == TimelineEntry::Kind::Merged && !m_model.isReadOnly()) {
        places.more = QRect(left, bottom, width, bodyHeight());
        bottom = places.more.bottom() + 1;
    }
    places.height = qMax(bottom, places.mark.bottom() + 1) + kGap - row.top();
    for (QRect *part : {&places.mark, &places.title, &places.time, &places.text, &places.more})
        if (!part->isNull())
            *part = QStyle::visualRect(direction, row, *part);
    return places;
}

int TimelineDelegate::measured(const TimelineEntry &entry) const {
    if (entry.kind == TimelineEntry::Kind::Heading)
        return TimelineHeading::fullHeight();
    return places(QRect(0, 0, m_view.viewport()->width(), 0), entry).height;
}

QSize TimelineDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const {
    const int width = m_view.viewport()->width();
    const bool isSearched = !m_model.content().shown.search.isEmpty(); // then texts are shown whole
    const QString valid = QString::number(width) + textFont(TextRole::Body).key() + (isSearched ? u"+"_s : QString());
    if (valid != m_heightsFor) {
        m_heights.clear();
        m_heightsFor = valid;
    }
    const TimelineEntry &entry = m_model.row(index.row());
    const QByteArray key = entry.key + (entry.isExpanded ? '+' : ' ') + QByteArray::number(entry.version());
    const auto known = m_heights.constFind(key);
    const int height = known != m_heights.cend() ? *known : *m_heights.insert(key, measured(entry));
    return QSize(width, height);
}

// What was searched for must be seen.
bool TimelineDelegate::isWhole(const TimelineEntry &entry) const {
    return entry.isExpanded || !m_model.content().shown.search.isEmpty();
}

QList<QTextLayout::FormatRange> TimelineDelegate::formats(const QString &text) const {
    const Theme &theme = themeOf(&m_view);
    QList<QTextLayout::FormatRange> formats;
    for (const TextLink &link : textLinks(text)) {
        QTextCharFormat format;
        format.setForeground(theme.accent);
        format.setFontUnderline(true);
        formats.append({int(link.start), int(link.length), format});
    }
    if (const QString words = m_model.content().shown.search; !words.isEmpty())
        for (const search::Mark &mark : search::marksOfWords(text, search::parseQuery(words))) {
            QTextCharFormat format;
            format.setBackground(theme.hit.background);
            format.setForeground(theme.hit.foreground);
            formats.append({int(mark.start), int(mark.length), format});
        }
    return formats;
}

std::optional<TextLink> TimelineDelegate::linkAt(const QRect &row, const QModelIndex &index, const QPoint &position) const {
    const TimelineEntry &entry = m_model.row(index.row());
    if (entry.kind != TimelineEntry::Kind::Happened)
        return std::nullopt;
    const Places at = places(row, entry);
    if (!at.text.contains(position))
        return std::nullopt;
    const QString words = timelineWords(entry, m_model.formats()).text;
    const WrappedText text(words, textFont(TextRole::Body), at.text.width(), m_view.layoutDirection());
    const int letter = text.positionAt(position - at.text.topLeft());
    for (const TextLink &link : textLinks(words))
        if (letter >= link.start && letter < link.start + link.length)
            return link;
    return std::nullopt;
}

bool TimelineDelegate::isLong(const QModelIndex &index) const {
    const QRect row(0, 0, m_view.viewport()->width(), 0);
    const TimelineEntry &entry = m_model.row(index.row());
    return entry.kind != TimelineEntry::Kind::Merged && !places(row, entry).more.isNull();
}

TimelineDelegate::Part TimelineDelegate::partAt(const QRect &row, const QModelIndex &index, const QPoint &position) const {
    const TimelineEntry &entry = m_model.row(index.row());
    if (entry.kind == TimelineEntry::Kind::Heading)
        return Part::None;
    const Places found = places(row, entry);
    if (entry.kind == TimelineEntry::Kind::Planned && found.mark.contains(position))
        return Part::Mark;
    if (!found.more.contains(position))
        return Part::None;
    return entry.kind == TimelineEntry::Kind::Merged ? Part::Split : Part::More;
}

void TimelineDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const {
    const PainterState state(painter);
    const TimelineEntry &entry = m_model.row(index.row());
    if (entry.kind == TimelineEntry::Kind::Heading)
        return TimelineHeading::paintWords(painter, option.rect, entry.heading, m_view);
    const Theme &theme = themeOf(&m_view);
    const bool isSelected = option.state.testFlag(QStyle::State_Selected);
    const Look look{theme,
                    timelineWords(entry, m_model.formats()),
                    isSelected,
                    isSelected ? theme.selText : theme.text,
                    isSelected ? theme.selText2 : theme.text2,
                    isSelected ? theme.selText2 : theme.text3};
    paintBackground(painter, option, index);
    const Places at = places(option.rect, entry);
    paintMark(painter, at, entry, look);
    const QFont strong = textFont(TextRole::Strong);
    const QFont caption = textFont(TextRole::Caption);
    const int baseline = centredBaseline(at.title, strong);
    const Qt::LayoutDirection direction = m_view.layoutDirection();
    const bool isAnOffer = entry.kind == TimelineEntry::Kind::Unread && !isSelected;
    paintLine(painter, at.title, baseline, look.words.title, {strong, isAnOffer ? theme.accent : look.text}, direction);
    paintLine(painter, at.time, baseline, look.words.time, {caption, look.words.isLate ? theme.bad.foreground : look.third},
              direction);
    if (!at.text.isNull()) {
        const WrappedText text(look.words.text, textFont(TextRole::Body), at.text.width(), direction, formats(look.words.text));
        text.draw(painter, at.text.topLeft(), isWhole(entry) ? kAllLines : kLinesAtFirst, look.second);
    }
    if (!at.more.isNull()) {
        const QFont body = textFont(TextRole::Body);
        const QString words = entry.kind == TimelineEntry::Kind::Merged ? tr("Split again")
                              : entry.isExpanded                        ? tr("Less")
                                                                        : tr("More");
        paintLine(painter, at.more, centredBaseline(at.more, body), words,
                  {body, isSelected ? look.text : theme.accent}, direction);
    }
}

void TimelineDelegate::paintBackground(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const {
    const Theme &theme = themeOf(&m_view);
    const QRect rect = option.rect;
    if (option.state.testFlag(QStyle::State_Selected))
        painter->fillRect(
            rect, option.palette.color(m_view.isActiveWindow() ? QPalette::Active : QPalette::Inactive, QPalette::Highlight));
    else if (option.state.testFlag(QStyle::State_MouseOver))
        painter->fillRect(rect, theme.hover);
    if (m_view.currentIndex() != index)
        return;
    if (option.state.testFlag(QStyle::State_Selected))
        painter->fillRect(
            QStyle::visualRect(m_view.layoutDirection(), rect, QRect(rect.left(), rect.top(), kCurrentBar, rect.height())),
            theme.accent);
    if (m_view.hasFocus())
        drawRounded(painter, rect.adjusted(kTiny, kTiny, -kTiny, -kTiny), kSmall, {}, theme.accent, kFocusWidth);
}

void TimelineDelegate::paintMark(QPainter *painter, const Places &at, const TimelineEntry &entry, const Look &look) const {
    const Theme &theme = look.theme;
    if (entry.kind == TimelineEntry::Kind::Planned && !m_model.isReadOnly()) {
        QRect box(0, 0, kCheckBox, kCheckBox);
        box.moveCenter(at.mark.center());
        drawRounded(painter, box, kSmall, theme.surface, look.words.isLate ? theme.bad.foreground : theme.lineStrong);
        return;
    }
    const ColourPair colours = theme.tags[entry.kind == TimelineEntry::Kind::Bought ? 4 : 0];
    drawRounded(painter, at.mark, kDisc / 2.0, colours.background);
    QRect icon(0, 0, kSmallIcon, kSmallIcon);
    icon.moveCenter(at.mark.center());
    Icon::paint(painter, icon, look.words.icon, colours.foreground, m_view.isRightToLeft());
}

QWidget *TimelineDelegate::createEditor(QWidget *parent, const QStyleOptionViewItem &, const QModelIndex &) const {
    auto *editor = new QPlainTextEdit(parent);
    editor->setAccessibleName(tr("Text of the entry"));
    editor->setTabChangesFocus(true);
    return editor;
}

// Only once: news that arrive meanwhile do not touch what is being typed.
void TimelineDelegate::setEditorData(QWidget *editor, const QModelIndex &index) const {
    auto *edit = qobject_cast<QPlainTextEdit *>(editor);
    if (!edit || edit->document()->isModified() || !edit->toPlainText().isEmpty())
        return;
    edit->setPlainText(index.data(Qt::EditRole).toString());
    edit->moveCursor(QTextCursor::End);
}

void TimelineDelegate::setModelData(QWidget *editor, QAbstractItemModel *model, const QModelIndex &index) const {
    if (const auto *edit = qobject_cast<QPlainTextEdit *>(editor))
        model->setData(index, edit->toPlainText(), Qt::EditRole);
}

void TimelineDelegate::updateEditorGeometry(QWidget *editor, const QStyleOptionViewItem &option, const QModelIndex &index) const {
    const Places at = places(option.rect, m_model.row(index.row()));
    QRect rect = at.text.isNull() ? at.title.translated(0, at.title.height()) : at.text;
    rect.setWidth(at.title.united(at.time).width());
    rect.setHeight(qMax(rect.height(), kEditorLines * bodyHeight()) + kLabelGap);
    rect.moveLeft(at.title.united(at.time).left());
    rect.moveBottom(qMin(rect.bottom(), qMax(rect.height(), m_view.viewport()->height()) - 1));
    editor->setGeometry(rect);
}

// Enter makes a new line here; Ctrl+Enter and leaving save, Esc gives the old text back.
bool TimelineDelegate::eventFilter(QObject *watched, QEvent *event) {
    auto *editor = qobject_cast<QPlainTextEdit *>(watched);
    if (!editor || event->type() != QEvent::KeyPress)
        return QStyledItemDelegate::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    if (key->key() == Qt::Key_Escape) {
        emit closeEditor(editor, RevertModelCache);
        return true;
    }
    const bool isEnter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
    if (isEnter && key->modifiers().testFlag(Qt::ControlModifier)) {
        emit commitData(editor);
        emit closeEditor(editor, NoHint);
        return true;
    }
    return false;
}

} // namespace kontor::ui
