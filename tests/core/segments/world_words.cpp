#include "world.h"

namespace kontor::segments::test {

using namespace Qt::StringLiterals;

QList<double> numbersFor(const QString &field) {
    if (field == "amount"_L1)
        return {-50, 0, 0.5, 10, 99.5, 100, 250, 500, 500, 1000};
    if (field == "quantity"_L1 || field == "weight"_L1)
        return {0, 0.5, 1, 1, 2, 3.5, 10};
    if (field == "duration"_L1)
        return {0, 1, 5, 5.5, 10, 30, 60};
    if (field == "count"_L1)
        return {0, 1, 2, 3, 4};
    return {0, 1, 2, 3, 5, 10, 50};
}

QStringList wordsFor(const QString &field) {
    if (field == "name"_L1)
        return {u"anna berg"_s, u"bo ek"_s, u"cai rees"_s, u"dmitri"_s, u"eva lund"_s};
    if (field == "city"_L1)
        return {u"Malmö"_s,     u"MALMÖ"_s,      u"malmo"_s,  u"Lund"_s,  u"Ystad"_s,
                u"Großstadt"_s, u"GROSSSTADT"_s, u"Ёлкино"_s, u"елкино"_s};
    if (field == "kind"_L1)
        return {u"person"_s, u"organisation"_s, u"Person"_s};
    if (field == "lifecycle"_L1)
        return {u"lead"_s, u"prospect"_s, u"customer"_s, u"former"_s};
    if (field == "tag"_L1)
        return {u"garden"_s, u"vip"_s, u"new"_s, u"tools"_s};
    if (field == "product"_L1)
        return {u"mower"_s, u"trimmer"_s, u"blade"_s, u"seed"_s, u"hose"_s, u"mower oil"_s};
    if (field == "category"_L1)
        return {u"Garden"_s, u"Tools"_s, u"Öl"_s};
    if (field == "brand"_L1)
        return {u"Ekeby"_s, u"Norr"_s};
    if (field == "stage"_L1)
        return {u"First talk"_s, u"Offer"_s, u"Deal"_s};
    if (field == "phone"_L1)
        return {u"+46 70 100 45 12"_s, u"+46 70 100 45 13"_s, u"+49 1512 345 6789"_s};
    if (field == "email"_L1)
        return {u"anna@mail.example"_s, u"Bo@Mail.example"_s, u"cai@work.example"_s};
    if (field == "interactions.kind"_L1)
        return {u"call"_s, u"email"_s, u"meeting"_s};
    if (field == "direction"_L1)
        return {u"in"_s, u"out"_s};
    if (field == "outcome"_L1)
        return {u"reached"_s, u"no_answer"_s, u"busy"_s};
    if (field == "deals.state"_L1)
        return {u"open"_s, u"won"_s, u"lost"_s};
    if (field == "cases.state"_L1)
        return {u"open"_s, u"waiting"_s, u"solved"_s};
    if (field == "reaction"_L1)
        return {u"accepted"_s, u"declined"_s};
    if (field == "consent"_L1)
        return {u"given"_s, u"refused"_s, u"email:given"_s, u"phone:refused"_s, u"post:withdrawn"_s, u"SMS:given"_s};
    if (field == "segment"_L1)
        return {u"near"_s, u"Buyers"_s, u"FAR BUYERS"_s};
    return {u"Red"_s, u"red"_s, u"Blå"_s, u"Grün Gelb"_s, u"Gelb"_s};
}

} // namespace kontor::segments::test
