#include "customers/card_conflict.h"

#include "customers/customer_repository.h"
#include "widgets/formats.h"

namespace kontor::ui {

using namespace Qt::StringLiterals;
using workspace::AuthoredChange;

namespace {

CardField fieldOf(const Card &card, const QByteArray &key, const Formats &formats) {
    for (const CardField &field : cardFields(card, formats))
        if (field.key == key)
            return field;
    return {};
}

// Free words, where two of them side by side still make sense; not names, places, choices and numbers.
bool canBeBoth(const CardField &field) {
    static const QSet<QByteArray> freeTexts{"note", "likes", "discount", "hobby", "delivery_method", "preferred_time"};
    if (field.source == CardField::Source::Own)
        return field.ownKind == "text"_L1;
    return field.source == CardField::Source::Column && freeTexts.contains(field.column);
}

QString bothOf(const FieldConflict &conflict) {
    if (!canBeBoth(conflict.edit.field) || conflict.theirs.isEmpty() || conflict.mine.typed.trimmed().isEmpty())
        return {};
    const bool isLong = conflict.edit.field.kind == db::FieldKind::LongText;
    return conflict.mine.typed.trimmed() + (isLong ? u"\n"_s : u" / "_s) + conflict.theirs;
}

Result<std::optional<AuthoredChange>> newestOf(db::Database &database, const Card &card, const CardField &field) {
    if (field.source == CardField::Source::Column)
        return workspace::newestChangeOf(database, card.customer.id, Customer::kTable, card.customer.id, field.column);
    for (const Card::OwnField &own : card.ownFields)
        if ("custom." + own.field.name.toUtf8() == field.column) {
            const QByteArray part = own.value.number ? QByteArrayLiteral("number") : QByteArrayLiteral("text");
            return workspace::newestChangeOf(database, card.customer.id, CustomValue::kTable, own.value.id, part);
        }
    return std::optional<AuthoredChange>();
}

} // namespace

Result<FieldConflict> loadConflict(db::Database &database, const FieldDraft &mine, const Formats &formats) {
    TRY(card, loadCard(database, mine.customer));
    FieldConflict conflict;
    conflict.mine = mine;
    conflict.edit = editOf(mine, card, formats);
    const CardField now = fieldOf(card, mine.key, formats);
    conflict.theirs = now.text;
    conflict.theirsStored = storedForm(now, now.text, formats);
    conflict.edit.versionRead = card.customer.version;
    conflict.edit.before = conflict.theirsStored;
    TRY(newest, newestOf(database, card, now));
    if (newest) {
        conflict.author = newest->author;
        conflict.at = newest->at;
    }
    return conflict;
}

ConflictLine conflictLine(const FieldConflict &conflict) {
    const CardField &field = conflict.edit.field;
    const auto shown = [&](const QString &text) {
        const QString word = field.choiceWords.value(text);
        return !word.isEmpty() ? word : field.choices.isEmpty() ? text : choiceText(field.column, text);
    };
    return {field.label, shown(conflict.mine.before), shown(conflict.mine.typed), shown(conflict.theirs), bothOf(conflict)};
}

Result<void> writeDecisions(workspace::Recorder &recorder, Id customer, const QList<FieldDecision> &decisions) {
    for (const FieldDecision &decision : decisions) {
        FieldEdit edit = decision.conflict.edit;
        edit.wasTrashed = true; // that was another question
        if (decision.choice == ConflictDialog::Both)
            edit.typed = bothOf(decision.conflict);
        // Values that were decided in one act before this one have moved the customer on; others' are still found by their fields.
        TRY_VOID(writeField(recorder, customer, edit));
        if (decision.choice != ConflictDialog::Theirs)
            continue;
        // Mine has stood there for a moment, so that the history has it.
        TRY(now, db::find<Customer>(recorder.database(), customer));
        FieldEdit back = edit;
        back.versionRead = now ? now->version : 0;
        back.before = edit.typed;
        back.typed = decision.conflict.theirsStored;
        TRY_VOID(writeField(recorder, customer, back));
    }
    return {};
}

FieldEdit editOf(const FieldDraft &draft, const Card &card, const Formats &formats) {
    FieldEdit edit;
    edit.field = fieldOf(card, draft.key, formats);
    edit.field.text = draft.before;
    edit.typed = draft.stored;
    edit.versionRead = draft.versionRead;
    edit.before = storedForm(edit.field, draft.before, formats);
    edit.wasTrashed = card.customer.trashedAt.has_value();
    if (edit.field.source == CardField::Source::Point) {
        edit.field.point.value = draft.before;
        edit.field.point.version = draft.pointVersion;
    }
    if (edit.field.source == CardField::Source::Tags) { // those that came meanwhile are not taken off
        const QStringList names = draft.before.split(u"; "_s);
        edit.field.tags.removeIf([&](const Tag &tag) { return !names.contains(tag.name); });
    }
    return edit;
}

FieldDraft draftOf(const FieldEdit &edit, const QString &typed, const Customer &customer, Instant at, FieldDraft::Why why) {
    return {customer.id, customer.name,   edit.field.key,           typed, edit.typed, edit.field.text,
            edit.versionRead, edit.field.point.version, at, why};
}

Result<void> writeDraft(workspace::Recorder &recorder, const FieldDraft &draft, const Formats &formats) {
    TRY(card, loadCard(recorder.database(), draft.customer));
    FieldEdit edit = editOf(draft, card, formats);
    edit.wasTrashed = true; // it is written, and the card says where it is
    if (edit.field.key.isEmpty() && draft.key.startsWith("point ")) { // the number or address is gone: mine comes anew
        const bool isEmail = draft.typed.contains(u'@');
        TRY_VOID(addContactPoint(recorder, draft.customer, isEmail ? u"email"_s : u"phone"_s, draft.stored));
        return {};
    }
    if (edit.field.key.isEmpty())
        return Error{Code::NotFound, QCoreApplication::translate("kontor::ui::CardFields", "This field is no longer there."),
                     QString(), draft.key};
    return writeField(recorder, draft.customer, edit);
}

Result<QList<AuthoredChange>> fieldChangesSince(db::Database &database, Id customer, qint64 seq) {
    static const QSet<QByteArray> fields{"customer", "contact_point", "custom_value", "customer_tag",
                                         "address",  "consent",       "important_date"};
    if (seq == 0)
        return QList<AuthoredChange>();
    TRY(changes, workspace::authoredChangesAbout(database, customer, seq));
    changes.removeIf([](const AuthoredChange &authored) { return !fields.contains(authored.change.record); });
    return changes;
}

} // namespace kontor::ui
