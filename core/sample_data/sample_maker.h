// The content of a sample as plain records, one customer at a time, the same for the same words, seed, size and day.
#pragma once

#include "base/clock.h"
#include "customers/address.h"
#include "customers/consent.h"
#include "customers/contact_point.h"
#include "customers/customer.h"
#include "customers/important_date.h"
#include "customers/relation.h"
#include "interactions/interaction.h"
#include "products/product.h"
#include "purchases/purchase.h"
#include "sample_data/sample_names.h"
#include "sample_data/sample_random.h"
#include "segments/saved_segment.h"
#include "tags/tag.h"
#include "tasks/task.h"

namespace kontor::sample_data {

struct SampleSettings {
    quint32 seed = 1;
    QString country = QStringLiteral("GB"); // of the base: whether numbers are written in the national form
    QString currency = QStringLiteral("EUR");
    Clock clock; // "today"
};

struct SamplePurchase {
    Purchase purchase;
    int product = 0; // place in products()
};

// A customer with all that belongs to it. Ids are not set yet; places in lists stand for them.
struct SampleCustomer {
    Customer customer;
    QList<ContactPoint> points;
    QList<Address> addresses;
    QList<Relation> relations;
    std::optional<int> employer; // number of the customer; the first relation is the one to it
    QList<ImportantDate> dates;
    QList<Consent> consents;
    QList<int> tags; // places in tags()
    QList<Interaction> interactions;
    QList<Task> tasks;
    QList<SamplePurchase> purchases;
};

class SampleMaker {
public:
    SampleMaker(Words words, SampleSettings settings);

    QList<Tag> tags() const;
    QList<Product> products() const;
    QList<segments::SavedSegment> segments() const;
    // An employer has a smaller number than its people.
    SampleCustomer customer(int number) const;

private:
    void fillOrganisation(SampleCustomer &made, int number, Random &random) const;
    void fillPerson(SampleCustomer &made, int number, Random &random) const;
    void fillWork(SampleCustomer &made, int number, Random &random) const;
    void fillPrivate(SampleCustomer &made, int number, Random &random) const;
    void fillPlace(SampleCustomer &made, Random &random) const;
    void fillPermissions(SampleCustomer &made, Random &random) const;
    void fillHistory(SampleCustomer &made, int number, Random &random) const; // this and the next: sample_history.cpp
    void fillInteractions(SampleCustomer &made, int quietDays, Random &random) const;
    void fillPurchases(SampleCustomer &made, int quietDays, bool isLarge, Random &random) const;
    void fillTasks(SampleCustomer &made, int number, Random &random) const;
    Task task(QDate due, Random &random) const;
    QString birthday(int number, Random &random) const;
    City cityOf(const SampleCustomer &made) const;

    void addPoint(SampleCustomer &made, const QString &kind, const QString &value, const QString &label) const;
    QString phone(const QString &pattern, Random &random) const;
    QString digits(const QString &text) const; // as they are written in that language
    qint64 minorUnits(int euros) const;

    Words m_words;
    SampleSettings m_settings;
    QDate m_today;
};

} // namespace kontor::sample_data
