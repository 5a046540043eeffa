// Values of fields that were typed and could not be saved: the drive was gone, or somebody entered another one and it is not decided yet. Kept in a
// small file of this user on this PC, so that they outlive the page, the program and a crash.
#pragma once

#include "base/id.h"
#include "base/instant.h"

#include <QByteArray>
#include <QList>
#include <QString>

namespace kontor::ui {

struct FieldDraft {
    enum class Why { Waiting, Undecided }; // for the drive; for the person

    Id customer;
    QString name;   // of the customer
    QByteArray key; // of the line of the card
    QString typed;  // as it was typed
    QString stored; // in the form that the core reads
    QString before; // what the editor began with
    qint64 versionRead = 0;
    qint64 pointVersion = 0; // of a contact point
    Instant at;              // when it was typed
    Why why = Why::Waiting;
};

class FieldDraftStore {
public:
    explicit FieldDraftStore(QString file) : m_file(std::move(file)) {}

    // One for each line of a card. False: the file could not be written.
    bool keep(const FieldDraft &draft);
    void drop(Id customer, const QByteArray &key);
    QList<FieldDraft> all() const;
    QList<FieldDraft> of(Id customer) const;
    int count(FieldDraft::Why why) const;

    // Beside the drafts of entries.
    static QString fileBeside(const QString &draftFile) { return draftFile + QStringLiteral(".fields"); }

private:
    bool write(const QList<FieldDraft> &drafts) const;

    QString m_file; // read each time: several windows keep theirs in it
};

} // namespace kontor::ui
