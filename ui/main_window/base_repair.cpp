#include "main_window/base_repair.h"

#include <QDateTime>
#include <QDir>
#include <QFileInfo>

namespace kontor::ui {

using namespace Qt::StringLiterals;

namespace {

QString pathOfRepaired(const QString &basePath) {
    const QFileInfo base(basePath);
    const QString stamp = QDateTime::currentDateTime().toString(u"yyyyMMdd-HHmmss"_s);
    return base.dir().filePath(u"%1-repaired-%2.kontor"_s.arg(base.completeBaseName(), stamp));
}

} // namespace

BaseRepair::BaseRepair(const workspace::OpenOptions &options, QObject *parent) : QObject(parent), m_options(options) {}

void BaseRepair::start(const QString &basePath) {
    if (m_thread.isAtWork())
        return;
    recovery::RepairRequest request;
    request.basePath = basePath;
    request.filePath = pathOfRepaired(basePath);
    request.dataFolder = m_options.dataFolder;
    request.catalogue = m_options.catalogue;
    m_thread.start(
        this, [request] { return recovery::repair(request); },
        [this, basePath](const Result<recovery::RepairReport> &result) {
            if (result)
                emit done(basePath, *result);
            else
                emit failed(result.error());
        });
}

} // namespace kontor::ui
