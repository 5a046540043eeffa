#include "customers/customer_columns.h"

#include "base/fold.h"
#include "base/money.h"
#include "base/partial_date.h"
#include "customers/customer_groups.h"
#include "customers/customer_texts.h"
#include "widgets/formats.h"

#include <QCoreApplication>

#include <array>
#include <cmath>

namespace kontor::ui {

using namespace Qt::StringLiterals;
using namespace customer_column;

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(kontor::ui::CustomerListModel)
};

struct Spec {
    const char *key;
    const char *title;
    int width;
    std::optional<CustomerSort> sort;
};

const std::array<Spec, Count> &specs() {
    static const std::array<Spec, Count> all{{
        {"customer", QT_TRANSLATE_NOOP("kontor::ui::CustomerListModel", "Customer"), 240, CustomerSort::Name},
        {"phone", QT_TRANSLATE_NOOP("kontor::ui::CustomerListModel", "Phone"), 160, CustomerSort::Phone},
        {"lifecycle", QT_TRANSLATE_NOOP("kontor::ui::CustomerListModel", "Type"), 110, CustomerSort::Lifecycle},
        {"last_contact", QT_TRANSLATE_NOOP("kontor::ui::CustomerListModel", "Last contact"), 124, CustomerSort::LastContact},
        {"bought", QT_TRANSLATE_NOOP("kontor::ui::CustomerListModel", "Bought, 12 months"), 172, CustomerSort::Bought},
        {"next_step", QT_TRANSLATE_NOOP("kontor::ui::CustomerListModel", "Next step"), 176, CustomerSort::NextStep},
        {"city", QT_TRANSLATE_NOOP("kontor::ui::CustomerListModel", "City"), 124, CustomerSort::City},
        {"email", QT_TRANSLATE_NOOP("kontor::ui::CustomerListModel", "E-mail"), 200, CustomerSort::Email},
        {"tags", QT_TRANSLATE_NOOP("kontor::ui::CustomerListModel", "Tags"), 160, std::nullopt},
        {"company", QT_TRANSLATE_NOOP("kontor::ui::CustomerListModel", "Company"), 180, CustomerSort::Company},
        {"source", QT_TRANSLATE_NOOP("kontor::ui::CustomerListModel", "How they found us"), 160, CustomerSort::Source},
        {"birthday", QT_TRANSLATE_NOOP("kontor::ui::CustomerListModel", "Birthday"), 130, CustomerSort::Birthday},
        {"first_purchase", QT_TRANSLATE_NOOP("kontor::ui::CustomerListModel", "First purchase"), 140,
         CustomerSort::FirstPurchase},
        {"last_purchase", QT_TRANSLATE_NOOP("kontor::ui::CustomerListModel", "Last purchase"), 140, CustomerSort::LastPurchase},
        {"total", QT_TRANSLATE_NOOP("kontor::ui::CustomerListModel", "Bought in total"), 150, CustomerSort::Total},
        {"owes", QT_TRANSLATE_NOOP("kontor::ui::CustomerListModel", "Owes"), 120, CustomerSort::Owes},
        {"created", QT_TRANSLATE_NOOP("kontor::ui::CustomerListModel", "Added"), 130, CustomerSort::Created},
    }};
    return all;
}

constexpr int kOwnWidth = 150;

QString tagNames(const CustomerRow &row, const QString &between) {
    QStringList names;
    for (const CustomerTagMark &tag : row.tags)
        names << tag.name;
    return names.join(between);
}

// A day as text; a birthday may be without its year.
QString dayWords(const QString &iso, const Formats &formats) {
    const auto day = parsePartialDate(iso);
    if (!day)
        return iso;
    if (day->year)
        return formats.date(QDate(*day->year, day->month, day->day));
    return formats.locale().toString(QDate(2000, day->month, day->day), u"d MMM"_s); // a leap year: 29 February exists
}

QString plainMoney(qint64 minorUnits, const Formats &formats) {
    const int decimals = currencyDecimals(formats.currency());
    QLocale locale = formats.locale();
    locale.setNumberOptions(QLocale::OmitGroupSeparator);
    return asciiDigits(locale.toString(double(minorUnits) / std::pow(10.0, decimals), 'f', decimals));
}

} // namespace

const CustomField *CustomerColumns::own(int column) const {
    return column >= Count && column < count() ? &m_own[column - Count] : nullptr;
}

QString CustomerColumns::key(int column) const {
    if (const CustomField *field = own(column))
        return u"custom."_s + field->name;
    return column >= 0 && column < Count ? QString::fromLatin1(specs()[size_t(column)].key) : QString();
}

int CustomerColumns::withKey(const QString &wanted) const {
    for (int column = 0; column < count(); ++column)
        if (key(column) == wanted)
            return column;
    return -1;
}

QString CustomerColumns::title(int column) const {
    if (const CustomField *field = own(column))
        return field->label;
    return column >= 0 && column < Count ? Texts::tr(specs()[size_t(column)].title) : QString();
}

int CustomerColumns::width(int column) const { return column < Count ? specs()[size_t(column)].width : kOwnWidth; }

bool CustomerColumns::isMoney(int column) const { return column == Bought || column == Total || column == Owes; }

bool CustomerColumns::isNumber(int column) const {
    const CustomField *field = own(column);
    return isMoney(column) || (field && (field->kind == "number"_L1 || field->kind == "money"_L1));
}

bool CustomerColumns::isShownAtFirst(int column) const { return column <= City; }

// City stands beside the type: these two are filtered together most.
QList<int> CustomerColumns::firstOrder() const {
    QList<int> order{Customer, Phone, Lifecycle, City};
    for (int column = 0; column < count(); ++column)
        if (!order.contains(column))
            order << column;
    return order;
}

std::optional<CustomerSort> CustomerColumns::sort(int column) const {
    if (own(column))
        return CustomerSort::OwnField;
    return column >= 0 && column < Count ? specs()[size_t(column)].sort : std::nullopt;
}

CustomerGrouping CustomerColumns::grouping(int column) const {
    switch (column) {
    case Lifecycle: return CustomerGrouping::Lifecycle;
    case NextStep: return CustomerGrouping::NextStep;
    case City: return CustomerGrouping::City;
    case Source: return CustomerGrouping::Source;
    case Tags: return CustomerGrouping::Tag;
    default: break;
    }
    static const QStringList choices{u"choice"_s, u"choices"_s, u"yes_no"_s};
    const CustomField *field = own(column);
    return field && choices.contains(field->kind) ? CustomerGrouping::OwnField : CustomerGrouping::None;
}

QString CustomerColumns::groupWords(int column, const QString &value, const Formats &formats) const {
    const CustomField *field = own(column);
    if (field && field->kind == "yes_no"_L1 && !value.isEmpty())
        return value == "1"_L1 ? Texts::tr("Yes") : Texts::tr("No");
    if (column == NextStep)
        return stepStateText(nextStepFromWord(value).value_or(NextStepState::None));
    if (!value.isEmpty())
        return column == Lifecycle ? formats.types().label(value) : value;
    switch (column) {
    case Lifecycle: return Texts::tr("No type");
    case City: return Texts::tr("No city");
    case Source: return Texts::tr("Not known");
    case Tags: return Texts::tr("No tags");
    default: return Texts::tr("Not filled in");
    }
}

QString CustomerColumns::ownWords(const CustomerRow &row, const CustomField &field, const Formats &formats) const {
    const QString text = row.own.value(field.id);
    if (text.isEmpty())
        return {};
    if (field.kind == "yes_no"_L1)
        return text == "1"_L1 ? Texts::tr("Yes") : Texts::tr("No");
    if (field.kind == "date"_L1)
        return dayWords(text, formats);
    if (field.kind == "number"_L1)
        return formats.locale().toString(text.toDouble(), 'g', 12);
    if (field.kind == "money"_L1)
        return formats.money(qRound64(text.toDouble() * std::pow(10.0, currencyDecimals(formats.currency()))));
    return text;
}

QString CustomerColumns::words(const CustomerRow &row, int column, const Formats &formats) const {
    const auto money = [&formats](qint64 amount) { return amount == 0 ? QString() : formats.money(amount); };
    switch (column) {
    case Customer: return row.name;
    case Phone: return asciiDigits(row.phone); // numbers are read in Latin digits in every language
    case Lifecycle: return formats.types().label(row.lifecycle);
    case LastContact: return row.lastContactAt ? formats.ago(*row.lastContactAt) : Texts::tr("Never");
    case Bought: return money(row.boughtInYear);
    case NextStep: {
        const StepLook look = stepLook(row, formats);
        return look.detail.isEmpty() ? look.words : Texts::tr("%1: %2").arg(look.words, look.detail);
    }
    case City: return row.city;
    case Email: return row.email;
    case Tags: return tagNames(row, Texts::tr(", "));
    case Company: return row.company;
    case Source: return row.source;
    case Birthday: return dayWords(row.birthdayOn, formats);
    case FirstPurchase: return dayWords(row.firstPurchaseOn, formats);
    case LastPurchase: return dayWords(row.lastPurchaseOn, formats);
    case Total: return money(row.boughtTotal);
    case Owes: return money(row.owes);
    case Created: return formats.date(formats.clock().dateOf(row.createdAt));
    default: break;
    }
    const CustomField *field = own(column);
    return field ? ownWords(row, *field, formats) : QString();
}

QString CustomerColumns::plain(const CustomerRow &row, int column, const Formats &formats) const {
    switch (column) {
    case LastContact: return row.lastContactAt ? formats.clock().dateOf(*row.lastContactAt).toString(Qt::ISODate) : QString();
    case Bought: return plainMoney(row.boughtInYear, formats);
    case Total: return plainMoney(row.boughtTotal, formats);
    case Owes: return plainMoney(row.owes, formats);
    case NextStep: return row.nextDueOn.isEmpty() ? row.nextStep : row.nextDueOn + u' ' + row.nextStep;
    case Tags: return tagNames(row, u"; "_s);
    case Birthday: return row.birthdayOn;
    case FirstPurchase: return row.firstPurchaseOn;
    case LastPurchase: return row.lastPurchaseOn;
    case Created: return formats.clock().dateOf(row.createdAt).toString(Qt::ISODate);
    default: break;
    }
    const CustomField *field = own(column);
    return field && field->kind == "date"_L1 ? row.own.value(field->id) : words(row, column, formats);
}

std::optional<BulkChange> CustomerColumns::asChange(const CustomerRow &row, int column) const {
    const auto set = [](const QByteArray &name, const QString &text) { return BulkChange{BulkChange::Kind::SetField, name, text}; };
    switch (column) {
    case Lifecycle: return set("lifecycle", row.lifecycle);
    case City: return set("city", row.city);
    case Company: return set("company", row.company);
    case Source: return set("source", row.source);
    default: break;
    }
    const CustomField *field = own(column);
    return field ? std::optional(set(key(column).toUtf8(), row.own.value(field->id))) : std::nullopt;
}

exchange::CellKind CustomerColumns::cellKind(int column) const {
    using enum exchange::CellKind;
    if (isNumber(column))
        return Number;
    switch (column) {
    case LastContact:
    case Birthday:
    case FirstPurchase:
    case LastPurchase:
    case Created: return Date;
    default: break;
    }
    const CustomField *field = own(column);
    return field && field->kind == "date"_L1 ? Date : Text;
}

} // namespace kontor::ui
