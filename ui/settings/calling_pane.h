// How a click on a number begins a call on this PC.
#pragma once

#include "settings/settings_pane.h"

class QComboBox;
class QLineEdit;

namespace kontor {
class Preferences;
}

namespace kontor::ui {

class CallingPane : public SettingsPane {
    Q_OBJECT

public:
    CallingPane(Preferences &preferences, QWidget *parent);

    QString title() const override { return tr("Calling"); }
    void refresh() override;
    void retranslate() override;

    QComboBox *method() const { return m_method; }
    QLineEdit *callTemplate() const { return m_template; }
    QString problem() const; // why the template cannot be used; empty: it can

private:
    void showState();

    Preferences &m_preferences;
    QComboBox *m_method;
    QLineEdit *m_template;
    QLabel *m_methodLabel;
    QLabel *m_templateLabel;
    PaletteLabel *m_templateHint;
};

} // namespace kontor::ui
