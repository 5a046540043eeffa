#include "first_run/sample_opener.h"

#include "sample_data/sample_writer.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QStandardPaths>

namespace kontor::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kSampleCustomers = 120;

QString sampleFolder() { return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + "/Kontor"_L1; }

} // namespace

Result<void> makeSample(const QString &path, const workspace::BaseSettings &settings, const workspace::OpenOptions &options,
                        int customers) {
    // Written under another name first: a sample that was cut short is never taken for a whole one.
    const QString unfinished = path + ".part"_L1;
    QFile::remove(unfinished);
    {
        TRY(base, workspace::Base::create(unfinished, settings, options));
        TRY_VOID(sample_data::generateSample(*base, customers));
    }
    QFile::rename(unfinished, path);
    return {};
}

SampleOpener::SampleOpener(const workspace::OpenOptions &options, QObject *parent) : QObject(parent), m_options(options) {}

QString SampleOpener::path(const QString &language) { return sampleFolder() + u"/sample-%1.kontor"_s.arg(language); }

bool SampleOpener::isSample(const QString &path) {
    const QFileInfo file(path);
    return file.absolutePath() == QDir(sampleFolder()).absolutePath() && file.fileName().startsWith("sample-"_L1);
}

void SampleOpener::prepare(const workspace::BaseSettings &settings) {
    const QString target = path(settings.language);
    if (QFile::exists(target))
        return emit ready(target);
    if (m_thread.isAtWork())
        return;
    QDir().mkpath(sampleFolder());
    workspace::OpenOptions options = m_options;
    options.dataFolder.clear(); // invented people are made anew, not repaired
    m_thread.start(
        this, [target, settings, options] { return makeSample(target, settings, options, kSampleCustomers); },
        [this, target](const Result<void> &made) {
            if (made)
                emit ready(target);
            else
                emit failed(made.error());
        });
}

} // namespace kontor::ui
