#include "widgets/copyable.h"

#include "base/isolate.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QCoreApplication>
#include <QGuiApplication>
#include <QLabel>
#include <QMenu>

namespace kontor::ui {

namespace {

// In place of what QLabel does itself.
class Copying : public QObject {
public:
    explicit Copying(QLabel *label) : QObject(label), m_label(*label) { label->installEventFilter(this); }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override {
        if (event->type() == QEvent::KeyPress && static_cast<QKeyEvent *>(event)->matches(QKeySequence::Copy)) {
            copy();
            return true;
        }
        if (event->type() == QEvent::ContextMenu) {
            openMenu(static_cast<QContextMenuEvent *>(event)->globalPos());
            return true;
        }
        return QObject::eventFilter(watched, event);
    }

private:
    // All of it where nothing is selected.
    void copy() {
        const QString text = m_label.hasSelectedText() ? m_label.selectedText() : m_label.text();
        QGuiApplication::clipboard()->setText(withoutIsolates(text));
    }

    void openMenu(const QPoint &at) {
        auto *menu = new QMenu(&m_label);
        menu->setAttribute(Qt::WA_DeleteOnClose);
        QAction *copying = menu->addAction(QCoreApplication::translate("kontor::ui", "&Copy"), this, &Copying::copy);
        copying->setShortcut(QKeySequence::Copy);
        copying->setShortcutVisibleInContextMenu(true);
        menu->popup(at);
    }

    QLabel &m_label;
};

} // namespace

void makeCopyable(QLabel *label) {
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    new Copying(label);
}

} // namespace kontor::ui
