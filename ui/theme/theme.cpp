#include "theme/theme.h"

#include <algorithm>
#include <cmath>

namespace kontor::ui {

namespace {

QColor rgb(QRgb value) { return QColor::fromRgb(value); }

ColourPair pair(QRgb background, QRgb foreground) { return {rgb(background), rgb(foreground)}; }

std::array<QColor, 12> avatarColours() {
    return {rgb(0xB3413A), rgb(0xA8541C), rgb(0x8A6100), rgb(0x5C6F1A), rgb(0x2F7540), rgb(0x1C7565),
            rgb(0x1A6F8C), rgb(0x2F63B5), rgb(0x5555C0), rgb(0x7A4BB8), rgb(0x9A3F9E), rgb(0xAD3B6E)};
}

qreal linear(qreal channel) { return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4); }

qreal luminance(const QColor &colour) {
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF());
}

} // namespace

QColor mixed(const QColor &over, const QColor &under, qreal share) {
    const auto blend = [share](float a, float b) { return float(a * share + b * (1 - share)); };
    return QColor::fromRgbF(blend(over.redF(), under.redF()), blend(over.greenF(), under.greenF()),
                            blend(over.blueF(), under.blueF()));
}

qreal contrast(const QColor &one, const QColor &other) {
    const auto [darker, lighter] = std::minmax({luminance(one), luminance(other)});
    return (lighter + 0.05) / (darker + 0.05);
}

Theme Theme::light() {
    Theme theme;
    theme.window = rgb(0xF4F5F7);
    theme.surface = rgb(0xFFFFFF);
    theme.raised = rgb(0xFFFFFF);
    theme.sunken = rgb(0xECEEF1);
    theme.hover = rgb(0xEEF1F5);
    theme.text = rgb(0x1B1F24);
    theme.text2 = rgb(0x4A525C);
    theme.text3 = rgb(0x5C6470);
    theme.line = rgb(0xDADDE2);
    theme.lineStrong = rgb(0x7F8792);
    theme.accent = rgb(0x1F5FBF);
    theme.onAccent = rgb(0xFFFFFF);
    theme.sel = rgb(0xD6E4FA);
    theme.selText = rgb(0x10294D);
    theme.selText2 = rgb(0x2F4566);
    theme.good = pair(0xDFF3E7, 0x146C43);
    theme.warn = pair(0xFFF0D6, 0x8A4B00);
    theme.bad = pair(0xFCE4E2, 0xB3261E);
    theme.infoBackground = rgb(0xE3EDFB);
    theme.hit = pair(0xFFE58A, 0x1B1F24);
    theme.tags = {pair(0xE9EBEF, 0x3D4550), pair(0xFBE3E1, 0x8F1D17), pair(0xFDE9D3, 0x7A3E00), pair(0xFBF0C4, 0x5F4B00),
                  pair(0xDDF2E4, 0x0F5A36), pair(0xD6F1EE, 0x0B5650), pair(0xDFEAFB, 0x174A96), pair(0xEBE4FA, 0x4E2F92)};
    theme.avatars = avatarColours();
    return theme;
}

Theme Theme::darkTheme() {
    Theme theme;
    theme.dark = true;
    theme.window = rgb(0x17191D);
    theme.surface = rgb(0x1F2227);
    theme.raised = rgb(0x272B31);
    theme.sunken = rgb(0x121417);
    theme.hover = rgb(0x2A2E35);
    theme.text = rgb(0xE8EAED);
    theme.text2 = rgb(0xBCC2CB);
    theme.text3 = rgb(0xA7AEB9);
    theme.line = rgb(0x343940);
    theme.lineStrong = rgb(0x7D8591);
    theme.accent = rgb(0x8DB8FF);
    theme.onAccent = rgb(0x0B1F3D);
    theme.sel = rgb(0x23406B);
    theme.selText = rgb(0xF2F6FC);
    theme.selText2 = rgb(0xC9D6EA);
    theme.good = pair(0x173626, 0x6FD3A0);
    theme.warn = pair(0x3A2A10, 0xF2B75C);
    theme.bad = pair(0x45201D, 0xFF9A92);
    theme.infoBackground = rgb(0x1B2D49);
    theme.hit = pair(0xF2C94C, 0x1B1F24);
    theme.tags = {pair(0x343940, 0xD5D9DF), pair(0x4A2320, 0xFFB4AD), pair(0x46301A, 0xFFC48A), pair(0x3F371A, 0xF0D77A),
                  pair(0x1B3B2A, 0x8FDDB3), pair(0x17393A, 0x83D9D5), pair(0x1F3556, 0xA9CBFF), pair(0x342A52, 0xCBB8FF)};
    theme.avatars = avatarColours();
    return theme;
}

Theme Theme::fromSystem(const QPalette &system) {
    Theme theme;
    theme.highContrast = true;
    theme.window = theme.sunken = system.color(QPalette::Window);
    theme.surface = theme.raised = theme.hover = system.color(QPalette::Base);
    theme.text = theme.text2 = theme.text3 = system.color(QPalette::Text);
    theme.line = theme.lineStrong = system.color(QPalette::WindowText);
    theme.accent = theme.sel = system.color(QPalette::Highlight);
    theme.onAccent = theme.selText = theme.selText2 = system.color(QPalette::HighlightedText);
    theme.dark = luminance(theme.window) < luminance(theme.text);
    theme.good = theme.warn = theme.bad = ColourPair{theme.surface, theme.text};
    theme.infoBackground = theme.surface;
    theme.hit = ColourPair{theme.sel, theme.selText};
    theme.tags.fill(ColourPair{theme.surface, theme.text});
    theme.avatars = avatarColours();
    return theme;
}

QPalette Theme::palette() const {
    QPalette palette;
    palette.setColor(QPalette::Window, window);
    palette.setColor(QPalette::WindowText, text);
    palette.setColor(QPalette::Base, surface);
    palette.setColor(QPalette::AlternateBase, sunken);
    palette.setColor(QPalette::ToolTipBase, raised);
    palette.setColor(QPalette::ToolTipText, text);
    palette.setColor(QPalette::PlaceholderText, text3);
    palette.setColor(QPalette::Text, text);
    palette.setColor(QPalette::Button, surface);
    palette.setColor(QPalette::ButtonText, text);
    palette.setColor(QPalette::BrightText, bad.foreground);
    palette.setColor(QPalette::Light, raised);
    palette.setColor(QPalette::Midlight, line);
    palette.setColor(QPalette::Mid, line);
    palette.setColor(QPalette::Dark, lineStrong);
    palette.setColor(QPalette::Shadow, QColor(Qt::black));
    palette.setColor(QPalette::Highlight, sel);
    palette.setColor(QPalette::HighlightedText, selText);
    palette.setColor(QPalette::Link, accent);
    palette.setColor(QPalette::LinkVisited, accent);
    palette.setColor(QPalette::Inactive, QPalette::Highlight, highContrast ? sel : mixed(sel, surface, 0.6));
    palette.setColor(QPalette::Inactive, QPalette::HighlightedText, highContrast ? selText : mixed(selText, text, 0.6));
    const QColor faint = mixed(text3, surface, 0.65);
    for (const auto role :
         {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::PlaceholderText, QPalette::Link})
        palette.setColor(QPalette::Disabled, role, faint);
    palette.setColor(QPalette::Disabled, QPalette::Base, window);
    palette.setColor(QPalette::Disabled, QPalette::Button, window);
    return palette;
}

} // namespace kontor::ui
