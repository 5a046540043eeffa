// How the file was read, in one sentence, with its first rows; what was understood wrongly is chosen here.
#pragma once

#include "exchange/import_step.h"

class QComboBox;
class QLabel;
class QPushButton;
class QStandardItemModel;
class QTableView;

namespace kontor::ui {

class Formats;
class PaletteLabel;

class ImportReadingStep : public ImportStep {
    Q_OBJECT

public:
    ImportReadingStep(ImportSession &session, const Formats &formats, QWidget *parent);

    QString title() const override { return tr("Reading"); }
    void enter() override { show(); }
    QWidget *firstField() const override;
    void retranslate() override;

private:
    void show();
    void showSentence();
    void showPreset();
    void showWarning();
    void fillChoices();
    void fillCharsets();
    void fillRows();
    QString sentence() const;
    QString others() const;
    QString size() const;
    QString unreadable() const;

    const Formats &m_formats;
    PaletteLabel *m_understood;
    PaletteLabel *m_preset;
    QPushButton *m_presetChoice; // by the titles alone, or recognised again
    PaletteLabel *m_warning;
    QPushButton *m_better; // the encoding that fits best
    QLabel *m_kindLabel, *m_sheetLabel, *m_charsetLabel, *m_delimiterLabel;
    QComboBox *m_kind, *m_sheet, *m_charset, *m_delimiter;
    QTableView *m_rows;
    QStandardItemModel *m_model;
};

// "Customers", "Purchases" ...
QString kindText(exchange::FileKind kind);

} // namespace kontor::ui
