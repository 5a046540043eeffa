// The disc with initials that stands for a customer. Its colour follows the id, so that a new name keeps the colour.
#pragma once

#include "base/id.h"

#include <QString>
#include <QWidget>

class QPainter;
class QRect;

namespace kontor::ui {

struct Theme;

// Two letters of Latin, Cyrillic and the like; one of Chinese and of Arabic script, where two would join. Empty: no letters.
QString initialsOf(QStringView name);
int avatarColour(Id id); // 0..11

struct AvatarLook {
    Id id;
    QString name;
    bool organisation = false;
};

void paintAvatar(QPainter *painter, const QRect &rect, const AvatarLook &look, const Theme &theme);

class Avatar : public QWidget {
    Q_OBJECT

public:
    explicit Avatar(int side, QWidget *parent = nullptr);
    void setLook(const AvatarLook &look);
    QSize sizeHint() const override { return {m_side, m_side}; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    int m_side;
    AvatarLook m_look;
};

} // namespace kontor::ui
