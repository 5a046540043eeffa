// A filter cell of a column with few values: a part of a word can be typed as in the other cells, or values are ticked in a list, which the
// arrow at its end, Alt+Down or F4 asks for.
#pragma once

#include <QLineEdit>

namespace kontor::ui {

class ChoiceFilterEdit : public QLineEdit {
    Q_OBJECT

public:
    explicit ChoiceFilterEdit(QWidget *parent = nullptr);

    // Ticked values with their words; with none the cell is empty. What is typed afterwards takes their place.
    void setValues(const QStringList &values, const QStringList &words);
    const QStringList &values() const { return m_values; }
    QString words() const; // of all values, or what was typed
    void retranslate();

signals:
    void listWanted();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void showWords();
    QString shownWords() const;
    int roomForText() const; // between the edges and the marks

    QAction *m_open;
    QStringList m_values;
    QStringList m_words;
    bool m_isSetting = false;
};

} // namespace kontor::ui
