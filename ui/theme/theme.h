// The colours of the interface. Widgets take the roles of palette(); delegates and own painting take the tokens.
#pragma once

#include <QColor>
#include <QPalette>

#include <array>

namespace kontor::ui {

struct ColourPair {
    QColor background;
    QColor foreground;
};

struct Theme {
    bool dark = false;
    bool highContrast = false;

    QColor window;  // page
    QColor surface; // tables, fields, cards
    QColor raised;  // popovers, find, toasts
    QColor sunken;  // navigation, filter row
    QColor hover;
    QColor text;
    QColor text2;      // second line, labels
    QColor text3;      // hints, placeholders, counts
    QColor line;       // dividers only
    QColor lineStrong; // edges of inputs and buttons
    QColor accent;     // links, focus ring, primary button
    QColor onAccent;
    QColor sel; // selected row, current page
    QColor selText;
    QColor selText2;
    ColourPair good; // done, saved
    ColourPair warn; // no step, offline
    ColourPair bad;  // late, error, do not call
    QColor infoBackground;
    ColourPair hit; // what was searched for
    std::array<ColourPair, 8> tags;
    std::array<QColor, 12> avatars; // white initials on them

    static Theme light();
    static Theme darkTheme();
    // What the system asks for, where it asks for high contrast: its own colours, nothing tinted.
    static Theme fromSystem(const QPalette &system);

    QPalette palette() const;
    QColor onAvatar() const { return QColor(Qt::white); }
};

// `share` of `over` on `under`, opaque.
QColor mixed(const QColor &over, const QColor &under, qreal share);
// Contrast ratio as WCAG 2 defines it, 1 to 21.
qreal contrast(const QColor &one, const QColor &other);

} // namespace kontor::ui
