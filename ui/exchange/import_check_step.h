// What an import would do, counted on a copy, and the rows that cannot come in, which can be put right here.
#pragma once

#include "exchange/import_step.h"

class QPushButton;
class QTableView;

namespace kontor::ui {

class ImportWorkBar;
class PaletteLabel;
class ProblemRowsModel;

class ImportCheckStep : public ImportStep {
    Q_OBJECT

public:
    ImportCheckStep(ImportSession &session, QWidget *parent);

    QString title() const override { return tr("Check"); }
    void enter() override;
    bool isReady() const override;
    QWidget *firstField() const override;
    void retranslate() override;

    QTableView *problems() const { return m_table; }
    qint64 comingIn() const; // rows that an import would take in or find here already
    static constexpr int kTrialRows = 20;

signals:
    void trialWanted(); // only the first kTrialRows, to be looked at and taken back or kept

private:
    void show();
    void showReason();

    PaletteLabel *m_counts, *m_hint;
    ImportWorkBar *m_work;
    PaletteLabel *m_problemsTitle;
    ProblemRowsModel *m_model;
    QTableView *m_table;
    PaletteLabel *m_reason; // of the current row, whole
    QWidget *m_rest;
    QPushButton *m_again;
    QPushButton *m_trial;
    bool m_shows = false; // the report that is there
};

// "1 012 new, 180 filled, 8 problems".
QString countsText(const exchange::ImportCounts &counts);

} // namespace kontor::ui
