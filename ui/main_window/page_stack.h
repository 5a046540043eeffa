// The pages of one base, one of them shown, and the history of places that Back and Forward walk through.
#pragma once

#include "main_window/page.h"

#include <QStackedWidget>

namespace kontor::ui {

class PageStack : public QStackedWidget {
    Q_OBJECT

public:
    explicit PageStack(QWidget *parent = nullptr);

    void addPage(const QByteArray &id, Page *page);
    bool hasPage(const QByteArray &id) const { return m_pages.contains(id); }
    QList<Page *> pages() const { return m_pages.values(); }
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
    void keepView();
    void step(int by);
    void showPlace(const Place &place);

    QHash<QByteArray, Page *> m_pages;
    QList<Place> m_history;
    int m_position = -1;
};

} // namespace kontor::ui
