#include "lists/choice_filter_edit.h"

#include "theme/icon.h"

#include <QAction>
#include <QKeyEvent>
#include <QStyleOptionFrame>
#include <QToolButton>

namespace kontor::ui {

using namespace Qt::StringLiterals;

namespace {
constexpr int kTextMargin = 4; // of QLineEdit itself
}

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
    showWords();
}

void ChoiceFilterEdit::showWords() {
    const QScopedValueRollback setting(m_isSetting, true);
    setText(shownWords());
    setCursorPosition(0);
}

// The count of the others is never cut: the first word gives way.
QString ChoiceFilterEdit::shownWords() const {
    if (m_words.size() < 2)
        return m_words.value(0);
    //: A narrow cell that filters by several values: the first one and how many more, "Lund +2".
    const auto shown = [&](const QString &first) { return tr("%1 +%2").arg(first, locale().toString(m_words.size() - 1)); };
    const int room = roomForText() - fontMetrics().horizontalAdvance(shown({}));
    return shown(fontMetrics().elidedText(m_words.first(), Qt::ElideRight, qMax(room, fontMetrics().averageCharWidth() * 2)));
}

int ChoiceFilterEdit::roomForText() const {
    QStyleOptionFrame frame;
    initStyleOption(&frame);
    int room = style()->subElementRect(QStyle::SE_LineEditContents, &frame, this).width() - 2 * kTextMargin;
    for (const QToolButton *mark : findChildren<QToolButton *>())
        if (!mark->isHidden())
            room -= mark->width() + kTextMargin;
    return room;
}

void ChoiceFilterEdit::resizeEvent(QResizeEvent *event) {
    QLineEdit::resizeEvent(event);
    if (m_words.size() < 2)
        return;
    const QSignalBlocker quiet(this); // the values stay the same
    showWords();
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
