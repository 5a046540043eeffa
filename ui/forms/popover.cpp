#include "forms/popover.h"

#include "widgets/decision_buttons.h"
#include "widgets/palette_label.h"

#include <QApplication>
#include <QEvent>
#include <QKeyEvent>
#include <QPushButton>
#include <QStyle>
#include <QVBoxLayout>

namespace kontor::ui {

using namespace metrics;

namespace {
constexpr int kMinimumWidth = 320;
}

Popover::Popover(const QString &title, QWidget *page)
    : CardFrame(CardKind::Floating, page),
      m_column(new QVBoxLayout(this)),
      m_heading(new PaletteLabel(TextRole::Strong, TextColour::Normal, this)),
      m_problem(new PaletteLabel(TextRole::Body, TextColour::Bad, this)) {
    setFocusPolicy(Qt::NoFocus);
    m_column->setContentsMargins(kPane, kPane, kPane, kPane);
    m_column->setSpacing(kGap);
    m_column->addWidget(m_heading);
    setTitle(title);
    m_problem->setWordWrap(true);
    m_problem->hide();
    page->installEventFilter(this);
    hide();
}

void Popover::setTitle(const QString &title) {
    setAccessibleName(title);
    m_heading->setText(title);
}

void Popover::fit() {
    if (isVisible())
        place();
}

void Popover::addField(const QString &label, QWidget *field) { addFieldTo(m_column, label, field); }

void Popover::addFieldTo(QBoxLayout *column, const QString &label, QWidget *field) {
    auto *words = new PaletteLabel(TextRole::Caption, TextColour::Second, this);
    words->setText(label);
    words->setBuddy(field);
    field->setAccessibleName(label);
    auto *both = new QVBoxLayout;
    both->setSpacing(kTiny);
    both->addWidget(words);
    both->addWidget(field);
    column->addLayout(both);
}

void Popover::setFieldShown(QWidget *field, bool isShown) {
    for (QLabel *label : findChildren<QLabel *>())
        if (label->buddy() == field)
            label->setVisible(isShown);
    field->setVisible(isShown);
    fit();
}

void Popover::addWidget(QWidget *widget) { m_column->addWidget(widget); }

QAbstractButton *Popover::addButtons(const QString &doIt) {
    m_column->addWidget(m_problem);
    auto *buttons = new DecisionButtons(doIt, this);
    connect(buttons, &DecisionButtons::rejected, this, &Popover::close);
    connect(buttons, &DecisionButtons::accepted, this, &Popover::accepted);
    m_column->addWidget(buttons);
    return buttons->doIt();
}

void Popover::setProblem(const QString &sentence) {
    m_problem->setText(sentence);
    m_problem->setVisible(!sentence.isEmpty());
    fit();
}

void Popover::openAt(const QRect &anchor, QWidget *first) {
    m_anchor = anchor;
    m_focusBefore = QApplication::focusWidget();
    setProblem({});
    show();
    place();
    raise();
    first->setFocus(Qt::PopupFocusReason);
}

void Popover::place() {
    layout()->activate();
    QSize size = sizeHint().expandedTo(QSize(kMinimumWidth, 0)).boundedTo(parentWidget()->size());
    if (layout()->hasHeightForWidth())
        size.setHeight(qMin(layout()->totalHeightForWidth(size.width()), parentWidget()->height()));
    const QRect bounds = parentWidget()->rect();
    const bool mirrored = isRightToLeft();
    int left = mirrored ? m_anchor.left() - shadow() : m_anchor.right() + 1 - size.width() + shadow();
    left = qBound(bounds.left(), left, qMax(bounds.left(), bounds.right() + 1 - size.width()));
    // Below what it belongs to, else above it: what is asked about stays in sight.
    int top = m_anchor.bottom() + 1 - shadow() + kSmall;
    if (const int above = m_anchor.top() - kSmall + shadow() - size.height();
        top + size.height() > bounds.bottom() + 1 && above >= bounds.top())
        top = above;
    top = qBound(bounds.top(), top, qMax(bounds.top(), bounds.bottom() + 1 - size.height()));
    // Where neither has room, beside it.
    if (top + shadow() <= m_anchor.bottom() && top + size.height() - shadow() > m_anchor.top()) {
        const int before = m_anchor.left() + shadow() - kSmall - size.width();
        const int after = m_anchor.right() + 1 - shadow() + kSmall;
        const bool hasBefore = before >= bounds.left();
        const bool hasAfter = after + size.width() <= bounds.right() + 1;
        if (hasBefore && !(mirrored && hasAfter))
            left = before;
        else if (hasAfter)
            left = after;
    }
    setGeometry(QRect(QPoint(left, top), size));
}

void Popover::close() {
    if (!isVisible())
        return;
    const bool hadFocus = isAncestorOf(QApplication::focusWidget());
    hide();
    if (hadFocus && m_focusBefore)
        m_focusBefore->setFocus(Qt::PopupFocusReason);
    emit closed();
}

void Popover::keyPressEvent(QKeyEvent *event) {
    if (event->key() == Qt::Key_Escape)
        return close();
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        if (auto *button = qobject_cast<QPushButton *>(QApplication::focusWidget()); button && isAncestorOf(button))
            return button->click();
        return emit accepted();
    }
    CardFrame::keyPressEvent(event);
}

bool Popover::eventFilter(QObject *watched, QEvent *event) {
    if (watched == parentWidget() && isVisible() && event->type() == QEvent::Resize)
        place();
    return CardFrame::eventFilter(watched, event);
}

// Tab stays inside as long as it is open.
bool Popover::focusNextPrevChild(bool next) {
    QList<QWidget *> stops;
    for (QWidget *widget = nextInFocusChain(); widget && widget != this; widget = widget->nextInFocusChain())
        if (isAncestorOf(widget) && widget->isVisible() && widget->isEnabled() && (widget->focusPolicy() & Qt::TabFocus) &&
            !widget->focusProxy())
            stops << widget;
    const qsizetype at = stops.indexOf(QApplication::focusWidget());
    if (stops.isEmpty())
        return false;
    const qsizetype to = (at + (next ? 1 : stops.size() - 1)) % stops.size();
    stops[to]->setFocus(next ? Qt::TabFocusReason : Qt::BacktabFocusReason);
    return true;
}

} // namespace kontor::ui
