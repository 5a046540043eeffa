// Customers nobody has spoken to for long; Enter lists them, and there they can be tagged, called one by one, or moved to the trash.
#pragma once

#include "data_care/care_table_part.h"

namespace kontor::ui {

class CareSilentModel;

class CareSilentPart : public CareTablePart {
    Q_OBJECT

public:
    CareSilentPart(CareCounts &counts, workspace::Workspace &workspace, Shell &shell, QWidget *parent);

    QString title() const override { return tr("Long silent"); }
    void showCounts() override;
    void retranslate() override;

private:
    CareSilentModel *m_model;
};

} // namespace kontor::ui
