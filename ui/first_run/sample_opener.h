// Makes the sample file in the user's own folder, away from the GUI thread; one that was made before is taken as it is.
#pragma once

#include "base/result.h"
#include "widgets/side_thread.h"
#include "workspace/base.h"

#include <QObject>

namespace kontor::ui {

class SampleOpener : public QObject {
    Q_OBJECT

public:
    SampleOpener(const workspace::OpenOptions &options, QObject *parent);

    static QString path(const QString &language);
    static bool isSample(const QString &path);
    void prepare(const workspace::BaseSettings &settings);

signals:
    void ready(const QString &path);
    void failed(const kontor::Error &error);

private:
    workspace::OpenOptions m_options;
    SideThread m_thread;
};

// A new base with invented customers.
Result<void> makeSample(const QString &path, const workspace::BaseSettings &settings, const workspace::OpenOptions &options,
                        int customers);

} // namespace kontor::ui
