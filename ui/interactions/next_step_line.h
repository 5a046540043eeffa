// The next step as a sentence that can be edited: "Next: Call back on Tue 10 Mar 10:00". Without one, a button that begins it.
#pragma once

#include "interactions/draft_store.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;
class QToolButton;

namespace kontor::ui {

class DateWordsEdit;
class Formats;

class NextStepLine : public QWidget {
    Q_OBJECT

public:
    explicit NextStepLine(const Formats &formats, QWidget *parent = nullptr);

    void setStep(const std::optional<DraftStep> &step);
    std::optional<DraftStep> step() const;
    QString problem() const;               // a sentence where the line cannot be saved as it stands
    bool isOwn() const { return m_isOwn; } // typed or begun by the person, not proposed by an outcome
    void retranslate();

signals:
    void edited();

private:
    void begin();
    void remove();
    void showParts(bool isShown);

    const Formats &m_formats;
    QPushButton *m_begin;
    QLabel *m_next;
    QLineEdit *m_title;
    QLabel *m_on;
    DateWordsEdit *m_date;
    QToolButton *m_remove;
    QString m_kind;
    bool m_hasStep = false;
    bool m_isOwn = false;
};

} // namespace kontor::ui
