#include "sample_data/sample_words.h"

#include "base/transliterate.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace kontor::sample_data {

using namespace Qt::StringLiterals;

namespace {

QStringList list(const QJsonValue &value) {
    QStringList texts;
    for (const QJsonValue &item : value.toArray())
        texts << item.toString();
    return texts;
}

// "Анна/anna"; where nothing follows, the Latin form is made.
QList<Name> names(const QJsonValue &value) {
    QList<Name> found;
    for (const QString &item : list(value)) {
        const QString text = item.section(u'/', 0, 0);
        found << Name{text, item.contains(u'/') ? item.section(u'/', 1) : slug(text)};
    }
    return found;
}

QHash<QString, QString> texts(const QJsonObject &object) {
    QHash<QString, QString> found;
    for (auto item = object.begin(); item != object.end(); ++item)
        found.insert(item.key(), item.value().toString());
    return found;
}

QHash<QString, QStringList> lists(const QJsonObject &object) {
    QHash<QString, QStringList> found;
    for (auto item = object.begin(); item != object.end(); ++item)
        found.insert(item.key(), list(item.value()));
    return found;
}

QList<City> cities(const QJsonArray &array) {
    QList<City> found;
    for (const QJsonValue &city : array)
        found << City{city["name"_L1].toString(), city["region"_L1].toString(), city["postal_code"_L1].toString(),
                      city["phone"_L1].toString(), list(city["districts"_L1])};
    return found;
}

QList<Article> articles(const QJsonArray &array) {
    QList<Article> found;
    for (const QJsonValue &article : array)
        found << Article{article["name"_L1].toString(), article["category"_L1].toString(), article["brand"_L1].toString(),
                         article["euros"_L1].toInt()};
    return found;
}

void readPeople(Words &words, const QJsonObject &json) {
    words.female = names(json["female"_L1]);
    words.male = names(json["male"_L1]);
    words.family = names(json["family"_L1]);
    words.familyOfWomen = json.contains("family_female"_L1) ? names(json["family_female"_L1]) : words.family;
    words.organisations = names(json["organisation_names"_L1]);
    words.trades = list(json["trades"_L1]);
    words.jobTitles = list(json["job_titles"_L1]);
    words.occupations = list(json["occupations"_L1]);
    words.hobbies = list(json["hobbies"_L1]);
    words.pets = list(json["pets"_L1]);
}

void readPlaces(Words &words, const QJsonObject &json) {
    words.country = json["country"_L1].toString();
    words.streets = list(json["streets"_L1]);
    words.cities = cities(json["cities"_L1].toArray());
    words.mobile = json["mobile"_L1].toString();
    words.callingCode = json["calling_code"_L1].toString();
    words.trunkPrefix = json["trunk_prefix"_L1].toString();
}

void readTexts(Words &words, const QJsonObject &json) {
    words.namePattern = json["name"_L1].toString();
    words.streetPattern = json["street"_L1].toString();
    words.organisationPattern = json["organisation"_L1].toString();
    words.hasPersianDigits = json["digits"_L1].toString() == "fa"_L1;
    words.labels = texts(json["labels"_L1].toObject());
    words.segmentNames = texts(json["segments"_L1].toObject());
    words.industries = list(json["industries"_L1]);
    words.sources = list(json["sources"_L1]);
    words.likes = list(json["likes"_L1]);
    words.times = list(json["times"_L1]);
    words.tags = list(json["tags"_L1]);
    words.customerNotes = list(json["customer_notes"_L1]);
    words.dates = list(json["dates"_L1]);
    words.consentWays = list(json["consent_how"_L1]);
    words.texts = lists(json["texts"_L1].toObject());
    words.tasks = lists(json["tasks"_L1].toObject());
    words.articles = articles(json["products"_L1].toArray());
}

} // namespace

QStringList sampleLanguages() { return {u"cy"_s, u"de"_s, u"en"_s, u"fa"_s, u"ru"_s, u"sv"_s, u"zh"_s}; }

Result<Words> loadWords(const QString &language) {
    Words words;
    words.language = language.section(u'_', 0, 0).section(u'-', 0, 0).toLower();
    if (!sampleLanguages().contains(words.language))
        words.language = u"en"_s;
    QFile file(u":/sample/words/%1.json"_s.arg(words.language));
    const QJsonObject json = file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
    if (json.isEmpty())
        return Error{Code::Internal,
                     QCoreApplication::translate("kontor::sample_data",
                                                 "The sample names are missing from this program. Install Kontor again."),
                     file.fileName(), QByteArray()};
    readPeople(words, json);
    readPlaces(words, json);
    readTexts(words, json);
    return words;
}

QString slug(const QString &text) {
    QString result;
    for (const QChar letter : latinKey(text)) {
        if ((letter >= u'a' && letter <= u'z') || (letter >= u'0' && letter <= u'9'))
            result += letter;
        else if ((letter == u' ' || letter == u'-') && !result.isEmpty() && !result.endsWith(u'-'))
            result += u'-';
    }
    return result;
}

} // namespace kontor::sample_data
