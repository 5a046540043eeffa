#include "sharing/self_test.h"

#include "sharing/probe_peer.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QUuid>

namespace kontor::sharing {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char *text) { return QCoreApplication::translate("kontor::sharing", text); }

// The steps in order; the first that fails ends it, since the later ones build on it.
class Run {
public:
    explicit Run(SelfTest &test) : m_test(test) {}

    bool step(const QString &name, bool ok) {
        m_test.steps.append({name, ok});
        if (!ok)
            m_test.problem = tr("This did not hold: %1").arg(name);
        return ok;
    }

private:
    SelfTest &m_test;
};

constexpr qint64 kSize = 3 * 4096;

void runSteps(Run run, ProbePeer &first, ProbePeer &second) {
    (void)(run.step(tr("A file can be made and opened twice."), first.open() && second.open()) &&
           run.step(tr("Two programs may read at the same time."), first.lockShared() && second.lockShared()) &&
           run.step(tr("Nobody can write while another one reads."), !second.lockExclusive()) &&
           run.step(tr("A lock can be given back."), second.unlock()) &&
           run.step(tr("A reader can become the writer."), first.lockExclusive()) &&
           run.step(tr("Nobody can read while another one writes."), !second.lockShared()) &&
           run.step(tr("What was written reaches the drive."), first.append(kSize)) &&
           run.step(tr("Another program sees at once how long a file has become, and what was written."), second.sees(kSize)) &&
           run.step(tr("A lock goes with the program that held it."), first.close() && second.lockShared()) &&
           run.step(tr("A file can be removed, and the other one notices."), first.remove() && second.isRemoved()));
}

} // namespace

SelfTest testFolder(const QString &folder) {
    SelfTest test;
    if (!QFileInfo(folder).isDir()) {
        test.problem = tr("There is no folder “%1”.").arg(folder);
        return test;
    }
    test.place = placeOf(folder);
    const QString path = QDir(folder).filePath(u".kontor-probe-%1"_s.arg(QUuid::createUuid().toString(QUuid::Id128)));
    const auto first = ProbePeer::start(path);
    const auto second = ProbePeer::start(path);
    if (first && second)
        runSteps(Run(test), *first, *second);
    else
        test.problem = tr("The test could not be started.");
    QFile::remove(path);
    return test;
}

} // namespace kontor::sharing
