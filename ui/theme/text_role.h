// The few sizes and weights of text. Everything derives from the font of the application, which follows the system and the user's text size.
#pragma once

#include <QFont>

class QWidget;

namespace kontor::ui {

enum class TextRole { Caption, Body, Strong, Section, Title, Page, Figure };

QFont textFont(TextRole role, const QFont &base);
// Body text of the application; what delegates measure with.
QFont textFont(TextRole role);
// Height of a line in the script of the interface: Arabic letters come from another font and stand higher than the font itself says.
int lineHeight(TextRole role);
int cosyRowHeight(); // two lines: body and caption
int compactRowHeight();
// How much more room than at ordinary size the text wants: 1 up to 12 points, then in proportion. Panes and breakpoints go by it.
qreal textScale();
int scaled(int pixels);
void setTextRole(QWidget *widget, TextRole role); // follows later changes of the application's font
void refreshTextRoles();                          // after such a change

} // namespace kontor::ui
