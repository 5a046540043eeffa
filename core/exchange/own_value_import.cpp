// The part of CustomerImport for the user's own fields.
#include "exchange/customer_import.h"

#include "custom_fields/custom_field_repository.h"

#include <algorithm>

namespace kontor::exchange {

using namespace Qt::StringLiterals;

// Fields of the user's own that the mapping names and the base does not have yet are made, as texts unless it is said what they hold.
Result<void> CustomerImport::begin(ImportWriter &writer) {
    TRY(known, customFields(writer.recorder().database()));
    for (int column = 0; column < m_setup.map.columns.size(); ++column) {
        if (m_setup.map.columns.at(column).field != Field::Custom)
            continue;
        const QString name = m_setup.map.columns.at(column).label;
        if (!customFieldCalled(known, name)) {
            TRY(made, addCustomField(writer.recorder(), name, m_setup.ownFieldKinds.value(name, u"text"_s)));
            known << made;
        }
        const CustomField &field = *customFieldCalled(known, name);
        m_ownFields.insert(column, {field.id, field.name, field.kind, titleOf(m_setup.titles, column)});
    }
    return {};
}

QString CustomerImport::readOwnValues(Draft &draft) const {
    for (const DraftCustomValue &value : std::as_const(draft.customer.customValues)) {
        const OwnField field = m_ownFields.value(value.column);
        QString problem;
        if (field.kind == "number"_L1 || field.kind == "money"_L1) {
            const auto number = readNumber(value.text, field.title);
            problem = number.problem;
            draft.ownValues << OwnValue{field.id, {}, number.value};
        } else if (field.kind == "yes_no"_L1) {
            const auto answer = readYesNo(value.text, field.title, m_setup.context);
            problem = answer.problem;
            draft.ownValues << OwnValue{field.id, {}, answer.value ? std::optional(*answer.value ? 1.0 : 0.0) : std::nullopt};
        } else if (field.kind == "date"_L1) {
            const auto day = readDay(value.text, field.title, {}, m_setup.context, true);
            problem = day.problem;
            draft.ownValues << OwnValue{field.id, day.value.value_or(QString()), {}};
        } else if (field.kind == "choices"_L1) {
            for (const QString &choice : splitTags(value.text))
                draft.ownValues << OwnValue{field.id, choice, {}};
        } else {
            draft.ownValues << OwnValue{field.id, value.text, {}};
        }
        if (!problem.isEmpty())
            return problem;
    }
    return {};
}

Result<void> CustomerImport::addOwnValue(Id customer, const OwnValue &value, ImportWriter &writer) {
    CustomValue record;
    record.customerId = customer;
    record.customFieldId = value.field;
    record.text = value.text;
    record.number = value.number;
    return writer.insertUnder(customer, db::recordType<CustomValue>(), db::valuesOf(record));
}

Result<void> CustomerImport::addOwnValues(Id customer, ImportWriter &writer) {
    for (const OwnValue &value : std::as_const(m_ownValues))
        if (!value.isEmpty())
            TRY_VOID(addOwnValue(customer, value, writer));
    return {};
}

Result<QList<CustomerImport::KnownOwnValue>> CustomerImport::knownOwnValues(Id customer, Id field) {
    QList<KnownOwnValue> known;
    db::BulkStatement &values = m_statements.ownValues;
    values.bind(0, customer.value);
    values.bind(1, field.value);
    while (true) {
        TRY(more, values.next());
        if (!more)
            return known;
        const db::Value number = values.value(3);
        known << KnownOwnValue{Id{values.integer(0)},
                               values.integer(1),
                               {field, values.text(2), number.isNull() ? std::nullopt : std::optional(number.real())}};
    }
}

// Several choices are one value: the row has all of them, or others.
Result<void> CustomerImport::mergeOwnValues(Id customer, ImportWriter &writer, Difference &difference) {
    QSet<Id> done;
    for (const OwnField &field : std::as_const(m_ownFields)) {
        if (done.contains(field.id))
            continue;
        done.insert(field.id);
        QList<OwnValue> wanted;
        std::copy_if(m_ownValues.cbegin(), m_ownValues.cend(), std::back_inserter(wanted),
                     [&field](const OwnValue &value) { return value.field == field.id && !value.isEmpty(); });
        if (wanted.isEmpty())
            continue;
        TRY(known, knownOwnValues(customer, field.id));
        const auto stands = [&known](const OwnValue &value) {
            return std::any_of(known.cbegin(), known.cend(), [&](const KnownOwnValue &other) { return other.value == value; });
        };
        const bool isFilled =
            std::any_of(known.cbegin(), known.cend(), [](const KnownOwnValue &other) { return !other.value.isEmpty(); });
        if (known.size() == wanted.size() && std::all_of(wanted.cbegin(), wanted.cend(), stands))
            continue;
        if (isFilled && m_onMatch != OnMatch::Overwrite) {
            difference.kept << u"custom."_s + field.name;
            continue;
        }
        TRY_VOID(replaceOwnValues(customer, known, wanted, writer));
        (isFilled ? difference.changes : difference.fills) = true;
    }
    return {};
}

// In their places, so that the history says what stood there.
Result<void> CustomerImport::replaceOwnValues(Id customer, const QList<KnownOwnValue> &known, const QList<OwnValue> &wanted,
                                              ImportWriter &writer) {
    const QByteArray table = CustomValue::kTable;
    for (qsizetype i = 0; i < std::max(known.size(), wanted.size()); ++i) {
        if (i >= known.size()) {
            TRY_VOID(addOwnValue(customer, wanted.at(i), writer));
        } else if (i >= wanted.size()) {
            TRY_VOID(writer.recorder().removeRow(table, known.at(i).id));
        } else if (known.at(i).value != wanted.at(i)) {
            const db::Value number = wanted.at(i).number ? db::Value(*wanted.at(i).number) : db::Value();
            TRY(version, writer.recorder().updateFields(table, known.at(i).id, known.at(i).version,
                                                        {{"text", db::Value(wanted.at(i).text)}, {"number", number}}));
            Q_UNUSED(version)
        }
    }
    return {};
}

} // namespace kontor::exchange
