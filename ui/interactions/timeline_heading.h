// The heading of the month that is looked at, which stays at the upper edge of the timeline until the next one pushes it away.
#pragma once

#include <QWidget>

namespace kontor::ui {

class TimelineHeading : public QWidget {
    Q_OBJECT

public:
    explicit TimelineHeading(QWidget *timeline);
    static int fullHeight(); // of a heading in the list too
    QString text() const { return m_text; }
    void showText(const QString &text);
    static void paintWords(QPainter *painter, const QRect &place, const QString &text, const QWidget &widget);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_text;
};

} // namespace kontor::ui
