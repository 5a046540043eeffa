#include "theme/start_side.h"

#include <QEvent>
#include <QLayout>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPointer>
#include <QTextOption>

namespace kontor::ui {

namespace {

void align(QWidget *input) {
    if (auto *line = qobject_cast<QLineEdit *>(input))
        line->setAlignment(startSide(line->layoutDirection()) | (line->alignment() & Qt::AlignVertical_Mask));
    if (auto *lines = qobject_cast<QPlainTextEdit *>(input)) {
        QTextOption option = lines->document()->defaultTextOption();
        option.setAlignment(startSide(lines->layoutDirection()));
        lines->document()->setDefaultTextOption(option);
    }
}

class SideMargins : public QObject {
public:
    SideMargins(QWidget *owner, QLayout *layout, const QMargins &margins)
        : QObject(owner), m_owner(*owner), m_layout(layout), m_margins(margins) {
        owner->installEventFilter(this);
        apply();
    }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override {
        if (event->type() == QEvent::LayoutDirectionChange)
            apply();
        return QObject::eventFilter(watched, event);
    }

private:
    void apply() {
        if (m_layout)
            m_layout->setContentsMargins(sideMargins(m_owner.layoutDirection(), m_margins));
    }

    QWidget &m_owner;
    QPointer<QLayout> m_layout;
    QMargins m_margins;
};

} // namespace

Qt::Alignment startSide(Qt::LayoutDirection direction) {
    return (direction == Qt::RightToLeft ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignAbsolute;
}

QMargins sideMargins(Qt::LayoutDirection direction, const QMargins &margins) {
    return direction == Qt::RightToLeft ? QMargins(margins.right(), margins.top(), margins.left(), margins.bottom()) : margins;
}

void setSideMargins(QWidget *owner, QLayout *layout, const QMargins &margins) { new SideMargins(owner, layout, margins); }

void StartSide::keep(QWidget *input) {
    const auto *line = qobject_cast<QLineEdit *>(input);
    const bool isPlain = line && (line->alignment() & Qt::AlignHorizontal_Mask) == Qt::AlignLeft;
    if (!isPlain && !qobject_cast<QPlainTextEdit *>(input))
        return;
    align(input);
    input->installEventFilter(this);
}

bool StartSide::eventFilter(QObject *watched, QEvent *event) {
    if (event->type() == QEvent::LayoutDirectionChange)
        align(static_cast<QWidget *>(watched));
    return QObject::eventFilter(watched, event);
}

} // namespace kontor::ui
