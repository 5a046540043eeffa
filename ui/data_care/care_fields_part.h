// Which fields are filled and which are not; Enter lists the customers who lack one.
#pragma once

#include "data_care/care_table_part.h"

namespace kontor::ui {

class CareFieldsModel;

class CareFieldsPart : public CareTablePart {
    Q_OBJECT

public:
    CareFieldsPart(CareCounts &counts, workspace::Workspace &workspace, Shell &shell, QWidget *parent);

    QString title() const override { return tr("Fields"); }
    void showCounts() override;
    void retranslate() override;

private:
    void list(int row);

    CareFieldsModel *m_model;
};

} // namespace kontor::ui
