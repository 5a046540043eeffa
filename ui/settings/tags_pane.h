// The tags of the base: rename, colour, merge, delete.
#pragma once

#include "settings/list_pane.h"
#include "tags/tag_acts.h"

class QComboBox;

namespace kontor::ui {

class ColourChoice;

class TagsPane : public ListPane {
    Q_OBJECT

public:
    TagsPane(workspace::Workspace &workspace, Shell &shell, QWidget *parent);

    QString title() const override { return tr("Tags"); }
    void refresh() override;
    void onChanged(const workspace::ChangeSet &changes) override;
    void retranslate() override;

    ColourChoice *colour() const { return m_colour; }
    QComboBox *into() const { return m_into; }
    QPushButton *mergeButton() const { return m_merge; }

protected:
    void rename(const QString &name) override;
    void remove() override;
    void showState() override;

private:
    void build();
    void show(const QList<TagUse> &tags);
    const TagUse *current() const;
    workspace::OperationInfo info() const;
    void merge();

    QList<TagUse> m_tags;
    ColourChoice *m_colour;
    QLabel *m_colourLabel;
    QComboBox *m_into;
    QLabel *m_intoLabel;
    QPushButton *m_merge;
};

} // namespace kontor::ui
