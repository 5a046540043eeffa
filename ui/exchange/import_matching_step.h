// Who of the file is a customer already, and what happens to those.
#pragma once

#include "exchange/import_step.h"

class QButtonGroup;
class QCheckBox;
class QRadioButton;

namespace kontor::ui {

class PaletteLabel;

class ImportMatchingStep : public ImportStep {
    Q_OBJECT

public:
    ImportMatchingStep(ImportSession &session, QWidget *parent);

    QString title() const override { return tr("Duplicates"); }
    QWidget *firstField() const override;
    void enter() override;
    void retranslate() override;

private:
    struct Key {
        QString word; // of the command line's --match-by
        QCheckBox *box;
    };
    void choose();

    PaletteLabel *m_keysTitle, *m_keysHint, *m_matchTitle;
    QList<Key> m_keys;
    QRadioButton *m_fill, *m_overwrite, *m_keep, *m_add;
    QCheckBox *m_companies;
};

} // namespace kontor::ui
