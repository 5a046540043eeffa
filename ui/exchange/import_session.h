// One import from choosing the file to its result: what was chosen, what was read, what is under way. The steps of the page show it.
#pragma once

#include "exchange/import_preview.h"
#include "exchange/importer.h"
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

    void start(const QString &path);
    // A table that was copied from a spreadsheet. False: the text has none.
    bool startFromText(const QString &text);
    void clear();
    QString path() const { return m_path; }
    QString fileName() const;

    bool isRead() const { return !m_tables.isEmpty(); }
    const QList<exchange::TablePreview> &tables() const { return m_tables; }
    const exchange::TablePreview &table() const { return m_tables.first(); } // the one whose columns are shown

    const exchange::ImportOptions &options() const { return m_options; }
    void setKind(exchange::FileKind kind);
    void setCharset(const QByteArray &charset); // empty: found out
    void setSheet(const QString &sheet);        // of a workbook
    void setDelimiter(char16_t delimiter);      // 0: found out
    void setField(qsizetype column, const QByteArray &field);
    void setMatching(const QString &keys, exchange::OnMatch onMatch, bool companies);
    void correct(const exchange::RowPlace &row, const QStringList &cells);

    void check();                    // counts what an import would do, on a copy
    void import(const QString &tag); // and does it; everybody gets the tag
    void stop();
    bool isAtWork() const { return m_work != nullptr; }
    bool isStopping() const { return m_work && m_work->isStopped; }
    const exchange::ImportProgress &progress() const { return m_progress; }
    const std::optional<exchange::ImportReport> &checked() const { return m_checked; } // nothing: not with the present choices
    const std::optional<exchange::ImportReport> &imported() const { return m_imported; }
    QString tag() const { return m_options.tag; }

signals:
    void read();        // tables() are others
    void workChanged(); // begins, goes on, ends; checked() or imported() may be there
    void problem(const kontor::Error &error);

private:
    // Shared with the thread that imports.
    struct Work {
        std::atomic<bool> isStopped = false;
        std::mutex mutex;
        exchange::ImportProgress progress;
    };

    void readAgain();
    void run(bool isDry);
    void takeReport(Result<exchange::ImportReport> report, bool isDry);

    workspace::Workspace &m_workspace;
    std::unique_ptr<QTemporaryDir> m_pasted;
    QString m_path;
    exchange::ImportOptions m_options;
    QList<exchange::TablePreview> m_tables;
    int m_reading = 0;            // which answer is awaited
    std::shared_ptr<Work> m_work; // under way; nullptr: none is
    exchange::ImportProgress m_progress;
    QTimer m_look; // at the progress
    std::optional<exchange::ImportReport> m_checked;
    std::optional<exchange::ImportReport> m_imported;
};

} // namespace kontor::ui
