// A chip that Alt and its number press: outcomes, kinds, dates. It shows the number, so that nobody has to learn it elsewhere.
#pragma once

#include <QAbstractButton>

namespace kontor::ui {

class QuickChip : public QAbstractButton {
    Q_OBJECT

public:
    // `number` 1 to 9; 0: none.
    QuickChip(int number, const QString &text, QWidget *parent = nullptr);

    int number() const { return m_number; }
    // One of a row of kinds: with an icon, and without an edge as long as it is not chosen.
    void setQuiet(QLatin1StringView icon);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    QString numberText() const;
    int leadWidth() const; // of the number or the icon before the words

    int m_number;
    QLatin1StringView m_icon;
};

} // namespace kontor::ui
