#include "lists/choice_filter_edit.h"

#include "theme/icon.h"

#include <QAction>
#include <QKeyEvent>

namespace kontor::ui {

using namespace Qt::StringLiterals;

ChoiceFilterEdit::ChoiceFilterEdit(QWidget *parent)
    : QLineEdit(parent), m_open(addAction(Icon::get("chevron-down"_L1), QLineEdit::TrailingPosition)) {
    connect(m_open, &QAction::triggered, this, &ChoiceFilterEdit::listWanted);
    connect(this, &QLineEdit::textChanged, this, [this] {
        if (m_isSetting)
            return;
        m_values.clear();
        m_words.clear();
    });
    retranslate();
}

void ChoiceFilterEdit::setValues(const QStringList &values, const QStringList &words) {
    m_values = values;
    m_words = words;
    const QScopedValueRollback setting(m_isSetting, true);
    //: A narrow cell that filters by several values: the first one and how many more, "Lund +2".
    setText(words.size() > 1 ? tr("%1 +%2").arg(words.first(), locale().toString(words.size() - 1)) : words.value(0));
    setCursorPosition(0);
}

QString ChoiceFilterEdit::words() const { return m_values.isEmpty() ? text().trimmed() : locale().createSeparatedList(m_words); }

void ChoiceFilterEdit::retranslate() {
    m_open->setText(tr("Choose values"));
    m_open->setToolTip(tr("Choose values (%1)").arg(QKeySequence(Qt::ALT | Qt::Key_Down).toString(QKeySequence::NativeText)));
}

void ChoiceFilterEdit::keyPressEvent(QKeyEvent *event) {
    const bool wantsList = event->key() == Qt::Key_F4 || (event->key() == Qt::Key_Down && event->modifiers() == Qt::AltModifier);
    if (wantsList)
        return emit listWanted();
    QLineEdit::keyPressEvent(event);
}

// What stands for several values is no text to go on with: the next letter takes its place.
void ChoiceFilterEdit::focusInEvent(QFocusEvent *event) {
    QLineEdit::focusInEvent(event);
    if (!m_values.isEmpty())
        end(false), home(true); // the beginning stays in sight
}

} // namespace kontor::ui
