// Where the value of a line of the card came from: the file and the row that brought it, or who entered it, and when. One small window, which a click on
// the line, its menu and a key open.
#pragma once

#include "customers/card_field.h"
#include "forms/popover.h"
#include "history/value_origin.h"

class QPushButton;

namespace kontor::ui {

inline constexpr QLatin1StringView kValueOrigin("customer.value_origin"); // the command
inline constexpr QLatin1StringView kValueOriginKeys("Ctrl+Shift+I");

struct CardOrigin {
    QString what; // which of several values of one line, a tag for instance; empty: the line has one
    history::ValueOrigin origin;
};
// Empty: the history does not reach back so far. Errors: NotFound, and those of the base.
Result<QList<CardOrigin>> loadOrigins(db::Database &database, const Card &card, const CardField &field);

// "kunden.csv, row 17", and "Imported by Maria, 3 Mar 2026 14:05": of a value that nobody imported the second alone.
QStringList originLines(const CardOrigin &origin, const Formats &formats);

class OriginPopover : public Popover {
    Q_OBJECT

public:
    explicit OriginPopover(QWidget *page);
    void open(const CardField &field, const QList<CardOrigin> &origins, const Formats &formats, const QRect &anchor);
    QString words() const { return m_words; } // what stands there, on one line

signals:
    void historyWanted();

private:
    QVBoxLayout *m_lines;
    QPushButton *m_close;
    QPushButton *m_history;
    QString m_words;
};

} // namespace kontor::ui
