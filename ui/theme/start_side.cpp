#include "theme/start_side.h"

#include <QEvent>
#include <QLayout>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPointer>
#include <QTextOption>

namespace kontor::ui {

namespace {

// Absolute: Qt would turn a plain alignment with the letters, so an empty input would begin where the keyboard writes.
Qt::Alignment startOf(const QWidget &input) {
    return (input.isRightToLeft() ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignAbsolute;
}

void align(QWidget *input) {
    if (auto *line = qobject_cast<QLineEdit *>(input))
        line->setAlignment(startOf(*line) | (line->alignment() & Qt::AlignVertical_Mask));
    if (auto *lines = qobject_cast<QPlainTextEdit *>(input)) {
        QTextOption option = lines->document()->defaultTextOption();
        option.setAlignment(startOf(*lines));
        lines->document()->setDefaultTextOption(option);
    }
}

// Qt mirrors the items of a layout, not its margins.
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
        if (!m_layout)
            return;
        const QMargins mirrored(m_margins.right(), m_margins.top(), m_margins.left(), m_margins.bottom());
        m_layout->setContentsMargins(m_owner.isRightToLeft() ? mirrored : m_margins);
    }

    QWidget &m_owner;
    QPointer<QLayout> m_layout;
    QMargins m_margins;
};

} // namespace

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
