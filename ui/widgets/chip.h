// Small rounded marks with a word: lifecycle, tags, filters on hidden columns. Painted by delegates, or a widget with a way to remove it.
#pragma once

#include "theme/theme.h"

#include <QAbstractButton>
#include <QString>

class QPainter;
class QRect;

namespace kontor::ui {

enum class ChipTone { Neutral, Red, Orange, Yellow, Green, Teal, Blue, Violet };

ColourPair chipColours(ChipTone tone, const Theme &theme);
QSize chipSize(const QString &text, const QFont &font);
// Draws at the start side of `rect` as `direction` wants, elided where it does not fit; returns the rectangle it took.
QRect paintChip(QPainter *painter, const QRect &rect, const QString &text, ChipTone tone, const Theme &theme,
                Qt::LayoutDirection direction);

// A chip that a click or Delete removes; says "City: Malmö, remove" to a screen reader.
class RemovableChip : public QAbstractButton {
    Q_OBJECT

public:
    explicit RemovableChip(const QString &text, QWidget *parent = nullptr);
    void setAct(const QString &act); // what removing it does; the tool tip says it
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override; // elided, with the whole text as tool tip

signals:
    void removed();

protected:
    void resizeEvent(QResizeEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void tellAct();
    QRect words() const;
    QString shownText() const;

    QString m_act;
};

} // namespace kontor::ui
