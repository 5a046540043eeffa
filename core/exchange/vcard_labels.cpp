#include "exchange/vcard_labels.h"

#include <QHash>
#include <QUrl>

#include <algorithm>

namespace kontor::exchange {

using namespace Qt::StringLiterals;

namespace {

// What a type says of a label; those that say nothing have an empty one.
const QHash<QString, QString> &labels() {
    static const QHash<QString, QString> known{{u"cell"_s, u"mobile"_s},
                                               {u"mobile"_s, u"mobile"_s},
                                               {u"iphone"_s, u"mobile"_s},
                                               {u"pcs"_s, u"mobile"_s},
                                               {u"fax"_s, u"fax"_s},
                                               {u"homefax"_s, u"fax"_s},
                                               {u"workfax"_s, u"fax"_s},
                                               {u"otherfax"_s, u"fax"_s},
                                               {u"home"_s, u"home"_s},
                                               {u"work"_s, u"work"_s},
                                               {u"other"_s, u"other"_s},
                                               {u"business"_s, u"work"_s},
                                               {u"voice"_s, {}},
                                               {u"pref"_s, {}},
                                               {u"internet"_s, {}},
                                               {u"msg"_s, {}},
                                               {u"text"_s, {}},
                                               {u"x400"_s, {}},
                                               {u"dom"_s, {}},
                                               {u"intl"_s, {}},
                                               {u"postal"_s, {}},
                                               {u"parcel"_s, {}},
                                               {u"video"_s, {}},
                                               {u"personal"_s, {}},
                                               {u"bbs"_s, {}},
                                               {u"modem"_s, {}},
                                               {u"isdn"_s, {}},
                                               {u""_s, {}}};
    return known;
}

int weightOf(const QString &label) { return label == "fax"_L1 ? 3 : label == "mobile"_L1 ? 2 : label == "other"_L1 ? 0 : 1; }

// The title of each service, by what files call it.
const QHash<QString, QString> &services() {
    static const QHash<QString, QString> known{{u"skype"_s, u"video.skype"_s},
                                               {u"skype-username"_s, u"video.skype"_s},
                                               {u"callto"_s, u"video.skype"_s},
                                               {u"xmpp"_s, u"messenger.jabber"_s},
                                               {u"jabber"_s, u"messenger.jabber"_s},
                                               {u"whatsapp"_s, u"messenger.whatsapp"_s},
                                               {u"telegram"_s, u"messenger.telegram"_s},
                                               {u"tg"_s, u"messenger.telegram"_s},
                                               {u"wechat"_s, u"messenger.wechat"_s},
                                               {u"weixin"_s, u"messenger.wechat"_s},
                                               {u"viber"_s, u"messenger.viber"_s},
                                               {u"signal"_s, u"messenger.signal"_s},
                                               {u"sgnl"_s, u"messenger.signal"_s},
                                               {u"qq"_s, u"messenger.qq"_s},
                                               {u"icq"_s, u"messenger.icq"_s},
                                               {u"aim"_s, u"messenger.aim"_s},
                                               {u"msn"_s, u"messenger.msn"_s},
                                               {u"msnim"_s, u"messenger.msn"_s},
                                               {u"yahoo"_s, u"messenger.yahoo"_s},
                                               {u"ymsgr"_s, u"messenger.yahoo"_s},
                                               {u"gtalk"_s, u"messenger.gtalk"_s},
                                               {u"google-talk"_s, u"messenger.gtalk"_s},
                                               {u"google talk"_s, u"messenger.gtalk"_s},
                                               {u"googletalk"_s, u"messenger.gtalk"_s},
                                               {u"gadugadu"_s, u"messenger.gadugadu"_s},
                                               {u"gadu-gadu"_s, u"messenger.gadugadu"_s},
                                               {u"gg"_s, u"messenger.gadugadu"_s},
                                               {u"groupwise"_s, u"messenger.groupwise"_s},
                                               {u"sametime"_s, u"messenger.sametime"_s},
                                               {u"matrix"_s, u"messenger.matrix"_s},
                                               {u"twitter"_s, u"social.twitter"_s},
                                               {u"facebook"_s, u"social.facebook"_s},
                                               {u"linkedin"_s, u"social.linkedin"_s},
                                               {u"instagram"_s, u"social.instagram"_s},
                                               {u"xing"_s, u"social.xing"_s},
                                               {u"vk"_s, u"social.vk"_s}};
    return known;
}

} // namespace

QString labelOfTypes(const QStringList &types) {
    QString best;
    for (QString type : types) {
        const auto known = labels().constFind(type);
        if (known == labels().cend() && type.startsWith(u"x-"_s))
            type.remove(0, 2);
        const QString label = known != labels().cend() ? *known : type;
        if (!label.isEmpty() && (best.isEmpty() || weightOf(label) > weightOf(best)))
            best = label;
    }
    return best;
}

QString labelOfApple(const QString &written) {
    if (!written.startsWith(u"_$!<"_s) || !written.endsWith(u">!$_"_s))
        return written.simplified();
    const QString word = written.mid(4, written.size() - 8).toLower();
    return labels().value(word, word);
}

int rankOf(const VCardProperty &property, const QStringList &types) {
    if (types.contains(u"pref"_s))
        return 1;
    const QByteArray written = property.parameter("PREF");
    bool isNumber = false;
    const int rank = written.toInt(&isNumber);
    return isNumber ? std::clamp(rank, 1, 100) : 101;
}

QString typeOfLabel(const QString &label) {
    if (label == "mobile"_L1)
        return u"cell"_s;
    return label == "home"_L1 || label == "work"_L1 || label == "fax"_L1 ? label : QString();
}

MessengerAddress messengerOf(const QString &written, const QString &service) {
    const qsizetype colon = written.indexOf(u':');
    const QString scheme = colon > 0 ? written.left(colon).toLower() : QString();
    const bool isScheme = colon > 0 && scheme != "http"_L1 && scheme != "https"_L1;
    QString text = isScheme ? written.mid(colon + 1) : written;
    if (isScheme && text.contains(u'%'))
        text = QUrl::fromPercentEncoding(text.toUtf8()).remove(QChar(u'\0')); // no field can hold it
    const QString named = service.toLower();
    QString title = services().value(named);
    if (title.isEmpty() && (named.isEmpty() || !isScheme))
        title = services().value(scheme);
    const QString label = !named.isEmpty() ? named : isScheme && scheme != "im"_L1 && scheme != "x-apple"_L1 ? scheme : QString();
    if (title.isEmpty())
        title = label.isEmpty() ? u"messenger"_s : u"messenger."_s + label;
    return {title, text.trimmed()};
}

QString titleOfService(QByteArrayView property) {
    for (QByteArrayView prefix : {QByteArrayView("X-KADDRESSBOOK-X-"), QByteArrayView("X-EVOLUTION-"),
                                  QByteArrayView("X-MOZILLA-"), QByteArrayView("X-")}) {
        if (property.startsWith(prefix))
            return services().value(QString::fromLatin1(property.sliced(prefix.size())).toLower());
    }
    return {};
}

} // namespace kontor::exchange
