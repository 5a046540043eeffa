// The way to the page of duplicates, which is one of the things that data care is about.
#pragma once

#include "data_care/care_part.h"

class QAbstractButton;

namespace kontor::ui {

class EmptyState;

class CareDuplicatesPart : public CarePart {
    Q_OBJECT

public:
    CareDuplicatesPart(CareCounts &counts, workspace::Workspace &workspace, Shell &shell, QWidget *parent);

    QString title() const override { return tr("Duplicates"); }
    QWidget *firstField() const override;
    void showCounts() override {}
    void retranslate() override;

private:
    EmptyState *m_place;
    QAbstractButton *m_look;
};

} // namespace kontor::ui
