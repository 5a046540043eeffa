// Before an older version of a customer comes back: what would be different, line by line.
#pragma once

#include "history/change_line.h"

#include <QDialog>

class QListWidget;
class QPushButton;

namespace kontor::ui {

class Formats;
class PaletteLabel;

class VersionDialog : public QDialog {
    Q_OBJECT

public:
    // `name`: of the customer; `moment`: when and after which act.
    VersionDialog(const QString &name, const QString &moment, QWidget *parent);

    void setDifferences(const QList<history::ChangeLine> &lines, const Formats &formats);
    QListWidget *list() const { return m_list; }
    QPushButton *restoreButton() const { return m_restore; }

private:
    PaletteLabel *m_what;
    QListWidget *m_list;
    PaletteLabel *m_rest;
    QPushButton *m_restore;
};

} // namespace kontor::ui
