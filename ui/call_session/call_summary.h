// What came of a call session that has ended.
#pragma once

#include "call_session/call_session.h"

#include <QWidget>

class QPushButton;

namespace kontor::ui {

class Formats;
class PageTitle;
class PaletteLabel;

class CallSummary : public QWidget {
    Q_OBJECT

public:
    CallSummary(const Formats &formats, QWidget *parent);
    void showSession(const CallSession &session);
    QStringList lines() const { return m_lines; }
    void retranslate();
    QPushButton *firstButton() const;

signals:
    void continueWanted(); // with those who were not reached
    void closed();

private:
    const Formats &m_formats;
    CallSession m_session;
    QStringList m_lines;
    PageTitle *m_title;
    PaletteLabel *m_text;
    QPushButton *m_continue;
    QPushButton *m_close;
};

} // namespace kontor::ui
