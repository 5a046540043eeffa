#include "exchange/import_drop_target.h"

#include "exchange/base_json_import.h"
#include "main_window/page_table.h"
#include "main_window/shell.h"

#include <QDropEvent>
#include <QFileInfo>
#include <QMimeData>
#include <QWidget>

namespace kontor::ui {

using namespace Qt::StringLiterals;

namespace {

QString fileOf(const QDropEvent *event) {
    const QList<QUrl> urls = event->mimeData()->urls();
    return urls.size() == 1 && QFileInfo(urls.first().toLocalFile()).isFile() ? urls.first().toLocalFile() : QString();
}

} // namespace

ImportDropTarget::ImportDropTarget(Shell &shell, QWidget *window) : QObject(window), m_shell(shell) {
    window->setAcceptDrops(true);
    window->installEventFilter(this);
}

bool ImportDropTarget::eventFilter(QObject *watched, QEvent *event) {
    switch (event->type()) {
    case QEvent::DragEnter:
    case QEvent::DragMove:
    case QEvent::Drop: take(static_cast<QDropEvent *>(event)); return true;
    default: return QObject::eventFilter(watched, event);
    }
}

void ImportDropTarget::take(QDropEvent *event) {
    const QString path = fileOf(event);
    const QString text = event->mimeData()->hasUrls() ? QString() : event->mimeData()->text();
    if (path.isEmpty() && text.trimmed().isEmpty())
        return event->ignore();
    event->acceptProposedAction();
    if (event->type() != QEvent::Drop)
        return;
    if (path.isEmpty())
        emit textDropped(text);
    else if (exchange::isBaseJson(path))
        emit exportDropped(path);
    else
        m_shell.go({page::kImport, {}, {{u"file"_s, path}}});
}

} // namespace kontor::ui
