// What is done with the lines of the fields pane beside typing into them: forms, the menu, removing.
#include "customers/card_fields_delegate.h"
#include "customers/card_fields_model.h"
#include "customers/card_fields_pane.h"
#include "customers/card_fields_view.h"
#include "customers/card_form.h"
#include "customers/card_origin.h"
#include "customers/card_suggestions.h"
#include "main_window/action_table.h"
#include "main_window/shell.h"
#include "theme/icon.h"
#include "workspace/workspace.h"

#include <QMenu>
#include <QPushButton>

namespace kontor::ui {

using namespace Qt::StringLiterals;

CardFormContext CardFieldsPane::formContext() const {
    return {m_model->card(), m_shell.formats(), customerSuggestions(m_workspace)};
}

QRect CardFieldsPane::anchorOf(const QByteArray &key) const {
    const QRect row = m_view->rowRect(key);
    if (row.isNull())
        return QRect(m_add->mapTo(m_page, QPoint()), m_add->size());
    return QRect(m_view->viewport()->mapTo(m_page, row.topLeft()), row.size());
}

void CardFieldsPane::openFieldForm(const CardField &field) {
    if (!m_workspace.isReadOnly())
        openForm(formFor(formContext(), field), anchorOf(field.key));
}

void CardFieldsPane::openOwnFieldForm(const QString &name) { openForm(ownFieldForm(formContext(), name), anchorOf({})); }

void CardFieldsPane::openRelation(const Card::Related &related, const QRect &anchor) {
    if (!m_workspace.isReadOnly())
        openForm(relationForm(formContext(), related), anchor);
}

void CardFieldsPane::openForm(const CardForm &form, const QRect &anchor) {
    if (m_form)
        m_form->close();
    auto *popover = new FormPopover(m_shell.formats(), form.spec, m_page);
    m_form = popover;
    connect(popover, &Popover::closed, popover, &QObject::deleteLater);
    connect(popover, &FormPopover::filled, this, [this, popover, form](const FormValues &values) {
        submit(popover, form.act(values), form.thenEdit ? form.thenEdit(values) : QByteArray());
    });
    if (form.removal)
        connect(popover, &FormPopover::removeWanted, this, [this, removal = *form.removal] { run(removal); });
    popover->open(anchor);
}

// The form stays open until what it asked for is written.
void CardFieldsPane::submit(FormPopover *popover, const CardAct &act, const QByteArray &thenEdit) {
    if (m_isSubmitting)
        return;
    m_isSubmitting = true;
    const QPointer<FormPopover> form(popover);
    m_workspace.write(act.info, act.write, this, [this, form, act, thenEdit](Result<void> result) {
        m_isSubmitting = false;
        if (!result) {
            m_shell.announce(result.error().message);
            return form && form->isOpen() ? form->setProblem(result.error().message) : m_shell.showError(result.error());
        }
        if (form)
            form->close();
        m_thenEdit = thenEdit;
        m_shell.showUndoToast(act.toast);
        m_shell.announce(act.toast);
        emit reloadWanted();
    });
}

void CardFieldsPane::run(const CardAct &act) {
    if (m_workspace.isReadOnly())
        return;
    m_workspace.write(act.info, act.write, this, [this, toast = act.toast](Result<void> result) {
        if (!result)
            return m_shell.showError(result.error());
        m_shell.showUndoToast(toast);
        m_shell.announce(toast);
        emit reloadWanted();
    });
}

// A record goes from the card; a field of the customer is emptied, except the name.
void CardFieldsPane::removeField(const CardField &field) {
    if (const auto removal = removalOf(m_model->card(), field))
        return run(*removal);
    const bool canBeEmpty = field.column != "name" && field.column != "kind" && field.source != CardField::Source::Consent;
    if (!m_workspace.isReadOnly() && canBeEmpty && !field.isEmpty())
        save({field, QString(), m_model->card().customer.version, storedForm(field, field.text, m_shell.formats()), 0,
              m_model->card().customer.trashedAt.has_value()});
}

bool CardFieldsPane::hasOrigin() const {
    const CardField *field = m_view->currentField();
    return field && !field->isEmpty() && !field->isKept();
}

void CardFieldsPane::showOrigin() {
    if (hasOrigin())
        return openOrigin(*m_view->currentField());
    const QString reason = tr("Choose a field that has a value first.");
    m_shell.announce(reason);
    m_shell.showToast({reason, {}, {}});
}

void CardFieldsPane::openOrigin(const CardField &field) {
    m_workspace.read(
        this, [card = m_model->card(), field](db::Database &database) { return loadOrigins(database, card, field); },
        [this, field, customer = m_model->card().customer.id](const Result<QList<CardOrigin>> &origins) {
            if (m_model->card().customer.id != customer)
                return;
            if (!origins)
                return m_shell.showError(origins.error());
            if (!m_origin) {
                m_origin = new OriginPopover(m_page);
                connect(m_origin, &OriginPopover::historyWanted, this, [this] { m_shell.perform(action::kCustomerHistory); });
            }
            m_origin->open(field, *origins, m_shell.formats(), anchorOf(field.key));
            m_shell.announce(m_origin->words());
        });
}

void CardFieldsPane::showMenu(const CardField &field, const QPoint &global) {
    auto *menu = new QMenu(m_view);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto add = [&](QLatin1StringView icon, const QString &text, auto act) {
        return menu->addAction(Icon::get(icon), text, this, act);
    };
    const bool canWrite = !m_workspace.isReadOnly();
    const bool isPoint = field.source == CardField::Source::Point;
    const QLatin1StringView launchIcon = CardFieldsDelegate::actionIcon(field);
    if (!launchIcon.isEmpty())
        add(launchIcon,
            field.column == "phone"   ? tr("Dial")
            : field.column == "email" ? tr("Write an e-mail")
                                      : tr("Open"),
            [this, field] { emit launchWanted(field); });
    add("copy"_L1, tr("Copy"), [this, field] { m_view->copy(field); });
    if (!field.isEmpty() && !field.isKept())
        add("info"_L1,
            tr("Where does this come from?") + u'\t' +
                QKeySequence(QString(kValueOriginKeys)).toString(QKeySequence::NativeText),
            [this, field] { openOrigin(field); });
    if (field.noteCustomer.isValid())
        add("person"_L1, field.note, [this, field] { emit customerWanted(field.noteCustomer); });
    if (canWrite) {
        menu->addSeparator();
        add("edit"_L1, tr("Edit"), [this, field] { editField(field.key); });
    }
    if (canWrite && isPoint) {
        const ContactPoint point = field.point;
        const auto act = [this](CardAct act) { return [this, act] { run(act); }; };
        add("tag"_L1, tr("Name and marks…"), [this, field] { openFieldForm(field); });
        for (const ContactPoint &other : m_model->card().contactPoints)
            if (other.kind == point.kind) { // the first of its kind is the main one
                if (other.id != point.id)
                    add("star"_L1, tr("Make it the main one"), act(makeMainAct(m_model->card(), point)));
                break;
            }
        add("warning"_L1, point.wrong ? tr("It is right after all") : tr("Mark as wrong"),
            act(markWrongAct(m_model->card(), point, !point.wrong)));
    }
    if (canWrite && field.source != CardField::Source::Consent && field.column != "name" && field.column != "kind")
        add("trash"_L1, removalOf(m_model->card(), field) ? tr("Remove from the card") : tr("Empty the field"),
            [this, field] { removeField(field); });
    menu->popup(global);
}

} // namespace kontor::ui
