// A word on the card's head that is not pressed: type, tags, what the customer does not allow.
#pragma once

#include "widgets/chip.h"

#include <QWidget>

namespace kontor::ui {

class CardChip : public QWidget {
    Q_OBJECT

public:
    CardChip(const QString &text, ChipTone tone, QLatin1StringView icon = {}, QWidget *parent = nullptr);
    QSize sizeHint() const override;
    QString text() const { return m_text; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_text;
    ChipTone m_tone;
    QLatin1StringView m_icon;
};

// A short fact with its icon: "Next: send offer, 3 days late".
class CardFact : public QWidget {
    Q_OBJECT

public:
    explicit CardFact(QWidget *parent = nullptr);
    void setFact(QLatin1StringView icon, const QString &text, const QString &exact = {}, bool isBad = false);
    QString text() const { return m_text; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QLatin1StringView m_icon;
    QString m_text;
    bool m_isBad = false;
};

} // namespace kontor::ui
