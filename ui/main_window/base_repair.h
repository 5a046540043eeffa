// Repairs a damaged base away from the GUI thread and says what came of it.
#pragma once

#include "recovery/repair.h"
#include "widgets/side_thread.h"
#include "workspace/base.h"

#include <QObject>

namespace kontor::ui {

class BaseRepair : public QObject {
    Q_OBJECT

public:
    BaseRepair(const workspace::OpenOptions &options, QObject *parent);

    // The repaired file is made beside the damaged one. Does nothing while another is being repaired.
    void start(const QString &basePath);

signals:
    void done(const QString &basePath, const kontor::recovery::RepairReport &report);
    void failed(const kontor::Error &error);

private:
    workspace::OpenOptions m_options;
    SideThread m_thread;
};

} // namespace kontor::ui
