#include "exchange/import_columns_step.h"

#include "exchange/import_columns_model.h"
#include "theme/icon.h"
#include "theme/metrics.h"
#include "widgets/bidi.h"
#include "widgets/grid_table.h"
#include "widgets/palette_label.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QStyledItemDelegate>
#include <QTableView>
#include <QToolButton>

namespace kontor::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kTitleWidth = 200;
constexpr int kGoesToWidth = 240;

// A list to choose from, opened with the first letter typed.
class FieldDelegate : public QStyledItemDelegate {
public:
    FieldDelegate(const ImportColumnsModel &model, QObject *parent) : QStyledItemDelegate(parent), m_model(model) {}

    QWidget *createEditor(QWidget *parent, const QStyleOptionViewItem &, const QModelIndex &index) const override {
        auto *choice = new QComboBox(parent);
        for (const exchange::FieldChoice &field : m_model.choices(index.row()))
            choice->addItem(field.label, field.name);
        choice->setAccessibleName(index.siblingAtColumn(ImportColumnsModel::kTitle).data().toString());
        QObject::connect(choice, &QComboBox::activated, this, [this, choice] {
            auto *delegate = const_cast<FieldDelegate *>(this);
            emit delegate->commitData(choice);
            emit delegate->closeEditor(choice);
        });
        return choice;
    }
    void setEditorData(QWidget *editor, const QModelIndex &index) const override {
        auto *choice = static_cast<QComboBox *>(editor);
        choice->setCurrentIndex(choice->findData(index.data(Qt::EditRole)));
        choice->showPopup();
    }
    void setModelData(QWidget *editor, QAbstractItemModel *model, const QModelIndex &index) const override {
        model->setData(index, static_cast<QComboBox *>(editor)->currentData(), Qt::EditRole);
    }

private:
    const ImportColumnsModel &m_model;
};

} // namespace

ImportColumnsStep::ImportColumnsStep(ImportSession &session, QWidget *parent)
    : ImportStep(session, parent),
      m_model(new ImportColumnsModel(session, this)),
      m_table(new QTableView(this)),
      m_leftOut(new PaletteLabel(TextRole::Body, TextColour::Second, this)),
      m_previous(new QToolButton(this)),
      m_next(new QToolButton(this)),
      m_sample(new PaletteLabel(TextRole::Body, TextColour::Normal, this)) {
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(metrics::kGap);
    m_table->setModel(m_model);
    m_table->setItemDelegateForColumn(ImportColumnsModel::kGoesTo, new FieldDelegate(*m_model, this));
    m_table->setEditTriggers(QAbstractItemView::SelectedClicked | QAbstractItemView::EditKeyPressed |
                             QAbstractItemView::AnyKeyPressed | QAbstractItemView::DoubleClicked);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    makeGridTable(m_table);
    m_table->horizontalHeader()->setSectionResizeMode(ImportColumnsModel::kFirstValues, QHeaderView::Stretch);
    m_table->horizontalHeader()->setSectionResizeMode(ImportColumnsModel::kSure, QHeaderView::ResizeToContents);
    m_table->setColumnWidth(ImportColumnsModel::kTitle, scaled(kTitleWidth));
    m_table->setColumnWidth(ImportColumnsModel::kGoesTo, scaled(kGoesToWidth));
    column->addWidget(m_table, 1);
    column->addWidget(m_leftOut);
    auto *sample = new QHBoxLayout;
    sample->setSpacing(metrics::kGap);
    m_previous->setIcon(Icon::get("chevron-start"_L1));
    m_next->setIcon(Icon::get("chevron-end"_L1));
    m_sample->setWordWrap(true);
    sample->addWidget(m_previous);
    sample->addWidget(m_next);
    sample->addWidget(m_sample, 1);
    column->addLayout(sample);
    connect(m_previous, &QToolButton::clicked, this, [this] { --m_row, showSample(); });
    connect(m_next, &QToolButton::clicked, this, [this] { ++m_row, showSample(); });
    connect(&session, &ImportSession::read, this, [this] {
        m_row = 0;
        show();
    });
}

bool ImportColumnsStep::isReady() const { return m_session.isRead() && m_model->leftOut() < m_model->rowCount(); }

QWidget *ImportColumnsStep::firstField() const { return m_table; }

void ImportColumnsStep::retranslate() {
    m_table->setAccessibleName(tr("Columns of the file"));
    m_previous->setAccessibleName(tr("Row before"));
    m_previous->setToolTip(tr("Row before"));
    m_next->setAccessibleName(tr("Next row"));
    m_next->setToolTip(tr("Next row"));
    show();
}

void ImportColumnsStep::show() {
    if (!m_session.isRead())
        return;
    const int leftOut = m_model->leftOut();
    m_leftOut->setVisible(leftOut > 0);
    m_leftOut->setText(tr("%Ln column(s) will be left out.", nullptr, leftOut));
    if (!m_table->currentIndex().isValid() && m_model->rowCount() > 0)
        m_table->setCurrentIndex(m_model->index(0, ImportColumnsModel::kGoesTo));
    showSample();
    emit stateChanged();
}

void ImportColumnsStep::showSample() {
    const exchange::TablePreview &table = m_session.table();
    m_previous->setEnabled(m_row > 0);
    m_next->setEnabled(m_row + 1 < table.rows.size());
    const workspace::Workspace &workspace = m_session.workspace();
    QStringList lines;
    for (const QString &line : exchange::previewRow(table, m_row, workspace.settings(), workspace.clock()))
        lines << isolated(line);
    m_sample->setText(lines.isEmpty() ? QString()
                                      : tr("Row %1 becomes: %2").arg(QLocale().toString(m_row + 1), lines.join(u" · "_s)));
}

} // namespace kontor::ui
