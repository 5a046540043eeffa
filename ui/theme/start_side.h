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

// The margins of a layout as for left to right: the first is that of the start side. `owner`: whose direction counts.
void setSideMargins(QWidget *owner, QLayout *layout, const QMargins &margins);

} // namespace kontor::ui
