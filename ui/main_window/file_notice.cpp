#include "main_window/file_notice.h"

#include "customers/card_conflict.h"
#include "main_window/page_table.h"
#include "widgets/bidi.h"
#include "widgets/status_dot.h"

#include <QDir>
#include <QFileInfo>
#include <QMessageBox>

namespace kontor::ui {

using namespace Qt::StringLiterals;
using workspace::DriveState;

namespace {

constexpr int kBackMs = 6'000;

QString holderWords(const sharing::Person &person) {
    //: A computer and who sits there: "PC-2 (Maria)".
    return FileNotice::tr("%1 (%2)").arg(isolated(person.host), isolated(person.user));
}

} // namespace

FileNotice::FileNotice(workspace::Workspace &workspace, Shell &shell, Banner &banner, StatusDot &dot, const QString &draftFile)
    : m_workspace(workspace),
      m_shell(shell),
      m_banner(banner),
      m_dot(dot),
      m_drafts(FieldDraftStore::fileBeside(draftFile)) {
    m_leaveLater.setSingleShot(true);
    m_leaveLater.setInterval(kBackMs);
    connect(&m_leaveLater, &QTimer::timeout, this, [this] {
        m_isBack = false;
        show();
    });
    connect(&workspace, &workspace::Workspace::driveStateChanged, this, &FileNotice::onDriveState);
    connect(&workspace, &workspace::Workspace::busyChanged, this, &FileNotice::show);
    connect(&workspace, &workspace::Workspace::becameReadOnly, this, &FileNotice::show);
    connect(&workspace, &workspace::Workspace::savingChanged, this, &FileNotice::showSaving);
    // A value that could not be saved is kept after this signal.
    connect(&workspace, &workspace::Workspace::savingChanged, this, &FileNotice::show, Qt::QueuedConnection);
    show();
    if (waiting() > 0)
        saveWaiting(); // of a time before this program was started
}

QString FileNotice::fileWords() const { return isolatedLtr(QDir::toNativeSeparators(QFileInfo(m_workspace.path()).absolutePath())); }

QString FileNotice::time(Instant at) const { return m_shell.formats().time(at); }

void FileNotice::showSaving(bool isSaving) {
    m_isSaving = isSaving;
    showDot();
}

void FileNotice::show() {
    showDot();
    showBanner();
}

void FileNotice::showDot() {
    const auto say = [this](FileState state, const QString &words, const QString &brief) { m_dot.setState(state, words, brief); };
    switch (m_workspace.driveState()) {
    case DriveState::Checking: return say(FileState::Checking, tr("Checking file…"), tr("Checking"));
    case DriveState::Offline: {
        const int count = waiting(); // reads a file, so only here
        return say(FileState::Offline, count > 0 ? tr("Offline, %Ln waiting", nullptr, count) : tr("Offline"), tr("Offline"));
    }
    case DriveState::Replaced: return say(FileState::ReadOnly, tr("Stopped"), tr("Stopped"));
    case DriveState::Fine: break;
    }
    if (m_workspace.isReadOnly())
        return say(FileState::ReadOnly, tr("Read only"), tr("Read only"));
    if (m_workspace.busy())
        return say(FileState::Checking, tr("Waiting for the file…"), tr("Waiting"));
    if (!m_toSave.isEmpty())
        return say(FileState::Saving, tr("Saving %Ln…", nullptr, int(m_toSave.size())), tr("Saving"));
    if (m_isSaving)
        return say(FileState::Saving, tr("Saving…"), tr("Saving"));
    say(FileState::Saved, tr("Saved %1").arg(time(m_workspace.clock().now())), tr("Saved"));
}

void FileNotice::showBanner() {
    const auto text = bannerText();
    if (!text)
        return m_banner.clear();
    if (text->text == m_banner.text())
        return;
    m_banner.setContent(*text);
    m_shell.announce(text->text);
}

std::optional<BannerText> FileNotice::bannerText() {
    if (m_workspace.driveState() == DriveState::Replaced)
        return replacedText();
    if (m_workspace.driveState() == DriveState::Offline)
        return offlineText();
    if (m_workspace.isDamaged())
        return damagedText();
    if (m_workspace.isReadOnly())
        return readOnlyText();
    if (m_workspace.isFull())
        return fullText();
    if (m_workspace.busy())
        return busyText();
    return m_isBack ? std::optional(backText()) : std::nullopt;
}

BannerText FileNotice::busyText() {
    const workspace::Busy &busy = *m_workspace.busy();
    QStringList holders;
    for (const sharing::Person &person : busy.holders)
        holders << holderWords(person);
    const QString since = time(busy.since);
    const QString who = holders.isEmpty() ? tr("Another computer or program has had the file locked since %1.").arg(since)
                                          : tr("%1 has had the file locked since %2.").arg(holders.join(tr(", ")), since);
    const QString what = !busy.isLong    ? tr("Waiting…")
                         : busy.isWrite ? tr("Still waiting after 10 s. Your change is kept.")
                                        : tr("Still waiting after 10 s.");
    return {BannerTone::Warn, who + u' ' + what, tr("Details"), [this] { showDetails(); }, false};
}

BannerText FileNotice::offlineText() {
    QString text = tr("The file in %1 cannot be reached since %2. You see what was read until then, and stored fields cannot be changed.")
                       .arg(fileWords(), time(m_workspace.lastReached()));
    if (const int count = waiting(); count > 0)
        text += u' ' + tr("%Ln change(s) are kept on this computer and will be saved when the drive is back.", nullptr, count);
    return {BannerTone::Warn, text, tr("Try now"), [this] { m_workspace.tryDrive(); }, false};
}

BannerText FileNotice::replacedText() {
    QString text = tr("The file in %1 was replaced by another one. Nothing is written to it any more.").arg(fileWords());
    if (const int count = waiting(); count > 0)
        text += u' ' + tr("Your %Ln waiting change(s) are safe on this computer.", nullptr, count);
    return {BannerTone::Bad, text, tr("Open it again"), [this] { emit reopenWanted(); }, false};
}

// The file stays open for reading: what can be read of it is better than nothing.
BannerText FileNotice::damagedText() {
    QString text = tr("This file is damaged, so nothing is written to it any more.");
    const QList<sharing::Backup> backups = sharing::backupsIn(sharing::localBackupFolder(m_workspace.localFolder()));
    if (!backups.isEmpty())
        text += u' ' + tr("The newest backup is from %1; what was entered since is in the journal.")
                           .arg(m_shell.formats().dateTime(Instant{backups.first().at.toMSecsSinceEpoch()}));
    return {BannerTone::Bad, text, tr("Repair"), [this] { emit repairWanted(); }, false};
}

BannerText FileNotice::fullText() {
    QString text = tr("There is no room on the drive of %1 to save.").arg(fileWords());
    if (const int count = waiting(); count > 0)
        text += u' ' + tr("%Ln change(s) are kept on this computer.", nullptr, count);
    return {BannerTone::Bad, text, tr("Try again"), [this] { saveWaiting(); }, false};
}

BannerText FileNotice::readOnlyText() {
    const QString why = m_workspace.whyReadOnly();
    return {BannerTone::Warn,
            why.isEmpty() ? tr("This file takes no changes now. You can look at everything.")
                          : tr("This file can be read, but not changed. %1").arg(why),
            tr("Details"), [this] { showDetails(); }, false};
}

BannerText FileNotice::backText() {
    QString text = tr("Connected again.");
    if (m_saved > 0)
        text += u' ' + tr("%Ln change(s) saved.", nullptr, m_saved);
    const int undecided = m_drafts.count(FieldDraft::Why::Undecided);
    if (undecided == 0)
        return {BannerTone::Good, text, {}, {}, false};
    text += u' ' + tr("%Ln need(s) your decision.", nullptr, undecided);
    return {BannerTone::Good, text, tr("Show"), [this] { goToUndecided(); }, false};
}

void FileNotice::onDriveState() {
    const DriveState state = m_workspace.driveState();
    m_wasOffline = m_wasOffline || state == DriveState::Offline;
    if (state == DriveState::Fine && std::exchange(m_wasOffline, false)) {
        m_isBack = true;
        m_leaveLater.start();
        saveWaiting();
    } else if (state != DriveState::Fine) {
        m_isBack = false;
    }
    show();
}

// One act each, in the order in which they were typed; what meets another value waits for the person.
void FileNotice::saveWaiting() {
    if (!m_toSave.isEmpty() || m_workspace.isReadOnly())
        return;
    for (const FieldDraft &draft : m_drafts.all())
        if (draft.why == FieldDraft::Why::Waiting)
            m_toSave << draft;
    m_saved = 0;
    saveNext();
}

void FileNotice::saveNext() {
    if (m_toSave.isEmpty()) {
        emit waitingTried();
        return show();
    }
    const FieldDraft draft = m_toSave.first();
    m_workspace.write(
        {u"edit"_s, "customer", draft.customer},
        [draft, formats = m_shell.formats()](workspace::Recorder &recorder) { return writeDraft(recorder, draft, formats); }, this,
        [this, draft](const Result<void> &result) {
            if (!result && (result.error().code == Code::Gone || result.error().code == Code::Full)) {
                m_toSave.clear();
                return show(); // later
            }
            m_toSave.removeFirst();
            if (result) {
                m_drafts.drop(draft.customer, draft.key);
                ++m_saved;
            } else {
                FieldDraft undecided = draft;
                undecided.why = FieldDraft::Why::Undecided;
                m_drafts.keep(undecided);
            }
            saveNext();
        });
}

void FileNotice::goToUndecided() {
    for (const FieldDraft &draft : m_drafts.all())
        if (draft.why == FieldDraft::Why::Undecided)
            return m_shell.go({page::kCustomers, draft.customer});
}

void FileNotice::showDetails() const {
    const sharing::Place &place = m_workspace.place();
    QStringList lines{tr("File: %1").arg(isolatedLtr(QDir::toNativeSeparators(m_workspace.path()))),
                      tr("Last reached: %1").arg(m_shell.formats().dateTime(m_workspace.lastReached()))};
    if (place.isNetwork())
        lines << tr("Drive: %1, %2").arg(isolatedLtr(place.mountPoint), isolatedLtr(place.fileSystem));
    for (const sharing::Person &person : m_workspace.others())
        lines << tr("Also open at %1").arg(holderWords(person));
    auto *box = new QMessageBox(QMessageBox::NoIcon, tr("Details"), lines.join(u'\n'), QMessageBox::Close, m_banner.window());
    box->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->open();
}

} // namespace kontor::ui
