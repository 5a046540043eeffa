// How far a job with a file is, beside the window, which stays usable; at the end the sentence that says what was written, and where.
#pragma once

#include "exchange/file_work.h"

#include <QDialog>

class QProgressBar;
class QPushButton;

namespace kontor::ui {

class Formats;
class PaletteLabel;

class FileWorkDialog : public QDialog {
    Q_OBJECT

public:
    // `sentence`: what is going on. Deletes itself when it is closed.
    FileWorkDialog(FileWork *work, const QString &title, const QString &sentence, const Formats &formats, QWidget *parent);

    // What was done, with the way to the file.
    void showResult(const QString &sentence, const QString &file);
    void reject() override; // stops what is going on

private:
    void showProgress();

    FileWork *m_work; // a child
    const Formats &m_formats;
    QString m_sentence;
    QString m_file;
    PaletteLabel *m_text;
    QProgressBar *m_progress;
    QPushButton *m_show, *m_stop;
};

} // namespace kontor::ui
