// The words of the history and the trash: what was done to what, from which value to which.
#pragma once

#include "history/history_list.h"
#include "history/trash_list.h"

namespace kontor::ui {

class Formats;

// One record in a few words: "Call, reached: wants 40 units", "Task: send offer", "Tag garden".
QString recordWords(const db::RecordType &type, const db::Row &row, const QHash<QByteArray, QString> &names,
                    const Formats &formats);
QLatin1StringView recordIcon(const QByteArray &record);
QString recordCountWords(const QByteArray &record, qint64 count); // "31 entries"

struct ChangeWords {
    QString what; // "City", "City of Anna Petrova", "Added: tag garden"
    QString before;
    QString after;
    bool hasValues = false; // from `before` to `after`; either may be empty
};
// `namesCustomer`: says on whose card it is.
ChangeWords changeWords(const history::ChangeLine &line, bool namesCustomer, const Formats &formats);

struct ActWords {
    QString time; // "14:05"
    QString who;
    QString what; // "Change of City, Anna Petrova"
    QString detail;
    QString before; // of an act with one changed value
    QString after;
    bool hasValues = false;
    QString answer; // what Enter does: "Restore", "Undo import", "Do again"; empty: nothing
};
ActWords actWords(const history::Act &act, const Formats &formats);
QString answerWords(const history::ChangeLine &line); // the same for one line of an act

// For screen readers and the clipboard.
QString actSummary(const history::Act &act, const Formats &formats);
QString changeSummary(const history::ChangeLine &line, bool namesCustomer, const Formats &formats);
QString dayWords(QDate day, const Formats &formats); // "Today", "Yesterday", "Mon 9 Mar 2026"

// The fields whose label in the language of the interface contains the text.
QList<QByteArray> fieldsNamed(const QString &text, const workspace::RecordCatalogue &catalogue);

} // namespace kontor::ui
