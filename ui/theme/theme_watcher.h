// Which theme is shown: the person's choice, or the system's. Applies it to the application, and says when it changed.
#pragma once

#include <QObject>
#include <QPalette>

class QApplication;
class QStyle;

namespace kontor::ui {

class KontorStyle;
struct Theme;

enum class ThemeChoice { System, Light, Dark };

class ThemeWatcher : public QObject {
    Q_OBJECT

public:
    // Installs the style. Must be made before the first widget is shown.
    ThemeWatcher(QApplication &application, ThemeChoice choice, QObject *parent = nullptr);

    QApplication &application() const { return m_application; }
    ThemeChoice choice() const { return m_choice; }
    void setChoice(ThemeChoice choice);
    const Theme &theme() const;
    KontorStyle *style() const { return m_style; }

signals:
    void changed();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    Theme wanted() const;
    bool systemIsDark() const;
    void apply();
    void noteKey(bool down, int key);

    QApplication &m_application;
    KontorStyle *m_style = nullptr; // owned by the application
    QPalette m_system;
    ThemeChoice m_choice;
};

} // namespace kontor::ui
