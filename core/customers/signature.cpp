#include "customers/signature.h"

#include "base/email.h"
#include "base/fold.h"
#include "base/legal_form.h"
#include "base/phone.h"

#include <QRegularExpression>

namespace kontor {

using namespace Qt::StringLiterals;

namespace {

constexpr int kShortestPhone = 6; // digits: less is a house number or a year
constexpr int kLongestPhone = 15;

// By a legal form, or a word that only companies have.
bool looksLikeCompany(const QString &part) {
    static const QStringList others{u"company"_s, u"group"_s};
    QString words = fold(part);
    words.replace(QRegularExpression(u"[.,&\"«»“”()]"_s), u" "_s);
    for (const QString &word : words.split(u' ', Qt::SkipEmptyParts))
        if (!legalFormOf(word).isEmpty() || others.contains(word))
            return true;
    return part.contains(u"有限公司"_s) || part.contains(u"شرکت"_s);
}

// "Tel.: ", "M " and the like before a number.
QString withoutLabel(const QString &part) {
    static const QRegularExpression label(u"^\\s*[\\p{L}.\\- ]{1,16}[:.]?\\s*(?=[+(\\d۰-۹])"_s);
    QString rest = part;
    return rest.remove(label).trimmed();
}

bool looksLikePhone(const QString &part) {
    static const QRegularExpression shape(u"^[+(\\d۰-۹][\\d۰-۹\\s()+./\\-–]*(?:(?:ext|x|доб|вн)\\.?\\s*\\d+)?$"_s,
                                          QRegularExpression::CaseInsensitiveOption);
    const qsizetype digits = phoneDigits(part).size();
    return digits >= kShortestPhone && digits <= kLongestPhone && shape.match(part).hasMatch();
}

// An address can stand inside a line: it is taken out.
void takeEmails(QString &text, Signature &signature) {
    static const QRegularExpression email(u"<?(?:mailto:)?([^\\s<>,;:|()]+@[^\\s<>,;:|()]+\\.[^\\s<>,;:|()]+)>?"_s);
    while (true) {
        const auto match = email.match(text);
        if (!match.hasMatch())
            return;
        QString address = match.captured(1);
        while (address.endsWith(u'.'))
            address.chop(1);
        if (parseEmail(address).plausible && !signature.emails.contains(address))
            signature.emails << address;
        text.replace(match.capturedStart(), match.capturedLength(), u"\n"_s);
    }
}

void takeWebsite(QString &text, Signature &signature) {
    static const QRegularExpression web(u"\\b(?:https?://|www\\.)[^\\s,;|]+"_s);
    if (const auto match = web.match(text); match.hasMatch()) {
        signature.website = match.captured();
        text.replace(match.capturedStart(), match.capturedLength(), u"\n"_s);
    }
}

QStringList partsOf(const QString &text) {
    static const QRegularExpression ends(u"[\\n\\r\\t|;,•·]+"_s);
    QStringList parts;
    for (const QString &part : text.split(ends, Qt::SkipEmptyParts)) {
        static const QRegularExpression label(u"^(?:e-?mail|mail|web|e|tel|phone|mobile)[.:]*$"_s,
                                              QRegularExpression::CaseInsensitiveOption);
        const QString trimmed = part.simplified();
        if (!trimmed.isEmpty() && !label.match(trimmed).hasMatch())
            parts << trimmed;
    }
    return parts;
}

} // namespace

Signature parseSignature(const QString &text) {
    Signature signature;
    QString rest = text;
    takeEmails(rest, signature);
    takeWebsite(rest, signature);
    for (const QString &part : partsOf(rest)) {
        const QString number = withoutLabel(part);
        if (looksLikePhone(number))
            signature.phones << number;
        else if (signature.company.isEmpty() && looksLikeCompany(part))
            signature.company = part;
        else if (signature.name.isEmpty())
            signature.name = part;
        else if (signature.jobTitle.isEmpty() && phoneDigits(part).isEmpty())
            signature.jobTitle = part;
    }
    return signature;
}

} // namespace kontor
