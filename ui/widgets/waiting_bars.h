// Three grey bars where lines will stand: shown while they are read, and only when that takes longer than a moment.
#pragma once

#include <QTimer>
#include <QWidget>

namespace kontor::ui {

class WaitingBars : public QWidget {
    Q_OBJECT

public:
    explicit WaitingBars(QWidget *parent = nullptr);
    void begin(); // due() follows when it takes longer
    void end();

signals:
    void due();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QTimer m_patience;
};

} // namespace kontor::ui
