#include "theme/theme.h"

#include <gtest/gtest.h>

using namespace kontor::ui;

namespace {

constexpr double kText = 4.5;
constexpr double kEdge = 3.0;
constexpr double kTag = 7.0;
constexpr double kAvatar = 5.3;

class Themes : public testing::TestWithParam<bool> {
protected:
    Theme theme() const { return GetParam() ? Theme::darkTheme() : Theme::light(); }
};

void expectContrast(const char *what, const QColor &front, const QColor &back, double least) {
    EXPECT_GE(contrast(front, back), least) << what << " " << front.name().toStdString() << " on " << back.name().toStdString();
}

} // namespace

TEST_P(Themes, KeepTextReadableOnEveryGround) {
    const Theme theme = this->theme();
    for (const QColor &ground : {theme.window, theme.surface, theme.raised, theme.sunken, theme.hover}) {
        expectContrast("text", theme.text, ground, kText);
        expectContrast("text2", theme.text2, ground, kText);
        expectContrast("text3", theme.text3, ground, kText);
        expectContrast("accent", theme.accent, ground, kText);
    }
}

TEST_P(Themes, KeepTextReadableOnTheSelection) {
    const Theme theme = this->theme();
    expectContrast("selText", theme.selText, theme.sel, kText);
    expectContrast("selText2", theme.selText2, theme.sel, kText);
    expectContrast("bad on sel", theme.bad.foreground, theme.sel, kText);
    const QPalette palette = theme.palette();
    expectContrast("inactive selection", palette.color(QPalette::Inactive, QPalette::HighlightedText),
                   palette.color(QPalette::Inactive, QPalette::Highlight), kText);
}

TEST_P(Themes, KeepEdgesAndFocusVisible) {
    const Theme theme = this->theme();
    for (const QColor &ground : {theme.window, theme.surface, theme.raised, theme.sunken}) {
        expectContrast("lineStrong", theme.lineStrong, ground, kEdge);
        expectContrast("focus", theme.accent, ground, kEdge);
    }
}

TEST_P(Themes, KeepStatesReadable) {
    const Theme theme = this->theme();
    for (const ColourPair &pair : {theme.good, theme.warn, theme.bad, theme.hit})
        expectContrast("state", pair.foreground, pair.background, kText);
    for (const ColourPair &pair : {theme.good, theme.warn, theme.bad})
        expectContrast("state on a row", pair.foreground, theme.surface, kText);
    expectContrast("primary", theme.onAccent, theme.accent, kText);
    expectContrast("banner", theme.text, theme.infoBackground, kText);
    expectContrast("link in a banner", theme.accent, theme.infoBackground, kText);
}

TEST_P(Themes, KeepTagsAndAvatarsReadable) {
    const Theme theme = this->theme();
    for (const ColourPair &pair : theme.tags)
        expectContrast("tag", pair.foreground, pair.background, kTag);
    for (const QColor &avatar : theme.avatars)
        expectContrast("avatar", theme.onAvatar(), avatar, kAvatar);
}

INSTANTIATE_TEST_SUITE_P(LightAndDark, Themes, testing::Values(false, true));

TEST(Theme, OfAHighContrastSystemTakesItsColoursAsTheyAre) {
    QPalette system;
    system.setColor(QPalette::Window, Qt::black);
    system.setColor(QPalette::Base, Qt::black);
    system.setColor(QPalette::Text, Qt::white);
    system.setColor(QPalette::WindowText, Qt::white);
    system.setColor(QPalette::Highlight, Qt::yellow);
    system.setColor(QPalette::HighlightedText, Qt::black);
    const Theme theme = Theme::fromSystem(system);
    EXPECT_TRUE(theme.highContrast);
    EXPECT_TRUE(theme.dark);
    EXPECT_EQ(theme.surface, QColor(Qt::black));
    EXPECT_EQ(theme.sel, QColor(Qt::yellow));
}

TEST(Contrast, IsThatOfWcag) {
    EXPECT_NEAR(contrast(Qt::white, Qt::black), 21.0, 0.01);
    EXPECT_NEAR(contrast(QColor(0x77, 0x77, 0x77), Qt::white), 4.48, 0.01);
}
