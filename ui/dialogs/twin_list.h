// Who is perhaps there already, while a new customer is typed: by phone, e-mail and name, in any spelling and script. Its place is reserved, so that
// nothing jumps; it advises and hinders nobody.
#pragma once

#include "base/id.h"
#include "find/find_provider.h"

#include <QTimer>
#include <QWidget>

class QLabel;
class QPushButton;

namespace kontor::ui {

class TwinList : public QWidget {
    Q_OBJECT

public:
    TwinList(FindProvider &finder, QWidget *parent);

    void look(const QString &name, const QString &phone, const QString &email);
    int count() const { return int(m_twins.size()); }

signals:
    void openWanted(kontor::Id customer);
    void looked();

private:
    struct Twin {
        Id customer;
        QString words;  // "Same phone: Anna Petrova"
        QString detail; // the number, the address, the company
    };
    struct Row {
        QLabel *words;
        QLabel *detail;
        QPushButton *open;
    };
    void ask();
    void ask(const QString &text, int what);
    void take(int what, const FindAnswer &answer);
    void showTwins();

    FindProvider &m_finder;
    QList<Row> m_rows;
    QLabel *m_note;
    QList<Twin> m_twins;
    QString m_texts[3]; // phone, e-mail, name
    QList<Twin> m_found[3];
    QTimer m_later;
    quint64 m_number = 0;
    int m_waiting = 0;
};

} // namespace kontor::ui
