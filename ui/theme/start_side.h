// The start side of the window, in either direction of writing: where the text of inputs begins, and on which side a margin stands.
#pragma once

#include <QMargins>
#include <QObject>

class QLayout;
class QWidget;

namespace kontor::ui {

// The text of inputs begins at the start side, whatever is or will be written in them; it runs in the direction of its own letters.
// Keeps line inputs and plain text inputs at the start side, also when the direction of the window changes. Inputs that were
// aligned on purpose, such as amounts, stay as they are.
class StartSide : public QObject {
    Q_OBJECT

public:
    explicit StartSide(QObject *parent) : QObject(parent) {}

    void keep(QWidget *input);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
};

// Where lines of text begin at the start side. Absolute: Qt would turn a plain alignment with the letters.
Qt::Alignment startSide(Qt::LayoutDirection direction);

// Margins as for left to right, mirrored. Qt mirrors the items of a layout, not its margins.
QMargins sideMargins(Qt::LayoutDirection direction, const QMargins &margins);
// The same for a layout, kept when the direction changes. `owner`: whose direction counts.
void setSideMargins(QWidget *owner, QLayout *layout, const QMargins &margins);

} // namespace kontor::ui
