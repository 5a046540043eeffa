// A short list of texts with a value at the end or below: members of a segment, the lines of an explanation.
#pragma once

#include "base/id.h"
#include "theme/icon.h"

#include <QAbstractListModel>
#include <QListView>

namespace kontor::ui {

struct Pair {
    QString text;
    QString value;
    QString spoken; // for screen readers; empty: text and value
    QLatin1StringView icon = {};
    Tint tint = Tint::Muted;
    Id customer = {};
};

class PairModel : public QAbstractListModel {
    Q_OBJECT

public:
    using QAbstractListModel::QAbstractListModel;
    void setPairs(const QList<Pair> &pairs);
    const QList<Pair> &pairs() const { return m_pairs; }
    int rowCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : int(m_pairs.size()); }
    QVariant data(const QModelIndex &index, int role) const override;

private:
    QList<Pair> m_pairs;
};

// As high as its lines.
class PairList : public QListView {
    Q_OBJECT

public:
    explicit PairList(QWidget *parent = nullptr);
    void setPairs(const QList<Pair> &pairs);
    const QList<Pair> &pairs() const { return m_model->pairs(); }
    int valueWidth() const; // of the widest
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {0, 0}; }

signals:
    void customerChosen(kontor::Id customer);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;

private:
    void choose(const QModelIndex &index);

    PairModel *m_model;
};

} // namespace kontor::ui
