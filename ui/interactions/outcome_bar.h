// How it went: the outcomes that fit the kind of entry as chips with their numbers, at most one of them chosen.
#pragma once

#include <QWidget>

namespace kontor::ui {

class Formats;
class QuickChip;

class OutcomeBar : public QWidget {
    Q_OBJECT

public:
    explicit OutcomeBar(const Formats &formats, QWidget *parent = nullptr);

    void setKind(const QString &kind);
    void setOutcome(const QString &outcome); // empty: none
    QString outcome() const { return m_outcome; }
    bool isOffered() const { return !m_chips.isEmpty(); }
    void press(int number); // Alt and the number
    void retranslate();

signals:
    void chosen(const QString &outcome);

private:
    void build();

    const Formats &m_formats;
    QString m_kind;
    QString m_outcome;
    QList<QuickChip *> m_chips;
    QStringList m_names;
};

} // namespace kontor::ui
