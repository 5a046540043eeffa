// Back and Forward, the field that opens find, and New.
#pragma once

#include <QAbstractButton>
#include <QWidget>

class QPushButton;
class QToolButton;

namespace kontor::ui {

class ActionRegistry;

// Looks like a field and opens the find box: one place to type for everything.
class FindField : public QAbstractButton {
    Q_OBJECT

public:
    explicit FindField(QWidget *parent = nullptr);
    void setKeys(const QString &keys);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    QString m_keys;
};

class TopBar : public QWidget {
    Q_OBJECT

public:
    TopBar(ActionRegistry &actions, QWidget *parent);
    void retranslate();
    // New customer is the one filled button, unless the page has its own.
    void setNewIsPrimary(bool primary);
    FindField &findField() { return *m_find; }
    QPushButton *reminders() const { return m_reminders; } // hidden where there are none

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    ActionRegistry &m_actions;
    QToolButton *m_back;
    QToolButton *m_forward;
    FindField *m_find;
    QPushButton *m_reminders;
    QPushButton *m_new;
};

} // namespace kontor::ui
