#include "exchange/commerceml_file.h"
#include "import_fixture.h"
#include "mutations.h"

#include <QDirIterator>
#include <QStringEncoder>

using namespace Qt::StringLiterals;
using namespace kontor;
using namespace kontor::exchange;

namespace {

QByteArray file(const QString &content) {
    return (u"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<КоммерческаяИнформация xmlns=\"urn:1C.ru:commerceml_3\" ВерсияСхемы=\"3.1\">"_s +
            content + u"</КоммерческаяИнформация>"_s)
        .toUtf8();
}

const QString kCompany =
    u"<Контрагент><Ид>c-1</Ид><Наименование>Ромашка</Наименование><ОфициальноеНаименование>ООО "
    u"«Ромашка»</ОфициальноеНаименование>"
    "<ИНН>7701234567</ИНН><КПП>770101001</КПП><КодПоОКПО>12345678</КодПоОКПО>"
    "<ЮридическийАдрес><Представление>101000, Москва</Представление>"
    "<АдресноеПоле><Тип>Почтовый индекс</Тип><Значение>101000</Значение></АдресноеПоле>"
    "<АдресноеПоле><Тип>Страна</Тип><Значение>Россия</Значение></АдресноеПоле>"
    "<АдресноеПоле><Тип>Город</Тип><Значение>Москва</Значение></АдресноеПоле>"
    "<АдресноеПоле><Тип>Улица</Тип><Значение>Тверская ул</Значение></АдресноеПоле>"
    "<АдресноеПоле><Тип>Дом</Тип><Значение>5</Значение></АдресноеПоле>"
    "<АдресноеПоле><Тип>Корпус</Тип><Значение>2</Значение></АдресноеПоле></ЮридическийАдрес>"
    "<Адрес><Представление>Казань, склад 3</Представление></Адрес>"
    "<Контакты><Контакт><Тип>Телефон рабочий</Тип><Значение>+7 495 123-45-67</Значение>"
    "<Комментарий>звонить строго с 10 до 18 часов</Комментарий></Контакт>"
    "<Контакт><КонтактВид>Почта</КонтактВид><Значение>info@romashka.ru</Значение><Комментарий>бухгалтерия</Комментарий></Контакт>"
    "<Контакт><Тип>Факс</Тип><Значение>+7 495 123-45-68</Значение></Контакт>"
    "<Контакт><Тип>ВебСайт</Тип><Значение>romashka.ru</Значение></Контакт>"
    "<Контакт><Тип>Прочее</Тип><Значение>вход со двора</Значение></Контакт></Контакты>"
    "<Представители><Представитель><Контрагент><Отношение>Контактное лицо</Отношение><Ид>p-9</Ид>"
    "<Наименование>Анна Кузнецова</Наименование><Контакты><Контакт><Тип>Телефон мобильный</Тип><Значение>+7 916 "
    "765-43-21</Значение>"
    "</Контакт></Контакты></Контрагент></Представитель>"
    "<Представитель><Контрагент><Отношение>Филиал</Отношение><Наименование>Ромашка-Юг</Наименование></Контрагент></Представитель>"
    "</Представители>"
    "<РасчетныеСчета><РасчетныйСчет><НомерСчета>40702810900000000001</НомерСчета><Банк><Наименование>Банк Волга</Наименование>"
    "<БИК>044525225</БИК></Банк></РасчетныйСчет></РасчетныеСчета><Комментарий>платит вовремя</Комментарий></Контрагент>"_s;

const QString kPerson =
    u"<Контрагент><Ид>p-1</Ид><Наименование>Петров Петр</Наименование><Роль>Покупатель</Роль><Фамилия>Петров</Фамилия>"
    "<Имя>Петр</Имя><Отчество>Иванович</Отчество><ДатаРождения>1980-02-29</ДатаРождения><Пол>М</Пол>"
    "<АдресРегистрации><Представление>Тула, Садовая 1</Представление></АдресРегистрации></Контрагент>"_s;

QString order(const QString &id, const QString &operation, const QString &inner = {}, const QString &counterparty = kPerson) {
    return u"<Документ><Ид>%1</Ид><Номер>%1</Номер><Дата>2020-03-05</Дата><ХозОперация>%2</ХозОперация><Роль>Продавец</Роль>"
           "<Валюта>руб</Валюта><Сумма>1500.50</Сумма><Контрагенты>%3</Контрагенты>%4</Документ>"_s.arg(id, operation,
                                                                                                        counterparty, inner);
}

QString line(const QString &name, const QString &quantity, const QString &sum, const QString &type = u"Товар"_s) {
    return u"<Товар><Наименование>%1</Наименование><БазоваяЕдиница>шт</БазоваяЕдиница><Количество>%2</Количество><Сумма>%3</"
           u"Сумма>"
           "<ЗначенияРеквизитов><ЗначениеРеквизита><Наименование>ТипНоменклатуры</Наименование><Значение>%4</Значение>"
           "</ЗначениеРеквизита></ЗначенияРеквизитов></Товар>"_s.arg(name, quantity, sum, type);
}

QString requisite(const QString &name, const QString &value) {
    return u"<ЗначенияРеквизитов><ЗначениеРеквизита><Наименование>%1</Наименование><Значение>%2</Значение></ЗначениеРеквизита>"
           "</ЗначенияРеквизитов>"_s.arg(name, value);
}

// What was opened reads to its end, each record as wide as the titles; the rest is refused. False: refused, or another kind of file.
bool readsToItsEnd(const QString &path) {
    if (!isCommerceMl(path))
        return false;
    const auto tables = openCommerceMl(path);
    if (!tables) {
        EXPECT_EQ(tables.error().code, Code::Invalid);
        return false;
    }
    for (const auto &table : *tables) {
        TableRecord record;
        for (bool more = true; more;) {
            const auto isMore = table->next(record);
            EXPECT_TRUE(isMore) << isMore.error().message.toStdString();
            more = isMore.value_or(false);
            EXPECT_TRUE(!more || qsizetype(record.cells.size()) == table->titles().size());
        }
    }
    return true;
}

class CommerceMl : public ImportFixture {
protected:
    CommerceMl() : ImportFixture({u"RU"_s, u"RUB"_s, u"Europe/Moscow"_s, u"ru"_s}) {}

    ImportReport importXml(const QString &content, const ImportOptions &importOptions = {}) {
        return import(file(content), importOptions, u"1c.xml"_s);
    }
    QString rejects(const ImportReport &report) {
        QString texts;
        for (const FileReport &table : report.files)
            texts += table.rejects.isEmpty() ? QString() : readFile(table.rejects);
        return texts;
    }
    QString refusal(const QByteArray &content) {
        auto report = importFiles(*base, {write(u"1c.xml"_s, content)}, {});
        EXPECT_FALSE(report);
        return report ? QString() : report.error().message;
    }
};

} // namespace

TEST_F(CommerceMl, AnAmountInAnotherCurrencyIsReckonedByTheRateOfItsDocument) {
    const QString foreign = order(u"d-9"_s, u"Отпуск товара"_s).replace(u"<Валюта>руб</Валюта>"_s, u"<Валюта>USD</Валюта><Курс>90,5</Курс>"_s);
    const auto report = importXml(u"<Контрагенты>"_s + kPerson + u"</Контрагенты>"_s + foreign);
    EXPECT_EQ(report.total().rejected, 0);
    EXPECT_EQ(values(u"SELECT amount || ' ' || currency || ' ' || original_amount FROM purchase"_s), u"13579525 USD 150050"_s);
    const QString without = order(u"d-10"_s, u"Отпуск товара"_s).replace(u"<Валюта>руб</Валюта>"_s, u"<Валюта>USD</Валюта>"_s);
    EXPECT_EQ(importXml(without).total().rejected, 1);
}

TEST_F(CommerceMl, ACompanyComesWithItsNumbersAddressesContactsAndRepresentatives) {
    const auto report = importXml(u"<Контрагенты>"_s + kCompany + u"</Контрагенты>"_s);
    EXPECT_EQ(inWords(report.total()), u"added 1"_s);
    EXPECT_EQ(report.files.first().leftOut, QStringList());
    EXPECT_EQ(values(u"SELECT kind || '/' || name || '/' || company || '/' || street || '/' || external_id FROM customer"_s),
              u"organisation/Ромашка/ООО «Ромашка»/Казань, склад 3/c-1"_s);
    EXPECT_EQ(values(u"SELECT preferred_time FROM customer"_s), u"звонить строго с 10 до 18 часов"_s);
    EXPECT_EQ(values(u"SELECT note FROM customer"_s), u"Прочее: вход со двора\nплатит вовремя"_s);
    EXPECT_EQ(values(u"SELECT label || ': ' || postal_code || ' ' || country || ' ' || city || ' ' || street FROM address"_s),
              u"юридический: 101000 RU Москва Тверская ул, 5, корп. 2"_s);
    EXPECT_EQ(values(u"SELECT label || ' ' || normalised FROM contact_point WHERE kind = 'phone' ORDER BY position"_s),
              u"work +74951234567 | Анна Кузнецова +79167654321 | fax +74951234568"_s);
    EXPECT_EQ(values(u"SELECT label || ' ' || value FROM contact_point WHERE kind = 'email'"_s),
              u"бухгалтерия info@romashka.ru"_s);
    EXPECT_EQ(values(u"SELECT value FROM contact_point WHERE kind = 'web'"_s), u"romashka.ru"_s);
    EXPECT_EQ(values(u"SELECT kind || ' ' || other_name FROM relation ORDER BY kind"_s),
              u"branch Ромашка-Юг | contact_person Анна Кузнецова"_s);
    EXPECT_EQ(
        values(
            u"SELECT f.label || ' ' || v.text FROM custom_value v JOIN custom_field f ON f.id = v.custom_field_id ORDER BY f.label"_s),
        u"ИНН 7701234567 | КПП 770101001 | ОКПО 12345678 | Расчетный счет 40702810900000000001, Банк Волга, БИК 044525225"_s);
}

TEST_F(CommerceMl, APersonComesWithNameBirthdayAndAddressAsWritten) {
    importXml(u"<Контрагенты>"_s + kPerson + u"</Контрагенты>"_s);
    EXPECT_EQ(values(u"SELECT kind || '/' || name || '/' || given_name || '/' || family_name || '/' || birthday_on || '/' || "
                     u"gender || '/' "
                     "|| street || '/' || lifecycle FROM customer"_s),
              u"person/Петров Петр/Петр Иванович/Петров/1980-02-29/male/Тула, Садовая 1/customer"_s);
}

TEST_F(CommerceMl, AnOrderIsAPurchaseOfTheCounterpartyWithItsLinesInTheNote) {
    const auto report = importXml(order(u"20"_s, u"Заказ товара"_s,
                                        u"<Товары>"_s + line(u"Доставка"_s, u"1"_s, u"348.00"_s, u"Услуга"_s) +
                                            line(u"Комбайн"_s, u"2"_s, u"1152.50"_s) + u"</Товары>"_s +
                                            requisite(u"Заказ оплачен"_s, u"false"_s)));
    ASSERT_EQ(report.files.size(), 2);
    EXPECT_EQ(report.files.at(0).kind, FileKind::Customers);
    EXPECT_EQ(report.files.at(1).kind, FileKind::Purchases);
    EXPECT_EQ(inWords(report.total()), u"added 2"_s);
    EXPECT_EQ(
        values(
            u"SELECT c.name || ' ' || p.purchased_on || ' ' || p.amount || ' ' || p.quantity || ' ' || p.paid || ' ' || g.name "
            "FROM purchase p JOIN customer c ON c.id = p.customer_id JOIN product g ON g.id = p.product_id"_s),
        u"Петров Петр 2020-03-05 150050 2.0 0 Комбайн"_s);
    EXPECT_EQ(values(u"SELECT note FROM purchase"_s), u"Заказ товара 20\nДоставка, 1 шт, 348.00\nКомбайн, 2 шт, 1152.50"_s);
}

TEST_F(CommerceMl, ASecondImportOfTheSameIdsMeetsItsRecordsAndFillsThem) {
    importXml(order(u"20"_s, u"Заказ товара"_s));
    QString more = order(u"20"_s, u"Заказ товара"_s);
    more.replace(u"<Пол>М</Пол>"_s, u"<Пол>М</Пол><Комментарий>новый</Комментарий>"_s);
    EXPECT_EQ(inWords(importXml(more).total()), u"filled 1, unchanged 1"_s);
    EXPECT_EQ(count(u"customer"_s), 1);
    EXPECT_EQ(count(u"purchase"_s), 1);
    EXPECT_EQ(values(u"SELECT note FROM customer"_s), u"новый"_s);
}

TEST_F(CommerceMl, AReturnTakesItsAmountAwayAndADeliveryIsAPurchase) {
    importXml(order(u"1"_s, u"Отпуск товара"_s) + order(u"2"_s, u"Возврат товара"_s));
    EXPECT_EQ(values(u"SELECT amount FROM purchase ORDER BY external_id"_s), u"150050 | -150050"_s);
    EXPECT_EQ(values(u"SELECT bought_total FROM customer"_s), u"0"_s);
}

TEST_F(CommerceMl, DocumentsThatAreNoPurchaseAreRejectedWithTheReason) {
    const auto report = importXml(
        order(u"1"_s, u"Заказ товара"_s, requisite(u"Отменен"_s, u"true"_s)) + order(u"2"_s, u"Выплата безналичных денег"_s) +
        order(u"3"_s, u"Счет на оплату"_s) + order(u"4"_s, u"ПереоценаТоваров"_s) +
        order(u"5"_s, u"Заказ товара"_s, u"<ПометкаУдаления>true</ПометкаУдаления>"_s) +
        order(u"6"_s, u"Заказ товара"_s).replace(u"<Роль>Продавец</Роль>"_s, u"<Роль>Покупатель</Роль>"_s));
    EXPECT_EQ(report.files.last().counts.rejected, 6);
    EXPECT_EQ(count(u"purchase"_s), 0);
    const QString reasons = rejects(report);
    for (const QString &reason : {u"The order was cancelled."_s, u"is a payment"_s, u"is an invoice"_s,
                                  u"neither an order nor a delivery"_s, u"marked as deleted"_s, u"the firm itself buys"_s})
        EXPECT_TRUE(reasons.contains(reason)) << reason.toStdString() << '\n' << reasons.toStdString();
}

TEST_F(CommerceMl, AnInvoiceAloneIsAPurchaseThatIsNotPaidYet) {
    importXml(order(u"3"_s, u"Счет на оплату"_s, u"<СрокПлатежа>2020-04-01</СрокПлатежа>"_s) +
              order(u"4"_s, u"Счет на оплату"_s,
                    u"<Оплаты><Оплата><ДатаОплаты>2020-03-06</ДатаОплаты><СуммаОплаты>1500.50</СуммаОплаты>"
                    "<СпособОплаты>карта</СпособОплаты></Оплата></Оплаты>"_s));
    EXPECT_EQ(values(u"SELECT paid FROM purchase ORDER BY external_id"_s), u"0 | 1"_s);
    EXPECT_EQ(values(u"SELECT note FROM purchase ORDER BY external_id"_s),
              u"Счет на оплату 3\nСрок платежа: 2020-04-01 | Счет на оплату 4\nОплата 2020-03-06 1500.50 карта"_s);
}

TEST_F(CommerceMl, TheDocumentsOfOneContainerAreOnePurchase) {
    const auto report = importXml(u"<Контейнер>"_s + order(u"1"_s, u"Заказ товара"_s) + order(u"2"_s, u"Отпуск товара"_s) +
                                  u"</Контейнер><Контейнер>"_s + order(u"3"_s, u"Отпуск товара"_s) + u"</Контейнер>"_s);
    EXPECT_EQ(values(u"SELECT external_id FROM purchase ORDER BY external_id"_s), u"1 | 3"_s);
    EXPECT_TRUE(rejects(report).contains(u"“Отпуск товара 2” belongs to “Заказ товара 1”"_s));
}

TEST_F(CommerceMl, ADocumentInAnotherCurrencyIsRejectedNotCountedWrong) {
    const auto report = importXml(order(u"1"_s, u"Заказ товара"_s).replace(u"руб"_s, u"USD"_s));
    EXPECT_EQ(report.files.last().counts.rejected, 1);
    EXPECT_TRUE(rejects(report).contains(u"The amount is in USD"_s));
}

TEST_F(CommerceMl, TheSellerOfItsOwnDocumentsIsNoCustomer) {
    const QString seller = u"<Контрагент><Ид>we</Ид><Наименование>Мы</Наименование><Роль>Продавец</Роль></Контрагент>"_s;
    const auto report = importXml(order(u"1"_s, u"Заказ товара"_s, {}, seller + kPerson));
    EXPECT_EQ(inWords(report.files.first().counts), u"added 1, rejected 1"_s);
    EXPECT_EQ(values(u"SELECT name FROM customer"_s), u"Петров Петр"_s);
    EXPECT_EQ(count(u"purchase"_s), 1);
}

TEST_F(CommerceMl, ProductsComeWithTheirGroupAndOffersWithTheirPrice) {
    const auto report = importXml(
        u"<Классификатор><Группы><Группа><Ид>g1</Ид><Наименование>Обувь</Наименование><Группы><Группа><Ид>g2</Ид>"
        "<Наименование>Сапоги</Наименование></Группа></Группы></Группа></Группы></Классификатор>"
        "<Каталог><Товары><Товар><Ид>a</Ид><Артикул>Б-1</Артикул><Наименование>Ботфорты</Наименование><Группы><Ид>g2</Ид></"
        "Группы>"
        "<Изготовитель><Ид>m</Ид><Наименование>Скороход</Наименование></Изготовитель></Товар></Товары></Каталог>"
        "<ПакетПредложений><Предложения><Предложение><Ид>a</Ид><Цены><Цена><ЦенаЗаЕдиницу>1719</ЦенаЗаЕдиницу><Валюта>RUB</"
        "Валюта>"
        "</Цена></Цены></Предложение><Предложение><Ид>b</Ид><Количество>5</Количество></Предложение><Предложение><Ид>c</Ид>"
        "<Наименование>Кеды</Наименование><Цены><Цена><ЦенаЗаЕдиницу>9</ЦенаЗаЕдиницу><Валюта>USD</Валюта></Цена></Цены></"
        "Предложение>"
        "</Предложения></ПакетПредложений>"_s);
    ASSERT_EQ(report.files.size(), 2);
    EXPECT_EQ(inWords(report.files.at(0).counts), u"added 1"_s);
    EXPECT_EQ(inWords(report.files.at(1).counts), u"filled 1, rejected 2"_s);
    EXPECT_EQ(values(u"SELECT name || '/' || category || '/' || brand || '/' || price FROM product"_s),
              u"Ботфорты/Сапоги/Скороход/171900"_s);
    EXPECT_TRUE(report.files.at(0).leftOut.contains(u"Артикул"_s));
    EXPECT_TRUE(rejects(report).contains(u"No product has this id yet"_s) && rejects(report).contains(u"The price is in USD"_s));
}

TEST_F(CommerceMl, AMappingIsForTheTableThatHasItsColumn) {
    const QString content = order(u"20"_s, u"Заказ товара"_s).replace(u"<Пол>М</Пол>"_s, u"<Пол>М</Пол><Склад>Юг</Склад>"_s);
    ImportOptions mapped;
    mapped.mappings = {{u"Склад"_s, u"custom.Warehouse"_s}};
    EXPECT_EQ(inWords(importXml(content, mapped).total()), u"added 2"_s);
    EXPECT_EQ(values(u"SELECT text FROM custom_value"_s), u"Юг"_s);
    mapped.mappings = {{u"Полка"_s, u"custom.Shelf"_s}};
    const auto refused = importFiles(*base, {write(u"1c.xml"_s, file(content))}, mapped);
    ASSERT_FALSE(refused);
    EXPECT_TRUE(refused.error().message.contains(u"no column “Полка”"_s));
}

TEST_F(CommerceMl, AFileInWindows1251ReadsTheSame) {
    QByteArray content = file(u"<Контрагенты>"_s + kPerson + u"</Контрагенты>"_s).replace("UTF-8", "windows-1251");
    QStringEncoder encoder("windows-1251");
    ASSERT_TRUE(encoder.isValid());
    const auto report = import(encoder(QString::fromUtf8(content)), {}, u"1c.xml"_s);
    EXPECT_EQ(values(u"SELECT name FROM customer"_s), u"Петров Петр"_s);
    EXPECT_EQ(report.files.first().charset, "windows-1251");
}

TEST_F(CommerceMl, ADryRunAndAnUndoWorkAsForAnyFile) {
    ImportOptions dry;
    dry.dryRun = true;
    EXPECT_EQ(inWords(importXml(order(u"20"_s, u"Заказ товара"_s), dry).total()), u"added 2"_s);
    EXPECT_EQ(count(u"customer"_s), 0);
    const auto report = importXml(order(u"20"_s, u"Заказ товара"_s));
    for (auto table = report.files.crbegin(); table != report.files.crend(); ++table)
        ASSERT_TRUE(undoImport(*base, table->batch));
    EXPECT_EQ(count(u"purchase"_s) + count(u"customer"_s), 0);
}

TEST_F(CommerceMl, WhatIsNotWholeOrLeadsOutsideIsRefusedBeforeAnythingIsTakenIn) {
    const QByteArray whole = file(u"<Контрагенты>"_s + kPerson + kCompany + u"</Контрагенты>"_s);
    EXPECT_TRUE(refusal(whole.chopped(60)).contains(u"not complete or damaged"_s));
    EXPECT_TRUE(refusal(QByteArray(whole).replace("</Контакты>", "</Контакт>")).contains(u"not complete or damaged"_s));
    EXPECT_TRUE(refusal(QByteArray(whole).replace("?>\n", "?>\n<!DOCTYPE x [<!ENTITY secret SYSTEM \"file:///etc/passwd\">]>\n"))
                    .contains(u"XML or web page"_s)); // its first tag is a document type: it is not looked at any further
    EXPECT_TRUE(refusal(file(QString(u"<a>"_s).repeated(80) + QString(u"</a>"_s).repeated(80))).contains(u"more nested"_s));
    EXPECT_TRUE(
        refusal(file(u"<Контрагент><Ид>"_s + QString(20 << 20, u'x') + u"</Ид></Контрагент>"_s)).contains(u"is larger"_s));
    EXPECT_TRUE(refusal("<?xml version=\"1.0\"?><catalog><Контрагент/></catalog>").contains(u"XML or web page"_s));
    EXPECT_TRUE(refusal("<Классификатор>\n<Ид>1</Ид></Классификатор>").contains(u"XML or web page"_s));
    EXPECT_EQ(count(u"customer"_s), 0);
}

TEST_F(CommerceMl, BrokenCopiesOfAFileNeverCrashAndAlwaysAddUp) {
    QStringEncoder encoder("windows-1251"); // in which nearly every byte is a letter, so that many copies still are XML
    const QString content = u"<Контейнер>"_s +
                            order(u"20"_s, u"Заказ товара"_s, u"<Товары>"_s + line(u"x"_s, u"1"_s, u"5"_s) + u"</Товары>"_s) +
                            u"</Контейнер><Контрагенты>"_s + kCompany + u"</Контрагенты>"_s;
    const QByteArray whole = encoder(QString::fromUtf8(file(content).replace("UTF-8", "windows-1251")));
    Mutations mutations(12345);
    int opened = 0;
    for (int round = 0; round < 1'000; ++round)
        opened += readsToItsEnd(write(u"broken.xml"_s, mutations.of(whole)));
    EXPECT_GT(opened, 40);
}

// The numbers were counted apart from this program, with python3 and xml.etree: for each file the elements Контрагент below Контрагенты (not
// those of a Представитель), Товар outside Документ, Предложение, and Документ, by their local names.
TEST_F(CommerceMl, TheFilesOfOthersAreReadWithTheirCounts) {
    const QString root = qEnvironmentVariable("KONTOR_CORPORA");
    if (root.isEmpty())
        GTEST_SKIP() << "KONTOR_CORPORA does not name the folder of the corpora";
    const QHash<QString, qint64> expected{{u"orders.xml"_s, 2}, // a counterparty and a document
                                          {u"offers.xml"_s, 5},
                                          {u"import.xml"_s, 2},
                                          {u"import_wo_classifier.xml"_s, 2},
                                          {u"import0_1.xml"_s, 36},
                                          {u"import0_1_with_nested_groups.xml"_s, 283},
                                          {u"products-example.xml"_s, 1},
                                          {u"group-example.xml"_s, 0},
                                          {u"bitrix-query-response-empty.xml"_s, 0}};
    int seen = 0;
    QDirIterator files(root + u"/commerceml"_s, {u"*.xml"_s}, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString path = files.next(), name = path.section(u'/', -1);
        if (name == u"classifier.xml"_s) { // a part of a file: its root is another
            EXPECT_FALSE(importFiles(*base, {path}, {}));
            continue;
        }
        ASSERT_TRUE(expected.contains(name)) << name.toStdString();
        EXPECT_EQ(importPaths({path}).total().read, expected.value(name)) << name.toStdString();
        ++seen;
    }
    EXPECT_EQ(seen, expected.size());
    EXPECT_EQ(values(u"SELECT name || '/' || given_name || '/' || postal_code || '/' || external_id FROM customer"_s),
              u"Петр Петров/Петр/6546/1#admin#Петров Петр"_s);
    EXPECT_EQ(
        values(
            u"SELECT purchased_on || ' ' || amount || ' ' || paid || ' ' || (SELECT name FROM product g WHERE g.id = product_id) FROM purchase"_s),
        u"2007-10-16 968342 1 Комбайн MOULINEX A77 4C"_s);
    EXPECT_EQ(
        values(
            u"SELECT name || ' ' || price FROM product WHERE external_id LIKE 'bd72d910%' AND price IS NOT NULL ORDER BY id LIMIT 1"_s),
        u"Женские ботфорты коричневые (38) 171900"_s);
    EXPECT_EQ(
        values(
            u"SELECT name || '/' || category || '/' || brand FROM product WHERE external_id = 'bd8c4e15-18f9-11e7-80c2-0cc47ab29cd1'"_s),
        u"Портативный коврик Portable 140x200x1 см, Деревянные лошадки/Коврики для дома/CrazyBoom CO., LTD"_s);
}

TEST_F(CommerceMl, BrokenCopiesOfTheFilesOfOthersNeverCrash) {
    const QString root = qEnvironmentVariable("KONTOR_CORPORA");
    if (root.isEmpty())
        GTEST_SKIP() << "KONTOR_CORPORA does not name the folder of the corpora";
    constexpr qint64 largest = 200'000; // bytes: all but one
    Mutations mutations(2021);
    int opened = 0;
    QDirIterator files(root + u"/commerceml"_s, {u"*.xml"_s}, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        if (file.size() > largest || !file.open(QIODevice::ReadOnly))
            continue;
        const QByteArray whole = file.readAll();
        for (int round = 0; round < 60; ++round)
            opened += readsToItsEnd(write(u"broken.xml"_s, mutations.of(whole)));
    }
    EXPECT_GT(opened, 10);
}
