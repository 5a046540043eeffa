// What a person sees before there is a file: bring customers in, look around, start empty, open one that exists. Two questions at most.
#pragma once

#include "workspace/base.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QPushButton;

namespace kontor::ui {

class FirstRunPage : public QWidget {
    Q_OBJECT

public:
    explicit FirstRunPage(QWidget *parent = nullptr);

    workspace::BaseSettings settings() const; // for the file that is made
    void setBusy(bool busy);

signals:
    void importWanted(); // into a new file
    void sampleWanted();
    void newFileWanted();
    void openWanted();

protected:
    void changeEvent(QEvent *event) override;

private:
    struct Choice {
        QLabel *title;
        QLabel *text;
        QPushButton *button;
    };
    Choice addChoice(class QBoxLayout *row, QLatin1StringView icon, bool primary);
    void retranslate();

    QLabel *m_title;
    QLabel *m_text;
    Choice m_import;
    Choice m_sample;
    Choice m_empty;
    QLabel *m_currencyTitle;
    QComboBox *m_currency;
    QPushButton *m_open;
};

// What suits this PC: country, currency and language of the system, its time zone.
workspace::BaseSettings settingsOfThisPc();

} // namespace kontor::ui
