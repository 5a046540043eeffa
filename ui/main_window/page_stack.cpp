#include "main_window/page_stack.h"

namespace kontor::ui {

namespace {
constexpr int kLongestHistory = 200;
}

PageStack::PageStack(QWidget *parent) : QStackedWidget(parent) {}

void PageStack::addPage(const QByteArray &id, Page *page) {
    m_pages.insert(id, page);
    addWidget(page);
    page->setAccessibleName(page->title());
    connect(page, &Page::stateChanged, this, [this, page] {
        if (page == currentWidget())
            emit pageStateChanged();
    });
}

void PageStack::clear() {
    m_history.clear();
    m_position = -1;
    const QSignalBlocker quiet(this);
    for (Page *page : std::exchange(m_pages, {}))
        delete page;
}

Page *PageStack::currentPage() const { return qobject_cast<Page *>(currentWidget()); }

QByteArray PageStack::currentId() const { return m_pages.key(currentPage()); }

void PageStack::go(const Place &place) {
    if (!hasPage(place.page))
        return;
    keepView();
    if (m_position >= 0 && m_history[m_position].isSameAs(place)) {
        m_history[m_position] = place;
    } else {
        m_history.resize(m_position + 1);
        m_history.append(place);
        if (m_history.size() > kLongestHistory)
            m_history.removeFirst();
        m_position = int(m_history.size()) - 1;
    }
    showPlace(place);
}

void PageStack::goBack() {
    if (canGoBack())
        step(-1);
}

void PageStack::goForward() {
    if (canGoForward())
        step(1);
}

void PageStack::step(int by) {
    keepView();
    m_position += by;
    showPlace(m_history[m_position]);
}

void PageStack::keepView() {
    if (m_position < 0 || !currentPage())
        return;
    const Place now = currentPage()->place();
    if (now.isSameAs(m_history[m_position]))
        m_history[m_position].view = now.view;
}

void PageStack::showPlace(const Place &place) {
    Page *page = m_pages.value(place.page);
    setCurrentWidget(page);
    page->open(place);
    emit moved();
}

} // namespace kontor::ui
