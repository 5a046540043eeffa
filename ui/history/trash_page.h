// The trash: restore, delete for good, empty. The one place where something cannot be taken back, and the one that asks.
#pragma once

#include "history/trash_list.h"
#include "main_window/page.h"

class QComboBox;
class QListView;
class QPushButton;
class QStackedWidget;

namespace kontor::ui {

class EmptyState;
class PageTitle;
class TrashModel;

class TrashPage : public Page {
    Q_OBJECT

public:
    TrashPage(workspace::Workspace &workspace, Shell &shell, QWidget *parent);

    QString title() const override { return tr("Trash"); }
    void open(const Place &place) override;
    Place place() const override;
    bool canPerform(QLatin1StringView action) const override;
    void perform(QLatin1StringView action) override;
    void onChanged(const workspace::ChangeSet &changes) override;
    QList<QWidget *> panes() const override;
    void retranslate() override;

    QListView *list() const { return m_list; }
    TrashModel *model() const { return m_model; }

signals:
    void countKnown(qint64 count);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void build();
    void fillKinds();
    void wire();
    void showState();
    QList<history::TrashKey> chosen() const;
    void restore();
    void askToDelete(const QList<history::TrashKey> &keys, bool isEverything);
    void deleteForGood(const QList<history::TrashKey> &keys);
    void showMenu(const QPoint &position);

    TrashModel *m_model;
    PageTitle *m_title;
    QListView *m_list;
    QPushButton *m_restore;
    QPushButton *m_delete;
    QPushButton *m_emptyAll;
    QComboBox *m_kind;
    QStackedWidget *m_body;
    EmptyState *m_empty;
    int m_row = 0; // where the next line is chosen when the rows become others
    QTimer m_reloadLater;
};

} // namespace kontor::ui
