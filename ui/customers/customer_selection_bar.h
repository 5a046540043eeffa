// What can be done with several selected customers, under their list; and how far it is, with the way to stop it.
#pragma once

#include <QWidget>

class QAction;
class QLabel;
class QProgressBar;
class QPushButton;

namespace kontor::ui {

class ActionRegistry;
class Formats;

class CustomerSelectionBar : public QWidget {
    Q_OBJECT

public:
    CustomerSelectionBar(ActionRegistry &actions, const Formats &formats, QWidget *parent);

    void setSelected(qint64 customers); // the bar is there for two or more
    void showProgress(const QString &sentence, qint64 done, qint64 total);
    void endProgress();
    bool isWorking() const { return m_isWorking; }
    void retranslate();

signals:
    void clearWanted();
    void stopWanted();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    struct Entry {
        QAction *action;
        QPushButton *button;
        const char *words; // nullptr: those of the command
    };
    void addButton(QLatin1StringView action, const char *words = nullptr);
    void refresh();

    ActionRegistry &m_actions;
    const Formats &m_formats;
    QWidget *m_acts;
    QLabel *m_count;
    QList<Entry> m_entries;
    QPushButton *m_clear;
    QWidget *m_work;
    QLabel *m_sentence;
    QProgressBar *m_progress;
    QPushButton *m_stop;
    qint64 m_selected = 0;
    bool m_isWorking = false;
};

} // namespace kontor::ui
