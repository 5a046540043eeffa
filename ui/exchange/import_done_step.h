// The import under way, then what came of it: to look at, or to take back.
#pragma once

#include "exchange/import_step.h"

class QLabel;
class QPushButton;

namespace kontor::ui {

class ImportWorkBar;
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
    void allWanted(); // after a trial
    void anotherWanted();

private:
    void show();

    PaletteLabel *m_counts;
    ImportWorkBar *m_work;
    PaletteLabel *m_tag;
    PaletteLabel *m_differences; // of a feed
    QLabel *m_rejects;
    QPushButton *m_look, *m_undo, *m_all, *m_keep, *m_another; // in the order of the keys
    QString counts() const;
    QString differences() const;
};

} // namespace kontor::ui
