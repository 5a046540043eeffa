// One line of the fields pane: what it shows, what its editor begins with, and how what was typed is written.
#pragma once

#include "customers/card.h"
#include "db/field.h"
#include "workspace/recorder.h"

namespace kontor::ui {

class Formats;

enum class FieldGroup { Reach, About, Buys, Own };

struct CardField {
    enum class Source { Heading, Column, Point, NewPoint, Tags, Own };
    enum class State { Rest, Saving, Refused };

    QByteArray key;
    Source source = Source::Heading;
    FieldGroup group = FieldGroup::Reach;
    QByteArray column;     // of the customer; of a contact point its kind; of an own field custom.NAME
    const char *name = ""; // untranslated, for the history
    QString label;
    QString text; // what the editor begins with
    QString shown;
    QString mark; // "Wrong", "Opted out": what speaks against using it
    db::FieldKind kind = db::FieldKind::Text;
    QStringList choices; // as stored; empty: free text
    ContactPoint point;
    QList<Tag> tags;
    bool isLtr = false;

    State state = State::Rest;
    QString typed;   // while it is saved, and when it was refused
    QString problem; // why it was refused

    bool isEmpty() const { return text.isEmpty(); }
    bool isEditable() const { return source != Source::Heading; }
};

struct FieldEdit {
    CardField field; // as it was when the editor opened
    QString typed;
    qint64 versionRead = 0; // of the customer
};

// All lines of a card in their order; those that are empty too.
QList<CardField> cardFields(const Card &card, const Formats &formats);
QString groupTitle(FieldGroup group);
// A choice that is stored as a word, as the person reads it.
QString choiceText(const QByteArray &column, const QString &word);

workspace::OperationInfo operationOf(const FieldEdit &edit, Id customer);
// Errors: Invalid, Conflict ... with the field.
Result<void> writeField(workspace::Recorder &recorder, Id customer, const FieldEdit &edit);
// The form that the core reads: dates as ISO, everything else as typed.
QString storedForm(const CardField &field, const QString &typed, const Formats &formats);

} // namespace kontor::ui
