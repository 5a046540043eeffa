// Which fields are filled and which are not; Enter lists the customers who lack one.
#pragma once

#include "data_care/care_part.h"

namespace kontor::ui {

class CareFieldsModel;
class CareTable;
class PaletteLabel;

class CareFieldsPart : public CarePart {
    Q_OBJECT

public:
    CareFieldsPart(CareCounts &counts, workspace::Workspace &workspace, Shell &shell, QWidget *parent);

    QString title() const override { return tr("Fields"); }
    QWidget *firstField() const override;
    void showCounts() override;
    void retranslate() override;

private:
    void list(int row);

    PaletteLabel *m_hint;
    CareFieldsModel *m_model;
    CareTable *m_table;
};

} // namespace kontor::ui
