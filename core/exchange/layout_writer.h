// Writes the rows of our own export as a text table in the layout of another program.
#pragma once

#include "exchange/csv_writer.h"
#include "exchange/export_layout.h"

#include <QHash>

namespace kontor::exchange {

class LayoutWriter {
public:
    LayoutWriter(const QString &path, char16_t delimiter, const ExportLayout &layout)
        : m_layout(layout), m_writer(path, delimiter) {}

    Result<void> open() { return m_writer.open(); }
    // The first row has the titles of our own export.
    Result<void> writeRow(const QStringList &cells);
    Result<void> commit() { return m_writer.commit(); }
    // Rows that are not in the file: the layout has no use for them.
    qint64 leftOut() const { return m_leftOut; }

private:
    struct Target {
        QString title;
        QString field; // of our own export
    };
    struct Point {
        QString text, label;
        bool isTaken = false;
    };

    void arrange(const QStringList &titles);
    QString cell(const QStringList &row, const QString &title) const;
    QList<Point> points(const QStringList &row, const QString &kind) const;
    QString websitePart(const QString &part, const QStringList &row) const;
    QString textOf(const Target &target, const QStringList &row, QList<Point> &phones, QList<Point> &emails) const;

    const ExportLayout &m_layout;
    CsvWriter m_writer;
    QHash<QString, QList<int>> m_columns;      // of our own titles
    QList<std::pair<int, QString>> m_websites; // column and label, in the order of our own export
    QList<Target> m_targets;
    qint64 m_leftOut = 0;
};

} // namespace kontor::exchange
