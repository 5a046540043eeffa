// One import from choosing the file to its result: what was chosen, what was read, what is under way. The steps of the page show it.
#pragma once

#include "custom_fields/custom_field_repository.h"
#include "exchange/feeds.h"
#include "exchange/import_preview.h"
#include "exchange/importer.h"
#include "widgets/side_thread.h"
#include "workspace/workspace.h"

#include <QObject>
#include <QTimer>

#include <atomic>

class QTemporaryDir;

namespace kontor::ui {

class ImportSession : public QObject {
    Q_OBJECT

public:
    explicit ImportSession(workspace::Workspace &workspace, QObject *parent = nullptr);
    ~ImportSession() override;

    workspace::Workspace &workspace() const { return m_workspace; }

    // An export of a whole file is not read: what it holds is a file of its own.
    void start(const QString &path);
    QString exportPath() const { return m_exportPath; } // of such an export; empty: none was chosen
    // A table that was copied from a spreadsheet. False: the text has none.
    bool startFromText(const QString &text);
    void clear();
    QString path() const { return m_path; }
    QString fileName() const;
    bool isPasted() const { return m_pasted != nullptr; }

    bool isRead() const { return !m_tables.isEmpty(); }
    const QList<exchange::TablePreview> &tables() const { return m_tables; }
    const exchange::TablePreview &table() const { return m_tables.first(); } // the one whose columns are shown
    // Where letters of table() are garbled: in which it reads better, the best first.
    const QList<QByteArray> &betterCharsets() const { return m_betterCharsets; }
    const std::optional<exchange::RowCount> &rowCount() const { return m_rowCount; } // of table(); nothing: not counted yet
    const QList<CustomField> &ownFields() const { return m_ownFields; } // that the base has

    const exchange::ImportOptions &options() const { return m_options; }
    void setKind(exchange::FileKind kind);
    void setCharset(const QByteArray &charset); // empty: found out
    void setSheet(const QString &sheet);        // of a workbook
    void setDelimiter(char16_t delimiter);      // 0: found out
    void setField(qsizetype column, const QByteArray &field);
    // The column makes an own field that the base does not have yet.
    bool makesField(qsizetype column) const;
    void setNewField(qsizetype column, const QString &name, const QString &kind); // what it makes
    void setDateOrder(const QString &title, exchange::DateOrder order);
    void setPreset(const QString &preset); // "none": the titles alone tell; empty: the layout is recognised again

    // What is kept of earlier imports; read by readKept().
    const QList<exchange::SavedMapping> &savedMappings() const { return m_savedMappings; }
    const QList<exchange::Feed> &feeds() const { return m_feeds; }
    void readKept();
    QString mappingName() const { return m_mappingName; }            // the kept mapping by which the file is read; empty: by none
    void useMapping(const QString &name) { m_wantedMapping = name; } // for the file that is chosen next
    void rememberAs(const QString &name) { m_rememberAs = name; }    // with the import; empty: nothing
    bool hasOwnChoices() const { return !m_options.mappings.isEmpty() || !m_options.dateOrders.isEmpty(); }
    void keepAsFeed(); // the file and its choices, to be run with one click
    void runFeed(const exchange::Feed &feed);
    bool isFeed() const { return !m_feed.isEmpty(); } // imported() is of a feed
    QString feed() const { return m_feed; }
    void setMatching(const QString &keys, exchange::OnMatch onMatch, bool companies);
    void correct(const exchange::RowPlace &row, const QStringList &cells);
    // What happens to that row alone; nothing: as to all.
    void setException(const exchange::RowPlace &row, std::optional<exchange::OnMatch> onMatch);

    void check(); // counts what an import would do, on a copy; nothing where that is under way already
    // And does it; everybody gets the tag. `trial`: only so many rows of the file; 0: all.
    void import(const QString &tag, qint64 trial = 0);
    void stop();
    void forgetImported(); // it was taken back, or is over
    bool isAtWork() const { return m_work != nullptr; }
    bool isImporting() const { return m_work && !m_work->isDry; } // not only a check
    bool isStopping() const { return m_work && m_work->isStopped; }
    const exchange::ImportProgress &progress() const { return m_progress; }
    const std::optional<exchange::ImportReport> &checked() const { return m_checked; } // nothing: not with the present choices
    const std::optional<exchange::ImportReport> &imported() const { return m_imported; }
    bool isTrial() const { return m_trial > 0; } // imported() has the first rows only
    // Rows about somebody who is there already, by the last check; nothing: it is not known with the present choices.
    const std::optional<QList<exchange::MatchedRow>> &matches() const { return m_matches; }
    qint64 matched() const { return m_matched; } // how many there are, also beyond those
    QString tag() const { return m_options.tag; }

signals:
    void read();           // tables() are others
    void counted();        // rowCount() is there
    void exportChosen();   // exportPath() is another
    void workChanged();    // begins, goes on, ends; checked() or imported() may be there
    void matchesChanged(); // of matches()
    void keptChanged();    // savedMappings() and feeds()
    void problem(const kontor::Error &error);

private:
    // Shared with the thread that imports.
    struct Work {
        std::atomic<bool> isStopped = false;
        bool isDry = true;       // of the GUI thread, as the next
        bool isOutdated = false; // the choices are others: nobody wants its report
        std::mutex mutex;
        exchange::ImportProgress progress;
    };

    void readAgain();
    void count();
    void stopCounting();
    void takeBackChoice(const Error &error);
    void write(std::function<Result<void>(workspace::Base &)> act); // of what is kept
    void remember();
    void forgetChecked();
    void forgetMatches();
    exchange::ImportOptions begin(bool isDry);
    void takeReport(Result<exchange::ImportReport> report);
    void takeMatches(const exchange::ImportReport &report);

    workspace::Workspace &m_workspace;
    std::unique_ptr<QTemporaryDir> m_pasted;
    QString m_path, m_exportPath;
    exchange::ImportOptions m_options;
    exchange::ImportOptions m_readOptions; // with which m_tables was read
    QList<exchange::TablePreview> m_tables;
    QList<QByteArray> m_betterCharsets;
    QList<CustomField> m_ownFields;
    int m_reading = 0;            // which answer is awaited
    std::shared_ptr<Work> m_work; // under way; nullptr: none is
    bool m_checksAgain = false;   // when what is under way has stopped
    qint64 m_trial = 0;
    exchange::ImportProgress m_progress;
    QTimer m_look; // at the progress
    std::optional<exchange::ImportReport> m_checked;
    std::optional<exchange::ImportReport> m_imported;
    std::optional<QList<exchange::MatchedRow>> m_matches;
    qint64 m_matched = 0;
    QList<exchange::SavedMapping> m_savedMappings;
    QList<exchange::Feed> m_feeds;
    QString m_wantedMapping, m_mappingName, m_rememberAs, m_feed;
    std::optional<exchange::RowCount> m_rowCount;
    std::shared_ptr<std::atomic<bool>> m_counting; // whether the counting under way shall go on; nullptr: none is
    SideThread m_counts;
    SideThread m_checks; // with a connection of its own: the window goes on reading and saving meanwhile
};

} // namespace kontor::ui
