#include "main_window/page_stack.h"

#include <algorithm>

namespace kontor::ui {

namespace {
constexpr int kLongestHistory = 200;
}

PageStack::PageStack(QWidget *parent) : QStackedWidget(parent) {}

void PageStack::addPage(const QByteArray &id, std::function<Page *()> make) { m_waiting.append({id, std::move(make)}); }

Page *PageStack::page(QByteArray id) {
    const auto isWanted = [&id](const Waiting &waiting) { return waiting.id == id; };
    if (const auto found = std::find_if(m_waiting.begin(), m_waiting.end(), isWanted); found != m_waiting.end()) {
        const Waiting waiting = m_waiting.takeAt(found - m_waiting.begin());
        add(id, waiting.make());
    }
    return m_pages.value(id);
}

bool PageStack::makeNext() {
    if (m_waiting.isEmpty())
        return false;
    page(m_waiting.first().id);
    return true;
}

void PageStack::add(const QByteArray &id, Page *page) {
    m_pages.insert(id, page);
    addWidget(page);
    page->setAccessibleName(page->title());
    connect(page, &Page::stateChanged, this, [this, page] {
        if (page == currentWidget())
            emit pageStateChanged();
    });
}

void PageStack::clear() {
    m_waiting.clear();
    m_history.clear();
    m_position = -1;
    const QSignalBlocker quiet(this);
    for (Page *page : std::exchange(m_pages, {}))
        delete page;
}

Page *PageStack::currentPage() const { return qobject_cast<Page *>(currentWidget()); }

QByteArray PageStack::currentId() const { return m_pages.key(currentPage()); }

void PageStack::go(const Place &place) {
    if (!page(place.page))
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
    Page *shown = page(place.page);
    setCurrentWidget(shown);
    shown->open(place);
    emit moved();
}

} // namespace kontor::ui
