// The two buttons of a decision, in the order of the platform: the one that does it is filled, the other leaves everything as it is.
#pragma once

#include <QDialogButtonBox>

class QPushButton;

namespace kontor::ui {

class DecisionButtons : public QDialogButtonBox {
    Q_OBJECT

public:
    // Emits accepted() and rejected(). Tab goes through the buttons as they are seen.
    DecisionButtons(const QString &doIt, QWidget *parent);

    void retranslate(const QString &doIt);
    QPushButton *doIt() const { return m_doIt; }
    QPushButton *cancel() const { return m_cancel; }

private:
    QPushButton *m_cancel;
    QPushButton *m_doIt;
};

} // namespace kontor::ui
