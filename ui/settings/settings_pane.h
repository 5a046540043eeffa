// One page of the settings: rows of a name, a control and a hint. What is chosen holds at once.
#pragma once

#include "workspace/workspace.h"

#include <QWidget>

class QGridLayout;
class QLabel;

namespace kontor::ui {

class PaletteLabel;

class SettingsPane : public QWidget {
    Q_OBJECT

public:
    explicit SettingsPane(QWidget *parent);

    virtual QString title() const = 0;
    // What the search of the settings looks in.
    virtual QString words() const;
    // Shows which settings have the word, folded; empty: none was looked for.
    virtual void mark(const QString &word);
    virtual void refresh() {} // shown again, or the settings were changed elsewhere
    virtual void onChanged(const workspace::ChangeSet &changes) { Q_UNUSED(changes) }
    virtual void retranslate() = 0;

protected:
    // The title stands above; a row's label is the control's buddy and name.
    QLabel *addRow(QWidget *control, PaletteLabel **hint = nullptr);
    void addWide(QWidget *widget, int stretch = 0);
    void addWide(QLayout *layout);
    static QWidget *wrapping(QWidget *parent); // for a FlowLayout: as high as its rows are
    void endRows();                            // what is left of the height stays empty below
    void setRow(QLabel *label, QWidget *control, const QString &words);
    void applyTitle();

private:
    PaletteLabel *m_title;
    QGridLayout *m_grid;
    QList<PaletteLabel *> m_labels; // of the rows
    int m_row = 1;
};

} // namespace kontor::ui
