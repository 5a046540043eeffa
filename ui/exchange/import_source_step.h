// Where the customers come from: a file that is chosen or dropped, or a table that was copied.
#pragma once

#include "exchange/import_step.h"

class QAbstractButton;
class QListWidget;

namespace kontor::ui {

class EmptyState;
class Formats;
class PaletteLabel;

class ImportSourceStep : public ImportStep {
    Q_OBJECT

public:
    ImportSourceStep(ImportSession &session, const Formats &formats, QWidget *parent);

    QString title() const override { return tr("Source"); }
    void enter() override { m_session.readKept(); }
    QWidget *firstField() const override;
    void retranslate() override;

signals:
    void textRefused(); // what was copied is no table
    void newFileWanted(const QString &exportPath); // of an export of a whole file
    void feedWanted(const kontor::exchange::Feed &feed);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void showPlace();
    void choose();
    void paste();
    void showKept();
    void takeKept(int row);

    const Formats &m_formats;
    EmptyState *m_place;
    QAbstractButton *m_make;
    QAbstractButton *m_choose;
    QAbstractButton *m_paste;
    PaletteLabel *m_keptTitle;
    QListWidget *m_kept;
};

} // namespace kontor::ui
