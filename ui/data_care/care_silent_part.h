// Customers nobody has spoken to for long; Enter lists them, and there they can be tagged, called one by one, or moved to the trash.
#pragma once

#include "data_care/care_part.h"

namespace kontor::ui {

class CareSilentModel;
class CareTable;
class PaletteLabel;

class CareSilentPart : public CarePart {
    Q_OBJECT

public:
    CareSilentPart(CareCounts &counts, workspace::Workspace &workspace, Shell &shell, QWidget *parent);

    QString title() const override { return tr("Long silent"); }
    QWidget *firstField() const override;
    void showCounts() override;
    void retranslate() override;

private:
    PaletteLabel *m_hint;
    CareSilentModel *m_model;
    CareTable *m_table;
};

} // namespace kontor::ui
