// A line that offers what is known while it is typed. Down goes into the offers, Enter takes the chosen one; without a choice Enter is the
// form's, and what was typed counts. No popup: the list is a child of the window.
#pragma once

#include "base/id.h"

#include <QLineEdit>

#include <functional>

class QListWidget;

namespace kontor::ui {

struct Suggested {
    QString text;
    Id id;
};

class SuggestEdit : public QLineEdit {
    Q_OBJECT

public:
    using Answer = std::function<void(const QList<Suggested> &)>;
    // Asked after each change; `context` is gone when the answer has no use any more.
    using Provider = std::function<void(QObject *context, const QString &typed, const Answer &answer)>;

    explicit SuggestEdit(Provider provider, QWidget *parent = nullptr);
    ~SuggestEdit() override;

    void setChosen(const Suggested &suggestion);
    Id chosen() const; // invalid: what stands there is only text
    bool isOffering() const;

signals:
    void taken(const kontor::ui::Suggested &suggestion);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void ask();
    void offer(const QList<Suggested> &suggestions);
    void place();
    void take(int row);

    Provider m_provider;
    QListWidget *m_list = nullptr; // a child of the window while it is shown
    QList<Suggested> m_offered;
    Suggested m_chosen;
    quint64 m_question = 0;
};

// Offers those of a fixed list that contain what is typed.
SuggestEdit::Provider suggestFrom(const QStringList &words);

} // namespace kontor::ui
