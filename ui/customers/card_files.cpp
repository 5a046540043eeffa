#include "customers/card_files.h"

#include "communication/courtesy_popover.h"
#include "communication/link_opener.h"
#include "customers/customer.h"
#include "main_window/shell.h"
#include "widgets/bidi.h"
#include "workspace/workspace.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QUrl>

namespace kontor::ui {

using namespace Qt::StringLiterals;

namespace {
constexpr int kTick = 200;

workspace::OperationInfo fileOperation(Id customer) { return {u"file"_s, Customer::kTable, customer}; }
} // namespace

CardFiles::CardFiles(workspace::Workspace &workspace, Shell &shell, LinkOpener &opener, QWidget *page)
    : QObject(page), m_workspace(workspace), m_shell(shell), m_opener(opener), m_page(page) {
    m_tick.setInterval(kTick);
    connect(&m_tick, &QTimer::timeout, this, &CardFiles::copyingChanged);
}

CardFiles::~CardFiles() { cancel(); }

void CardFiles::cancel() {
    m_waiting.clear();
    if (m_progress)
        m_progress->isCancelled = true;
}

QString CardFiles::copying() const {
    if (!m_progress)
        return {};
    const qint64 size = qMax<qint64>(1, m_progress->size);
    return tr("Adding %1, %2 %").arg(isolated(m_name)).arg(100 * m_progress->done / size);
}

void CardFiles::choose(Id customer, bool asLink) {
    auto *dialog = new QFileDialog(m_page, asLink ? tr("Link files") : tr("Add files"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    connect(dialog, &QFileDialog::filesSelected, this,
            [this, customer, asLink](const QStringList &paths) { asLink ? link(customer, paths) : add(customer, paths); });
    dialog->open();
}

void CardFiles::add(Id customer, const QStringList &paths) {
    if (m_workspace.isReadOnly())
        return;
    for (const QString &path : paths)
        m_waiting.append({customer, path});
    if (!m_progress)
        copyNext();
}

void CardFiles::copyNext() {
    if (m_waiting.isEmpty())
        return;
    const Waiting next = m_waiting.takeFirst();
    m_name = plainFileName(QFileInfo(next.path).fileName());
    m_progress = std::make_shared<CopyProgress>();
    m_tick.start();
    m_workspace.writeWith(
        [next, progress = m_progress](workspace::Base &base) { return storeFile(base, next.customer, next.path, *progress); },
        this,
        [this](Result<Id> stored) {
            m_progress.reset();
            m_tick.stop();
            emit copyingChanged();
            if (stored) {
                const QString done = tr("%1 added.").arg(isolated(m_name));
                m_shell.showUndoToast(done);
                m_shell.announce(done);
            } else if (stored.error().code != Code::Cancelled) {
                m_shell.showError(stored.error());
            }
            copyNext();
        });
}

void CardFiles::link(Id customer, const QStringList &paths) {
    if (m_workspace.isReadOnly())
        return;
    m_workspace.write(
        fileOperation(customer),
        [customer, paths](workspace::Recorder &recorder) -> Result<void> {
            for (const QString &path : paths)
                TRY_VOID(linkFile(recorder, customer, path));
            return {};
        },
        this,
        [this, count = int(paths.size())](Result<void> linked) {
            if (!linked)
                return m_shell.showError(linked.error());
            m_shell.showUndoToast(tr("%Ln file(s) linked.", nullptr, count));
        });
}

void CardFiles::open(const Attachment &file, const QRect &anchor) {
    if (!isProgramName(file.name))
        return openNow(file);
    auto *ask = new CourtesyPopover(tr("This file may run as a program"),
                                    {tr("%1 can change things on this computer when it is opened.").arg(isolated(file.name))},
                                    tr("Open anyway"), m_page);
    connect(ask, &CourtesyPopover::anyway, this, [this, file] { openNow(file); });
    ask->open(anchor);
}

void CardFiles::openNow(const Attachment &file) {
    if (file.isLinked()) {
        if (QFileInfo::exists(file.path))
            return openPath(file.path);
        return m_shell.showError(
            {Code::NotFound, tr("%1 is not in its place any more: %2").arg(isolated(file.name), isolatedLtr(file.path)), {}, {}});
    }
    // A folder of its own for each, so that two files of one name do not meet.
    const QString folder = m_folder.filePath(QString::number(file.id.value));
    if (!m_folder.isValid() || !QDir().mkpath(folder))
        return m_shell.showError(
            {Code::Full, tr("There is no room on this computer to open %1.").arg(isolated(file.name)), {}, {}});
    m_workspace.read(
        this, [id = file.id, folder](db::Database &database) { return extractFile(database, id, folder); },
        [this](Result<QString> path) {
            if (!path)
                return m_shell.showError(path.error());
            openPath(*path);
        });
}

void CardFiles::openPath(const QString &path) {
    if (!m_opener.open(QUrl::fromLocalFile(path).toEncoded()))
        m_shell.showToast({tr("No program on this computer opens files of this kind."), {}, {}});
}

} // namespace kontor::ui
