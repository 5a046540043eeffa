// Above the timeline: which kind, which words, and whether changes of the card are shown; how many rows that leaves.
#pragma once

#include "interactions/timeline_entry.h"

#include <QTimer>
#include <QWidget>

class QCheckBox;
class QComboBox;
class QLineEdit;

namespace kontor::ui {

class Formats;
class PaletteLabel;

class TimelineBar : public QWidget {
    Q_OBJECT

public:
    explicit TimelineBar(const Formats &formats, QWidget *parent = nullptr);

    TimelineShown shown() const;
    void clear();             // another customer's timeline follows
    void setCount(int count); // shown while something is filtered
    void focusSearch();
    bool escape(); // true: it cleared something
    void retranslate();

signals:
    void shownChanged();
    void left(); // Down: to the rows

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void nameSearch();

    const Formats &m_formats;
    QComboBox *m_what;
    QCheckBox *m_changes;
    QLineEdit *m_search;
    PaletteLabel *m_count;
    QTimer m_pause;
};

} // namespace kontor::ui
