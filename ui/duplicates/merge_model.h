// Two cards side by side and what comes of them: the fields that differ, each with a choice, then what is united of itself.
#pragma once

#include "duplicates/merge_preview.h"

#include <QAbstractTableModel>

namespace kontor::ui {

class Formats;

class MergeModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { kField, kKeep, kOther, kResult, kColumns };

    MergeModel(const Formats &formats, QObject *parent) : QAbstractTableModel(parent), m_formats(formats) {}

    void setSides(const duplicates::MergeSide &keep, const duplicates::MergeSide &other);
    const duplicates::MergeChoices &choices() const { return m_choices; }
    int differing() const { return m_preview.conflicts(); }

    bool isChoice(int row) const { return row < m_preview.fields.size(); }
    void choose(int row, duplicates::Take take);
    void chooseNext(int row); // Space: this side, the other, both where that can be

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    struct Line { // that the person does not choose
        QString label, keep, other, result;
    };
    void addPoints();
    void addCounts();
    duplicates::Take takenAt(int row) const;
    QString textOf(const duplicates::FieldDifference &field, bool isOther) const;
    QString cell(int row, int column) const;

    const Formats &m_formats;
    duplicates::MergePreview m_preview;
    duplicates::MergeChoices m_choices;
    QString m_keepName, m_otherName;
    QList<Line> m_lines;
};

} // namespace kontor::ui
