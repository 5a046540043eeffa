#include "customers/card_fields_delegate.h"

#include "base/fold.h"
#include "customers/card_fields_model.h"
#include "interactions/timeline_text.h"
#include "theme/icon.h"
#include "theme/kontor_style.h"
#include "theme/metrics.h"
#include "theme/painting.h"
#include "theme/text_role.h"
#include "widgets/bidi.h"
#include "widgets/text_painting.h"

#include <QComboBox>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTreeView>

namespace kontor::ui {

using namespace Qt::StringLiterals;
using namespace metrics;

namespace {

constexpr int kValueLines = 6;
constexpr int kProblemLines = 8;
constexpr int kLabelLines = 3;
constexpr int kEditorLines = 5;
constexpr int kLineMargin = 6; // above and below a value
constexpr int kActionSide = 24;

QString hintOf(const CardField &field) { return field.state == CardField::State::Rest ? field.hint : QString(); }

// Paler than the value: it was not typed.
QList<QTextLayout::FormatRange> hintFormat(const CardField &field, const QString &text, const QColor &colour) {
    const QString hint = hintOf(field);
    const int at = hint.isEmpty() ? -1 : int(text.lastIndexOf(hint));
    if (at < 0)
        return {};
    QTextCharFormat pale;
    pale.setForeground(colour);
    return {{at, int(hint.size()), pale}};
}

// The word that leads to the other card.
QList<QTextLayout::FormatRange> showFormat(const QString &note, const QColor &colour) {
    const QString word = showWord();
    QTextCharFormat link;
    link.setForeground(colour);
    link.setFontUnderline(true);
    return {{int(note.size() - word.size()), int(word.size()), link}};
}

QString valueOf(const CardField &field) {
    QString text = field.state == CardField::State::Rest ? field.shown : field.typed;
    // A number and the country that it is dialled with are one piece.
    if (!hintOf(field).isEmpty())
        text += u"  "_s + field.hint;
    if (field.isLtr) {
        // An address breaks after its @ rather than anywhere.
        text = isolatedLtr(asciiDigits(text).replace(u'@', u"@\u200b"_s));
    }
    //: A value and what speaks against using it: "0701004512 (Wrong)".
    return field.mark.isEmpty() ? text : CardFieldsDelegate::tr("%1 (%2)").arg(text, field.mark);
}

} // namespace

struct CardFieldsDelegate::Places {
    QRect label; // only where it stands above
    QRect value;
    QRect action;
    QRect copy; // over the end of the value, while the line is hovered
    QRect origin; // before it: where the value comes from
    QRect note;
    QRect problem;
    int height = 0;
};

CardFieldsDelegate::CardFieldsDelegate(const CardFieldsModel &model, QTreeView &view)
    : QStyledItemDelegate(&view), m_model(model), m_view(view) {}

void CardFieldsDelegate::setFlash(const QByteArray &key, qreal strength) {
    m_flashKey = key;
    m_flash = strength;
}

QLatin1StringView CardFieldsDelegate::actionIcon(const CardField &field) {
    if (field.ownKind == "link"_L1 && !field.isEmpty())
        return "link"_L1;
    if (field.source != CardField::Source::Point)
        return {};
    if (field.column == "messenger")
        return "message"_L1;
    if (field.column == "phone")
        return "phone"_L1;
    return field.column == "email" ? "mail"_L1 : "link"_L1;
}

// Computed from the left, mirrored at the end.
CardFieldsDelegate::Places CardFieldsDelegate::places(const QRect &cell, const CardField &field) const {
    Places places;
    const bool hasAction = !actionIcon(field).isEmpty();
    const int left = cell.left() + (m_isLabelAbove ? kPane : 0);
    const int right = cell.right() + 1 - kGap - (hasAction ? kActionSide + kSmall : 0);
    const int width = qMax(kPage, right - left);
    int top = cell.top() + kLineMargin;
    if (m_isLabelAbove) {
        places.label = QRect(left, top, width, lineHeight(TextRole::Caption));
        top = places.label.bottom() + 1;
    }
    const WrappedText value(valueOf(field), textFont(TextRole::Body), width, m_view.layoutDirection());
    places.value = QRect(left, top, width, qMax(lineHeight(TextRole::Body), value.height(kValueLines)));
    top = places.value.bottom() + 1;
    if (!field.problem.isEmpty()) {
        const WrappedText problem(field.problem, textFont(TextRole::Caption), width, m_view.layoutDirection());
        places.problem = QRect(left, top + kTiny, width, problem.height(kProblemLines));
        top = places.problem.bottom() + 1;
    }
    if (!field.note.isEmpty()) {
        const WrappedText note(field.note, textFont(TextRole::Caption), width, m_view.layoutDirection());
        places.note = QRect(left, top + kTiny, width, note.height(kProblemLines));
        top = places.note.bottom() + 1;
    }
    places.height = top + kLineMargin - cell.top();
    if (!field.isEmpty())
        places.copy = QRect(right - kActionSide, places.value.top() + (lineHeight(TextRole::Body) - kActionSide) / 2, kActionSide,
                            kActionSide);
    if (!field.isEmpty() && !field.isKept())
        places.origin = places.copy.translated(-kActionSide, 0);
    if (hasAction)
        places.action =
            QRect(right + kSmall, places.value.top() + (lineHeight(TextRole::Body) - kActionSide) / 2, kActionSide, kActionSide);
    for (QRect *part : {&places.label, &places.value, &places.action, &places.copy, &places.origin, &places.note, &places.problem})
        if (!part->isNull())
            *part = QStyle::visualRect(m_view.layoutDirection(), cell, *part);
    return places;
}

CardFieldsDelegate::Part CardFieldsDelegate::partAt(const QRect &cell, const CardField &field, const QPoint &position) const {
    const Places at = places(cell, field);
    if (at.action.contains(position))
        return Part::Action;
    if (at.copy.contains(position))
        return Part::Copy;
    if (at.origin.contains(position))
        return Part::Origin;
    return at.note.contains(position) ? Part::Note : Part::Value;
}

bool CardFieldsDelegate::isHovered(const QModelIndex &index) const {
    return m_view.viewport()->underMouse() &&
           m_view.indexAt(m_view.viewport()->mapFromGlobal(QCursor::pos())).row() == index.row();
}

QSize CardFieldsDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const {
    const CardField &field = m_model.row(index.row());
    if (field.source == CardField::Source::Heading)
        return QSize(0, lineHeight(TextRole::Section) + kLabelGap + (index.row() > 0 ? kPane : kSmall));
    if (index.column() == CardFieldsModel::Label)
        return QSize(0, wrappedLabel(field).height(kLabelLines) + 2 * kLineMargin);
    return QSize(0, places(QRect(0, 0, m_view.columnWidth(CardFieldsModel::Value), 0), field).height);
}

void CardFieldsDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const {
    const PainterState state(painter);
    const CardField &field = m_model.row(index.row());
    if (field.source == CardField::Source::Heading)
        return index.column() == CardFieldsModel::Value && !m_isLabelAbove
                   ? void()
                   : paintHeading(painter, option, field, index.row() == 0);
    paintBackground(painter, option, index);
    if (index.column() == CardFieldsModel::Value) {
        paintMarks(painter, option, field);
        paintValue(painter, option, field);
        if (isHovered(index))
            paintHovered(painter, option, field);
        return;
    }
    const Theme &theme = themeOf(&m_view);
    const QRect words =
        QStyle::visualRect(m_view.layoutDirection(), option.rect, option.rect.adjusted(kPane, kLineMargin, -kLabelGap, 0));
    wrappedLabel(field).draw(painter, words.topLeft(), kLabelLines,
                             option.state.testFlag(QStyle::State_Selected) ? theme.selText2 : theme.text2);
}

WrappedText CardFieldsDelegate::wrappedLabel(const CardField &field) const {
    const int width = m_view.columnWidth(CardFieldsModel::Label) - kPane - kLabelGap;
    return WrappedText(field.label, textFont(TextRole::Body), qMax(kPage, width), m_view.layoutDirection());
}

void CardFieldsDelegate::paintHeading(QPainter *painter, const QStyleOptionViewItem &option, const CardField &field,
                                      bool isFirst) const {
    const Theme &theme = themeOf(&m_view);
    QRect line = option.rect;
    line.setWidth(m_view.viewport()->width());
    line.moveLeft(0);
    QRect words = line.adjusted(kPane, isFirst ? kSmall : kPane, -kPane, -kSmall);
    const QFont font = textFont(TextRole::Section);
    painter->setClipping(false);
    paintLine(painter, words, centredBaseline(words, font), field.label, {font, theme.text2}, m_view.layoutDirection());
}

void CardFieldsDelegate::paintBackground(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const {
    const Theme &theme = themeOf(&m_view);
    const QRect rect = option.rect;
    const CardField &field = m_model.row(index.row());
    const bool isSelected = option.state.testFlag(QStyle::State_Selected);
    if (isSelected)
        painter->fillRect(
            rect, option.palette.color(m_view.isActiveWindow() ? QPalette::Active : QPalette::Inactive, QPalette::Highlight));
    else if (isHovered(index))
        painter->fillRect(rect, theme.hover);
    if (m_flash > 0 && field.key == m_flashKey)
        painter->fillRect(rect, mixed(theme.good.background, isSelected ? theme.sel : theme.surface, m_flash));
    const bool isFirstColumn = m_isLabelAbove || index.column() == CardFieldsModel::Label;
    if (isSelected && isFirstColumn && m_view.currentIndex().row() == index.row())
        painter->fillRect(
            QStyle::visualRect(m_view.layoutDirection(), rect, QRect(rect.left(), rect.top(), kCurrentBar, rect.height())),
            theme.accent);
}

// What waits has a dashed edge, what others changed a bar at the end, what somebody is editing their pencil before it.
void CardFieldsDelegate::paintMarks(QPainter *painter, const QStyleOptionViewItem &option, const CardField &field) const {
    const Theme &theme = themeOf(&m_view);
    const Qt::LayoutDirection direction = m_view.layoutDirection();
    const QRect rect = option.rect;
    if (field.state == CardField::State::Waiting) {
        painter->setPen(QPen(theme.warn.foreground, kHair, Qt::DashLine));
        painter->setBrush(Qt::NoBrush);
        painter->drawRect(QStyle::visualRect(direction, rect, rect.adjusted(-kSmall, kTiny, -kSmall, -kTiny)));
    }
    if (m_marked.contains(field.key))
        painter->fillRect(
            QStyle::visualRect(direction, rect, QRect(rect.right() + 1 - kCurrentBar, rect.top(), kCurrentBar, rect.height())),
            theme.accent);
    if (field.editor.isEmpty())
        return;
    const QRect pencil(rect.left() - kSmallIcon - kTiny, rect.top() + kLineMargin + kHair, kSmallIcon, kSmallIcon);
    painter->setClipping(false);
    Icon::paint(painter, QStyle::visualRect(direction, rect, pencil), "edit"_L1,
                option.state.testFlag(QStyle::State_Selected) ? theme.selText : theme.accent, m_view.isRightToLeft());
    painter->setClipping(true);
}

void CardFieldsDelegate::paintValue(QPainter *painter, const QStyleOptionViewItem &option, const CardField &field) const {
    const Theme &theme = themeOf(&m_view);
    const bool isSelected = option.state.testFlag(QStyle::State_Selected);
    const bool isRefused = field.state == CardField::State::Refused;
    const bool isPending = field.isKept() && !isRefused;
    const Qt::LayoutDirection direction = m_view.layoutDirection();
    const Places at = places(option.rect, field);
    if (!at.label.isNull()) {
        const QFont caption = textFont(TextRole::Caption);
        paintLine(painter, at.label, centredBaseline(at.label, caption), field.label,
                  {caption, isSelected ? theme.selText2 : theme.text2}, direction);
    }
    QColor colour = isSelected ? theme.selText : theme.text;
    if (isRefused || field.isRefusal || !field.mark.isEmpty())
        colour = theme.bad.foreground;
    else if (isPending && !isSelected)
        colour = theme.warn.foreground;
    const QString text = valueOf(field);
    WrappedText(text, textFont(TextRole::Body), at.value.width(), direction,
                hintFormat(field, text, isSelected ? theme.selText2 : theme.text3))
        .draw(painter, at.value.topLeft(), kValueLines, colour);
    if (!at.problem.isNull())
        WrappedText(field.problem, textFont(TextRole::Caption), at.problem.width(), direction)
            .draw(painter, at.problem.topLeft(), kProblemLines,
                  !isPending   ? theme.bad.foreground
                  : isSelected ? theme.selText2
                               : theme.warn.foreground);
    if (!at.note.isNull())
        WrappedText(field.note, textFont(TextRole::Caption), at.note.width(), direction,
                    showFormat(field.note, isSelected ? theme.selText : theme.accent))
            .draw(painter, at.note.topLeft(), kProblemLines, isSelected ? theme.selText2 : theme.text2);
    if (!at.action.isNull()) {
        const bool isBlocked = !field.mark.isEmpty();
        const QColor tint = isBlocked    ? option.palette.color(QPalette::Disabled, QPalette::ButtonText)
                            : isSelected ? theme.selText
                                         : theme.accent;
        Icon::paint(painter, at.action.adjusted(kSmall, kSmall, -kSmall, -kSmall), actionIcon(field), tint,
                    m_view.isRightToLeft());
    }
}

// What a click does here beside editing: copy, and where the value comes from.
void CardFieldsDelegate::paintHovered(QPainter *painter, const QStyleOptionViewItem &option, const CardField &field) const {
    const Places at = places(option.rect, field);
    const Theme &theme = themeOf(&m_view);
    const bool isSelected = option.state.testFlag(QStyle::State_Selected);
    for (const auto &[place, icon] : {std::pair(at.copy, "copy"_L1), std::pair(at.origin, "info"_L1)}) {
        if (place.isNull())
            continue;
        drawRounded(painter, place, kSmall, isSelected ? theme.sel : theme.hover);
        Icon::paint(painter, place.adjusted(kSmall, kSmall, -kSmall, -kSmall), icon, isSelected ? theme.selText : theme.text2,
                    m_view.isRightToLeft());
    }
}

QWidget *CardFieldsDelegate::createEditor(QWidget *parent, const QStyleOptionViewItem &, const QModelIndex &index) const {
    const CardField &field = m_model.row(index.row());
    QWidget *editor = nullptr;
    if (!field.choices.isEmpty()) {
        auto *choice = new QComboBox(parent);
        QStringList words = field.choices;
        if (field.column != "kind")
            words.prepend(QString());
        if (!words.contains(field.text))
            words.append(field.text);
        for (const QString &word : std::as_const(words))
            choice->addItem(word.isEmpty() ? tr("Not known") : field.choiceWords.value(word, choiceText(field.column, word)),
                            word);
        editor = choice;
    } else if (field.kind == db::FieldKind::LongText) {
        auto *text = new QPlainTextEdit(parent);
        text->setTabChangesFocus(true);
        editor = text;
    } else {
        editor = new QLineEdit(parent);
    }
    editor->setAccessibleName(field.label);
    editor->setAccessibleDescription(field.problem);
    return editor;
}

// Only once: news that arrive while someone types do not touch what is typed.
void CardFieldsDelegate::setEditorData(QWidget *editor, const QModelIndex &index) const {
    constexpr char kFilled[] = "kontorFilled";
    if (editor->property(kFilled).toBool())
        return;
    editor->setProperty(kFilled, true);
    const QString text = index.data(Qt::EditRole).toString();
    if (auto *choice = qobject_cast<QComboBox *>(editor)) {
        choice->setCurrentIndex(qMax(0, choice->findData(text)));
    } else if (auto *lines = qobject_cast<QPlainTextEdit *>(editor)) {
        lines->setPlainText(text);
        lines->moveCursor(QTextCursor::End);
    } else if (auto *line = qobject_cast<QLineEdit *>(editor)) {
        line->setText(text);
        line->selectAll();
    }
}

void CardFieldsDelegate::setModelData(QWidget *editor, QAbstractItemModel *model, const QModelIndex &index) const {
    if (const auto *choice = qobject_cast<QComboBox *>(editor))
        model->setData(index, choice->currentData(), Qt::EditRole);
    else if (const auto *lines = qobject_cast<QPlainTextEdit *>(editor))
        model->setData(index, lines->toPlainText(), Qt::EditRole);
    else if (const auto *line = qobject_cast<QLineEdit *>(editor))
        model->setData(index, line->text(), Qt::EditRole);
}

void CardFieldsDelegate::updateEditorGeometry(QWidget *editor, const QStyleOptionViewItem &option,
                                              const QModelIndex &index) const {
    const CardField &field = m_model.row(index.row());
    const Places at = places(option.rect, field);
    const int height = qobject_cast<QPlainTextEdit *>(editor) ? kEditorLines * lineHeight(TextRole::Body) + kLabelGap
                                                              : qMax(kControl, lineHeight(TextRole::Body) + kGap);
    QRect rect = at.value.united(at.action);
    // The text of the editor stands where the value stood.
    rect.adjust(-kGap, 0, kGap, 0);
    rect.setTop(at.value.top() - (qMax(kControl, lineHeight(TextRole::Body) + kGap) - lineHeight(TextRole::Body)) / 2);
    rect.setHeight(height);
    rect.moveBottom(qMin(rect.bottom(), qMax(height, m_view.viewport()->height()) - 1));
    editor->setGeometry(rect & m_view.viewport()->rect().adjusted(kTiny, 0, -kTiny, 0));
}

// In a text of several lines Enter saves as everywhere, Shift+Enter begins a new line.
bool CardFieldsDelegate::eventFilter(QObject *watched, QEvent *event) {
    auto *lines = qobject_cast<QPlainTextEdit *>(watched);
    if (!lines || event->type() != QEvent::KeyPress)
        return QStyledItemDelegate::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    const auto leave = [&](EndEditHint hint) {
        if (hint != RevertModelCache)
            emit commitData(lines);
        emit closeEditor(lines, hint);
        return true;
    };
    switch (key->key()) {
    case Qt::Key_Escape: return leave(RevertModelCache);
    case Qt::Key_Tab: return leave(EditNextItem);
    case Qt::Key_Backtab: return leave(EditPreviousItem);
    case Qt::Key_Return:
    case Qt::Key_Enter: return key->modifiers().testFlag(Qt::ShiftModifier) ? false : leave(SubmitModelCache);
    default: return false;
    }
}

} // namespace kontor::ui
