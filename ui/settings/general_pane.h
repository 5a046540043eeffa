// How the program looks and reads on this PC.
#pragma once

#include "settings/settings_pane.h"

#include <QTimer>

class QCheckBox;
class QComboBox;
class QPushButton;

namespace kontor {
class Preferences;
}

namespace kontor::ui {

class GeneralPane : public SettingsPane {
    Q_OBJECT

public:
    // `workspace`: the open file, whose currency is chosen here; null: none is.
    GeneralPane(const Preferences &preferences, const workspace::Workspace *workspace, QWidget *parent);

    QString title() const override { return tr("General"); }
    void refresh() override;
    void retranslate() override;
    // Codes; with a single one there is nothing to choose.
    void setLanguages(const QStringList &languages);

    QComboBox *language() const { return m_language; }
    QComboBox *calendar() const { return m_calendar; }
    QComboBox *weekStart() const { return m_weekStart; }
    QComboBox *currency() const { return m_currency; }
    QComboBox *theme() const { return m_theme; }
    QComboBox *textSize() const { return m_textSize; }
    QComboBox *rows() const { return m_rows; }
    QCheckBox *animations() const { return m_animations; }
    QPushButton *goBack() const { return m_goBack; } // to the language before, for ten seconds

signals:
    void languageChosen(const QString &language);
    void calendarChosen(const QString &calendar);
    void weekStartChosen(int day);
    void currencyChosen(const QString &currency);
    void themeChosen(const QString &theme);
    void textSizeChosen(int percent);
    void compactChosen(bool compact);
    void animationsChosen(bool animated);

private:
    void chooseLanguage(const QString &language);
    void showCurrency();
    void fill(QComboBox *box, const QList<QPair<QString, QVariant>> &choices, const QVariant &chosen);

    const Preferences &m_preferences;
    const workspace::Workspace *m_workspace;
    QStringList m_languages;
    QComboBox *m_language;
    QComboBox *m_calendar;
    QComboBox *m_weekStart;
    QComboBox *m_currency;
    QComboBox *m_theme;
    QComboBox *m_textSize;
    QComboBox *m_rows;
    QCheckBox *m_animations;
    QLabel *m_languageLabel;
    QLabel *m_calendarLabel;
    QLabel *m_weekStartLabel;
    QLabel *m_currencyLabel;
    PaletteLabel *m_currencyHint;
    QLabel *m_themeLabel;
    QLabel *m_textSizeLabel;
    QLabel *m_rowsLabel;
    QLabel *m_animationsLabel;
    PaletteLabel *m_animationsHint;
    QWidget *m_question; // "Keep Persian? Go back", in the language before
    QLabel *m_questionText;
    QPushButton *m_goBack;
    QString m_before;
    QTimer m_questionTime;
};

} // namespace kontor::ui
