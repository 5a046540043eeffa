// Plain text that begins with one line and grows with its content, then scrolls. Tab leaves it.
#pragma once

#include <QPlainTextEdit>

namespace kontor::ui {

class GrowingTextEdit : public QPlainTextEdit {
    Q_OBJECT

public:
    explicit GrowingTextEdit(int maximumLines, QWidget *parent = nullptr);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

signals:
    void submitted(); // Ctrl+Enter
    void left();      // the focus went elsewhere

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    int heightFor(int lines) const;
    void adjust();

    int m_maximumLines;
    int m_lines = 1;
};

} // namespace kontor::ui
