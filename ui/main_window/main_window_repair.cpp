// A damaged base that cannot even be opened, and putting a repaired one in the place of a damaged one.
#include "main_window/base_repair.h"
#include "main_window/main_window.h"
#include "widgets/bidi.h"

#include <QFileInfo>

namespace kontor::ui {

using namespace Qt::StringLiterals;

// Of one that is open the notice of the file says so.
void MainWindow::showDamage(const QString &path) {
    const QString text = tr("The file “%1” is damaged and cannot be opened.").arg(isolatedLtr(QFileInfo(path).fileName()));
    m_banner->setContent({BannerTone::Bad, text, tr("Repair"), [this, path] { repairBase(path); }, true});
    announce(text);
}

void MainWindow::repairBase(const QString &path) {
    m_repair->start(path); // first: `path` may go with what the banner showed
    m_banner->setContent({BannerTone::Info, tr("The file is being repaired. It can take a minute."), {}, {}, false});
}

void MainWindow::takeRepaired(const QString &path, const recovery::RepairReport &report) {
    detach();
    const auto aside = recovery::putInPlace(report.file, path);
    if (!aside) {
        showFirstRun();
        return showError(aside.error());
    }
    if (!openBase(path))
        return showFirstRun();
    QString text = tr("The file was repaired.") + u' ' + report.inWords();
    if (!aside->isEmpty())
        text += u' ' + tr("The damaged one is kept as %1.").arg(isolatedLtr(QFileInfo(*aside).fileName()));
    m_banner->setContent({report.lostOperations > 0 ? BannerTone::Warn : BannerTone::Good, text, {}, {}, true});
    announce(text);
}

} // namespace kontor::ui
