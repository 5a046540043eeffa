#include "exchange/header_words.h"

namespace kontor::exchange {

namespace {

constexpr HeaderWords kCustomers[] = {
    {Field::ExternalId, u"",
     u"id|record id|contact id|customer id|client id|lead id|account id|person id|external id|internal id|identifier|guid|uid|"
     u"record id contact|record id company|kunden id|kontakt id|datensatz id|код|идентификатор|ид|id клиента|id контакта|编号|"
     u"客户编号|客户id|联系人id|شناسه|شناسه مشتری|کد مشتری|kund id|post id|dynodydd|id cwsmer"},
    {Field::CustomerNumber, u"",
     u"customer number|customer no|customer nr|account number|account no|client number|client no|kundennummer|kundennr|kunden nr|"
     u"debitorennummer|номер клиента|лицевой счет|客户号|客户代码|شماره مشتری|شماره اشتراک|kundnummer|kundnr|rhif cwsmer"},
    {Field::Kind, u"",
     u"type|kind|customer type|contact type|client type|account type|record type|art|typ|kundenart|kundentyp|тип|тип клиента|"
     u"вид|类型|客户类型|نوع|نوع مشتری|kundtyp|math|math o gwsmer"},
    {Field::Lifecycle, u"",
     u"lifecycle|lifecycle stage|life cycle stage|lebenszyklus|lebenszyklusphase|стадия клиента|этап клиента|客户阶段|生命周期|"
     u"مرحله مشتری|livscykel|cylch bywyd"},
    {Field::Name, u"",
     u"name|full name|display name|contact name|customer name|client name|customer|client|person|file as|contact|account name|"
     u"vollständiger name|anzeigename|kunde|kontakt|kundenname|ansprechpartner|ganzer name|vor und nachname|имя "
     u"клиента|клиент|фио|ф.и.о.|полное имя|"
     u"наименование|отображаемое имя|контакт|контактное "
     u"лицо|название|姓名|名称|名字|客户名称|客户姓名|客户|联系人|全名|显示名称|نام کامل|نام مشتری|"
     u"نام و نام خانوادگی|مشتری|نام نمایشی|namn|fullständigt namn|visningsnamn|kund|kundnamn|enw|enw llawn|cwsmer|enw "
     u"arddangos|nome|nom|nombre"},
    {Field::GivenName, u"",
     u"given name|first name|first|fname|forename|christian name|n given|given names|cp givenname|vorname|rufname|имя|имя "
     u"контакта|名|نام|نام کوچک|förnamn|"
     u"tilltalsnamn|enw cyntaf|enw bedydd|prénom|nombre de pila"},
    {Field::MiddleName, u"",
     u"middle name|additional name|second name|n middle|middle names|patronymic|zweiter vorname|weitere vornamen|отчество|"
     u"中间名|نام میانی|نام پدر|mellannamn|enw canol"},
    {Field::FamilyName, u"",
     u"family name|last name|last|lname|surname|n family|nachname|familienname|zuname|фамилия|姓|姓氏|نام "
     u"خانوادگی|فامیلی|efternamn|"
     u"släktnamn|cyfenw|enw olaf|apellido|apellidos"},
    {Field::NamePrefix, u"",
     u"name prefix|prefix|n prefix|honorific|honorific prefix|akademischer titel|namenspräfix|称谓前缀|پیشوند نام|namnprefix"},
    {Field::NameSuffix, u"", u"name suffix|suffix|n suffix|honorific suffix|namenszusatz|suffix namn|پسوند نام|ôl-ddodiad"},
    {Field::Title, u"", u"title|titel|anrede titel|звание|头衔|عنوان|teitl"},
    {Field::Salutation, u"",
     u"salutation|greeting|form of address|courtesy "
     u"title|anrede|briefanrede|обращение|称呼|尊称|خطاب|tilltal|hälsningsfras|cyfarchiad"},
    {Field::Company, u"",
     u"company|company name|organisation|organization|organisation name|organization name|org name|firm|business|business "
     u"name|employer|"
     u"account|associated company|organization 1 name|firma|firmenname|unternehmen|arbeitgeber|фирма|компания|организация|"
     u"название компании|место работы|работодатель|юридическое лицо|公司|公司名称|单位|企业|工作单位|شرکت|نام شرکت|سازمان|محل "
     u"کار|företag|"
     u"företagsnamn|organisationsnamn|arbetsgivare|cwmni|enw'r cwmni|sefydliad|busnes|cyflogwr|companyname"},
    {Field::JobTitle, u"",
     u"job title|position|role|job|function|job role|organization title|occupation title|stellung|funktion|berufsbezeichnung|"
     u"stellenbezeichnung|должность|позиция|роль|职位|职务|职称|سمت|عنوان شغلی|پست "
     u"سازمانی|befattning|jobbtitel|yrkestitel|swydd|teitl swydd|rôl"},
    {Field::Street, u"",
     u"street|street address|address|address line|adr one street|postal address|street name|mailing address|address "
     u"street|address formatted|"
     u"straße|strasse|adresse|anschrift|straße und hausnummer|улица|адрес|улица дом|почтовый "
     u"адрес|地址|街道|详细地址|通讯地址|آدرس|نشانی|خیابان|"
     u"gata|gatuadress|adress|postadress|stryd|cyfeiriad|rue|calle"},
    {Field::Street2, u"",
     u"street line two|address second line|address extended address|extended address|adr one streettwo|adresszusatz|po "
     u"box|address po box|postfach|"
     u"а/я|kvartier|box"},
    {Field::District, u"",
     u"district|neighbourhood|neighborhood|suburb|county "
     u"district|stadtteil|ortsteil|bezirk|район|区|区县|منطقه|محله|stadsdel|ardal"},
    {Field::City, u"",
     u"city|town|locality|address city|adr one locality|place|ort|stadt|wohnort|город|населенный пункт|城市|市|所在城市|شهر|stad|"
     u"postort|dinas|tref|ville|ciudad"},
    {Field::Region, u"",
     u"region|state|province|state province|state region|county|address region|adr one region|bundesland|kanton|land "
     u"region|регион|область|край|"
     u"省|省份|地区|州|استان|ایالت|län|landskap|sir|rhanbarth"},
    {Field::PostalCode, u"",
     u"postal code|postcode|zip|zip code|zipcode|zip postal code|post code|address postal code|adr one "
     u"postalcode|postleitzahl|plz|postnumber|"
     u"индекс|почтовый индекс|邮编|邮政编码|کد پستی|postnummer|cod post|code postal"},
    {Field::Country, u"",
     u"country|country region|nation|address country|adr one countryname|country name|country "
     u"code|land|staat|страна|государство|国家|国家地区|"
     u"کشور|gwlad|pays|país"},
    {Field::AddressLabel, u"", u"address label|address type|тип адреса"},
    {Field::Birthday, u"",
     u"birthday|birth date|birthdate|date of birth|dob|bday|born|geburtstag|geburtsdatum|geb datum|geb|дата рождения|дата "
     u"рожд|день "
     u"рождения|др|生日|"
     u"出生日期|出生年月|تاریخ تولد|تولد|födelsedag|födelsedatum|född|pen-blwydd|dyddiad geni"},
    {Field::BirthYear, u"", u"birth year|year of birth|geburtsjahr|год рождения|出生年|سال تولد|födelseår|blwyddyn geni"},
    {Field::BirthMonth, u"", u"birth month|month of birth|geburtsmonat|месяц рождения|出生月|ماه تولد|födelsemånad|mis geni"},
    {Field::BirthDay, u"", u"birth day of month|day of birth|geburtstag tag|число рождения|出生日|روز تولد"},
    {Field::Gender, u"", u"gender|sex|geschlecht|пол|性别|جنسیت|جنس|kön|rhyw|rhywedd"},
    {Field::Language, u"", u"language|lang|preferred language|locale|sprache|korrespondenzsprache|язык|语言|زبان|språk|iaith"},
    {Field::MaritalStatus, u"",
     u"marital status|familienstand|семейное положение|婚姻状况|وضعیت تأهل|وضعیت تاهل|civilstånd|statws priodasol"},
    {Field::Education, u"", u"education|schools|bildung|ausbildung|образование|学历|教育程度|تحصیلات|utbildning|addysg"},
    {Field::Occupation, u"", u"occupation|profession|beruf|профессия|род занятий|职业|شغل|حرفه|yrke|galwedigaeth"},
    {Field::Income, u"", u"income|annual income|salary|einkommen|доход|收入|درآمد|inkomst|incwm"},
    {Field::HouseholdSize, u"",
     u"household size|haushaltsgröße|размер семьи|家庭人数|تعداد اعضای خانواده|hushållsstorlek|maint yr aelwyd"},
    {Field::Hobby, u"",
     u"hobby|hobbies|interests|hobbys|interessen|хобби|интересы|увлечения|爱好|兴趣|سرگرمی|علایق|intressen|diddordebau|hobi"},
    {Field::Industry, u"",
     u"industry|sector|line of business|branche|отрасль|сфера деятельности|行业|صنعت|حوزه "
     u"فعالیت|bransch|diwydiant|companyindustry"},
    {Field::CompanySize, u"",
     u"company size|employees|number of employees|no of employees|num employees|num "
     u"emp|numberofemployees|mitarbeiterzahl|unternehmensgröße|"
     u"число сотрудников|количество сотрудников|员工人数|公司规模|تعداد کارکنان|antal anställda|nifer o weithwyr"},
    {Field::MarketSegment, u"",
     u"market segment|marktsegment|сегмент рынка|сегмент|细分市场|بخش بازار|marknadssegment|segment y farchnad"},
    {Field::Source, u"",
     u"source|lead source|original source|referral source|referred by|how they found us|quelle|herkunft|lead "
     u"quelle|источник|источник лида|"
     u"来源|客户来源|线索来源|منبع|منبع آشنایی|نحوه آشنایی|källa|leadkälla|ffynhonnell|leadsource"},
    {Field::Score, u"", u"score|points|lead score|rating|bewertung|punkte|баллы|рейтинг|оценка|评分|积分|امتیاز|poäng|sgôr"},
    {Field::Status, u"",
     u"status|lead status|contact status|customer status|kundenstatus|статус|статус клиента|状态|客户状态|وضعیت|وضعیت "
     u"مشتری|kundstatus|statws"},
    {Field::Owner, u"",
     u"owner|contact owner|account owner|lead owner|company owner|assigned to|record manager|responsible|account manager|sales "
     u"rep|salesperson|betreuer|"
     u"zuständig|verantwortlich|kundenbetreuer|ответственный|менеджер|负责人|客户经理|所有者|مسئول|کارشناس|مالک|ansvarig|"
     u"kundansvarig|säljare|"
     u"perchennog|cyfrifol"},
    {Field::PreferredChannel, u"",
     u"preferred channel|preferred contact method|contact preference|bevorzugter kanal|предпочтительный канал|首选联系方式|"
     u"راه ارتباطی ترجیحی|önskad kontaktväg|hoff sianel"},
    {Field::PreferredTime, u"",
     u"preferred time|best time|best time to call|bevorzugte zeit|удобное время|время для звонка|首选时间|زمان مناسب|önskad "
     u"tid|hoff amser"},
    {Field::LetterFormat, u"", u"letter format|mail format|email format|briefformat|формат писем|brevformat"},
    {Field::DeliveryMethod, u"",
     u"delivery method|delivery|shipping method|lieferart|versandart|способ доставки|送货方式|روش ارسال|leveranssätt|dull "
     u"danfon"},
    {Field::Discount, u"", u"discount|rabatt|скидка|折扣|تخفیف|gostyngiad"},
    {Field::Likes, u"", u"likes|preferences|vorlieben|предпочтения|喜好|علاقه مندی|gillar|hoffterau"},
    {Field::Note, u"",
     u"note|notes|comment|comments|remark|remarks|memo|description|background|about|notiz|notizen|bemerkung|bemerkungen|"
     u"kommentar|"
     u"beschreibung|anmerkung|заметка|заметки|примечание|примечания|комментарий|комментарии|описание|备注|注释|说明|描述|یادداشت|"
     u"توضیحات|"
     u"ملاحظات|anteckning|anteckningar|anmärkning|beskrivning|nodyn|nodiadau|sylwadau|disgrifiad"},
    {Field::Tags, u"",
     u"tags|tag|labels|label|categories|category|groups|group|group "
     u"membership|keywords|schlagworte|schlagwörter|etiketten|kategorien|kategorie|gruppen|"
     u"gruppe|теги|тег|метки|метка|категория|категории|группа|группы|标签|分组|类别|برچسب|برچسب "
     u"ها|گروه|دسته|taggar|etiketter|kategori|grupp|grupper|tagiau|grŵp"},
    {Field::CreatedOn, u"",
     u"created on|created|created at|create date|created date|creation date|date created|date added|customer since|first "
     u"seen|erstellt|erstellt am|angelegt am|"
     u"erstellungsdatum|kunde seit|создан|дата создания|дата добавления|创建时间|创建日期|建档日期|تاریخ ایجاد|تاریخ "
     u"ثبت|skapad|skapad datum|kund sedan|crëwyd|dyddiad creu"},
    {Field::Phone, u"",
     u"phone|phone number|telephone|telephone number|tel|tel no|telno|phone value|primary phone|main phone|phone no|contact "
     u"number|contact phone|telefon|"
     u"telefonnummer|rufnummer|tel nr|телефон|номер телефона|тел|контактный телефон|电话|电话号码|联系电话|تلفن|شماره تلفن|شماره "
     u"تماس|تلفن ثابت|"
     u"tfn|telefonnr|ffôn|rhif ffôn|téléphone|teléfono"},
    {Field::Phone, u"mobile",
     u"mobile|mobile phone|mobile number|cell|cell phone|cellphone|cellular|tel cell|cp "
     u"mobile|mobiltelefon|handy|handynummer|mobil|mobilnummer|"
     u"мобильный|мобильный телефон|сотовый|моб|手机|手机号|手机号码|移动电话|موبایل|تلفن همراه|همراه|شماره موبایل|ffôn "
     u"symudol|symudol|sms"},
    {Field::Phone, u"home",
     u"tel home|telefon privat|privattelefon|домашний телефон|家庭电话|住宅电话|تلفن منزل|hemtelefon|telefon hem|ffôn cartref"},
    {Field::Phone, u"work",
     u"tel work|office phone|telefon geschäftlich|geschäftstelefon|diensttelefon|рабочий телефон|办公电话|工作电话|تلفن محل "
     u"کار|تلفن دفتر|"
     u"arbetstelefon|telefon arbete|ffôn gwaith|company main phone"},
    {Field::Phone, u"fax", u"fax|fax number|fax phone|tel fax|telefax|faxnummer|факс|传真|نمابر|فکس|ffacs"},
    {Field::Phone, u"other",
     u"car phone|radio phone|assistant's phone|assistant phone|callback|isdn|pager|pager number|pager phone|phone video"},
    {Field::PhoneLabel, u"", u"phone label|phone type|telefon typ|тип телефона|电话类型"},
    {Field::Email, u"",
     u"email|e-mail|mail|email address|e-mail address|mail address|email value|e-mail value|primary email|main email|electronic "
     u"mail|emailaddress|secondary email|"
     u"emailadresse|e-mail-adresse|mailadresse|почта|электронная почта|эл почта|адрес электронной "
     u"почты|имейл|电子邮件|邮箱|电子邮箱|邮件|邮箱地址|"
     u"ایمیل|پست الکترونیک|آدرس ایمیل|رایانامه|epost|e-post|e-postadress|epostadress|mejl|mejladress|ebost|e-bost|cyfeiriad "
     u"e-bost|correo|courriel"},
    {Field::EmailLabel, u"", u"email label|e-mail label|email type|e-mail type"},
    {Field::Web, u"",
     u"website|web site|web|url|web page|webpage|website url|homepage|home page|website value|web page address|personal web "
     u"page|www|internet|webseite|internetseite|сайт|веб-сайт|"
     u"веб сайт|网站|网址|主页|وب سایت|وبسایت|سایت|webbplats|webbsida|hemsida|gwefan"},
    {Field::Messenger, u"whatsapp", u"whatsapp|whats app|ватсап|واتساپ"},
    {Field::Messenger, u"telegram", u"telegram|телеграм|تلگرام"},
    {Field::Messenger, u"wechat", u"wechat|weixin|微信|微信号"},
    {Field::Messenger, u"viber", u"viber|вайбер"},
    {Field::Messenger, u"signal", u"signal"},
    {Field::Messenger, u"qq", u"qq|qq号"},
    {Field::Messenger, u"icq", u"icq|im icq"},
    {Field::Messenger, u"jabber", u"jabber|im jabber|xmpp"},
    {Field::Messenger, u"",
     u"messenger|messengers|im|im address|imaddress|screen name|messenger id|мессенджер|мессенджеры|即时通讯|پیام رسان|im aim|im "
     u"msn|im yahoo"},
    {Field::Video, u"skype", u"skype|im skype|скайп|اسکایپ"},
    {Field::Social, u"linkedin", u"linkedin|linkedin url|linkedin profile|لینکدین"},
    {Field::Social, u"facebook", u"facebook|facebook url|фейсбук|فیسبوک"},
    {Field::Social, u"instagram", u"instagram|инстаграм|اینستاگرام"},
    {Field::Social, u"twitter", u"twitter|x com"},
    {Field::Social, u"vk", u"vk|вк|вконтакте"},
    {Field::Social, u"xing", u"xing"},
    {Field::Social, u"", u"social|social media|social network|соцсеть|社交媒体|شبکه اجتماعی"},
    {Field::Video, u"", u"video|video link|video call"},
    {Field::ImportantDate, u"anniversary",
     u"anniversary|wedding anniversary|jahrestag|hochzeitstag|годовщина|纪念日|سالگرد|årsdag|bröllopsdag|pen-blwydd priodas"},
    {Field::Relation, u"spouse",
     u"spouse|partner name|husband|wife|ehepartner|partner|супруг|супруга|配偶|همسر|make maka|make|priod"},
    {Field::Relation, u"child", u"children|child|kinder|kind name|дети|子女|فرزندان|barn|plant"},
};

constexpr HeaderWords kInteractions[] = {
    {Field::ExternalId, u"",
     u"id|record id|activity id|interaction id|call id|note id|task id|event id|external "
     u"id|код|идентификатор|编号|شناسه|dynodydd"},
    {Field::CustomerRef, u"",
     u"customer id|customer|client id|contact id|person id|account id|customer ref|parent id|who id|whoid|related to id|kunden "
     u"id|kundennummer|kunden nr|kontakt id|"
     u"id клиента|код клиента|клиент id|客户编号|客户id|شناسه مشتری|کد مشتری|kund id|kundnummer|id cwsmer"},
    {Field::Email, u"",
     u"email|e-mail|customer email|contact email|email address|почта|электронная почта|邮箱|电子邮件|ایمیل|e-post|e-bost"},
    {Field::Phone, u"", u"phone|customer phone|phone number|telefon|телефон|电话|تلفن|شماره تماس|ffôn"},
    {Field::At, u"",
     u"at|date|datetime|date time|when|timestamp|happened at|activity date|start|start date|start time|created at|created|call "
     u"date|"
     u"due date|datum|zeitpunkt|datum und zeit|дата|дата и время|когда|日期|时间日期|发生时间|日期时间|تاریخ|زمان و تاریخ|datum "
     u"och tid|dyddiad|pryd"},
    {Field::Time, u"", u"time|time of day|uhrzeit|zeit|время|时间|ساعت|زمان|tid|klockslag|amser"},
    {Field::InteractionKind, u"",
     u"kind|type|activity type|interaction type|channel|activity|art|typ|kanal|тип|вид|канал|类型|渠道|方式|نوع|کانال|typ av "
     u"aktivitet|math|sianel"},
    {Field::Direction, u"", u"direction|in out|call direction|richtung|направление|方向|جهت|riktning|cyfeiriad"},
    {Field::Outcome, u"",
     u"outcome|result|disposition|call result|call outcome|ergebnis|результат|итог|исход|结果|نتیجه|resultat|utfall|canlyniad"},
    {Field::DurationMinutes, u"",
     u"duration min|duration|duration minutes|minutes|length|dauer|dauer min|dauer in minuten|длительность|длительность "
     u"мин|продолжительность|минут|时长|"
     u"通话时长|时长分钟|مدت|مدت زمان|längd|varaktighet|längd min|hyd|parhad"},
    {Field::DurationSeconds, u"",
     u"duration seconds|duration sec|seconds|dauer sekunden|длительность сек|时长秒|مدت ثانیه|längd sekunder|eiliadau"},
    {Field::Subject, u"", u"subject|title|topic|betreff|thema|тема|主题|标题|موضوع|عنوان|ämne|rubrik|pwnc"},
    {Field::Text, u"",
     u"text|summary|note|notes|description|body|message|comment|comments|details|content|note "
     u"content|inhalt|notiz|bemerkung|beschreibung|"
     u"zusammenfassung|текст|содержание|комментарий|описание|заметка|кратко|内容|摘要|备注|描述|متن|شرح|خلاصه|توضیحات|یادداشت|"
     u"innehåll|sammanfattning|"
     u"anteckning|beskrivning|testun|crynodeb|nodyn|disgrifiad"},
};

constexpr HeaderWords kPurchases[] = {
    {Field::ExternalId, u"",
     u"id|record id|order id|purchase id|invoice id|sale id|order number|order no|invoice number|invoice no|external "
     u"id|bestellnummer|"
     u"rechnungsnummer|номер заказа|номер счета|код|идентификатор|订单号|订单编号|编号|شناسه|شماره سفارش|شماره "
     u"فاکتور|ordernummer|fakturanummer|"
     u"dynodydd|rhif archeb"},
    {Field::CustomerRef, u"",
     u"customer id|customer|client id|contact id|person id|account id|customer ref|buyer id|kunden id|kundennummer|kunden "
     u"nr|kontakt id|"
     u"id клиента|код клиента|клиент id|客户编号|客户id|شناسه مشتری|کد مشتری|kund id|kundnummer|id cwsmer"},
    {Field::Email, u"",
     u"email|e-mail|customer email|buyer email|email address|почта|электронная почта|邮箱|电子邮件|ایمیل|e-post|e-bost"},
    {Field::Phone, u"", u"phone|customer phone|phone number|telefon|телефон|电话|تلفن|شماره تماس|ffôn"},
    {Field::PurchasedOn, u"",
     u"date|purchase date|purchased on|order date|sold on|sale date|invoice date|bought on|on|created "
     u"at|datum|kaufdatum|bestelldatum|rechnungsdatum|"
     u"дата|дата покупки|дата заказа|дата продажи|日期|购买日期|订单日期|تاریخ|تاریخ خرید|تاریخ "
     u"سفارش|köpdatum|orderdatum|dyddiad|dyddiad prynu"},
    {Field::Product, u"",
     u"product|product name|item|item name|article|goods|service|line "
     u"item|produkt|artikel|ware|leistung|товар|продукт|услуга|номенклатура|наименование|"
     u"产品|商品|产品名称|商品名称|محصول|کالا|نام محصول|نام کالا|خدمت|vara|tjänst|produktnamn|cynnyrch|nwydd|gwasanaeth"},
    {Field::Category, u"",
     u"category|product category|kategorie|warengruppe|категория|группа товаров|类别|品类|دسته|دسته بندی|گروه "
     u"کالا|kategori|varugrupp|categori"},
    {Field::Quantity, u"",
     u"quantity|qty|count|pieces|units|menge|anzahl|stück|количество|кол-во|шт|数量|تعداد|مقدار|antal|nifer"},
    {Field::Amount, u"",
     u"amount|total|sum|total amount|order total|value|revenue|price|paid amount|net amount|gross "
     u"amount|betrag|summe|gesamt|gesamtbetrag|umsatz|сумма|итого|стоимость|цена|金额|总金额|总价|"
     u"合计|مبلغ|مبلغ کل|جمع|قیمت|belopp|summa|totalt|pris|swm|cyfanswm|pris cyfan"},
    {Field::Currency, u"", u"currency|currency code|währung|валюта|货币|币种|ارز|واحد پول|valuta|arian cyfred"},
    {Field::Paid, u"",
     u"paid|is paid|payment received|bezahlt|оплачено|оплачен|已付款|已支付|پرداخت شده|تسویه|betald|betalt|talwyd"},
    {Field::Note, u"",
     u"note|notes|comment|comments|description|remark|bemerkung|notiz|kommentar|примечание|комментарий|备注|یادداشت|توضیحات|"
     u"anteckning|nodyn|nodiadau"},
};

constexpr HeaderWords kProducts[] = {
    {Field::ExternalId, u"",
     u"id|product id|sku|article number|item number|code|gtin|ean|record id|external id|artikelnummer|артикул|код|код "
     u"товара|货号|编号|产品编号|کد|کد کالا|شناسه|"
     u"cod|dynodydd"},
    {Field::Product, u"",
     u"name|product|product name|title|item|item "
     u"name|article|produkt|produktname|artikel|bezeichnung|artikelbezeichnung|название|наименование|товар|продукт|名称|产品|"
     u"产品名称|商品|商品名称|نام|نام محصول|محصول|کالا|namn|produktnamn|vara|enw|cynnyrch"},
    {Field::Category, u"",
     u"category|product category|group|kategorie|warengruppe|категория|группа|类别|品类|دسته|دسته "
     u"بندی|kategori|varugrupp|categori"},
    {Field::Brand, u"",
     u"brand|manufacturer|make|vendor|marke|hersteller|бренд|производитель|марка|品牌|厂商|برند|سازنده|märke|tillverkare|brand "
     u"cynnyrch|gwneuthurwr"},
    {Field::Price, u"",
     u"price|unit price|list price|sales price|salesprice|list price "
     u"amount|preis|einzelpreis|verkaufspreis|listenpreis|цена|стоимость|价格|单价|售价|قیمت|قیمت واحد|pris|styckpris|"
     u"listpris"},
    {Field::Currency, u"", u"currency|currency code|währung|валюта|货币|币种|ارز|واحد پول|valuta|arian cyfred"},
};

constexpr HeaderWords kDeals[] = {
    {Field::ExternalId, u"", u"id|record id|deal id|opportunity id|external id|код|идентификатор|编号|شناسه|dynodydd"},
    {Field::CustomerRef, u"",
     u"customer id|customer|client id|contact id|person id|account id|accountid|associated contact ids|associated company "
     u"ids|kunden id|kundennummer|"
     u"kontakt id|id клиента|код клиента|客户编号|客户id|شناسه مشتری|کد مشتری|kund id|kundnummer|id cwsmer"},
    {Field::Email, u"", u"email|e-mail|customer email|contact email|почта|邮箱|ایمیل|e-post|e-bost"},
    {Field::Phone, u"", u"phone|customer phone|telefon|телефон|电话|تلفن|ffôn"},
    {Field::DealTitle, u"",
     u"title|name|deal|deal name|opportunity|opportunity "
     u"name|titel|bezeichnung|vorgang|название|сделка|наименование|标题|名称|商机|عنوان|نام|معامله|"
     u"affär|affärsnamn|namn|teitl|enw|bargen"},
    {Field::Stage, u"", u"stage|deal stage|stage name|phase|pipeline stage|stufe|этап|стадия|阶段|مرحله|steg|cam"},
    {Field::Amount, u"",
     u"amount|value|deal value|expected amount|betrag|wert|сумма|бюджет|金额|مبلغ|ارزش|belopp|värde|swm|gwerth"},
    {Field::Currency, u"", u"currency|currency code|währung|валюта|货币|币种|ارز|valuta|arian cyfred"},
    {Field::Probability, u"", u"probability|chance|wahrscheinlichkeit|вероятность|概率|可能性|احتمال|sannolikhet|tebygolrwydd"},
    {Field::ExpectedOn, u"",
     u"expected on|close date|closing date|expected close|expected close date|closedate|abschlussdatum|erwartet am|дата "
     u"закрытия|ожидаемая дата|预计成交日期|成交日期|"
     u"تاریخ بستن|förväntat datum|stängningsdatum|dyddiad cau"},
    {Field::DealState, u"", u"state|status|stand|статус|состояние|状态|وضعیت|statws"},
    {Field::ReasonLost, u"",
     u"reason lost|lost reason|loss reason|verlustgrund|причина отказа|输单原因|دلیل شکست|förlustorsak|rheswm colli"},
    {Field::CreatedOn, u"",
     u"created on|created|created at|create date|created date|erstellt|erstellt am|дата создания|创建时间|تاریخ "
     u"ایجاد|skapad|crëwyd"},
    {Field::Note, u"",
     u"note|notes|comment|comments|description|next "
     u"step|bemerkung|beschreibung|notiz|примечание|комментарий|описание|备注|描述|یادداشت|توضیحات|"
     u"anteckning|beskrivning|nodyn|disgrifiad"},
};

constexpr HeaderWords kTasks[] = {
    {Field::ExternalId, u"", u"id|task id|activity id|record id|external id|код|идентификатор|编号|شناسه|dynodydd"},
    {Field::CustomerRef, u"",
     u"customer id|customer|client id|contact id|account id|who id|whoid|kunden id|kundennummer|id клиента|客户编号|شناسه مشتری|"
     u"kund id|id cwsmer"},
    {Field::Email, u"", u"email|e-mail|customer email|contact email|почта|邮箱|ایمیل|e-post|e-bost"},
    {Field::Phone, u"", u"phone|customer phone|telefon|телефон|电话|تلفن|ffôn"},
    {Field::Subject, u"",
     u"title|subject|task|task name|name|what|aufgabe|betreff|titel|задача|название|тема|任务|标题|主题|کار|عنوان|موضوع|uppgift|"
     u"ämne|tasg|teitl"},
    {Field::DueOn, u"",
     u"due|due on|due date|deadline|date|fällig|fällig am|fälligkeit|срок|дата|крайний срок|截止日期|日期|موعد|تاریخ|förfaller|"
     u"förfallodatum|datum|dyddiad|i'w wneud erbyn"},
    {Field::Done, u"", u"done|completed|status|erledigt|выполнено|статус|完成|状态|انجام شده|وضعیت|klar|wedi'i wneud|statws"},
    {Field::InteractionKind, u"", u"kind|type|task type|art|typ|тип|вид|类型|نوع|math"},
    {Field::Text, u"",
     u"note|notes|description|comment|comments|details|beschreibung|notiz|описание|комментарий|备注|描述|توضیحات|یادداشت|"
     u"beskrivning|anteckning|disgrifiad|nodyn"},
};

constexpr HeaderWords kCases[] = {
    {Field::ExternalId, u"",
     u"id|case id|ticket id|record id|external id|case number|ticket|код|номер обращения|编号|شناسه|dynodydd"},
    {Field::CustomerRef, u"",
     u"customer id|customer|client id|contact id|account id|kunden id|kundennummer|id клиента|客户编号|شناسه مشتری|kund id|id "
     u"cwsmer"},
    {Field::Email, u"", u"email|e-mail|customer email|contact email|почта|邮箱|ایمیل|e-post|e-bost"},
    {Field::Phone, u"", u"phone|customer phone|telefon|телефон|电话|تلفن|ffôn"},
    {Field::Subject, u"", u"title|subject|summary|betreff|titel|тема|название|主题|标题|موضوع|عنوان|ämne|rubrik|pwnc|teitl"},
    {Field::Text, u"",
     u"description|note|notes|details|text|comment|beschreibung|notiz|описание|комментарий|描述|备注|شرح|توضیحات|beskrivning|"
     u"anteckning|disgrifiad|nodyn"},
    {Field::InteractionKind, u"", u"kind|type|case type|art|typ|тип|вид|类型|نوع|math"},
    {Field::Severity, u"",
     u"severity|priority|schwere|priorität|важность|приоритет|严重程度|优先级|اولویت|شدت|prioritet|difrifoldeb"},
    {Field::CaseState, u"", u"state|status|stand|статус|состояние|状态|وضعیت|statws|cyflwr"},
    {Field::At, u"",
     u"opened|opened at|created|created at|created date|date|eröffnet|erstellt|datum|открыто|дата|创建时间|日期|تاریخ|باز "
     u"شده|öppnad|"
     u"skapad|agorwyd|dyddiad"},
    {Field::SolvedAt, u"", u"solved at|closed at|closed date|resolved at|gelöst am|закрыто|解决时间|تاریخ حل|löst|datryswyd"},
};

constexpr QualifierWords kQualifiers[] = {
    {u"home", u"home|private|personal|privat|домашний|家庭|منزل|خانه|hem|cartref|adr two|home address|cell private|private tel"},
    {u"work", u"work|business|office|geschäftlich|dienstlich|рабочий|工作|办公|محل کار|کار|arbete|jobb|gwaith|work "
              u"address|business address"},
    {u"mobile", u"mobile|cell|handy|mobil|мобильный|手机|همراه|symudol"},
    {u"other", u"other|alternate|alternative|secondary|andere|weitere|другой|дополнительный|其他|دیگر|annan|arall"},
    {u"billing", u"billing|invoice|rechnungs|rechnung|платежный|账单|صورتحساب|faktura|anfonebu"},
    {u"shipping", u"shipping|delivery|liefer|lieferung|доставки|送货|收货|تحویل|leverans|danfon"},
    {u"", u"mailing|contact|customer|client|lead|account|person|company|primary|main|address|kunden|kontakt|клиента|контакта|cp|"
          u"organization|organisation|"
          u"org|billing address"},
};

} // namespace

std::span<const HeaderWords> customerHeaderWords() { return kCustomers; }

std::span<const HeaderWords> otherHeaderWords(FileKind kind) {
    switch (kind) {
    case FileKind::Interactions: return kInteractions;
    case FileKind::Purchases: return kPurchases;
    case FileKind::Products: return kProducts;
    case FileKind::Deals: return kDeals;
    case FileKind::Tasks: return kTasks;
    case FileKind::Cases: return kCases;
    case FileKind::Customers: break;
    }
    return kCustomers;
}

std::span<const QualifierWords> qualifierWords() { return kQualifiers; }

} // namespace kontor::exchange
