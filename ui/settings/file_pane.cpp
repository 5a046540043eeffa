#include "settings/file_pane.h"

#include "db/backup.h"
#include "main_window/action_table.h"
#include "main_window/shell.h"
#include "theme/metrics.h"
#include "widgets/bidi.h"
#include "widgets/copyable.h"
#include "widgets/palette_label.h"

#include <QDesktopServices>
#include <QDir>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QPushButton>
#include <QUrl>

namespace kontor::ui {

using namespace Qt::StringLiterals;
using namespace metrics;

FilePane::FilePane(workspace::Workspace &workspace, Shell &shell, QWidget *parent)
    : SettingsPane(parent),
      m_workspace(workspace),
      m_shell(shell),
      m_place(new PaletteLabel(TextRole::Body, TextColour::Normal, this)),
      m_user(new PaletteLabel(TextRole::Body, TextColour::Normal, this)),
      m_newest(new PaletteLabel(TextRole::Body, TextColour::Normal, this)),
      m_open(new QPushButton(this)),
      m_backup(new QPushButton(this)),
      m_bringBack(new QPushButton(this)) {
    for (QLabel *label : {m_place, m_user, m_newest}) {
        makeCopyable(label);
        label->setWordWrap(true);
    }
    m_placeLabel = addRow(m_place);
    m_userLabel = addRow(m_user);
    m_newestLabel = addRow(m_newest, &m_hint);
    auto *acts = new QHBoxLayout;
    acts->setSpacing(kGap);
    acts->addWidget(m_backup);
    acts->addWidget(m_bringBack);
    acts->addWidget(m_open);
    acts->addStretch(1);
    addWide(acts);
    endRows();
    connect(m_backup, &QPushButton::clicked, this, &FilePane::backupNow);
    connect(m_bringBack, &QPushButton::clicked, this, [this] { m_shell.perform(action::kBringBack); });
    connect(m_open, &QPushButton::clicked, this,
            [this] { QDesktopServices::openUrl(QUrl::fromLocalFile(QFileInfo(m_workspace.path()).absolutePath())); });
    retranslate();
}

QString FilePane::backupPath() const {
    const QFileInfo file(m_workspace.path());
    const QDateTime now = m_workspace.clock().dateTimeOf(m_workspace.clock().now());
    return file.dir().filePath(u"%1-backup-%2.kontor"_s.arg(file.completeBaseName(), now.toString(u"yyyy-MM-dd-HHmmss"_s)));
}

void FilePane::backupNow() {
    m_backup->setEnabled(false);
    const QString path = backupPath();
    m_workspace.writeWith(
        [path](workspace::Base &base) { return db::backup(base.database(), path); }, this,
        [this, path](Result<void> done) {
            m_backup->setEnabled(true);
            if (!done)
                return m_shell.showError(done.error());
            refresh();
            m_shell.showToast({tr("The copy is checked and stored: %1.").arg(isolatedLtr(QFileInfo(path).fileName())), {}, {}});
            emit backedUp(path);
        });
}

void FilePane::refresh() {
    const QFileInfo file(m_workspace.path());
    m_place->setText(isolatedLtr(QDir::toNativeSeparators(file.absoluteFilePath())));
    m_user->setText(m_workspace.options().userName);
    const QFileInfoList copies =
        file.dir().entryInfoList({file.completeBaseName() + u"-backup-*.kontor"_s}, QDir::Files, QDir::Time);
    m_bringBack->setEnabled(!m_workspace.isReadOnly());
    m_newest->setText(copies.isEmpty() ? tr("None yet") : isolatedLtr(copies.first().fileName()));
}

void FilePane::retranslate() {
    applyTitle();
    setRow(m_placeLabel, m_place, tr("File"));
    setRow(m_userLabel, m_user, tr("You are"));
    setRow(m_newestLabel, m_newest, tr("Newest copy"));
    m_hint->setText(tr("A copy is one file that opens like this one. Keep one on another drive."));
    m_backup->setText(tr("Make a copy now"));
    m_bringBack->setText(tr("Bring something back…"));
    m_open->setText(tr("Open the folder"));
    for (QPushButton *button : {m_backup, m_bringBack, m_open})
        button->setAccessibleName(button->text());
    refresh();
}

} // namespace kontor::ui
