// The state of the file at the foot of the navigation: a dot, and always words beside it.
#pragma once

#include <QWidget>

namespace kontor::ui {

enum class FileState { Saved, Saving, Checking, Offline, ReadOnly };

class StatusDot : public QWidget {
    Q_OBJECT

public:
    explicit StatusDot(QWidget *parent = nullptr);
    void setState(FileState state, const QString &words);
    void setCollapsed(bool collapsed); // the dot alone; the words stay in the tool tip
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    FileState m_state = FileState::Saved;
    QString m_words;
    bool m_collapsed = false;
};

} // namespace kontor::ui
