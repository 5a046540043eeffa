// Values of one kind that want mending: looked through, ticked, and changed in one act that can be taken back.
#pragma once

#include "data_care/care_table_part.h"

#include <QTimer>

#include <atomic>

class QProgressBar;
class QPushButton;
class QStackedWidget;

namespace kontor::ui {

class CareFixesModel;
class EmptyState;

class CareFixesPart : public CareTablePart {
    Q_OBJECT

public:
    CareFixesPart(data_care::CareKind kind, CareCounts &counts, workspace::Workspace &workspace, Shell &shell, QWidget *parent);

    QString title() const override;
    QString count() const override;
    Id currentCustomer() const override;
    void showCounts() override;
    void retranslate() override;

private:
    // Shared with the thread that writes.
    struct Work {
        std::atomic<qint64> done{0};
        std::atomic<bool> isStopped{false};
        qint64 total = 0;
    };

    void build();
    void mend();
    void told(const Result<data_care::CareOutcome> &outcome);
    void openCard(int row);
    void showState();
    void showProgress();
    QString sentence() const;

    data_care::CareKind m_kind;
    QPushButton *m_mend, *m_all, *m_open, *m_stop;
    QProgressBar *m_progress;
    CareFixesModel *m_model;
    EmptyState *m_empty;
    QStackedWidget *m_body;
    qsizetype m_shown = 0; // customers whose values are in the table
    std::shared_ptr<Work> m_work;
    QTimer m_look; // at the progress
    int m_number = 0; // which answer is awaited
};

} // namespace kontor::ui
