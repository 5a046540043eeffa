// Fonts of other scripts. Each is looked for and read when a text first shows it, which holds the window for up to 60 ms: at the first look at the end of a list,
// or when a letter of another script is typed. Here they are read while the program waits, one at a time, in both weights of the program's texts: those of
// Chinese are files of 20 MB each.
#pragma once

#include <QObject>

class QTimer;

namespace kontor::ui {

class ScriptFonts : public QObject {
    Q_OBJECT

public:
    explicit ScriptFonts(QObject *parent); // begins soon after the event loop has come to rest
    bool isDone() const { return m_next == 2 * scripts().size(); }
    // A text of each.
    static const QStringList &scripts();

private:
    void readNext();

    QTimer *m_pause;
    qsizetype m_next = 0; // each of scripts() as it is, then in strong type
};

} // namespace kontor::ui
