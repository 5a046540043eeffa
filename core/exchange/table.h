// A table that can be taken in, whatever file it stands in: titles, and data records one after another.
#pragma once

#include "base/result.h"
#include "exchange/import_field.h"
#include "exchange/row_file.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

#include <vector>

namespace kontor::exchange {

struct TableRecord {
    std::vector<QStringView> cells; // valid until the next record is read
    qint64 row = 0;                 // 1 is the first data record; 0: they come one after another, whoever reads them counts
    qint64 line = 0;                // where it begins, 1 is the first
    bool broken = false;            // a quote is not closed: the line as it stands is the only cell
    QString problem = {};           // why the record is not for taking in, in words; empty where it is
    bool isSettled = false;         // nothing is to be done with it: what it says stands in other records; `problem` tells
    QList<RowFile> files = {};      // that belong to what the row is about
};

QStringList textsOf(const TableRecord &record);

class Table {
public:
    virtual ~Table() = default;

    const QStringList &titles() const { return m_titles; } // empty texts where there is no header
    // What each title is understood by, where the file itself says it more plainly than its titles do; otherwise the titles.
    virtual const QStringList &plainTitles() const { return m_titles; }
    bool hasHeader() const { return m_hasHeader; }
    const QList<QStringList> &firstRows() const { return m_firstRows; } // some data records, for looking at
    virtual QString name() const { return {}; } // tells the tables of one file apart; empty where there is only one
    virtual std::optional<FileKind> kind() const { return {}; } // what it holds, where the file itself says so
    // Ids that a program gave its contacts: a customer who came from elsewhere has none of them, and is known by other keys.
    virtual bool idsAreOfAddressBook() const { return false; }
    virtual QByteArray charset() const = 0;          // of the file's text
    virtual char16_t delimiter() const { return 0; } // 0: its cells are not delimited by a character
    virtual qint64 size() const = 0;                 // bytes of the file
    virtual qint64 bytesRead() const = 0;

    // Back to before the first data record.
    virtual Result<void> rewind() = 0;
    // The next data record. Every record after the header is one, those too that repeat the titles or are broken.
    virtual Result<bool> next(TableRecord &record) = 0;
    bool repeatsTitles(const TableRecord &record) const;

protected:
    QStringList m_titles;
    bool m_hasHeader = false;
    QList<QStringList> m_firstRows;
};

} // namespace kontor::exchange
