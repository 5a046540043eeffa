// A part of a page that scrolls up and down.
#pragma once

class QScrollArea;
class QWidget;

namespace kontor::ui {

// Puts `inside` into the area, as wide as the area is: without a frame, on the ground of the page. The keys go to what stands inside.
void makeScrollPart(QScrollArea *area, QWidget *inside);

} // namespace kontor::ui
