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

signals:
    void newFileWanted(const QString &exportPath); // of an export of a whole file
    void errorOver(const QString &message);        // that was shown: what was wrong is right now

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    enum Step { kSource, kReading, kCheck = 4, kDone };
    enum class After { BeginAnew, TakeAll }; // what comes when an import was taken back

    void build();
    void wire();
    void goOn();
    void showState();
    void fitNames();
    void focusStep();
    void takeFocusBack();
    bool isReachable(int step) const;
    QString whyUnreachable(int step) const;
    bool isRunOfFeed() const;
    // import_page_acts.cpp
    void import(qint64 trial); // only so many rows; 0: all
    void showImported();
    void undoImport(After after); // asks about those that were edited since
    void askOfEdited(qint64 edited, After after);
    void takeBack(exchange::OfEdited ofEdited, After after);
    void beginAnew();

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
    QString m_error; // that was shown last
};

} // namespace kontor::ui
