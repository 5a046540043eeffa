#include "purchases/base_currency.h"

#include "base/money.h"
#include "workspace/base.h"
#include "workspace/setting.h"

#include <QCoreApplication>

namespace kontor {

using namespace Qt::StringLiterals;

namespace {

const QString kCurrency = u"currency"_s;

QString tr(const char *text) { return QCoreApplication::translate("kontor::purchases", text); }

Result<bool> hasAmounts(db::Database &database) {
    TRY(found, database.single(u"SELECT EXISTS (SELECT 1 FROM purchase) OR EXISTS (SELECT 1 FROM deal) OR EXISTS (SELECT 1 FROM offer) "
                               "OR EXISTS (SELECT 1 FROM product WHERE price <> 0)"_s));
    return found.integer() != 0;
}

} // namespace

QStringList commonCurrencies() {
    return {u"EUR"_s, u"USD"_s, u"GBP"_s, u"SEK"_s, u"CHF"_s, u"RUB"_s, u"CNY"_s, u"IRR"_s};
}

Result<void> changeCurrency(workspace::Recorder &recorder, const QString &currency) {
    TRY_VOID(workspace::checkCurrency(currency));
    TRY(before, workspace::settingValue(recorder.database(), kCurrency));
    if (before == currency)
        return {};
    TRY(isUsed, hasAmounts(recorder.database()));
    if (isUsed && currencyDecimals(before) != currencyDecimals(currency))
        return Error{Code::Invalid,
                     tr("Amounts in %1 have other decimals than %2, and there are some in this file. Make a new file for %2.")
                         .arg(before, currency),
                     QString(), QByteArrayLiteral("currency")};
    recorder.info().detail = {{u"act"_s, u"currency"_s}, {u"word"_s, currency}, {u"before"_s, before}};
    return workspace::keepSetting(recorder, kCurrency, currency);
}

} // namespace kontor
