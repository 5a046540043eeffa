// Tells a screen reader what changed without moving the focus: "38 customers", "Call logged". Qt 6.4 has no event for announcements,
// so this is a label nobody sees whose name changes, and an alert.
#pragma once

#include <QLabel>

namespace kontor::ui {

class SpokenStatus : public QLabel {
    Q_OBJECT

public:
    explicit SpokenStatus(QWidget *parent = nullptr);
    void say(const QString &sentence);
};

} // namespace kontor::ui
