#include "lists/filter_header.h"

#include "theme/kontor_style.h"
#include "theme/metrics.h"
#include "theme/text_role.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QPainter>
#include <QScrollBar>

namespace kontor::ui {

using namespace metrics;

FilterHeader::FilterHeader(QWidget *parent) : QHeaderView(Qt::Horizontal, parent) {
    setSectionsMovable(true);
    setFirstSectionMovable(false);
    setSectionsClickable(true);
    setSortIndicatorShown(true);
    setHighlightSections(false);
    setStretchLastSection(true);
    setDefaultAlignment(Qt::AlignLeading | Qt::AlignVCenter);
    setMinimumSectionSize(2 * kPage);
    setFocusPolicy(Qt::NoFocus);
    m_charWidth = QFontMetricsF(font()).averageCharWidth();
    connect(this, &QHeaderView::sectionResized, this, &FilterHeader::placeEditors);
    connect(this, &QHeaderView::sectionMoved, this, &FilterHeader::placeEditors);
    connect(this, &QHeaderView::sectionCountChanged, this, &FilterHeader::placeEditors);
}

void FilterHeader::setEditor(int column, QWidget *editor) {
    delete m_editors.take(column);
    editor->setParent(this);
    editor->installEventFilter(this);
    m_editors.insert(column, editor);
    editor->setVisible(m_visible);
    updateGeometries();
}

void FilterHeader::removeEditor(int column) {
    delete m_editors.take(column);
    updateGeometries();
}

void FilterHeader::setFiltering(int column, bool filtering) {
    if (QWidget *cell = editor(column))
        setMarked(cell, filtering);
}

void FilterHeader::setFilterRowVisible(bool visible) {
    m_visible = visible;
    for (QWidget *cell : std::as_const(m_editors))
        cell->setVisible(visible);
    updateGeometry();
    updateGeometries();
}

QList<int> FilterHeader::columnsInOrder() const {
    QList<int> columns;
    for (int visual = 0; visual < count(); ++visual)
        if (const int column = logicalIndex(visual); !isSectionHidden(column) && m_editors.contains(column))
            columns.append(column);
    return columns;
}

void FilterHeader::focusFirstEditor() {
    if (const QList<int> columns = columnsInOrder(); m_visible && !columns.isEmpty())
        focusEditor(columns.first());
}

void FilterHeader::focusEditor(int column) {
    if (QWidget *cell = editor(column); cell && m_visible) {
        cell->setFocus(Qt::ShortcutFocusReason);
        if (auto *edit = qobject_cast<QLineEdit *>(cell))
            edit->selectAll();
    }
}

int FilterHeader::titleHeight() const { return qMax(kHeader, lineHeight(TextRole::Strong) + kLabelGap); }

int FilterHeader::filterHeight() const {
    return m_visible && !m_editors.isEmpty() ? qMax(kFilterRow, lineHeight(TextRole::Body) + kPane) : 0;
}

QSize FilterHeader::sizeHint() const { return QSize(QHeaderView::sizeHint().width(), titleHeight() + filterHeight()); }

void FilterHeader::updateGeometries() {
    setViewportMargins(0, 0, 0, filterHeight());
    QHeaderView::updateGeometries();
    placeEditors();
}

void FilterHeader::placeEditors() {
    for (auto cell = m_editors.cbegin(); cell != m_editors.cend(); ++cell) {
        if (cell.key() >= count() || isSectionHidden(cell.key())) {
            cell.value()->setVisible(false);
            continue;
        }
        const int size = sectionSize(cell.key());
        const int left = sectionViewportPosition(cell.key()); // mirrored by Qt where the layout is
        // The first cell begins where the words of its column do.
        const int start = visualIndex(cell.key()) == 0 ? kLabelGap + kSmall : kSmall;
        const QRect whole(left, titleHeight() + kLabelGap / 2, size, filterHeight() - kLabelGap);
        cell.value()->setGeometry(QStyle::visualRect(layoutDirection(), whole, whole.adjusted(start, 0, -kSmall, 0)));
        cell.value()->setVisible(m_visible);
    }
    // Tab goes through the cells as they are seen.
    const QList<int> columns = columnsInOrder();
    for (qsizetype i = 1; i < columns.size(); ++i)
        setTabOrder(m_editors[columns[i - 1]], m_editors[columns[i]]);
    update();
}

// The strip of the cells lies outside the viewport, on the header itself.
bool FilterHeader::event(QEvent *event) {
    if (event->type() != QEvent::Paint)
        return QHeaderView::event(event);
    QPainter painter(this);
    const Theme &theme = themeOf(this);
    painter.fillRect(rect(), theme.sunken);
    painter.fillRect(QRect(0, height() - kHair, width(), kHair), theme.line);
    return true;
}

bool FilterHeader::eventFilter(QObject *watched, QEvent *event) {
    if (event->type() != QEvent::KeyPress)
        return QHeaderView::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    auto *cell = static_cast<QWidget *>(watched);
    const bool enter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
    if (enter || (key->key() == Qt::Key_Down && key->modifiers() == Qt::NoModifier)) {
        emit left();
        return true;
    }
    if (key->key() == Qt::Key_Escape) {
        emit escapedCell(m_editors.key(cell));
        return true;
    }
    return QHeaderView::eventFilter(watched, event);
}

void FilterHeader::changeEvent(QEvent *event) {
    QHeaderView::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        scaleSections();
    if (event->type() == QEvent::FontChange || event->type() == QEvent::LayoutDirectionChange ||
        event->type() == QEvent::LanguageChange)
        updateGeometries();
}

// Columns grow with the text.
void FilterHeader::scaleSections() {
    const qreal width = QFontMetricsF(font()).averageCharWidth();
    const qreal before = std::exchange(m_charWidth, width);
    if (before <= 0 || qFuzzyCompare(before, width))
        return;
    for (int column = 0; column < count(); ++column)
        if (!isSectionHidden(column))
            resizeSection(column, qRound(sectionSize(column) * width / before));
    emit scaled(width / before);
}

} // namespace kontor::ui
