// The few sizes and weights of text. Everything derives from the font of the application, which follows the system and the user's text size.
#pragma once

#include <QFont>

class QWidget;

namespace kontor::ui {

enum class TextRole { Caption, Body, Strong, Section, Title, Page, Figure };

QFont textFont(TextRole role, const QFont &base);
// Body text of the application; what delegates measure with.
QFont textFont(TextRole role);
void setTextRole(QWidget *widget, TextRole role); // follows later changes of the application's font

} // namespace kontor::ui
