#include "customers/card_fields_pane.h"

#include "customers/card_field_chooser.h"
#include "customers/card_fields_model.h"
#include "customers/card_fields_view.h"
#include "customers/card_origin.h"
#include "forms/form_popover.h"
#include "main_window/shell.h"
#include "theme/icon.h"
#include "theme/metrics.h"
#include "workspace/workspace.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

namespace kontor::ui {

using namespace Qt::StringLiterals;
using namespace metrics;

CardFieldsPane::CardFieldsPane(workspace::Workspace &workspace, Shell &shell, const QString &draftFile, QWidget *page)
    : QWidget(page),
      m_workspace(workspace),
      m_shell(shell),
      m_page(page),
      m_drafts(draftFile),
      m_model(new CardFieldsModel(shell.formats(), this)),
      m_view(new CardFieldsView(m_model, this)),
      m_add(new QPushButton(this)) {
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, kSmall, 0, kSmall);
    column->setSpacing(kSmall);
    column->addWidget(m_view, 1);
    auto *below = new QHBoxLayout;
    below->setContentsMargins(kSmall, 0, kSmall, 0);
    below->addWidget(m_add);
    below->addStretch(1);
    column->addLayout(below);
    m_add->setFlat(true);
    m_add->setIcon(Icon::get("plus"_L1, Tint::Accent));
    m_add->setIconSize({kSmallIcon, kSmallIcon});
    showLock();
    connect(&workspace, &workspace::Workspace::driveStateChanged, this, &CardFieldsPane::showLock);
    connect(&workspace, &workspace::Workspace::becameReadOnly, this, &CardFieldsPane::showLock);
    connect(m_add, &QPushButton::clicked, this, &CardFieldsPane::chooseField);
    connect(m_model, &CardFieldsModel::saveWanted, this, &CardFieldsPane::save);
    connect(m_model, &CardFieldsModel::saved, m_view, &CardFieldsView::flash);
    connect(m_model, &CardFieldsModel::changedByOthers, m_view, &CardFieldsView::mark);
    connect(m_model, &CardFieldsModel::typedDropped, this, [this](const QByteArray &key) {
        m_drafts.drop(m_model->card().customer.id, key);
    });
    connect(m_view, &CardFieldsView::editorOpened, this, &CardFieldsPane::editingChanged);
    connect(m_view, &CardFieldsView::editorClosed, this, [this] { emit editingChanged({}); });
    connect(m_view, &CardFieldsView::decisionWanted, this, &CardFieldsPane::decideAll);
    connect(m_view, &CardFieldsView::lockedEditWanted, this, &CardFieldsPane::tellLocked);
    connect(m_view, &CardFieldsView::launchWanted, this, &CardFieldsPane::launchWanted);
    connect(m_view, &CardFieldsView::customerWanted, this, &CardFieldsPane::customerWanted);
    connect(m_view, &CardFieldsView::formWanted, this, &CardFieldsPane::openFieldForm);
    connect(m_view, &CardFieldsView::menuWanted, this, &CardFieldsPane::showMenu);
    connect(m_view, &CardFieldsView::removeWanted, this, &CardFieldsPane::removeField);
    connect(m_view, &CardFieldsView::originWanted, this, &CardFieldsPane::openOrigin);
    connect(m_view, &CardFieldsView::copied, this,
            [this](const CardField &field) { m_shell.announce(tr("%1 copied").arg(field.label)); });
    // Later: the view is still closing its editor.
    connect(m_view, &CardFieldsView::editorClosed, m_model, &CardFieldsModel::hideEmpty, Qt::QueuedConnection);
    retranslate();
}

void CardFieldsPane::retranslate() {
    const qsizetype empty = m_model->emptyFields().size();
    m_add->setText(tr("Add field (%Ln empty)", nullptr, int(empty)));
    m_add->setAccessibleName(m_add->text());
    m_add->setToolTip(tr("Search the fields that are still empty"));
    m_view->retranslate();
}

void CardFieldsPane::clear() {
    if (m_chooser)
        m_chooser->close();
    if (m_form)
        m_form->close();
    if (m_origin)
        m_origin->close();
    m_thenEdit.clear();
    if (const CardField *current = m_view->currentField()) {
        m_lastKey = current->column;
        m_lastGroup = current->group;
    }
    m_model->clear();
}

void CardFieldsPane::setCard(const Card &card, qint64 newestChange, bool byOthers) {
    m_model->setCard(card, newestChange, byOthers);
    showKept();
    retranslate();
    m_view->restoreCurrent(m_lastKey, m_lastGroup);
    if (const QByteArray key = std::exchange(m_thenEdit, {}); !key.isEmpty())
        editField(key);
}

void CardFieldsPane::editField(const QByteArray &key) {
    if (m_model->find(key) < 0) {
        for (const CardField &field : m_model->emptyFields())
            if (field.key == key && field.usesForm())
                return openFieldForm(field);
        m_model->showEmpty(key);
    }
    m_view->setFocus(Qt::OtherFocusReason);
    m_view->editField(key);
}

void CardFieldsPane::chooseField() {
    if (!m_chooser) {
        m_chooser = new CardFieldChooser(m_page);
        connect(m_chooser, &CardFieldChooser::chosen, this, &CardFieldsPane::editField);
        connect(m_chooser, &CardFieldChooser::ownFieldWanted, this, &CardFieldsPane::openOwnFieldForm);
    }
    m_chooser->open(m_model->emptyFields(), QRect(m_add->mapTo(m_page, QPoint()), m_add->size()));
}

bool CardFieldsPane::escape() {
    for (Popover *open : {static_cast<Popover *>(m_form.data()), static_cast<Popover *>(m_chooser), static_cast<Popover *>(m_origin)})
        if (open && open->isOpen()) {
            open->close();
            return true;
        }
    return false;
}

} // namespace kontor::ui
