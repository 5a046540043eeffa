// A popover made from a list of inputs: the small forms of a card differ only in what they ask.
#pragma once

#include "forms/popover.h"
#include "forms/suggest_edit.h"

#include <QHash>

namespace kontor::ui {

class Formats;

struct FormChoice {
    QString word; // as stored
    QString shown;
};

struct FormInput {
    enum class Kind { Line, Lines, Date, Choice, Choices, Check, Suggest };

    QByteArray key;
    QString label;
    Kind kind = Kind::Line;
    QString value;                  // Date: ISO, may lack its year; Choices: one on each line; Check: "1" or empty
    QList<FormChoice> choices = {}; // of Choice and Choices
    SuggestEdit::Provider provider = {};
    QString hint = {};
    Id id = {}; // of a Suggest
    QByteArray with = {};      // the choice that it belongs to: asked only while that is one of `withWords`
    QStringList withWords = {};
};

struct FormValue {
    QString text;
    Id id; // of what was chosen out of suggestions
};
using FormValues = QHash<QByteArray, FormValue>;

struct FormSpec {
    QString title;
    QString doIt;
    QString removal; // what the button that removes the record says; empty: there is none
    QList<FormInput> inputs;
};

class FormPopover : public Popover {
    Q_OBJECT

public:
    FormPopover(const Formats &formats, const FormSpec &spec, QWidget *page);
    void open(const QRect &anchor);
    FormValues values() const; // empty where it is not asked
    QWidget *input(const QByteArray &key) const { return m_inputs.value(key); }

signals:
    void filled(const kontor::ui::FormValues &values); // every date in it is understood
    void removeWanted();

private:
    QWidget *makeInput(const FormInput &input);
    void add(const FormInput &input);
    void showAsked();
    bool isAsked(const FormInput &input) const;
    void finish();

    const Formats &m_formats;
    QList<FormInput> m_asked;
    QHash<QByteArray, QWidget *> m_inputs;
};

// A day as it is typed, with or without its year, in ISO form; nothing where it is not understood.
std::optional<QString> partialDateFrom(const QString &typed, const Formats &formats);
// As it is shown and typed: "14 May", "14 May 1980".
QString partialDateShown(const QString &iso, const Formats &formats);

} // namespace kontor::ui
