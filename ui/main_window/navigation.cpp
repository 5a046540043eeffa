#include "main_window/navigation.h"

#include "theme/kontor_style.h"
#include "theme/metrics.h"
#include "theme/start_side.h"
#include "widgets/palette_label.h"

#include <QEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QVBoxLayout>

namespace kontor::ui {

using namespace Qt::StringLiterals;
using namespace metrics;

Navigation::Navigation(QWidget *parent)
    : QWidget(parent),
      m_pagesLayout(new QVBoxLayout),
      m_pinnedLayout(new QVBoxLayout),
      m_belowLayout(new QVBoxLayout),
      m_footLayout(new QVBoxLayout),
      m_statusPlace(new QVBoxLayout),
      m_pinnedTitle(new PaletteLabel(TextRole::Section, TextColour::Third, this)),
      m_status(new StatusDot(this)) {
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, kGap, 0, kGap);
    column->setSpacing(0);
    m_pagesLayout->setSpacing(kTiny);
    m_pinnedLayout->setSpacing(kTiny);
    m_belowLayout->setSpacing(kTiny);
    m_footLayout->setSpacing(kTiny);
    column->addLayout(m_pagesLayout);
    column->addSpacing(kPane);
    m_pinnedTitle->setContentsMargins(kPage - kSmall, 0, kPage - kSmall, kSmall);
    m_pinnedTitle->hide();
    column->addWidget(m_pinnedTitle);
    column->addLayout(m_pinnedLayout);
    column->addSpacing(kPane);
    column->addLayout(m_belowLayout);
    column->addStretch(1);
    column->addLayout(m_footLayout);
    column->addSpacing(kGap);
    m_statusPlace->addWidget(m_status);
    column->addLayout(m_statusPlace);
    m_pinnedTitle->setText(tr("Pinned segments"));
    setAccessibleName(tr("Navigation"));
    arrange();
}

NavigationItem *Navigation::addEntry(QList<Entry> &list, QVBoxLayout *layout, const Place &place, QLatin1StringView icon) {
    auto *item = new NavigationItem(icon, this);
    item->setNarrow(m_narrow);
    layout->addWidget(item);
    list.append({place, item});
    connect(item, &QAbstractButton::clicked, this, [this, item, place] {
        item->setChecked(false); // until the page is there
        setCurrent(m_current);
        emit chosen(place);
    });
    return item;
}

void Navigation::addPage(const QByteArray &page, QLatin1StringView icon, NavigationPlace place) {
    QVBoxLayout *layout = place == NavigationPlace::Top    ? m_pagesLayout
                          : place == NavigationPlace::Foot ? m_footLayout
                                                           : m_belowLayout;
    NavigationItem *item = addEntry(m_pages, layout, Place{page}, icon);
    item->setVisible(place != NavigationPlace::Below);
}

void Navigation::setPageShown(const QByteArray &page, bool isShown) {
    for (const Entry &entry : std::as_const(m_pages))
        if (entry.place.page == page)
            entry.item->setVisible(isShown);
}

void Navigation::setPageWords(const QByteArray &page, const QString &words, const QString &keys) {
    for (const Entry &entry : m_pages)
        if (entry.place.page == page)
            entry.item->setWords(words, keys);
    arrange();
}

void Navigation::setPageCount(const QByteArray &page, const NavigationCount &count) {
    for (const Entry &entry : m_pages)
        if (entry.place.page == page)
            entry.item->setCount(count);
    arrange();
}

// Counts come anew after every change: the entries stay, and with them the focus, as long as the segments are the same.
void Navigation::setPinned(const QList<PinnedSegment> &segments) {
    const bool isSame = std::equal(m_pinned.begin(), m_pinned.end(), segments.begin(), segments.end(),
                                   [](const Entry &entry, const PinnedSegment &segment) {
                                       return entry.segment == segment.id && entry.place.view == segment.place.view;
                                   });
    if (!isSame) {
        for (const Entry &entry : std::exchange(m_pinned, {}))
            delete entry.item;
        for (const PinnedSegment &segment : segments) {
            addEntry(m_pinned, m_pinnedLayout, segment.place, "pin"_L1);
            m_pinned.last().segment = segment.id;
        }
    }
    for (qsizetype i = 0; i < segments.size(); ++i) {
        m_pinned[i].item->setWords(segments[i].name, {});
        m_pinned[i].item->setCount(segments[i].count);
    }
    setCurrent(m_current);
    arrange();
}

bool Navigation::showsSame(const Place &segment, const Place &place) {
    return segment.page == place.page && segment.segment() == place.segment();
}

void Navigation::setCurrent(const Place &place) {
    m_current = place;
    bool pinned = false;
    for (const Entry &entry : m_pinned) {
        entry.item->setChecked(showsSame(entry.place, place));
        pinned = pinned || entry.item->isChecked();
    }
    for (const Entry &entry : m_pages)
        entry.item->setChecked(!pinned && entry.place.page == place.page);
}

void Navigation::setNarrow(bool narrow) {
    if (m_narrow == narrow)
        return;
    m_narrow = narrow;
    for (const Entry &entry : m_pages + m_pinned)
        entry.item->setNarrow(narrow);
    m_status->setCollapsed(narrow);
    arrange();
}

void Navigation::clear() {
    for (const Entry &entry : std::exchange(m_pages, {}) + std::exchange(m_pinned, {}))
        delete entry.item;
    arrange();
}

QWidget *Navigation::firstItem() const {
    for (const Entry &entry : m_pages + m_pinned)
        if (entry.item->isChecked())
            return entry.item;
    return m_pages.isEmpty() ? nullptr : m_pages.first().item;
}

void Navigation::arrange() {
    m_pinnedTitle->setVisible(!m_narrow && !m_pinned.isEmpty());
    m_statusPlace->setContentsMargins(m_narrow ? QMargins() : sideMargins(layoutDirection(), {kPage - kSmall, 0, kGap, 0}));
    int wanted = kNavigation;
    for (const Entry &entry : m_pages + m_pinned)
        wanted = qMax(wanted, entry.item->wantedWidth());
    const int width = m_narrow ? kRail : qMin(wanted, kNavigationMax);
    setMinimumWidth(width);
    setMaximumWidth(width);
}

void Navigation::paintEvent(QPaintEvent *) {
    QPainter painter(this);
    painter.fillRect(rect(), themeOf(this).sunken);
}

void Navigation::keyPressEvent(QKeyEvent *event) {
    if (event->key() == Qt::Key_Down || event->key() == Qt::Key_Up)
        focusNextPrevChild(event->key() == Qt::Key_Down);
    else
        QWidget::keyPressEvent(event);
}

void Navigation::changeEvent(QEvent *event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        m_pinnedTitle->setText(tr("Pinned segments"));
        setAccessibleName(tr("Navigation"));
    }
    if (event->type() == QEvent::FontChange || event->type() == QEvent::LanguageChange)
        arrange();
}

} // namespace kontor::ui
