// The window: menu bar, navigation, top bar, banner, pages, toasts. Opens one base at a time and gives its pages what they need.
#pragma once

#include "main_window/action_registry.h"
#include "main_window/shell.h"
#include "workspace/workspace.h"

#include <QMainWindow>
#include <QPointer>
#include <QTemporaryDir>

namespace kontor::recovery {
struct RepairReport;
}

namespace kontor::ui {

class BaseRepair;
class CallSessionPage;
class CommandFinder;
class CustomerWindow;
class CustomerFinder;
class FindBox;
class FileNotice;
class FirstRunPage;
class ImportPage;
class Navigation;
class NewCustomerDialog;
class Notifier;
class Page;
class PageStack;
class PinnedSegments;
class ReminderCentre;
class SampleOpener;
class SettingsWindow;
class SpokenStatus;
class ThemeWatcher;
class TodayPage;
class TopBar;
struct PageSpec;

class MainWindow : public QMainWindow, public Shell {
    Q_OBJECT

public:
    MainWindow(Preferences &preferences, ThemeWatcher &theme, const workspace::OpenOptions &options);
    ~MainWindow() override;

    // The base that is open now stays open when this one cannot be opened.
    bool openBase(const QString &path);
    void openSample();
    bool isBaseOpen() const { return m_workspace != nullptr; }
    workspace::Workspace *workspace() const { return m_workspace.get(); }
    PageStack *pages() const { return m_pages; }
    Navigation *navigation() const { return m_navigation; }
    FindBox *findBox() const { return m_find; }
    ReminderCentre *reminders() const { return m_reminders.get(); }
    void setNotifier(Notifier *notifier) { m_notifier = notifier; } // before a base is opened

    // Shell
    void go(const Place &place) override;
    void goBack() override;
    void showToast(const ToastText &text) override;
    void showUndoToast(const QString &text) override;
    void showError(const Error &error) override;
    void announce(const QString &sentence) override;
    void perform(QLatin1StringView action) override;
    const Formats &formats() const override { return m_formats; }
    ActionRegistry &actions() override { return *m_actions; }
    Preferences &preferences() override { return m_preferences; }

    void openNewCustomer(const QString &name = {}, const QString &phone = {});
    // What was pasted or dropped: the cells of a table go to the import, a signature to a new customer. Anything else is said to be neither.
    void takeText(const QString &text);
    void openFind(const QString &text);
    // The card of a customer beside this window; the one that is open already comes to the front.
    CustomerWindow *openInOwnWindow(Id customer);
    SettingsWindow *showSettings();
    void comeToFront();

signals:
    void baseOpened(const QString &path);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void closeEvent(QCloseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    // main_window.cpp
    void build();
    void wire();
    void arrange();
    void placeToasts();
    void retranslate();
    // main_window_actions.cpp
    bool performHere(QLatin1StringView action);
    void updateActions();
    void updateUndo();
    void takeBack(bool redo);
    void cyclePanes(int by);
    void setTextSize(int percent);
    void chooseTheme(const QString &theme);
    void showAbout();
    // main_window_base.cpp
    void attach(std::unique_ptr<workspace::Workspace> workspace);
    void detach();
    void createBase(const Place &first = {}); // `first`: what is shown of it; the start page where it names none
    void chooseBase();
    void showSampleBanner();
    void showFileNotice();
    bool tellOfWaiting(); // what is not saved yet; true: the person is asked first
    void onChanged(const workspace::ChangeSet &changes);
    void readWords();
    void showFirstRun();
    // main_window_pages.cpp
    void addPages();
    Page *makePage(const PageSpec &spec);
    void wire(TodayPage &today);
    void wire(ImportPage &import);
    void wire(CallSessionPage &calls);
    void showCallSession(bool isRunning, int current, int customers);
    void showPinnedSegments(const PinnedSegments &segments);
    void noteSegmentUsed(const Place &place);
    // main_window_repair.cpp
    void showDamage(const QString &path);
    void repairBase(const QString &path);
    void takeRepaired(const QString &path, const recovery::RepairReport &report);
    // main_window_exports.cpp
    void exportEverything();
    void chooseExport();
    void openFileOrExport(const QString &path);
    void makeBaseOfExport(const QString &json);
    void makeBaseOfExport(const QString &json, const QString &path);
    NewCustomerDialog *showNewCustomer(); // nullptr: nothing can be added now
    // main_window_windows.cpp
    void closeWindows();
    void applyLanguage();
    Formats makeFormats() const; // as the person reads in the open file
    void applyFormats();
    void changeCurrency(const QString &currency);
    void takeUpCurrency();
    void reopen();
    void purgeTrash();

    Preferences &m_preferences;
    ThemeWatcher &m_theme;
    workspace::OpenOptions m_options;
    qreal m_plainTextSize; // of the system's font, in points
    std::unique_ptr<workspace::Workspace> m_workspace;
    Formats m_formats;

    ActionRegistry *m_actions;
    std::unique_ptr<CommandFinder> m_commands;
    CustomerFinder *m_finder = nullptr; // of the open base
    PinnedSegments *m_pinned = nullptr; // of the open base
    QTimer *m_pageMaking;               // until all pages of the base are there
    Navigation *m_navigation;
    TopBar *m_topBar;
    Banner *m_fileBanner; // a lasting state of the file
    Banner *m_banner;
    PageStack *m_pages;
    FirstRunPage *m_firstRun;
    ToastArea *m_toasts;
    FindBox *m_find;
    SpokenStatus *m_spoken;
    SampleOpener *m_sample;
    BaseRepair *m_repair;
    QList<QPointer<CustomerWindow>> m_customerWindows;
    QPointer<SettingsWindow> m_settings;
    QString m_toastAfterReopening;
    Notifier *m_notifier;
    std::unique_ptr<ReminderCentre> m_reminders; // of the open base
    std::unique_ptr<FileNotice> m_notice;        // of the open base
    std::unique_ptr<QTemporaryDir> m_pasted;     // the table that was pasted last
    bool m_hasToldOfWaiting = false;             // this closing of the window
};

} // namespace kontor::ui
