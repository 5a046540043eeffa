// Who of the file is a customer already, and what happens to those: to all, and to single rows.
#pragma once

#include "exchange/import_step.h"

class QCheckBox;
class QPushButton;
class QRadioButton;
class QTableView;

namespace kontor::ui {

class ImportWorkBar;
class MatchedRowsModel;
class PaletteLabel;

class ImportMatchingStep : public ImportStep {
    Q_OBJECT

public:
    ImportMatchingStep(ImportSession &session, QWidget *parent);

    QString title() const override { return tr("Duplicates"); }
    QWidget *firstField() const override;
    void enter() override;
    void retranslate() override;

    QTableView *matches() const { return m_table; }

private:
    struct Key {
        QString word; // of the command line's --match-by
        QCheckBox *box;
    };
    void build();
    void buildTable();
    void choose();
    void look(); // who is here already
    void show();
    QString found() const;
    void takeForSelected(QWidget *editor);

    PaletteLabel *m_keysTitle, *m_matchTitle, *m_found;
    QList<Key> m_keys;
    QRadioButton *m_fill, *m_overwrite, *m_keep, *m_add;
    QCheckBox *m_companies;
    ImportWorkBar *m_work;
    QPushButton *m_again;
    MatchedRowsModel *m_model;
    QTableView *m_table;
    QWidget *m_rest;
};

} // namespace kontor::ui
