// What the own field that a column makes is called and holds, before it is made.
#pragma once

#include "exchange/import_session.h"

#include <QWidget>

class QComboBox;
class QLineEdit;

namespace kontor::ui {

class PaletteLabel;

class ImportNewField : public QWidget {
    Q_OBJECT

public:
    ImportNewField(ImportSession &session, QWidget *parent);
    void show(qsizetype column); // of the file; hidden where it makes no field
    void begin();                // the name is to be typed, once the field is shown
    bool isUsable() const;       // the name that stands there
    QWidget *lastField() const;  // in the order of the keys
    void retranslate();

signals:
    void checked(); // isUsable() may be another
    void done();    // Enter, or Esc, in the name

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    QString name() const;   // as typed
    QString reason() const; // against it; empty: none
    QString columnTitle() const;
    void check();
    void take();

    ImportSession &m_session;
    qsizetype m_column = -1;
    bool m_isAwaited = false;
    PaletteLabel *m_title;
    QLineEdit *m_name;
    PaletteLabel *m_kindLabel;
    QComboBox *m_kind;
    PaletteLabel *m_reason;
};

} // namespace kontor::ui
