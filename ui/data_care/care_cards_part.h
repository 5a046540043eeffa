// The emptiest cards, by what a complete card has; Enter opens one.
#pragma once

#include "data_care/care_part.h"

class QStackedWidget;

namespace kontor::ui {

class CareCardsModel;
class CareTable;
class EmptyState;
class PaletteLabel;

class CareCardsPart : public CarePart {
    Q_OBJECT

public:
    CareCardsPart(CareCounts &counts, workspace::Workspace &workspace, Shell &shell, QWidget *parent);

    QString title() const override { return tr("Emptiest cards"); }
    QString count() const override;
    QWidget *firstField() const override;
    Id currentCustomer() const override;
    void showCounts() override;
    void retranslate() override;

private:
    void showState();

    PaletteLabel *m_hint;
    CareCardsModel *m_model;
    CareTable *m_table;
    EmptyState *m_empty;
    QStackedWidget *m_body;
    int m_number = 0; // which answer is awaited
};

} // namespace kontor::ui
