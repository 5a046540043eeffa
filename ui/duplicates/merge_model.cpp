#include "duplicates/merge_model.h"

#include "history/history_words.h"
#include "widgets/bidi.h"
#include "widgets/formats.h"

#include <QFont>

namespace kontor::ui {

using namespace Qt::StringLiterals;
using duplicates::FieldDifference;
using duplicates::MergeCounts;
using duplicates::Take;

namespace {

QString countsWords(const MergeCounts &counts) {
    QStringList parts;
    for (const auto &[record, count] : {std::pair{"interaction", counts.entries},
                                        {"purchase", counts.purchases},
                                        {"task", counts.tasks},
                                        {"deal", counts.deals},
                                        {"attachment", counts.files}})
        if (count > 0)
            parts << recordCountWords(record, count);
    return parts.join(u", "_s);
}

} // namespace

void MergeModel::setSides(const duplicates::MergeSide &keep, const duplicates::MergeSide &other) {
    beginResetModel();
    m_preview = duplicates::mergePreview(keep, other);
    m_choices.clear();
    m_keepName = keep.card.customer.name;
    m_otherName = other.card.customer.name;
    m_lines.clear();
    addPoints();
    addCounts();
    endResetModel();
}

void MergeModel::addPoints() {
    QStringList keep, other;
    for (const duplicates::UnitedPoint &united : std::as_const(m_preview.points)) {
        if (!united.isOfOther || united.isInBoth)
            keep << isolatedLtr(united.point.value);
        if (united.isOfOther || united.isInBoth)
            other << isolatedLtr(united.point.value);
    }
    if (!keep.isEmpty() || !other.isEmpty())
        m_lines.append({tr("Ways to reach"), keep.join(u'\n'), other.join(u'\n'), tr("both are kept")});
    if (!m_preview.addedTags.isEmpty())
        m_lines.append({tr("Tags"), {}, m_preview.addedTags.join(u", "_s), tr("are added")});
    if (!m_preview.stricterConsents.isEmpty())
        m_lines.append({tr("Consents"), {}, {}, tr("the stricter one holds")});
}

void MergeModel::addCounts() {
    const QString keep = countsWords(m_preview.keep), other = countsWords(m_preview.other);
    if (!keep.isEmpty() || !other.isEmpty())
        m_lines.append({tr("On the card"), keep, other, tr("all are joined")});
}

int MergeModel::rowCount(const QModelIndex &parent) const {
    return parent.isValid() ? 0 : int(m_preview.fields.size() + m_lines.size());
}

int MergeModel::columnCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : kColumns; }

QVariant MergeModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case kField: return QString();
    case kKeep: return isolated(m_keepName);
    case kOther: return isolated(m_otherName);
    default: return tr("Result");
    }
}

Take MergeModel::takenAt(int row) const { return duplicates::choiceFor(m_preview.fields.at(row), m_choices); }

void MergeModel::choose(int row, Take take) {
    if (!isChoice(row) || (take == Take::Both && !m_preview.fields.at(row).canTakeBoth))
        return;
    m_choices.insert(m_preview.fields.at(row).column, take);
    emit dataChanged(index(row, kField), index(row, kResult));
}

void MergeModel::chooseNext(int row) {
    if (!isChoice(row))
        return;
    const bool canTakeBoth = m_preview.fields.at(row).canTakeBoth;
    switch (takenAt(row)) {
    case Take::Keep: return choose(row, Take::Other);
    case Take::Other: return choose(row, canTakeBoth ? Take::Both : Take::Keep);
    case Take::Both: return choose(row, Take::Keep);
    }
}

// As the history writes values.
QString MergeModel::textOf(const FieldDifference &field, bool isOther) const {
    const db::Value &value = isOther ? field.other : field.keep;
    if (field.column.startsWith("custom."))
        return value.text();
    history::ChangeLine line;
    line.type = &db::recordType<Customer>();
    line.change.record = line.type->table;
    line.change.field = field.column;
    line.change.what = workspace::What::Update;
    line.change.after = value;
    return changeWords(line, false, m_formats).after;
}

QString MergeModel::cell(int row, int column) const {
    if (!isChoice(row)) {
        const Line &line = m_lines.at(row - m_preview.fields.size());
        return column == kField ? line.label : column == kKeep ? line.keep : column == kOther ? line.other : line.result;
    }
    const FieldDifference &field = m_preview.fields.at(row);
    const Take take = takenAt(row);
    switch (column) {
    case kField: return field.label;
    case kKeep: return textOf(field, false);
    case kOther: return textOf(field, true);
    default: return take == Take::Both ? field.result(take).text() : textOf(field, take == Take::Other);
    }
}

QVariant MergeModel::data(const QModelIndex &index, int role) const {
    const int row = index.row(), column = index.column();
    const bool isSide = column == kKeep || column == kOther;
    if (role == Qt::DisplayRole || role == Qt::ToolTipRole)
        return isSide || column == kResult ? isolated(cell(row, column)) : cell(row, column);
    if (role == Qt::AccessibleTextRole)
        return tr("%1: %2 or %3, result: %4").arg(cell(row, kField), cell(row, kKeep), cell(row, kOther), cell(row, kResult));
    if (role == Qt::CheckStateRole && isSide && isChoice(row)) {
        const Take take = takenAt(row);
        return take == Take::Both || (take == Take::Other) == (column == kOther) ? Qt::Checked : Qt::Unchecked;
    }
    if (role == Qt::FontRole && column == kResult && isChoice(row) && m_preview.fields.at(row).isConflict) {
        QFont font;
        font.setBold(true);
        return font;
    }
    return {};
}

} // namespace kontor::ui
