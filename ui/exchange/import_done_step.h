// The import under way, then what came of it: to look at, or to take back.
#pragma once

#include "exchange/import_step.h"

class QLabel;
class QProgressBar;
class QPushButton;

namespace kontor::ui {

class PaletteLabel;

class ImportDoneStep : public ImportStep {
    Q_OBJECT

public:
    ImportDoneStep(ImportSession &session, QWidget *parent);

    QString title() const override { return tr("Done"); }
    void enter() override { show(); }
    QWidget *firstField() const override;
    void retranslate() override;

signals:
    void showWanted(); // the customers that came in
    void undoWanted();
    void anotherWanted();

private:
    void show();

    PaletteLabel *m_counts;
    QProgressBar *m_progress;
    QPushButton *m_stop;
    PaletteLabel *m_tag;
    QLabel *m_rejects;
    QPushButton *m_look, *m_undo, *m_another;
};

} // namespace kontor::ui
