// One of the eight colours of tags and types, each with its name.
#pragma once

#include <QComboBox>

namespace kontor::ui {

class ColourChoice : public QComboBox {
    Q_OBJECT

public:
    explicit ColourChoice(QWidget *parent);
    void retranslate();
    static QString colourName(int colour);

protected:
    void changeEvent(QEvent *event) override;

private:
    void tint();
};

} // namespace kontor::ui
