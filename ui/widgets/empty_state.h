// What a page shows where there is nothing: one sentence, what to do, and its key.
#pragma once

#include <QWidget>

class QAbstractButton;
class QLabel;
class QHBoxLayout;

namespace kontor::ui {

class EmptyState : public QWidget {
    Q_OBJECT

public:
    explicit EmptyState(QWidget *parent = nullptr);

    void setContent(QLatin1StringView icon, const QString &title, const QString &text);
    QAbstractButton *addButton(const QString &text, bool primary = false);

private:
    QLabel *m_mark;
    QLabel *m_title;
    QLabel *m_text;
    QHBoxLayout *m_buttons;
};

} // namespace kontor::ui
