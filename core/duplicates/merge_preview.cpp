#include "duplicates/merge_preview.h"

#include "base/fold.h"
#include "base/partial_date.h"

#include <algorithm>

namespace kontor::duplicates {

using namespace Qt::StringLiterals;

namespace {

const QByteArrayList kAddress{"street", "district", "city", "region", "postal_code", "country"};
const QByteArrayList kNameParts{"given_name", "family_name"};
const QStringList kTypes{QString(), u"lead"_s, u"prospect"_s, u"former"_s, u"customer"_s}; // the later ones say more

bool isEmpty(const db::Value &value) { return value.isNull() || (value.isText() && value.text().trimmed().isEmpty()); }

int fullWords(const QString &folded) {
    const QStringList words = folded.split(u' ', Qt::SkipEmptyParts);
    return int(
        std::count_if(words.cbegin(), words.cend(), [](const QString &word) { return word.size() > 1 && !word.endsWith(u'.'); }));
}

// Letters with accents and of both cases: what was written with care.
int care(const QString &text) {
    const bool isShouted = text == text.toUpper() || text == text.toLower();
    return int(text.normalized(QString::NormalizationForm_D).size()) + (isShouted ? 0 : 1);
}

// Below 0: the first says more.
int compareCompleteness(const db::FieldInfo &field, const db::Value &a, const db::Value &b) {
    if (field.kind == db::FieldKind::Date) {
        const auto first = parsePartialDate(a.text()), second = parsePartialDate(b.text());
        return int(second && second->year) - int(first && first->year);
    }
    if (!a.isText() || !b.isText() || field.kind == db::FieldKind::Choice)
        return 0;
    const QString first = fold(a.text()), second = fold(b.text());
    if (first == second)
        return care(b.text()) - care(a.text());
    if (const int words = fullWords(second) - fullWords(first); words != 0)
        return words;
    return first.contains(second) ? -1 : second.contains(first) ? 1 : 0;
}

class Suggester {
public:
    Suggester(const MergeSide &keep, const MergeSide &other) : m_keep(keep), m_other(other) {
        const db::RecordType &type = db::recordType<Customer>();
        for (const db::FieldInfo &field : type.fields)
            if (!field.isTechnical)
                add(field);
        settleNames();
        settleAddress();
        addOwnFields();
    }
    QList<FieldDifference> fields;

private:
    void add(const db::FieldInfo &field) {
        FieldDifference difference;
        difference.column = field.column;
        difference.label = QCoreApplication::translate("kontor::fields", field.label);
        difference.keep = field.get(&m_keep.card.customer);
        difference.other = field.get(&m_other.card.customer);
        difference.canTakeBoth = field.kind == db::FieldKind::LongText;
        if (difference.keep == difference.other || (isEmpty(difference.keep) && isEmpty(difference.other)))
            return;
        suggest(difference, field);
        fields << difference;
    }

    void suggest(FieldDifference &difference, const db::FieldInfo &field) const {
        difference.isConflict = !isEmpty(difference.keep) && !isEmpty(difference.other);
        if (!difference.isConflict) {
            difference.suggestion = isEmpty(difference.keep) ? Take::Other : Take::Keep;
            return;
        }
        if (difference.canTakeBoth) {
            difference.suggestion = Take::Both;
            difference.reason = TakeReason::BothTexts;
            return;
        }
        if (field.column == "lifecycle") {
            const auto first = kTypes.indexOf(difference.keep.text()), second = kTypes.indexOf(difference.other.text());
            if (first >= 0 && second >= 0) {
                difference.suggestion = second > first ? Take::Other : Take::Keep;
                difference.reason = TakeReason::FurtherType;
                return;
            }
        }
        if (const int order = compareCompleteness(field, difference.keep, difference.other); order != 0) {
            difference.suggestion = order > 0 ? Take::Other : Take::Keep;
            difference.reason = TakeReason::MoreComplete;
            return;
        }
        suggestNewer(difference);
    }

    static Instant changedAt(const MergeSide &side, const QByteArray &column) {
        return side.changedAt.value(column, side.card.customer.createdAt);
    }

    void suggestNewer(FieldDifference &difference) const {
        const Instant first = changedAt(m_keep, difference.column), second = changedAt(m_other, difference.column);
        difference.suggestion = first < second ? Take::Other : Take::Keep;
        difference.reason = TakeReason::Newer;
        difference.newerAt = qMax(first, second);
    }

    FieldDifference *find(const QByteArray &column) {
        const auto found =
            std::find_if(fields.begin(), fields.end(), [&](const FieldDifference &f) { return f.column == column; });
        return found == fields.end() ? nullptr : &*found;
    }

    void settleNames() {
        const FieldDifference *name = find("name");
        if (!name)
            return;
        const Take take = name->suggestion;
        const TakeReason reason = name->reason;
        const Instant newerAt = name->newerAt;
        for (const QByteArray &column : kNameParts) {
            FieldDifference *part = find(column);
            if (!part || !part->isConflict)
                continue;
            part->suggestion = take;
            part->reason = reason;
            part->newerAt = newerAt;
        }
    }

    // Where the cities differ, the street of one with the city of the other would be nobody's address.
    void settleAddress() {
        const FieldDifference *city = find("city");
        if (!city || !city->isConflict || fold(city->keep.text()) == fold(city->other.text()))
            return;
        int keepFilled = 0, otherFilled = 0;
        Instant keepAt, otherAt;
        for (const QByteArray &column : kAddress) {
            const db::FieldInfo *field = db::recordType<Customer>().find(column);
            keepFilled += !isEmpty(field->get(&m_keep.card.customer));
            otherFilled += !isEmpty(field->get(&m_other.card.customer));
            keepAt = qMax(keepAt, changedAt(m_keep, column));
            otherAt = qMax(otherAt, changedAt(m_other, column));
        }
        const bool isEqual = keepFilled == otherFilled;
        const bool isOther = isEqual ? keepAt < otherAt : keepFilled < otherFilled;
        for (const QByteArray &column : kAddress) {
            FieldDifference *part = find(column);
            if (!part)
                continue;
            part->suggestion = isOther ? Take::Other : Take::Keep;
            part->reason = column != "city"_ba ? TakeReason::WholeAddress
                           : isEqual           ? TakeReason::Newer
                                               : TakeReason::MoreComplete;
            part->newerAt = qMax(keepAt, otherAt);
        }
    }

    void addOwnFields() {
        for (const Card::OwnField &mine : m_keep.card.ownFields) {
            if (mine.field.kind == "choices"_L1)
                continue; // united
            for (const Card::OwnField &theirs : m_other.card.ownFields)
                if (theirs.field.id == mine.field.id)
                    addOwnField(mine, theirs);
        }
    }

    void addOwnField(const Card::OwnField &mine, const Card::OwnField &theirs) {
        const auto valueOf = [](const CustomValue &value) {
            return value.number ? db::Value(value.number) : db::Value(value.text);
        };
        FieldDifference difference;
        difference.column = "custom." + mine.field.name.toUtf8();
        difference.label = mine.field.label;
        difference.keep = valueOf(mine.value);
        difference.other = valueOf(theirs.value);
        if (difference.keep == difference.other)
            return;
        suggest(difference, *db::recordType<CustomValue>().find("text"));
        fields << difference;
    }

    const MergeSide &m_keep;
    const MergeSide &m_other;
};

QList<UnitedPoint> unitedPoints(const MergeSide &keep, const MergeSide &other) {
    QList<UnitedPoint> points;
    for (const ContactPoint &point : keep.card.contactPoints)
        points.append({point, false, false});
    for (const ContactPoint &point : other.card.contactPoints) {
        const auto same =
            std::find_if(points.begin(), points.end(), [&](const UnitedPoint &mine) { return isSamePoint(mine.point, point); });
        if (same == points.end())
            points.append({point, true, false});
        else
            same->isInBoth = true;
    }
    return points;
}

} // namespace

QString takeReasonText(TakeReason reason) {
    const auto translate = [](const char *text) { return QCoreApplication::translate("kontor::duplicates", text); };
    switch (reason) {
    case TakeReason::OnlyValue: return translate(QT_TRANSLATE_NOOP("kontor::duplicates", "the only value"));
    case TakeReason::MoreComplete: return translate(QT_TRANSLATE_NOOP("kontor::duplicates", "more complete"));
    case TakeReason::Newer: return translate(QT_TRANSLATE_NOOP("kontor::duplicates", "newer"));
    case TakeReason::FurtherType: return translate(QT_TRANSLATE_NOOP("kontor::duplicates", "the later step"));
    case TakeReason::WholeAddress: return translate(QT_TRANSLATE_NOOP("kontor::duplicates", "belongs to that city"));
    case TakeReason::BothTexts: return translate(QT_TRANSLATE_NOOP("kontor::duplicates", "both are kept"));
    }
    return {};
}

db::Value FieldDifference::result(Take take) const {
    if (take == Take::Both && canTakeBoth && isConflict)
        return db::Value(keep.text().trimmed() + u"\n\n"_s + other.text().trimmed());
    return take == Take::Other ? other : keep;
}

int MergePreview::conflicts() const {
    return int(std::count_if(fields.cbegin(), fields.cend(), [](const FieldDifference &field) { return field.isConflict; }));
}

bool isSamePoint(const ContactPoint &a, const ContactPoint &b) {
    if (a.kind != b.kind)
        return false;
    return a.normalised.isEmpty() ? fold(a.value) == fold(b.value) : a.normalised == b.normalised;
}

Take choiceFor(const FieldDifference &difference, const MergeChoices &choices) {
    if (const auto chosen = choices.constFind(difference.column); chosen != choices.cend())
        return *chosen;
    if (difference.isConflict && kNameParts.contains(difference.column))
        return choices.value("name", difference.suggestion);
    return difference.suggestion;
}

MergePreview mergePreview(const MergeSide &keep, const MergeSide &other) {
    MergePreview preview;
    preview.fields = Suggester(keep, other).fields;
    preview.points = unitedPoints(keep, other);
    for (const Tag &tag : other.card.tags) {
        const bool isThere =
            std::any_of(keep.card.tags.cbegin(), keep.card.tags.cend(), [&](const Tag &mine) { return mine.id == tag.id; });
        if (!isThere)
            preview.addedTags << tag.name;
    }
    preview.stricterConsents = stricterDecisions(keep.card.consents, other.card.consents);
    preview.keep = keep.counts;
    preview.other = other.counts;
    return preview;
}

Result<MergeSide> loadMergeSide(db::Database &database, Id customer) {
    MergeSide side;
    TRY(card, loadCard(database, customer));
    side.card = card;
    TRY(changes,
        database.query(u"SELECT c.field, max(o.at) FROM change c JOIN operation o ON o.id = c.operation WHERE c.about_id = ? AND "
                       "c.about_id <> 0 AND c.record = 'customer' AND c.record_id = ? AND c.what = 'update' GROUP BY c.field"_s,
                       {customer, customer}));
    while (true) {
        TRY(more, changes.next());
        if (!more)
            break;
        side.changedAt.insert(changes.text(0).toLatin1(), changes.instant(1));
    }
    const std::pair<QString, qint64 *> counts[] = {{u"interaction"_s, &side.counts.entries},
                                                   {u"purchase"_s, &side.counts.purchases},
                                                   {u"task"_s, &side.counts.tasks},
                                                   {u"deal"_s, &side.counts.deals},
                                                   {u"attachment"_s, &side.counts.files}};
    for (const auto &[table, count] : counts) {
        TRY(found,
            database.single(u"SELECT count(*) FROM %1 WHERE customer_id = ? AND trashed_at IS NULL"_s.arg(table), {customer}));
        *count = found.integer();
    }
    return side;
}

} // namespace kontor::duplicates
