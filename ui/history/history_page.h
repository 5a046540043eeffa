// Everything that happened, or what happened to one customer: who, when, what, from which value to which. Enter puts it back.
#pragma once

#include "history/history_list.h"
#include "main_window/page.h"

#include <QTimer>

class QAbstractButton;
class QComboBox;
class QLineEdit;
class QPushButton;
class QStackedWidget;

namespace kontor::ui {

class EmptyState;
class HistoryExport;
class HistoryModel;
class HistoryView;
class PageTitle;
class RemovableChip;

class HistoryPage : public Page {
    Q_OBJECT

public:
    HistoryPage(workspace::Workspace &workspace, Shell &shell, QWidget *parent);

    QString title() const override;
    void open(const Place &place) override;
    Place place() const override;
    Id currentCustomer() const override;
    bool canPerform(QLatin1StringView action) const override;
    void perform(QLatin1StringView action) override;
    bool escape() override;
    void onChanged(const workspace::ChangeSet &changes) override;
    QList<QWidget *> panes() const override;
    void retranslate() override;

    HistoryView *view() const { return m_view; }
    HistoryModel *model() const { return m_model; }
    QLineEdit *searchField() const { return m_text; }
    QComboBox *kindField() const { return m_kind; }
    HistoryExport *exporter() const { return m_export; }

private:
    void build();
    void fillKinds();
    void readAuthors();
    void readCustomer();
    history::HistoryQuery wanted() const;
    bool isFiltered() const;
    void ask();
    void clearFilter();
    void showState();
    void answer(const QModelIndex &index);
    void restore(const history::ChangeLine &line);
    void undo(const history::Act &act, bool evenIfChanged);
    void askWhetherAnyway(const history::Act &act, const Error &error);
    void redo(const history::Act &act);
    void copy();
    void showMenu(const QModelIndex &index, const QPoint &position);
    // history_page_version.cpp
    Id versionCustomer() const;
    void openVersion();
    void restoreVersion(Id customer, qint64 operation);

    HistoryModel *m_model;
    HistoryView *m_view;
    PageTitle *m_title;
    RemovableChip *m_only = nullptr; // the one customer
    QWidget *m_filters;
    QComboBox *m_author;
    QComboBox *m_kind;
    QLineEdit *m_text;
    QPushButton *m_trash;
    QStackedWidget *m_body;
    EmptyState *m_empty;
    QAbstractButton *m_clear;
    HistoryExport *m_export;
    QTimer m_pause;
    Id m_customer;
    QString m_customerName;
    bool m_isAsked = false;
};

} // namespace kontor::ui
