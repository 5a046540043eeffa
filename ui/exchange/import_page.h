// Bringing customers in, in six steps. Nothing is written before the last; one can always go back.
#pragma once

#include "exchange/import_session.h"
#include "main_window/page.h"

class QListWidget;
class QPushButton;
class QStackedWidget;

namespace kontor::ui {

class ImportCheckStep;
class ImportDoneStep;
class ImportSourceStep;
class ImportStep;
class PageTitle;

class ImportPage : public Page {
    Q_OBJECT

public:
    ImportPage(workspace::Workspace &workspace, Shell &shell, QWidget *parent);

    QString title() const override { return tr("Import"); }
    void open(const Place &place) override;
    Place place() const override;
    bool escape() override;
    QList<QWidget *> panes() const override;
    void retranslate() override;

    // Begins with that file, as if it had been chosen.
    void start(const QString &path) { m_session.start(path); }
    ImportSession &session() { return m_session; }
    int step() const;
    void goTo(int step);

protected:
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void build();
    void wire();
    void goOn();
    void showState();
    void fitNames();
    void takeFocusBack();
    bool isReachable(int step) const;
    void showImported();
    void undoImport();

    ImportSession m_session;
    PageTitle *m_title;
    QListWidget *m_names;
    QStackedWidget *m_body;
    ImportSourceStep *m_source;
    ImportCheckStep *m_check;
    ImportDoneStep *m_done;
    QList<ImportStep *> m_steps;
    QPushButton *m_back, *m_next;
    bool m_wasAtWork = false;
};

} // namespace kontor::ui
