// A part of the page of data care: shown beside the list of parts.
#pragma once

#include "data_care/care_counts.h"
#include "main_window/shell.h"

#include <QWidget>

namespace kontor::ui {

class CarePart : public QWidget {
    Q_OBJECT

public:
    CarePart(CareCounts &counts, workspace::Workspace &workspace, Shell &shell, QWidget *parent)
        : QWidget(parent), m_counts(counts), m_workspace(workspace), m_shell(shell) {}

    virtual QString title() const = 0;
    // What stands beside its name in the list of parts; empty: nothing is known or nothing is to be done.
    virtual QString count() const { return {}; }
    virtual QWidget *firstField() const = 0;
    virtual Id currentCustomer() const { return {}; }
    // It is shown, or what is known has changed while it is.
    virtual void showCounts() = 0;
    virtual void retranslate() = 0;

signals:
    void stateChanged();

protected:
    CareCounts &m_counts;
    workspace::Workspace &m_workspace;
    Shell &m_shell;
};

} // namespace kontor::ui
