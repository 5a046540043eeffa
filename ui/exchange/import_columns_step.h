// Where each column goes, with the customer that a row of the file would become.
#pragma once

#include "exchange/import_step.h"

class QTableView;
class QToolButton;

namespace kontor::ui {

class ImportColumnsModel;
class PaletteLabel;

class ImportColumnsStep : public ImportStep {
    Q_OBJECT

public:
    ImportColumnsStep(ImportSession &session, QWidget *parent);

    QString title() const override { return tr("Columns"); }
    void enter() override { show(); }
    bool isReady() const override;
    QWidget *firstField() const override;
    void retranslate() override;

    QTableView *table() const { return m_table; }

private:
    void show();
    void showSample();

    ImportColumnsModel *m_model;
    QTableView *m_table;
    PaletteLabel *m_leftOut;
    QToolButton *m_previous, *m_next;
    PaletteLabel *m_sample;
    qsizetype m_row = 0; // that the sample is of
};

} // namespace kontor::ui
