// The emptiest cards, by what a complete card has; Enter opens one.
#pragma once

#include "data_care/care_table_part.h"

class QStackedWidget;

namespace kontor::ui {

class CareCardsModel;
class EmptyState;

class CareCardsPart : public CareTablePart {
    Q_OBJECT

public:
    CareCardsPart(CareCounts &counts, workspace::Workspace &workspace, Shell &shell, QWidget *parent);

    QString title() const override { return tr("Emptiest cards"); }
    QString count() const override;
    Id currentCustomer() const override;
    void showCounts() override;
    void retranslate() override;

private:
    void showState();

    CareCardsModel *m_model;
    EmptyState *m_empty;
    QStackedWidget *m_body;
    int m_number = 0; // which answer is awaited
};

} // namespace kontor::ui
