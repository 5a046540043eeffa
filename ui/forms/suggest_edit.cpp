#include "forms/suggest_edit.h"

#include "base/fold.h"
#include "theme/metrics.h"

#include <QKeyEvent>
#include <QListWidget>
#include <QPointer>

namespace kontor::ui {

namespace {
constexpr int kMostOffers = 8;
}

SuggestEdit::SuggestEdit(Provider provider, QWidget *parent) : QLineEdit(parent), m_provider(std::move(provider)) {
    connect(this, &QLineEdit::textEdited, this, &SuggestEdit::ask);
}

SuggestEdit::~SuggestEdit() { delete m_list; }

void SuggestEdit::setChosen(const Suggested &suggestion) {
    m_chosen = suggestion;
    setText(suggestion.text);
}

Id SuggestEdit::chosen() const { return text().trimmed() == m_chosen.text ? m_chosen.id : Id(); }

bool SuggestEdit::isOffering() const { return m_list && m_list->isVisible(); }

// Only the newest question counts.
void SuggestEdit::ask() {
    const quint64 question = ++m_question;
    const QString typed = text().trimmed();
    if (typed.isEmpty())
        return offer({});
    const QPointer<SuggestEdit> self(this);
    m_provider(this, typed, [self, question](const QList<Suggested> &suggestions) {
        if (self && self->m_question == question && self->hasFocus())
            self->offer(suggestions);
    });
}

void SuggestEdit::offer(const QList<Suggested> &suggestions) {
    m_offered = suggestions.first(qMin<qsizetype>(kMostOffers, suggestions.size()));
    const bool isWritten = m_offered.size() == 1 && m_offered[0].text == text().trimmed();
    if (isWritten)
        m_chosen = m_offered[0];
    if (m_offered.isEmpty() || isWritten) {
        if (m_list)
            m_list->hide();
        return;
    }
    if (!m_list) {
        m_list = new QListWidget(window());
        m_list->setFocusPolicy(Qt::NoFocus);
        m_list->setAccessibleName(tr("Suggestions"));
        m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
        connect(m_list, &QListWidget::itemClicked, this, [this] { take(m_list->currentRow()); });
        connect(m_list, &QObject::destroyed, this, [this] { m_list = nullptr; });
    }
    m_list->clear();
    for (const Suggested &suggestion : std::as_const(m_offered))
        m_list->addItem(suggestion.text);
    m_list->setCurrentRow(-1);
    place();
    m_list->show();
    m_list->raise();
}

void SuggestEdit::place() {
    const int row = qMax(metrics::kCompactRow, m_list->sizeHintForRow(0));
    const QSize size(width(), int(m_offered.size()) * row + 2 * m_list->frameWidth() + metrics::kTiny);
    QPoint at = mapTo(window(), QPoint(0, height()));
    if (at.y() + size.height() > window()->height())
        at.setY(mapTo(window(), QPoint()).y() - size.height());
    m_list->setGeometry(QRect(at, size));
}

void SuggestEdit::take(int row) {
    if (row < 0 || row >= m_offered.size())
        return;
    const Suggested suggestion = m_offered[row];
    setChosen(suggestion);
    m_list->hide();
    emit taken(suggestion);
}

void SuggestEdit::keyPressEvent(QKeyEvent *event) {
    if (!isOffering())
        return QLineEdit::keyPressEvent(event);
    const int row = m_list->currentRow();
    switch (event->key()) {
    case Qt::Key_Down: return m_list->setCurrentRow(qMin(row + 1, m_list->count() - 1));
    case Qt::Key_Up: return m_list->setCurrentRow(row - 1);
    case Qt::Key_Escape: return m_list->hide();
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (row >= 0)
            return take(row);
        m_list->hide();
        break;
    default: break;
    }
    QLineEdit::keyPressEvent(event);
}

void SuggestEdit::focusOutEvent(QFocusEvent *event) {
    QLineEdit::focusOutEvent(event);
    if (m_list)
        m_list->hide();
}

void SuggestEdit::hideEvent(QHideEvent *event) {
    QLineEdit::hideEvent(event);
    if (m_list)
        m_list->hide();
}

SuggestEdit::Provider suggestFrom(const QStringList &words) {
    return [words](QObject *, const QString &typed, const SuggestEdit::Answer &answer) {
        QList<Suggested> found;
        for (const QString &word : words)
            if (fold(word).contains(fold(typed)))
                found.append({word, {}});
        answer(found);
    };
}

} // namespace kontor::ui
