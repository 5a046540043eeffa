#include "exchange/value_words.h"

#include "base/fold.h"

#include <span>

namespace kontor::exchange {

namespace {

struct Choice {
    const char16_t *stored;
    const char16_t *words;
};

constexpr Choice kKinds[] = {
    {u"person", u"person|individual|contact|private|private "
                u"person|consumer|human|people|man|privatperson|privat|kontakt|физлицо|физическое лицо|частное лицо|человек|"
                u"контакт|个人|联系人|شخص|حقیقی|فرد|privatkund|unigolyn"},
    {u"organisation", u"organisation|organization|company|business|firm|corporate|corporation|account|legal|legal "
                      u"entity|institution|firma|unternehmen|geschäftskunde|"
                      u"компания|организация|юрлицо|юридическое "
                      u"лицо|фирма|公司|企业|单位|组织|شرکت|حقوقی|سازمان|företag|företagskund|cwmni|sefydliad"}};

constexpr Choice kLifecycles[] = {
    {u"lead", u"lead|subscriber|new|interessent|лид|线索|潜在客户|سرنخ|tips|arweinydd"},
    {u"prospect", u"prospect|opportunity|marketing qualified lead|sales qualified "
                  u"lead|marketingqualifiedlead|salesqualifiedlead|potential|потенциальный|потенциальный клиент|意向客户|"
                  u"مشتری بالقوه|prospekt|darpar"},
    {u"customer",
     u"customer|client|active|buyer|evangelist|kunde|bestandskunde|клиент|покупатель|客户|成交客户|مشتری|kund|cwsmer"},
    {u"former", u"former|former customer|inactive|lost|churned|ehemalig|ehemaliger kunde|бывший|бывший клиент|流失客户|مشتری "
                u"سابق|tidigare|tidigare kund|cyn gwsmer"}};

constexpr Choice kGenders[] = {
    {u"male", u"male|m|man|mr|männlich|herr|мужской|муж|м|мужчина|男|男性|先生|مرد|مذکر|آقا|manlig|gwryw|gwrywaidd|dyn"},
    {u"female", u"female|f|woman|mrs|ms|weiblich|w|frau|женский|жен|ж|женщина|女|女性|女士|زن|مؤنث|خانم|kvinna|kvinnlig|k|benyw|"
                u"benywaidd|merch"},
    {u"other", u"other|diverse|nonbinary|x|d|divers|другой|其他|دیگر|annat|arall"}};

constexpr Choice kInteractionKinds[] = {
    {u"call", u"call|phone|phone "
              u"call|telephone|anruf|telefonat|telefon|звонок|телефон|电话|通话|تماس|تلفن|samtal|telefonsamtal|galwad|calls"},
    {u"email", u"email|e-mail|mail|emails|письмо|почта|邮件|电子邮件|ایمیل|e-post|mejl|ebost|e-bost"},
    {u"meeting", u"meeting|appointment|event|treffen|termin|besprechung|встреча|会议|会面|جلسه|ملاقات|möte|cyfarfod"},
    {u"message",
     u"message|chat|whatsapp|telegram|wechat|messenger|nachricht|сообщение|мессенджер|чат|消息|微信|پیام|meddelande|neges"},
    {u"sms", u"sms|text|text message|смс|短信|پیامک|neges destun"},
    {u"visit", u"visit|besuch|визит|выезд|посещение|拜访|بازدید|besök|ymweliad"},
    {u"note", u"note|comment|notiz|заметка|комментарий|备注|笔记|یادداشت|anteckning|nodyn"},
    {u"letter", u"letter|brief|post|письмо почтой|信函|نامه|brev|llythyr"}};

constexpr Choice kDirections[] = {
    {u"in", u"in|inbound|incoming|received|eingehend|ein|входящий|входящее|вх|呼入|来电|接收|ورودی|دریافتی|inkommande|i mewn"},
    {u"out", u"out|outbound|outgoing|sent|ausgehend|aus|исходящий|исходящее|исх|呼出|去电|发送|خروجی|ارسالی|utgående|ut|allan"}};

constexpr Choice kOutcomes[] = {
    {u"reached", u"reached|connected|answered|completed|erreicht|дозвонились|接通|已接通|پاسخ داد|nådd|cyrhaeddwyd"},
    {u"call_again",
     u"call again|callback|call back|call_again|zurückrufen|rückruf|перезвонить|再联系|回电|تماس مجدد|ring igen|ffonio eto"},
    {u"no_answer", u"no answer|no_answer|not reached|missed|nicht erreicht|не дозвонились|нет ответа|未接|无人接听|بی پاسخ|ej "
                   u"svar|inget svar|dim ateb"},
    {u"busy", u"busy|besetzt|занято|忙线|占线|مشغول|upptaget|prysur"},
    {u"sent_offer", u"sent offer|offer sent|sent_offer|angebot gesendet|отправлено предложение|已报价|پیشنهاد ارسال شد|offert "
                    u"skickad|cynnig wedi'i anfon"},
    {u"not_interested",
     u"not interested|not_interested|kein interesse|не интересно|无兴趣|علاقه ندارد|inte intresserad|dim diddordeb"},
    {u"wrong_number", u"wrong number|wrong_number|falsche nummer|неверный номер|号码错误|شماره اشتباه|fel nummer|rhif anghywir"},
    {u"do_not_call", u"do not call|do_not_call|dnc|nicht anrufen|не звонить|请勿致电|تماس نگیرید|ring inte|peidio â galw"}};

constexpr Choice kDealStates[] = {{u"open", u"open|in progress|active|offen|открыта|в работе|进行中|باز|öppen|agored"},
                                  {u"won", u"won|closed won|win|gewonnen|выиграна|успешно|赢单|成交|برنده|موفق|vunnen|enillwyd"},
                                  {u"lost", u"lost|closed lost|lose|verloren|проиграна|输单|丢单|از دست رفته|förlorad|collwyd"}};

constexpr Choice kCaseStates[] = {{u"open", u"open|new|in progress|escalated|offen|neu|открыто|новое|进行中|باز|öppen|agored"},
                                  {u"waiting", u"waiting|pending|on hold|wartet|ожидание|等待|در انتظار|väntar|aros"},
                                  {u"solved", u"solved|resolved|gelöst|решено|已解决|حل شده|löst|datryswyd"},
                                  {u"closed", u"closed|geschlossen|закрыто|已关闭|بسته|stängd|ar gau"}};

constexpr Choice kDone[] = {
    {u"1",
     u"1|yes|true|done|completed|complete|closed|finished|erledigt|abgeschlossen|ja|да|выполнено|завершено|готово|完成|已完成|是|"
     u"انجام شده|بله|klar|slutförd|ja|wedi'i wneud|ie"},
    {u"0", u"0|no|false|open|not started|in progress|waiting on someone else|waiting|deferred|planned|offen|nein|нет|открыта|"
           u"в работе|未完成|否|باز|خیر|nej|öppen|na|agored"}};

constexpr Choice kYesNo[] = {
    {u"1", u"1|yes|y|true|t|x|paid|ja|j|wahr|bezahlt|да|д|истина|оплачено|оплачен|是|对|已付款|已支付|بله|بلی|پرداخت "
           u"شده|sant|betald|betalt|ie|ydy|oes|talwyd|✓|✔|on"},
    {u"0", u"0|no|n|false|f|unpaid|open|due|nein|falsch|offen|нет|н|ложь|не оплачено|否|未付款|未支付|خیر|نه|پرداخت "
           u"نشده|nej|falskt|obetald|na|nac ydy|heb dalu|off|-"}};

constexpr Choice kCourtesy[] = {{u"1", u"mr|mr.|mrs|mrs.|ms|ms.|miss|mx|sir|madam|dr|dr.|doc|prof|prof.|rev|rev.|herr|herrn|frau|"
                                       u"familie|firma|dr. med.|господин|госпожа|г-н|г-жа|уважаемый|уважаемая|先生|"
                                       u"女士|小姐|教授|博士|آقا|آقای|خانم|دکتر|مهندس|fru|fröken|meistr|mistar"}};

constexpr Choice kMonths[] = {{u"1", u"january|jan|januar|jänner|января|январь|янв|一月|januari|ionawr|ion"},
                              {u"2", u"february|feb|februar|февраля|февраль|фев|二月|februari|chwefror|chwe"},
                              {u"3", u"march|mar|märz|mrz|mär|марта|март|мар|三月|mars|mawrth|maw"},
                              {u"4", u"april|apr|апреля|апрель|апр|四月|ebrill|ebr"},
                              {u"5", u"may|mai|мая|май|五月|maj"},
                              {u"6", u"june|jun|juni|июня|июнь|июн|六月|mehefin|meh"},
                              {u"7", u"july|jul|juli|июля|июль|июл|七月|gorffennaf|gor|gorff"},
                              {u"8", u"august|aug|августа|август|авг|八月|augusti|awst"},
                              {u"9", u"september|sep|sept|сентября|сентябрь|сен|сент|九月|medi"},
                              {u"10", u"october|oct|oktober|okt|октября|октябрь|окт|十月|hydref|hyd"},
                              {u"11", u"november|nov|ноября|ноябрь|ноя|十一月|tachwedd|tach"},
                              {u"12", u"december|dec|dezember|dez|декабря|декабрь|дек|十二月|rhagfyr|rhag"}};

QString wordKey(QStringView typed) {
    QString key = fold(typed);
    if (key.endsWith(u'.') && key.size() > 1)
        key.chop(1);
    return key.replace(u'_', u' ');
}

QHash<QString, QString> tableOf(std::span<const Choice> choices) {
    QHash<QString, QString> table;
    for (const Choice &choice : choices) {
        for (QStringView word : QStringView(choice.words).split(u'|'))
            table.insert(wordKey(word), QString::fromUtf16(choice.stored));
    }
    return table;
}

} // namespace

ValueWords::ValueWords()
    : m_kinds(tableOf(kKinds)),
      m_lifecycles(tableOf(kLifecycles)),
      m_genders(tableOf(kGenders)),
      m_interactionKinds(tableOf(kInteractionKinds)),
      m_directions(tableOf(kDirections)),
      m_outcomes(tableOf(kOutcomes)),
      m_dealStates(tableOf(kDealStates)),
      m_caseStates(tableOf(kCaseStates)),
      m_done(tableOf(kDone)),
      m_yesNo(tableOf(kYesNo)),
      m_courtesy(tableOf(kCourtesy)),
      m_months(tableOf(kMonths)) {}

QString ValueWords::find(const Table &table, QStringView typed) {
    constexpr qsizetype longest = 40;
    return typed.isEmpty() || typed.size() > longest ? QString() : table.value(wordKey(typed));
}

std::optional<bool> ValueWords::done(QStringView typed) const {
    const QString stored = find(m_done, typed);
    return stored.isEmpty() ? std::nullopt : std::optional(stored == QStringView(u"1"));
}

std::optional<bool> ValueWords::yesNo(QStringView typed) const {
    const QString stored = find(m_yesNo, typed);
    return stored.isEmpty() ? std::nullopt : std::optional(stored == QStringView(u"1"));
}

} // namespace kontor::exchange
