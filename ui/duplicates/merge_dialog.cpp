#include "duplicates/merge_dialog.h"

#include "duplicates/merge_model.h"
#include "theme/metrics.h"
#include "widgets/decision_buttons.h"
#include "widgets/grid_table.h"
#include "widgets/palette_label.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QPushButton>
#include <QShortcut>
#include <QTableView>
#include <QVBoxLayout>

namespace kontor::ui {

using namespace metrics;
using duplicates::Take;

namespace {

constexpr int kWidth = 860;
constexpr int kHeight = 480;
constexpr int kFieldWidth = 140;

} // namespace

MergeDialog::MergeDialog(const duplicates::MergeSide &keep, const duplicates::MergeSide &other, const Formats &formats,
                         QWidget *parent)
    : QDialog(parent),
      m_keep(keep.card.customer.id),
      m_other(other.card.customer.id),
      m_keepVersion(keep.card.customer.version),
      m_otherVersion(other.card.customer.version),
      m_hint(new PaletteLabel(TextRole::Body, TextColour::Second, this)),
      m_table(new QTableView(this)),
      m_model(new MergeModel(formats, this)) {
    setWindowTitle(tr("Merge 2 customers"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowModality(Qt::WindowModal);
    m_model->setSides(keep, other);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(kPage, kPage, kPage, kPane);
    column->setSpacing(kLabelGap);
    m_hint->setWordWrap(true);
    column->addWidget(m_hint);
    m_table->setModel(m_model);
    makeGridTable(m_table);
    m_table->setWordWrap(true);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setAccessibleName(tr("What differs"));
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    m_table->horizontalHeader()->setSectionResizeMode(MergeModel::kField, QHeaderView::Interactive);
    m_table->setColumnWidth(MergeModel::kField, scaled(kFieldWidth));
    m_table->installEventFilter(this);
    column->addWidget(m_table, 1);
    auto *buttons = new DecisionButtons(tr("Merge"), this);
    buttons->doIt()->setDefault(true);
    buttons->doIt()->setToolTip(QKeySequence(Qt::CTRL | Qt::Key_Return).toString(QKeySequence::NativeText));
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_Return), this), &QShortcut::activated, this, &QDialog::accept);
    column->addWidget(buttons);
    connect(m_table, &QTableView::clicked, this, [this](const QModelIndex &index) {
        if (index.column() == MergeModel::kKeep || index.column() == MergeModel::kOther)
            m_model->choose(index.row(), index.column() == MergeModel::kOther ? Take::Other : Take::Keep);
    });
    m_table->setCurrentIndex(m_model->index(0, MergeModel::kField));
    showState();
    resize(scaled(kWidth), kHeight);
    m_table->resizeRowsToContents();
    m_table->setFocus(Qt::OtherFocusReason);
}

duplicates::MergeRequest MergeDialog::request() const {
    return {m_keep, m_other, m_model->choices(), m_keepVersion, m_otherVersion};
}

void MergeDialog::showState() {
    const QString differing = tr("%Ln field(s) differ.", nullptr, m_model->differing());
    m_hint->setText(m_model->differing() > 0 ? tr("%1 Space switches the side, Left and Right choose it.").arg(differing)
                                             : tr("Nothing is lost: both say the same where both say something."));
}

void MergeDialog::chooseSide(bool isLeft) {
    const bool isKeep = isLeft == (layoutDirection() == Qt::LeftToRight);
    m_model->choose(m_table->currentIndex().row(), isKeep ? Take::Keep : Take::Other);
}

bool MergeDialog::eventFilter(QObject *watched, QEvent *event) {
    if (watched != m_table || event->type() != QEvent::KeyPress)
        return QDialog::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    switch (key->key()) {
    case Qt::Key_Space: m_model->chooseNext(m_table->currentIndex().row()); return true;
    case Qt::Key_Left: chooseSide(true); return true;
    case Qt::Key_Right: chooseSide(false); return true;
    default: return QDialog::eventFilter(watched, event);
    }
}

} // namespace kontor::ui
