#include "widgets/pane_splitter.h"

#include "preferences/preferences.h"
#include "theme/kontor_style.h"
#include "theme/text_role.h"

#include <QKeyEvent>
#include <QPainter>

#include <algorithm>
#include <numeric>

namespace kontor::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kStep = 16;
constexpr int kLeastRest = 320; // of the pane that takes what is left, at ordinary text
constexpr int kLeastPane = 160;

QList<PaneHandle *> shownHandles(const QWidget *window) {
    QList<PaneHandle *> handles = window->findChildren<PaneHandle *>();
    handles.removeIf([](const PaneHandle *handle) { return !handle->isVisible(); });
    const bool isMirrored = window->isRightToLeft();
    std::stable_sort(handles.begin(), handles.end(), [=](const PaneHandle *a, const PaneHandle *b) {
        const int left = a->mapTo(window, QPoint()).x();
        const int right = b->mapTo(window, QPoint()).x();
        return isMirrored ? left > right : left < right;
    });
    return handles;
}

} // namespace

PaneSplitter::PaneSplitter(Qt::Orientation orientation, Preferences &preferences, QWidget *parent)
    : QSplitter(orientation, parent), m_preferences(preferences) {
    setChildrenCollapsible(false);
    connect(this, &QSplitter::splitterMoved, this, &PaneSplitter::keep);
}

QSplitterHandle *PaneSplitter::createHandle() { return new PaneHandle(orientation(), this); }

void PaneSplitter::arrange(const QString &name, const QList<int> &wanted) {
    m_name = name;
    m_wanted = wanted;
    apply();
}

void PaneSplitter::resizeEvent(QResizeEvent *event) {
    QSplitter::resizeEvent(event);
    apply();
}

void PaneSplitter::reset() {
    m_preferences.setLayoutState(m_name, {});
    apply();
}

QList<int> PaneSplitter::chosen() const {
    QList<int> sizes;
    for (const QByteArray &size : m_preferences.layoutState(m_name).split(' '))
        sizes << size.toInt();
    return sizes.size() == m_wanted.size() ? sizes : QList<int>();
}

// Where the panes want more than there is, each of fixed size gives up its part.
void PaneSplitter::apply() {
    if (m_wanted.isEmpty() || m_wanted.size() != count())
        return;
    const QList<int> own = chosen();
    QList<int> sizes = own.isEmpty() ? m_wanted : own;
    const int room = orientation() == Qt::Horizontal ? width() : height();
    const int rest = int(sizes.indexOf(0));
    int fixed = 0;
    for (int &size : sizes)
        fixed += size = scaled(size);
    const int most = qMax(0, room - (orientation() == Qt::Horizontal ? scaled(kLeastRest) : room * 3 / 5));
    if (fixed > most && fixed > 0)
        for (int &size : sizes)
            size = size * most / fixed;
    if (rest >= 0)
        sizes[rest] = qMax(1, room - std::accumulate(sizes.cbegin(), sizes.cend(), 0));
    setSizes(sizes);
}

void PaneSplitter::keep() {
    if (m_wanted.isEmpty())
        return;
    QList<QByteArray> kept;
    const QList<int> now = sizes();
    for (qsizetype i = 0; i < now.size(); ++i)
        kept << QByteArray::number(m_wanted.value(i) == 0 ? 0 : qMax(kLeastPane / 2, qRound(now[i] / textScale())));
    m_preferences.setLayoutState(m_name, kept.join(' '));
}

bool PaneSplitter::moveBordersOf(const QWidget *window) {
    const QList<PaneHandle *> handles = shownHandles(window);
    if (handles.isEmpty())
        return false;
    handles.first()->takeKeys(window->focusWidget());
    return true;
}

bool PaneSplitter::hasBorders(const QWidget *window) { return !shownHandles(window).isEmpty(); }

PaneHandle::PaneHandle(Qt::Orientation orientation, PaneSplitter *splitter)
    : QSplitterHandle(orientation, splitter), m_splitter(*splitter) {}

void PaneHandle::takeKeys(QWidget *before) {
    m_before = before;
    setAccessibleName(tr("Border between two panes"));
    setAccessibleDescription(tr("Arrow keys move it, Tab goes to the next one, Enter leaves."));
    setFocus(Qt::ShortcutFocusReason);
}

void PaneHandle::moveBy(int pixels) {
    QList<int> sizes = m_splitter.sizes();
    for (int i = 1; i < m_splitter.count(); ++i) {
        if (m_splitter.handle(i) != this)
            continue;
        const int by = qBound(kLeastPane - sizes[i - 1], pixels, sizes[i] - kLeastPane);
        sizes[i - 1] += by;
        sizes[i] -= by;
    }
    m_splitter.setSizes(sizes);
    m_splitter.keep();
}

void PaneHandle::keyPressEvent(QKeyEvent *event) {
    const bool isAcross = orientation() == Qt::Horizontal;
    const int forward = isAcross && isRightToLeft() ? -kStep : kStep;
    switch (event->key()) {
    case Qt::Key_Right: return isAcross ? moveBy(forward) : event->ignore();
    case Qt::Key_Left: return isAcross ? moveBy(-forward) : event->ignore();
    case Qt::Key_Down: return isAcross ? event->ignore() : moveBy(kStep);
    case Qt::Key_Up: return isAcross ? event->ignore() : moveBy(-kStep);
    case Qt::Key_Home: return m_splitter.reset();
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Escape:
        if (m_before && m_before->isVisible())
            m_before->setFocus(Qt::OtherFocusReason);
        else
            clearFocus();
        return;
    default: return QSplitterHandle::keyPressEvent(event);
    }
}

bool PaneHandle::focusNextPrevChild(bool next) {
    const QList<PaneHandle *> handles = shownHandles(window());
    const qsizetype to = handles.indexOf(this) + (next ? 1 : -1) + handles.size();
    if (PaneHandle *other = handles[to % handles.size()]; other != this)
        other->takeKeys(m_before);
    return true;
}

void PaneHandle::mouseDoubleClickEvent(QMouseEvent *) { m_splitter.reset(); }

void PaneHandle::focusInEvent(QFocusEvent *event) {
    QSplitterHandle::focusInEvent(event);
    clearMask(); // as wide as it can be taken, not only as its hairline
    update();
}

void PaneHandle::focusOutEvent(QFocusEvent *event) {
    QSplitterHandle::focusOutEvent(event);
    setMask(contentsRect());
    update();
}

void PaneHandle::paintEvent(QPaintEvent *event) {
    if (!hasFocus())
        return QSplitterHandle::paintEvent(event);
    QPainter(this).fillRect(rect(), themeOf(this).accent);
}

} // namespace kontor::ui
