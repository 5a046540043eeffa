// Before two customers become one: what differs, with a suggestion for each field that the person may change.
#pragma once

#include "duplicates/merge.h"

#include <QDialog>

class QPushButton;
class QTableView;

namespace kontor::ui {

class Formats;
class MergeModel;
class PaletteLabel;

class MergeDialog : public QDialog {
    Q_OBJECT

public:
    MergeDialog(const duplicates::MergeSide &keep, const duplicates::MergeSide &other, const Formats &formats, QWidget *parent);

    duplicates::MergeRequest request() const;
    QTableView *table() const { return m_table; }
    MergeModel *model() const { return m_model; }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void showState();
    void chooseSide(bool isLeft);

    Id m_keep, m_other;
    qint64 m_keepVersion, m_otherVersion;
    PaletteLabel *m_hint;
    QTableView *m_table;
    MergeModel *m_model;
};

} // namespace kontor::ui
