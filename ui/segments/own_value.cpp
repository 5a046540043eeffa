#include "segments/own_value.h"

#include "base/money.h"
#include "segments/number_edit.h"
#include "widgets/bidi.h"
#include "widgets/formats.h"

#include <QJsonArray>

#include <cmath>

namespace kontor::ui {

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(kontor::ui::OwnValue)
};

constexpr int kIsoDay = 10; // letters of 2026-03-09

} // namespace

QString ownValueWords(const QJsonValue &value, segments::Kind kind, const Formats &formats,
                      const QHash<QString, QString> &choices) {
    if (value.isDouble() && kind == segments::Kind::Money)
        return isolated(formats.money(qRound64(value.toDouble() * std::pow(10.0, currencyDecimals(formats.currency())))));
    if (value.isDouble())
        return numberText(value.toDouble(), formats.locale());
    if (value.isBool())
        return value.toBool() ? Texts::tr("yes") : Texts::tr("no");
    if (value.isArray()) {
        QStringList texts;
        for (const QJsonValue &one : value.toArray())
            texts << ownValueWords(one, kind, formats, choices);
        return formats.locale().createSeparatedList(texts);
    }
    const QString text = value.toString();
    if (const auto word = choices.constFind(text); word != choices.cend())
        return *word;
    const QDate day = QDate::fromString(text.left(kIsoDay), Qt::ISODate);
    const bool isDay = day.isValid() && (text.size() == kIsoDay || text.at(kIsoDay) == u'T');
    return isDay ? formats.date(day) : text.isEmpty() ? QString() : isolated(text);
}

} // namespace kontor::ui
