// The files of a card: brought in by copying or as a link, opened from a private folder, one after the other and without making anybody wait.
#pragma once

#include "attachments/attachment_repository.h"

#include <QObject>
#include <QTemporaryDir>
#include <QTimer>

#include <memory>

class QWidget;

namespace kontor::workspace {
class Workspace;
}

namespace kontor::ui {

class LinkOpener;
class Shell;

class CardFiles : public QObject {
    Q_OBJECT

public:
    CardFiles(workspace::Workspace &workspace, Shell &shell, LinkOpener &opener, QWidget *page);
    ~CardFiles() override; // stops a copy that is under way

    void choose(Id customer, bool asLink); // asks for them
    void add(Id customer, const QStringList &paths);
    void link(Id customer, const QStringList &paths);
    void open(const Attachment &file, const QRect &anchor); // a program only after asking

    bool isCopying() const { return m_progress != nullptr; }
    QString copying() const; // "Adding contract.pdf, 40 %"
    void cancel();

signals:
    void copyingChanged();

private:
    struct Waiting {
        Id customer;
        QString path;
    };

    void copyNext();
    void openNow(const Attachment &file);
    void openPath(const QString &path);

    workspace::Workspace &m_workspace;
    Shell &m_shell;
    LinkOpener &m_opener;
    QWidget *m_page;
    QTemporaryDir m_folder; // of this user alone; gone with the card
    QList<Waiting> m_waiting;
    QString m_name; // that is being copied
    std::shared_ptr<CopyProgress> m_progress;
    QTimer m_tick;
};

} // namespace kontor::ui
