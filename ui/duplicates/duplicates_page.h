// Customers who are likely one, over the whole file: looked at two by two, made one, or marked as different people.
#pragma once

#include "duplicates/duplicate_finder.h"
#include "main_window/page.h"

#include <memory>

class QProgressBar;
class QPushButton;
class QStackedWidget;
class QTableView;

namespace kontor::ui {

class DuplicateGroupsModel;
class EmptyState;
class MergeDialog;
class PageTitle;

class DuplicatesPage : public Page {
    Q_OBJECT

public:
    DuplicatesPage(workspace::Workspace &workspace, Shell &shell, QWidget *parent);

    QString title() const override { return tr("Duplicates"); }
    void open(const Place &place) override;
    Place place() const override;
    Id currentCustomer() const override;
    QList<QWidget *> panes() const override;
    void retranslate() override;

    QTableView *table() const { return m_table; }
    bool isLooking() const { return m_search != nullptr; }
    void look(); // through all customers, in the background

private:
    void build();
    void wire();
    void lookOn();
    void showState();
    int row() const;
    void compare();
    void merge(MergeDialog *dialog);
    void keepApart();
    void openCards();

    DuplicateGroupsModel *m_model;
    PageTitle *m_title;
    QPushButton *m_compare, *m_different, *m_open, *m_again;
    QProgressBar *m_progress;
    QStackedWidget *m_body;
    QTableView *m_table;
    EmptyState *m_empty;
    std::shared_ptr<duplicates::DuplicateSearch> m_search; // under way
    bool m_hasLooked = false;
};

} // namespace kontor::ui
