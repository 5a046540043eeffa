// What a customer is to us: the types that lists and cards show as a chip.
#pragma once

#include "customers/customer_type.h"
#include "settings/word_pane.h"

namespace kontor::ui {

class ColourChoice;

class TypesPane : public WordPane<CustomerType> {
    Q_OBJECT

public:
    TypesPane(workspace::Workspace &workspace, Shell &shell, QWidget *parent);

    QString title() const override { return tr("Types"); }
    void refresh() override;
    void onChanged(const workspace::ChangeSet &changes) override;
    void retranslate() override;

    ColourChoice *colour() const { return m_colour; }

protected:
    void showState() override;
    QString wasAdded(const QString &label) const override;
    QString wasRemoved(const QString &label) const override;
    QString wasReset() const override;

private:
    ColourChoice *m_colour;
    QLabel *m_colourLabel;
    QSet<QString> m_unlisted; // names that only customers carry
};

} // namespace kontor::ui
