// Where each column goes, with the customer that a row of the file would become.
#pragma once

#include "exchange/import_step.h"

class QCheckBox;
class QLineEdit;
class QTableView;
class QToolButton;

namespace kontor::ui {

class Formats;
class ImportColumnsModel;
class ImportDateQuestions;
class ImportNewField;
class PaletteLabel;

class ImportColumnsStep : public ImportStep {
    Q_OBJECT

public:
    ImportColumnsStep(ImportSession &session, const Formats &formats, QWidget *parent);

    QString title() const override { return tr("Columns"); }
    void enter() override { show(); }
    bool isReady() const override;
    QWidget *firstField() const override;
    void retranslate() override;

    QTableView *table() const { return m_table; }

private:
    void show();
    void showNewField();
    void showSample();
    void showMemory();
    void remember();

    ImportColumnsModel *m_model;
    QTableView *m_table;
    PaletteLabel *m_leftOut;
    ImportNewField *m_newField; // of the column that is chosen
    ImportDateQuestions *m_dates;
    QToolButton *m_previous, *m_next;
    PaletteLabel *m_sample;
    QCheckBox *m_remember;
    QLineEdit *m_name; // of the mapping
    bool m_isRememberChosen = false; // by the person
    QString m_lastPath;              // of the file that the name was made for
    qsizetype m_row = 0; // that the sample is of
};

} // namespace kontor::ui
