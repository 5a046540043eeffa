// The pages of one base, one of them shown, and the history of places that Back and Forward walk through.
#pragma once

#include "main_window/page.h"

#include <QStackedWidget>

#include <functional>

namespace kontor::ui {

class PageStack : public QStackedWidget {
    Q_OBJECT

public:
    explicit PageStack(QWidget *parent = nullptr);

    // The page is made when it is first needed, or by makeNext().
    void addPage(const QByteArray &id, std::function<Page *()> make);
    // Makes it where it is not there yet; nullptr: no page of that name was added.
    Page *page(QByteArray id);
    QList<Page *> pages() const { return m_pages.values(); } // that were made
    // Makes one more, in the order in which they were added; false: all are there.
    bool makeNext();
    void clear(); // of another base: pages and history
    Page *currentPage() const;
    QByteArray currentId() const;

    void go(const Place &place);
    bool canGoBack() const { return m_position > 0; }
    bool canGoForward() const { return m_position + 1 < m_history.size(); }
    void goBack();
    void goForward();

signals:
    void moved(); // to another place
    void pageStateChanged();

private:
    void add(const QByteArray &id, Page *page);
    void keepView();
    void step(int by);
    void showPlace(const Place &place);

    struct Waiting {
        QByteArray id;
        std::function<Page *()> make;
    };

    QList<Waiting> m_waiting; // not made yet
    QHash<QByteArray, Page *> m_pages;
    QList<Place> m_history;
    int m_position = -1;
};

} // namespace kontor::ui
