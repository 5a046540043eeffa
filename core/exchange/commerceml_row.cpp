#include "exchange/commerceml_row.h"

#include <QCoreApplication>

#include <algorithm>

namespace kontor::exchange {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kShownOfOthers = 300;

QString tr(const char *text) { return QCoreApplication::translate("kontor::exchange", text); }

// All texts in an element, one after another.
QString flatText(const XmlElement &element) {
    QString text = element.text;
    for (const XmlElement &child : element.children) {
        if (text.size() > kShownOfOthers)
            break;
        const QString inner = flatText(child);
        if (!inner.isEmpty())
            text += text.isEmpty() ? inner : u", "_s + inner;
    }
    return text.left(kShownOfOthers);
}

// The name of the group that a product is in: the first that the classifier has.
QString groupName(const XmlElement &product, const CommerceMlContext &context) {
    const XmlElement *groups = product.child(u"Группы");
    if (!groups)
        return {};
    for (const XmlElement &id : groups->children) {
        if (const QString name = context.groups.value(id.text); !name.isEmpty())
            return name;
    }
    return {};
}

QString brandOf(const XmlElement &product) {
    const XmlElement *maker = product.child(u"Изготовитель");
    const QString brand = product.value(u"ТорговаяМарка");
    return !brand.isEmpty() ? brand : !maker ? QString() : maker->children.empty() ? maker->text : maker->value(u"Наименование");
}

void setPrice(CommerceMlRow &row, const XmlElement &element) {
    const XmlElement *prices = element.child(u"Цены");
    const XmlElement *price = prices ? prices->child(u"Цена") : element.child(u"Цена");
    if (!price || price->value(u"ЦенаЗаЕдиницу").isEmpty())
        return;
    row.set(u"price"_s, price->value(u"ЦенаЗаЕдиницу"));
    row.set(u"currency"_s, price->value(u"Валюта"));
}

void refuseDeleted(CommerceMlRow &row, const XmlElement &element) {
    if (isTrue(element.value(u"ПометкаУдаления")) || element.value(u"Статус") == u"Удален"_s)
        row.problem = tr("It is marked as deleted in the program that wrote the file.");
}

} // namespace

void CommerceMlRow::set(const QString &title, const QString &text) {
    for (auto &[known, value] : cells) {
        if (known == title) {
            if (!text.isEmpty() && value != text)
                value += value.isEmpty() ? text : u'\n' + text;
            return;
        }
    }
    cells.append({title, text});
}

QString CommerceMlRow::text(QStringView title) const {
    for (const auto &[known, value] : cells) {
        if (known == title)
            return value;
    }
    return {};
}

bool isTrue(const QString &text) {
    const QString word = text.toLower();
    return word == u"true"_s || word == u"1"_s || word == u"да"_s || word == u"истина"_s;
}

void addOthers(CommerceMlRow &row, const XmlElement &element, const QStringList &known) {
    for (const XmlElement &child : element.children) {
        if (!known.contains(child.name)) {
            if (const QString text = flatText(child); !text.isEmpty())
                row.set(child.name, text);
        }
    }
}

CommerceMlRow productRow(const XmlElement &product, const CommerceMlContext &context) {
    static const QStringList known{u"Ид"_s,           u"Наименование"_s,  u"Группы"_s,          u"Цены"_s,  u"Цена"_s,
                                   u"Изготовитель"_s, u"ТорговаяМарка"_s, u"ПометкаУдаления"_s, u"Статус"_s};
    CommerceMlRow row;
    row.set(u"id"_s, product.value(u"Ид"));
    row.set(u"name"_s, product.value(u"Наименование"));
    row.set(u"category"_s, groupName(product, context));
    row.set(u"brand"_s, brandOf(product));
    setPrice(row, product);
    refuseDeleted(row, product);
    addOthers(row, product, known);
    return row;
}

CommerceMlRow offerRow(const XmlElement &offer) {
    static const QStringList known{u"Ид"_s, u"Наименование"_s, u"Цены"_s, u"Цена"_s, u"ПометкаУдаления"_s, u"Статус"_s};
    CommerceMlRow row;
    row.set(u"id"_s, offer.value(u"Ид"));
    row.set(u"name"_s, offer.value(u"Наименование"));
    setPrice(row, offer);
    refuseDeleted(row, offer);
    addOthers(row, offer, known);
    return row;
}

} // namespace kontor::exchange
