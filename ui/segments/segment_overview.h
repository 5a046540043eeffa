// The list of segments: what is saved, how many are in each, and templates to begin with.
#pragma once

#include "segments/segment_list_model.h"
#include "workspace/workspace.h"

#include <QWidget>

#include <functional>

class QListView;
class QPushButton;

namespace kontor::ui {

class PaletteLabel;
class RenamePause;
class SegmentMemory;

class SegmentOverview : public QWidget {
    Q_OBJECT

public:
    SegmentOverview(workspace::Workspace &workspace, const segments::Context &meaning, const Formats &formats,
                    SegmentMemory &memory, QWidget *parent);

    void reload(); // when it is next seen: what the templates suggest is worked out from many customers
    void recount();
    void select(Id segment);
    void noteUsed(Id segment); // opened as a list, for calls, or to be changed
    QListView *list() const { return m_list; }
    SegmentListModel *model() const { return m_model; }

signals:
    void newWanted();
    void editWanted(const kontor::ui::SegmentDraft &draft);
    void listWanted(const QString &name, const kontor::segments::Rule &rule);
    void trashed(const QString &name);
    void problem(const kontor::Error &error);
    void loaded();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    struct Content {
        QList<SegmentListModel::Line> segments;
        QList<SegmentListModel::Line> templates;
    };
    void build();
    QPushButton *addButton(const QString &text, void (SegmentOverview::*act)());
    static Result<Content> load(db::Database &database, const segments::Context &meaning);
    void show(const Content &content);
    void updateButtons();
    const SegmentListModel::Line *current() const;
    void edit();
    void showAsList();
    void rename();
    void pin();
    void trash();
    void showMenu(const QPoint &position);
    void changeSegment(std::function<Result<void>(workspace::Recorder &)> change, Id segment, std::function<void()> done = {});

    workspace::Workspace &m_workspace;
    const segments::Context &m_meaning; // the view's, which may change
    SegmentMemory &m_memory;
    SegmentListModel *m_model;
    QListView *m_list;
    PaletteLabel *m_hint = nullptr;
    QPushButton *m_edit = nullptr;
    QPushButton *m_showList = nullptr;
    QPushButton *m_rename = nullptr;
    QPushButton *m_pin = nullptr;
    QPushButton *m_trash = nullptr;
    QPushButton *m_new = nullptr;
    Id m_toSelect;
    RenamePause *m_pause = nullptr;
    quint64 m_number = 0; // of the newest reload; late counts are dropped
    bool m_isReloadDue = true;
};

} // namespace kontor::ui
