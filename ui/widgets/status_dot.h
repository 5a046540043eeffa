// The state of the file at the foot of the navigation: a dot, and always words with it.
#pragma once

#include <QWidget>

namespace kontor::ui {

enum class FileState { Saved, Saving, Checking, Offline, ReadOnly };

class StatusDot : public QWidget {
    Q_OBJECT

public:
    explicit StatusDot(QWidget *parent = nullptr);
    // `brief`: for the rail.
    void setState(FileState state, const QString &words, const QString &brief);
    void setCollapsed(bool collapsed); // brief, below the dot; all words stay in the tool tip
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QStringList briefLines() const;
    void paintBelow(QPainter *painter, const QRect &dot) const;

    FileState m_state = FileState::Saved;
    QString m_words;
    QString m_brief;
    bool m_collapsed = false;
};

} // namespace kontor::ui
