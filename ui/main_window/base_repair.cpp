#include "main_window/base_repair.h"

#include <QDateTime>
#include <QDir>
#include <QFileInfo>
#include <QThread>

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

BaseRepair::~BaseRepair() {
    if (m_thread)
        m_thread->wait();
}

void BaseRepair::start(const QString &basePath) {
    if (m_thread)
        return;
    recovery::RepairRequest request;
    request.basePath = basePath;
    request.filePath = pathOfRepaired(basePath);
    request.dataFolder = m_options.dataFolder;
    request.catalogue = m_options.catalogue;
    auto outcome = std::make_shared<std::optional<Result<recovery::RepairReport>>>();
    m_thread.reset(QThread::create([outcome, request] { outcome->emplace(recovery::repair(request)); }));
    connect(m_thread.get(), &QThread::finished, this, [this, outcome, basePath] {
        m_thread.release()->deleteLater();
        if (const Result<recovery::RepairReport> &result = **outcome; result)
            emit done(basePath, *result);
        else
            emit failed(result.error());
    });
    m_thread->start();
}

} // namespace kontor::ui
