// The find box: a frame of the window, no popup. One field for names, the end of a number, notes, and with ">" for commands; beside the
// results the small card of the selected one, so that a caller is known before Enter.
#pragma once

#include "find/find_provider.h"
#include "widgets/card_frame.h"

#include <QPointer>

#include <QTimer>

class QLabel;
class QLineEdit;
class QListView;
class QPushButton;

namespace kontor::ui {

class CommandFinder;
class FindModel;
class Formats;
class MiniCard;
struct FindEntry;

class FindBox : public CardFrame {
    Q_OBJECT

public:
    FindBox(CommandFinder &commands, const Formats &formats, QWidget *window);

    void setProvider(FindProvider *provider) { m_provider = provider; }
    void open(const QString &text = {}); // ">" for commands
    void close();
    QString text() const;
    QLineEdit *field() const { return m_field; }
    FindModel *model() const { return m_model; }
    int currentRow() const;
    // More is indexed now: what was not found before may be there.
    void refresh();
    void placeOver(const QRect &place);
    void retranslate();

signals:
    void customerChosen(kontor::Id customer);
    void customerWindowWanted(kontor::Id customer); // Ctrl+Enter
    void commandChosen(QLatin1StringView action);
    // A command for the customer that is shown, by its own keys: log a call (F7), a task (Ctrl+T).
    void customerActWanted(kontor::Id customer, QLatin1StringView action);
    // With what was typed: digits are a phone number, the rest a name.
    void newCustomerWanted(const QString &name, const QString &phone);
    void closed();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void build();
    void search();
    void showAnswer(quint64 number, const QString &text, Result<FindAnswer> answer);
    void showEntries(QList<FindEntry> entries);
    void showCommands(const QString &typed);
    FindEntry entryOf(const search::Hit &hit) const;
    void select(int row);
    void showPreview(int row);
    void choose(int row);
    bool movesSelection(int key);
    QLatin1StringView customerAct(const QKeyEvent &key) const; // empty: none of its keys
    void showHint();
    std::optional<FindEntry> copiedNumber() const;

    CommandFinder &m_commands;
    const Formats &m_formats;
    FindProvider *m_provider = nullptr;
    QLineEdit *m_field;
    QLabel *m_count;
    QListView *m_list;
    FindModel *m_model;
    QLabel *m_nothing; // says so in the place of the list
    QWidget *m_previewEdge;
    MiniCard *m_preview;
    QLabel *m_hint;
    QPointer<QWidget> m_before; // had the focus when the box was opened
    quint64 m_number = 0;
    quint64 m_previewNumber = 0;
    int m_indexedPercent = 100;
    Id m_kept; // selected before the same question was asked again
};

// What a phone number is in the find box: three digits or more, and nothing but digits and their usual signs.
bool looksLikePhone(QStringView text);

} // namespace kontor::ui
