// What was imported, and the taking back of it; whoever was edited since is asked about.
#pragma once

#include "data_care/care_table_part.h"
#include "data_care/past_imports.h"

class QAbstractButton;
class QProgressBar;
class QPushButton;
class QStackedWidget;

namespace kontor::ui {

class EmptyState;
class PastImportsModel;

class PastImportsPart : public CareTablePart {
    Q_OBJECT

public:
    PastImportsPart(CareCounts &counts, workspace::Workspace &workspace, Shell &shell, QWidget *parent);

    QString title() const override { return tr("Imports"); }
    void showCounts() override;
    void retranslate() override;

private:
    void askUndo();
    void ask(const data_care::PastImport &import, const QList<Id> &edited);
    // `alsoTrash`: customers who would stay, since they were edited, and go to the trash as well.
    void undo(Id batch, const QList<Id> &alsoTrash);
    void showState();

    QPushButton *m_undo;
    QProgressBar *m_progress;
    PastImportsModel *m_model;
    EmptyState *m_empty;
    QAbstractButton *m_import;
    QStackedWidget *m_body;
    bool m_isWorking = false;
    int m_number = 0; // which answer is awaited
};

} // namespace kontor::ui
