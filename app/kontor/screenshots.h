// Renders every page and state of a sample base to PNG files, for judging by eye and for the manual: kontor --screenshots FOLDER.
#pragma once

#include "main_window/main_window.h"

#include <QPointer>
#include <QTemporaryDir>
#include <QTimer>

#include <functional>

namespace kontor {

class Screenshots : public QObject {
    Q_OBJECT

public:
    // `size`: of the window in all pictures; empty: each as it asks.
    Screenshots(ui::MainWindow &window, const workspace::OpenOptions &options, const QString &folder, QSize size);
    void start();

private:
    struct Shot {
        QString name; // empty: a step without a picture
        std::function<void()> prepare;
    };
    void addFirstShots();
    void addTodayShots();
    void addTaskShots();
    void addSegmentShots();
    void addCallShots();
    void addListShots();
    void addListStateShots(); // screenshots_list.cpp
    void addCardShots();      // screenshots_card.cpp
    void addFindShots();
    void addCareShots();
    void addImportShots(); // screenshots_import.cpp
    void addDuplicateShots();
    void addDataCareShots(); // screenshots_care.cpp
    void addMergedShot();
    void addSettingsShots(); // screenshots_settings.cpp
    void addSharingShots(); // screenshots_sharing.cpp
    void pause(int steps);
    void otherWrites(std::function<Result<void>(workspace::Recorder &)> act);
    void otherSets(const QByteArray &column, const QString &text);
    void addWindowShots();
    void addDialogShots();
    void enlargeText();
    void restoreText(); // the size that the run was started with
    void step();
    void waitForAnswers();
    void grab();
    void press(int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier);
    void pressOnFocus(int key); // in an editor, which is not the window's own focus
    void type(const QString &text);
    void filter(int column, const QString &text);

    ui::MainWindow &m_window;
    workspace::OpenOptions m_options;
    QString m_folder;
    QSize m_size;
    int m_textSize;
    QTemporaryDir m_bases;
    QList<Shot> m_shots;
    qsizetype m_next = 0;
    QTimer m_settled;
    int m_awaited = 0; // answers of the two readers
    std::unique_ptr<workspace::Workspace> m_other; // of another person on the same file
    std::unique_ptr<sharing::Presence> m_liar;     // of a computer that was lied to about locks
    Id m_shared;                                   // the customer whom both look at
    QPointer<QWidget> m_beside; // the window beside the main one that is to be shown
};

} // namespace kontor
