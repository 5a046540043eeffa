// The icons of resources/icons: one-colour outlines, tinted for the theme each time they are painted, so that a change of theme, mode
// (disabled) or direction needs no new icon.
#pragma once

#include <QIcon>
#include <QLatin1StringView>

class QColor;
class QPainter;
class QRect;

namespace kontor::ui {

struct Theme;

enum class Tint { Text, Muted, Accent, Good, Warn, Bad };

namespace Icon {

QIcon get(QLatin1StringView name, Tint tint = Tint::Muted);
// For delegates: in a colour of their own. Directional icons are mirrored when `mirrored`.
void paint(QPainter *painter, const QRect &rect, QLatin1StringView name, const QColor &colour, bool mirrored = false);
bool exists(QLatin1StringView name);

} // namespace Icon

} // namespace kontor::ui
