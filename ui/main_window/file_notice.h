// What the window says of its file: who holds the lock, that the drive is gone or back, that nothing can be written and why; and what was typed
// meanwhile is saved when it can be. A lasting state comes into a notice of its own under the top bar, in words also beside the dot.
#pragma once

#include "customers/field_draft_store.h"
#include "main_window/shell.h"
#include "workspace/workspace.h"

#include <QTimer>

namespace kontor::ui {

class StatusDot;

class FileNotice : public QObject {
    Q_OBJECT

public:
    // `draftFile`: of the entries of this base; what waits for the drive lies beside it.
    FileNotice(workspace::Workspace &workspace, Shell &shell, Banner &banner, StatusDot &dot, const QString &draftFile);

    void show(); // anew, in another language too
    int waiting() const { return m_drafts.count(FieldDraft::Why::Waiting); }
    void saveWaiting(); // what was typed while it could not be saved

signals:
    void reopenWanted();
    void repairWanted();
    void waitingTried(); // what waited has been saved, or waits for a decision now

private:
    void showSaving(bool isSaving);
    QString fileWords() const; // where it lies, for sentences
    QString time(Instant at) const;
    void showDot();
    void showBanner();
    void onDriveState();
    std::optional<BannerText> bannerText();
    BannerText busyText();
    BannerText offlineText();
    BannerText replacedText();
    BannerText damagedText();
    BannerText fullText();
    BannerText readOnlyText();
    BannerText backText();
    void showDetails() const;
    void saveNext();
    void goToUndecided();

    workspace::Workspace &m_workspace;
    Shell &m_shell;
    Banner &m_banner;
    StatusDot &m_dot;
    FieldDraftStore m_drafts;
    QTimer m_leaveLater; // the green one
    bool m_isSaving = false;
    bool m_wasOffline = false;
    bool m_isBack = false;
    QList<FieldDraft> m_toSave;
    int m_saved = 0;
};

} // namespace kontor::ui
