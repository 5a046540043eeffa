#include "base/email.h"

#include <QUrl>

#include <algorithm>

namespace kontor {

using namespace Qt::StringLiterals;

namespace {

constexpr int kLongestAddress = 254;
constexpr int kLongestLocalPart = 64;

QString addressIn(QStringView typed) {
    QStringView text = typed.trimmed();
    const qsizetype open = text.lastIndexOf(u'<');
    if (open >= 0 && text.endsWith(u'>'))
        text = text.sliced(open + 1).chopped(1).trimmed();
    if (text.startsWith(u"mailto:", Qt::CaseInsensitive))
        text = text.sliced(7);
    return text.toString();
}

bool isAtomLetter(QChar letter) {
    return letter.isLetterOrNumber() || letter.isMark() || QStringView(u"!#$%&'*+-/=?^_`{|}~").contains(letter);
}

bool isPlausibleLocalPart(QStringView local) {
    if (local.isEmpty() || local.toUtf8().size() > kLongestLocalPart)
        return false;
    if (local.size() >= 2 && local.startsWith(u'"') && local.endsWith(u'"'))
        return !local.sliced(1).chopped(1).contains(u'"');
    if (local.startsWith(u'.') || local.endsWith(u'.') || local.contains(u".."))
        return false;
    return std::all_of(local.begin(), local.end(), [](QChar letter) { return letter == u'.' || isAtomLetter(letter); });
}

bool isAscii(QStringView text) {
    return std::all_of(text.begin(), text.end(), [](QChar letter) { return letter.unicode() < 0x80; });
}

bool isPlausibleLabel(QStringView label) {
    if (label.isEmpty() || label.size() > 63 || label.startsWith(u'-') || label.endsWith(u'-'))
        return false;
    return std::all_of(label.begin(), label.end(), [](QChar letter) {
        return (letter >= u'a' && letter <= u'z') || (letter >= u'0' && letter <= u'9') || letter == u'-';
    });
}

bool isPlausibleDomain(const QString &domain) {
    const QStringList labels = domain.split(u'.');
    return labels.size() >= 2 &&
           std::all_of(labels.begin(), labels.end(), [](const QString &label) { return isPlausibleLabel(label); });
}

} // namespace

Email parseEmail(QStringView typed) {
    const QString address = addressIn(typed);
    const qsizetype at = address.lastIndexOf(u'@');
    const QString whole = address.toLower();
    if (at < 0 || (address.indexOf(u'@') != at && !address.startsWith(u'"')))
        return {whole, false};
    const QString local = address.first(at).toLower();
    QString domain = address.sliced(at + 1).toLower();
    if (domain.endsWith(u'.'))
        domain.chop(1);
    if (!isAscii(domain))
        domain = QString::fromLatin1(QUrl::toAce(domain));
    const QString normalised = local + u'@' + domain;
    if (!isPlausibleLocalPart(local) || !isPlausibleDomain(domain) || normalised.toUtf8().size() > kLongestAddress)
        return {domain.isEmpty() ? whole : normalised, false};
    return {normalised, true};
}

} // namespace kontor
