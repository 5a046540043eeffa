// What an entry may say beside its words: when it happened, how long it took, who else took part. Folded away until it is asked for.
#pragma once

#include "forms/suggest_edit.h"
#include "interactions/draft_store.h"

#include <QWidget>

namespace kontor::ui {

class DateWordsEdit;
class Formats;

class EntryDetails : public QWidget {
    Q_OBJECT

public:
    EntryDetails(const Formats &formats, SuggestEdit::Provider people, QWidget *parent = nullptr);

    void setDetails(const DraftDetails &details);
    DraftDetails details() const;
    QString problem() const; // a sentence where it cannot be saved as it stands
    void focusFirst();
    void retranslate();

signals:
    void edited();

private:
    void addPerson(const Suggested &person);
    void showPeople();

    const Formats &m_formats;
    DateWordsEdit *m_when;
    QLineEdit *m_minutes;
    SuggestEdit *m_who;
    QWidget *m_chips;
    QList<DraftPerson> m_people;
};

} // namespace kontor::ui
