// A small form that floats over the page beside what opened it. Esc leaves it, and the focus goes back where it was.
#pragma once

#include "theme/metrics.h"
#include "widgets/card_frame.h"

#include <QPointer>

class QAbstractButton;
class QLabel;
class QBoxLayout;
class QVBoxLayout;

namespace kontor::ui {

class PaletteLabel;

class Popover : public CardFrame {
    Q_OBJECT

public:
    // Lives in `page` and covers a part of it.
    Popover(const QString &title, QWidget *page);

    void setTitle(const QString &title);
    // A field with its label above.
    void addField(const QString &label, QWidget *field);
    void addFieldTo(QBoxLayout *column, const QString &label, QWidget *field);
    void setFieldShown(QWidget *field, bool isShown); // with its label
    void addWidget(QWidget *widget);
    // The last row: Cancel, and the button that does it.
    QAbstractButton *addButtons(const QString &doIt);
    void fit();                               // after something was shown or hidden
    void setProblem(const QString &sentence); // empty: none

    // Under `anchor` (in coordinates of the page), inside the page.
    void openAt(const QRect &anchor, QWidget *first);
    void close();
    bool isOpen() const { return isVisible(); }

signals:
    void accepted(); // the button or Enter
    void closed();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    bool focusNextPrevChild(bool next) override;

private:
    void place();

    QVBoxLayout *m_column;
    PaletteLabel *m_heading;
    PaletteLabel *m_problem;
    QRect m_anchor;
    QPointer<QWidget> m_focusBefore;
};

} // namespace kontor::ui
