#include "theme/text_role.h"

#include <QApplication>
#include <QEvent>
#include <QWidget>

namespace kontor::ui {

namespace {

qreal sizeOf(TextRole role) {
    switch (role) {
    case TextRole::Caption:
        return 0.88;
    case TextRole::Section:
        return 0.9;
    case TextRole::Title:
        return 1.3;
    case TextRole::Page:
        return 1.6;
    case TextRole::Figure:
        return 1.9;
    case TextRole::Body:
    case TextRole::Strong:
        break;
    }
    return 1.0;
}

bool isStrong(TextRole role) {
    return role != TextRole::Body && role != TextRole::Caption;
}

class RoleKeeper : public QObject {
public:
    RoleKeeper(QWidget *widget, TextRole role) : QObject(widget), m_widget(widget), m_role(role) {
        widget->installEventFilter(this);
        apply();
    }

    bool eventFilter(QObject *watched, QEvent *event) override {
        if (watched == m_widget && event->type() == QEvent::ApplicationFontChange)
            apply();
        return false;
    }

private:
    void apply() { m_widget->setFont(textFont(m_role)); }

    QWidget *m_widget;
    TextRole m_role;
};

} // namespace

QFont textFont(TextRole role, const QFont &base) {
    QFont font = base;
    if (base.pointSizeF() > 0)
        font.setPointSizeF(base.pointSizeF() * sizeOf(role));
    else
        font.setPixelSize(qRound(base.pixelSize() * sizeOf(role)));
    font.setWeight(isStrong(role) ? QFont::DemiBold : QFont::Normal);
    return font;
}

QFont textFont(TextRole role) {
    return textFont(role, QApplication::font());
}

void setTextRole(QWidget *widget, TextRole role) {
    new RoleKeeper(widget, role);
}

} // namespace kontor::ui
