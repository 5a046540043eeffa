// How far the check or the import under way is, with the button that stops it; hidden while nothing is.
#pragma once

#include <QWidget>

class QProgressBar;
class QPushButton;

namespace kontor::ui {

class ImportSession;

class ImportWorkBar : public QWidget {
    Q_OBJECT

public:
    ImportWorkBar(ImportSession &session, QWidget *parent);

    void retranslate(const QString &stop);
    void showWork();

private:
    ImportSession &m_session;
    QProgressBar *m_progress;
    QPushButton *m_stop;
};

} // namespace kontor::ui
