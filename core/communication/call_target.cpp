#include "communication/call_target.h"

#include "base/phone.h"
#include "communication/contact_link.h"

#include <QCoreApplication>
#include <QUrl>

namespace kontor::communication {

using namespace Qt::StringLiterals;

namespace {

const QString kNumber = u"{number}"_s;

QString tr(const char *text) { return QCoreApplication::translate("kontor::communication", text); }

// Plus and digits: what else a number may carry has no meaning outside tel:.
QString dialled(const QString &normalised) {
    const QString number = normalised.left(normalised.indexOf(u';'));
    return (number.startsWith(u'+') ? u"+"_s : QString()) + phoneDigits(number);
}

// A command line in words. Quotes keep words together; a doubled quote is one.
QStringList wordsOf(const QString &command) {
    QStringList words;
    QString word;
    bool inQuotes = false;
    bool hasWord = false;
    for (qsizetype i = 0; i < command.size(); ++i) {
        const QChar letter = command[i];
        if (letter == u'"' && inQuotes && i + 1 < command.size() && command[i + 1] == u'"') {
            word += letter;
            ++i;
        } else if (letter == u'"') {
            inQuotes = !inQuotes;
            hasWord = true;
        } else if (letter.isSpace() && !inQuotes) {
            if (hasWord)
                words << word;
            word.clear();
            hasWord = false;
        } else {
            word += letter;
            hasWord = true;
        }
    }
    if (hasWord)
        words << word;
    return words;
}

Result<CallTarget> fromTemplate(const QString &callTemplate, const QString &number) {
    const Error wrong{Code::Invalid, tr("The way to call in the settings has no {number} in it. Correct it there."), QString(),
                      QByteArrayLiteral("call_template")};
    if (!callTemplate.contains(kNumber))
        return wrong;
    static const QString kAfterScheme = u"://"_s;
    const qsizetype scheme = callTemplate.indexOf(kAfterScheme);
    const qsizetype blank = callTemplate.indexOf(u' ');
    if (scheme > 0 && (blank < 0 || scheme < blank)) {
        QString filled = callTemplate.trimmed();
        filled.replace(kNumber, QString::fromLatin1(QUrl::toPercentEncoding(number)));
        const QUrl url(filled, QUrl::StrictMode);
        if (!url.isValid())
            return wrong;
        return CallTarget{url.toEncoded(), {}, {}};
    }
    QStringList words = wordsOf(callTemplate);
    if (words.isEmpty() || words.first().contains(kNumber))
        return wrong;
    CallTarget target;
    target.program = words.takeFirst();
    for (QString &word : words)
        target.arguments << word.replace(kNumber, number);
    return target;
}

bool names(const QString &label, QLatin1StringView messenger) { return label.contains(messenger, Qt::CaseInsensitive); }

Result<QByteArray> chatByNumber(const QByteArray &before, const QString &value, const QString &country, bool withPlus) {
    QString number = parsePhone(value, country).normalised;
    number = number.left(number.indexOf(u';'));
    if (!number.startsWith(u'+'))
        return Error{Code::Invalid, tr("“%1” is no phone number with a country code. Correct it on the card.").arg(value),
                     QString(), QByteArrayLiteral("messenger")};
    return before + (withPlus ? QUrl::toPercentEncoding(number) : number.mid(1).toLatin1());
}

bool isUserName(const QString &text) {
    return !text.isEmpty() && std::all_of(text.begin(), text.end(),
                                          [](QChar c) { return (c.unicode() < 0x80 && c.isLetterOrNumber()) || c == u'_'; });
}

} // namespace

Result<CallTarget> callTarget(const QString &method, const QString &callTemplate, const QString &normalised,
                              const QString &country) {
    const QString number = dialled(normalised);
    if (phoneDigits(number).isEmpty())
        return Error{Code::Invalid, tr("There are no digits to dial. Correct the number on the card."), QString(),
                     QByteArrayLiteral("phone")};
    if (method == "sip"_L1)
        return CallTarget{"sip:" + number.toLatin1(), {}, {}};
    if (method == "callto"_L1)
        return CallTarget{"callto:" + number.toLatin1(), {}, {}};
    if (method == "template"_L1)
        return fromTemplate(callTemplate, number);
    TRY(link, telLink(normalised, country));
    return CallTarget{link, {}, {}};
}

Result<QByteArray> messengerLink(const QString &label, const QString &value, const QString &country) {
    if (value.contains("://"_L1) || value.startsWith("t.me/"_L1) || value.startsWith("wa.me/"_L1))
        return webLink(value);
    if (names(label, "WhatsApp"_L1))
        return chatByNumber("https://wa.me/", value, country, false);
    if (names(label, "Viber"_L1))
        return chatByNumber("viber://chat?number=", value, country, true);
    if (names(label, "Signal"_L1))
        return chatByNumber("https://signal.me/#p/+", value, country, false);
    if (names(label, "Telegram"_L1)) {
        const QString name = value.startsWith(u'@') ? value.mid(1) : value;
        if (isUserName(name) && !name.at(0).isDigit())
            return "https://t.me/" + name.toLatin1();
        return chatByNumber("https://t.me/+", value, country, false);
    }
    return Error{Code::NotFound, tr("There are no links into this messenger. Name it WhatsApp, Telegram, Signal or Viber."),
                 QString(), QByteArrayLiteral("messenger")};
}

Result<QByteArray> webLink(const QString &typed) {
    const QString trimmed = typed.trimmed();
    const QUrl url = trimmed.contains("://"_L1) ? QUrl(trimmed) : QUrl(u"https://"_s + trimmed);
    if (!url.isValid() || url.host().isEmpty() || (url.scheme() != "https"_L1 && url.scheme() != "http"_L1))
        return Error{Code::Invalid, tr("“%1” is not an address of the web.").arg(trimmed), QString(), QByteArrayLiteral("web")};
    return url.toEncoded();
}

} // namespace kontor::communication
