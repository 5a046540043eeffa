// Customers of the tests of data care, written the way imports of old lists leave them.
#pragma once

#include "customers/customer_repository.h"
#include "custom_fields/custom_field_repository.h"
#include "data_care/care_survey.h"
#include "support/temporary_base.h"

namespace kontor::tests {

using namespace Qt::StringLiterals;

class CareWorld : public testing::Test {
protected:
    CareWorld() : m_base(workspace::BaseSettings{u"SE"_s, u"EUR"_s, u"Europe/Stockholm"_s, u"en"_s}) {}

    Id add(const Customer &customer, const QStringList &phones = {}, const QStringList &emails = {}) {
        NewCustomer draft;
        draft.customer = customer;
        const Id id = valueOf(m_base->write({u"add"_s, "customer", {}},
                                            [&](workspace::Recorder &recorder) { return addCustomer(recorder, draft); }));
        for (const auto &[kind, values] : {std::pair{u"phone"_s, phones}, {u"email"_s, emails}})
            for (const QString &value : values)
                addPoint(id, kind, value);
        return id;
    }
    Id add(const QString &name, const QStringList &phones = {}, const QStringList &emails = {}) {
        Customer customer;
        customer.name = name;
        return add(customer, phones, emails);
    }
    QList<Id> addMany(int count, const QString &name) {
        return valueOf(m_base->write({u"add"_s, "customer", {}}, [&](workspace::Recorder &recorder) -> Result<QList<Id>> {
            QList<Id> ids;
            NewCustomer draft;
            draft.customer.name = name;
            while (ids.size() < count) {
                TRY(id, addCustomer(recorder, draft));
                ids << id;
            }
            return ids;
        }));
    }
    // As other programs write it: unchecked.
    void addPoint(Id customer, const QString &kind, const QString &value) {
        expectDone(m_base->write({u"edit"_s, "customer", customer}, [&](workspace::Recorder &recorder) -> Result<void> {
            ContactPoint point;
            point.customerId = customer;
            point.kind = kind;
            point.value = value;
            TRY_VOID(recorder.insert(point));
            return {};
        }));
    }
    QString text(const QString &sql, Id id) { return valueOf(m_base->database().single(sql, {id})).text(); }
    QString name(Id customer) { return text(u"SELECT name FROM customer WHERE id = ?"_s, customer); }
    QString point(Id customer) { return text(u"SELECT value FROM contact_point WHERE customer_id = ?"_s, customer); }

    QList<data_care::CareFix> fixes(data_care::CareKind kind, const QList<Id> &customers) {
        return valueOf(data_care::careFixes(m_base->database(), customers, kind, u"SE"_s));
    }
    data_care::CareQuestion question() { return valueOf(data_care::careTask(m_base->database(), u"SE"_s)).question; }
    data_care::CareSurvey survey() {
        data_care::CareSurvey survey;
        Id last;
        while (true) {
            const auto page = valueOf(data_care::carePage(m_base->database(), question(), last));
            survey.append(page);
            last = page.last;
            if (page.isEnd)
                return survey;
        }
    }

    TemporaryBase m_base;
};

} // namespace kontor::tests
