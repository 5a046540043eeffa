// Where the customers come from: a file that is chosen or dropped, or a table that was copied.
#pragma once

#include "exchange/import_step.h"

class QAbstractButton;

namespace kontor::ui {

class EmptyState;

class ImportSourceStep : public ImportStep {
    Q_OBJECT

public:
    ImportSourceStep(ImportSession &session, QWidget *parent);

    QString title() const override { return tr("Source"); }
    QWidget *firstField() const override;
    void retranslate() override;

signals:
    void textRefused(); // what was copied is no table

private:
    void choose();
    void paste();

    EmptyState *m_place;
    QAbstractButton *m_choose;
    QAbstractButton *m_paste;
};

} // namespace kontor::ui
