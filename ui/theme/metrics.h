// Sizes in logical pixels at 100 %: the 4-px grid of the interface. Pages use these names, never numbers.
#pragma once

namespace kontor::ui::metrics {

// space
constexpr int kHair = 1;
constexpr int kTiny = 2; // icon to edge only
constexpr int kSmall = 4;
constexpr int kGap = 8; // between buttons, between fields
constexpr int kLabelGap = 12;
constexpr int kPane = 16; // pane padding, gap between groups
constexpr int kPage = 24; // page margin
constexpr int kWide = 32;

// shape
constexpr int kRadius = 6;
constexpr int kCardRadius = 10;
constexpr int kFocusWidth = 2;
constexpr int kCurrentBar = 3; // accent bar of the current row and page

// controls
constexpr int kControl = 32;
constexpr int kCompactControl = 28;
constexpr int kChip = 24;
constexpr int kIcon = 20;
constexpr int kSmallIcon = 16;
constexpr int kLargeIcon = 24;
constexpr int kNavigationRow = 34;
constexpr int kTopBar = 48;
constexpr int kNavigation = 212;
constexpr int kNavigationMax = 260;
constexpr int kRail = 56;
constexpr int kScrollBar = 12;
constexpr int kAvatar = 28;
constexpr int kFindWidth = 440;

// tables
constexpr int kHeader = 34;
constexpr int kFilterRow = 40;
constexpr int kCosyRow = 44;
constexpr int kCompactRow = 30;
constexpr int kCellPadding = 12;

// window
constexpr int kWindowMinWidth = 900;
constexpr int kWindowMinHeight = 600;

// time
constexpr int kFadeIn = 120;
constexpr int kFadeOut = 80;
constexpr int kToastTime = 6000;
constexpr int kDimAfter = 400;
constexpr int kFilterPause = 120;

} // namespace kontor::ui::metrics
