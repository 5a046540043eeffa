// What a sample has once: its tags, goods and saved segments.
#include "base/money.h"
#include "sample_data/sample_maker.h"

#include <QJsonDocument>
#include <QJsonValue>

#include <cmath>

namespace kontor::sample_data {

using namespace Qt::StringLiterals;

namespace {

// Roughly what a euro is; prices only have to look like prices.
int perEuro(const QString &currency) {
    static const QHash<QString, int> rates{{u"RUB"_s, 100}, {u"CNY"_s, 8},       {u"SEK"_s, 11},   {u"NOK"_s, 11},
                                           {u"DKK"_s, 7},   {u"IRR"_s, 600'000}, {u"JPY"_s, 160},  {u"UAH"_s, 45},
                                           {u"KZT"_s, 550}, {u"PLN"_s, 4},       {u"CZK"_s, 25},   {u"TRY"_s, 40},
                                           {u"INR"_s, 95},  {u"HUF"_s, 400},     {u"KRW"_s, 1'500}};
    return rates.value(currency, 1);
}

struct Template {
    const char16_t *name; // in the words
    const char16_t *rule; // %1 a large amount, %2 a category of goods as JSON
    bool isPinned;
};

constexpr Template kTemplates[] = {
    {u"sleeping",
     uR"({"version":1,"match":"all","rules":[{"field":"purchases","aggregate":"sum","of":"amount","op":"more_than","value":%1},)"
     uR"({"field":"interactions","aggregate":"last","of":"at","op":"more_than_ago","value":90,"unit":"day","or_never":true}]})",
     true},
    {u"once", uR"({"version":1,"match":"all","rules":[{"field":"purchases","aggregate":"count","op":"equals","value":1}]})",
     false},
    {u"birthday",
     uR"({"version":1,"match":"all","rules":[{"field":"birthday","op":"anniversary_within","value":14,"unit":"day"}]})", true},
    {u"no_step",
     uR"({"version":1,"match":"all","rules":[{"field":"lifecycle","op":"one_of","value":["prospect","customer"]},)"
     uR"({"field":"tasks","aggregate":"exists","where":[{"field":"done","op":"empty"}],"op":"is","value":false}]})",
     false},
    {u"no_contact",
     uR"({"version":1,"match":"all","rules":[{"field":"interactions","aggregate":"last","of":"at","op":"more_than_ago",)"
     uR"("value":90,"unit":"day","or_never":true}]})",
     false},
    {u"mowers",
     uR"({"version":1,"match":"all","rules":[{"field":"purchases","aggregate":"exists","where":[{"field":"category","op":"is",)"
     uR"("value":%2}],"op":"is","value":true}]})",
     false},
};

QString asJson(const QString &text) {
    QString quoted = text;
    return u'"' + quoted.replace(u'\\', u"\\\\"_s).replace(u'"', u"\\\""_s) + u'"';
}

} // namespace

qint64 SampleMaker::minorUnits(int euros) const {
    return qint64(euros) * perEuro(m_settings.currency) * qint64(std::pow(10, currencyDecimals(m_settings.currency)));
}

QList<Tag> SampleMaker::tags() const {
    QList<Tag> tags;
    for (const QString &name : m_words.tags)
        tags << Tag{{}, 0, name, tags.size() % 8, {}};
    return tags;
}

QList<Product> SampleMaker::products() const {
    QList<Product> products;
    for (const Article &article : m_words.articles) {
        Product product;
        product.name = article.name;
        product.category = article.category;
        product.brand = article.brand;
        product.price = minorUnits(article.euros);
        products << product;
    }
    return products;
}

QList<segments::SavedSegment> SampleMaker::segments() const {
    QList<segments::SavedSegment> segments;
    for (const Template &each : kTemplates) {
        segments::SavedSegment segment;
        segment.name = m_words.segmentNames.value(QString::fromUtf16(each.name));
        segment.rule = QString::fromUtf16(each.rule);
        segment.rule.replace(u"%1"_s, QString::number(qint64(2000) * perEuro(m_settings.currency)));
        segment.rule.replace(u"%2"_s, asJson(m_words.articles.first().category));
        segment.pinned = each.isPinned;
        segment.position = segments.size();
        segments << segment;
    }
    return segments;
}

} // namespace kontor::sample_data
