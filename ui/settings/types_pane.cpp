#include "settings/types_pane.h"

#include "settings/colour_choice.h"
#include "widgets/bidi.h"
#include "widgets/palette_label.h"

namespace kontor::ui {

using namespace Qt::StringLiterals;

TypesPane::TypesPane(workspace::Workspace &workspace, Shell &shell, QWidget *parent)
    : WordPane(workspace, shell, u"types"_s, parent), m_colour(new ColourChoice(this)) {
    m_colourLabel = addRow(m_colour);
    addNameRow();
    connect(m_colour, &QComboBox::activated, this,
            [this](int colour) { change(u"colour"_s, [colour](CustomerType &type) { type.colour = colour; }); });
    retranslate();
}

void TypesPane::retranslate() {
    applyTitle();
    m_hint->setText(
        tr("What a customer is to you. Each has one type; renaming and colours show on every card at once. Marks of which one "
           "customer may carry several are tags."));
    m_list->setAccessibleName(tr("Types"));
    nameActs(tr("Remove"));
    nameNew(tr("New type"), tr("Add type"), tr("Reset to the defaults"));
    name()->setPlaceholderText(tr("Wholesale"));
    setRow(m_colourLabel, m_colour, tr("Colour"));
    m_colour->retranslate();
    refresh();
}

void TypesPane::refresh() {
    read([](db::Database &database) { return customerTypeUses(database); },
         [this](const QList<CustomerTypeUse> &uses) {
             QList<CustomerType> types;
             QList<NameLine> lines;
             m_unlisted.clear();
             for (const CustomerTypeUse &use : uses) {
                 const QString count = tr("%Ln customer(s)", nullptr, int(use.customers));
                 //: How many customers have a type that a file brought and that is not in the list.
                 const QString note = use.isListed ? count : tr("%1, not in the list yet").arg(count);
                 if (!use.isListed)
                     m_unlisted.insert(use.type.name);
                 types << use.type;
                 lines << NameLine{use.type.name, use.type.label(), note, int(use.type.colour),
                                   tr("%1, %2, %3").arg(use.type.label(), ColourChoice::colourName(int(use.type.colour)), note)};
             }
             show(types, lines);
         });
}

void TypesPane::showState() {
    const CustomerType *type = current();
    showWordState(type && !m_unlisted.contains(type->name) && shownWords().size() > 1);
    m_colour->setEnabled(type && canWrite());
    m_colour->setCurrentIndex(type ? int(type->colour) : -1);
}

void TypesPane::onChanged(const workspace::ChangeSet &changes) {
    if (changes.touches("customer_type") || changes.touches("customer"))
        refresh();
}

QString TypesPane::wasAdded(const QString &label) const { return tr("The type “%1” is added.").arg(isolated(label)); }

QString TypesPane::wasRemoved(const QString &label) const {
    return tr("The type “%1” is no longer offered. Customers who have it keep it.").arg(isolated(label));
}

QString TypesPane::wasReset() const { return tr("The types are as they were at first."); }

} // namespace kontor::ui
