// One line of the fields pane: what it shows, what its editor begins with, and how what was typed is written.
#pragma once

#include "customers/card.h"
#include "customers/field_groups.h"
#include "db/field.h"
#include "workspace/recorder.h"

namespace kontor::ui {

class Formats;

struct CardField {
    enum class Source { Heading, Column, Point, NewPoint, Tags, Own, Address, Date, Consent, NewOwn };
    // Waiting: typed while the drive was gone. Undecided: somebody else entered another value.
    enum class State { Rest, Saving, Refused, Waiting, Undecided };

    QByteArray key;
    Source source = Source::Heading;
    FieldGroup group = FieldGroup::Reach;
    QString ownGroup; // the title of a group that own fields name
    QByteArray column;     // of the customer; of a contact point its kind; of an own field custom.NAME
    const char *name = ""; // untranslated, for the history
    QString label;
    QString text; // what the editor begins with
    QString shown;
    QString mark; // "Wrong", "Opted out": what speaks against using it
    QString hint; // behind the value: the country code that a number without one is dialled with
    QString note; // a line below: "Also on Lars Åkesson's card"
    Id noteCustomer;
    db::FieldKind kind = db::FieldKind::Text;
    QStringList choices;                 // as stored; empty: free text
    QHash<QString, QString> choiceWords; // where the base has its own words for them
    ContactPoint point;
    QString ownKind; // of an own field: text, number, date, choice, choices, yes_no, money, link
    Id id;           // of an address, a date, a consent; invalid: one that is to be added
    QList<Tag> tags;
    bool isLtr = false;
    bool isRefusal = false; // a consent that was refused or withdrawn

    State state = State::Rest;
    QString typed;   // while it is saved, and when it was refused
    QString problem; // why it was refused, or what it waits for
    QString editor;  // somebody else who is editing it now

    bool isEmpty() const { return text.isEmpty(); }
    bool isInGroupOf(const CardField &other) const { return group == other.group && ownGroup == other.ownGroup; }
    QString groupText() const; // the heading that it stands under
    // What was typed stands there instead of what is saved.
    bool isKept() const { return state == State::Refused || state == State::Waiting || state == State::Undecided; }
    bool isEditable() const { return source != Source::Heading; }
    // It has several parts, which are edited in a form of their own.
    bool usesForm() const {
        return source == Source::Address || source == Source::Date || source == Source::Consent || source == Source::NewOwn ||
               ownKind == QLatin1StringView("choices");
    }
};

struct FieldEdit {
    CardField field; // as it was when the editor opened
    QString typed;   // in the form that the core reads
    qint64 versionRead = 0; // of the customer
    QString before;         // what stood there, in the form that the core reads
    qint64 seqRead = 0;     // the newest change of the file at that moment; 0: not known
    bool wasTrashed = false;
};
constexpr char kTrashedMeanwhile[] = "trashed_at"; // the field of a Conflict: somebody moved the customer to the trash

// Those of one kind of record (card_field_records.cpp).
QList<CardField> pointFields(const Card &card);
QList<CardField> addressFields(const Card &card, const Formats &formats);
QList<CardField> dateFields(const Card &card, const Formats &formats);
QList<CardField> consentFields(const Card &card, const Formats &formats);
QList<CardField> ownFields(const Card &card, const Formats &formats);
QString addressText(const Address &address, const QLocale &locale); // in several lines
QString consentText(const Consent &consent, const Formats &formats);
QString showWord(); // ends a note that leads to another card
// "Messenger", "Web page".
QString pointKindText(const QString &kind);

// All lines of a card in their order; those that are empty too.
QList<CardField> cardFields(const Card &card, const Formats &formats);
// A choice that is stored as a word, as the person reads it.
QString choiceText(const QByteArray &column, const QString &word);

workspace::OperationInfo operationOf(const FieldEdit &edit, Id customer);
// Errors: Invalid, Conflict ... with the field.
Result<void> writeField(workspace::Recorder &recorder, Id customer, const FieldEdit &edit);
// The form that the core reads: dates as ISO, everything else as typed.
QString storedForm(const CardField &field, const QString &typed, const Formats &formats);

} // namespace kontor::ui
