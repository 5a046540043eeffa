// A part that is a sentence with a table below it.
#pragma once

#include "data_care/care_part.h"

class QAbstractItemModel;
class QVBoxLayout;

namespace kontor::ui {

class CareTable;
class PaletteLabel;

class CareTablePart : public CarePart {
    Q_OBJECT

public:
    CareTablePart(CareCounts &counts, workspace::Workspace &workspace, Shell &shell, QWidget *parent);

    QWidget *firstField() const override;

protected:
    // Once, after what Tab reaches before it. Where it stands in column() the part decides.
    void makeTable(QAbstractItemModel *model);
    CareTable *table() const { return m_table; }
    QVBoxLayout *column() const { return m_column; } // the sentence stands in it
    PaletteLabel *hint() const { return m_hint; }

private:
    PaletteLabel *m_hint;
    QVBoxLayout *m_column;
    CareTable *m_table = nullptr;
};

} // namespace kontor::ui
