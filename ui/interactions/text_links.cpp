#include "interactions/text_links.h"

#include <QRegularExpression>

#include <algorithm>

namespace kontor::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kFewestDigits = 6; // fewer are prices and dates

void collect(QList<TextLink> &links, const QString &text, const QRegularExpression &pattern, TextLink::Kind kind) {
    for (auto matches = pattern.globalMatch(text); matches.hasNext();) {
        const auto match = matches.next();
        const TextLink link{kind, match.capturedStart(), match.capturedLength(), match.captured()};
        const bool isTaken = std::any_of(links.cbegin(), links.cend(), [&](const TextLink &other) {
            return link.start < other.start + other.length && other.start < link.start + link.length;
        });
        const bool isTooShort =
            kind == TextLink::Kind::Phone &&
            std::count_if(link.target.cbegin(), link.target.cend(), [](QChar c) { return c.isDigit(); }) < kFewestDigits;
        if (!isTaken && !isTooShort)
            links << link;
    }
}

} // namespace

QList<TextLink> textLinks(const QString &text) {
    static const QRegularExpression web(u"\\b(?:https?://|www\\.)[^\\s<>\"]*[^\\s<>\".,;:!?)\\]]"_s,
                                        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression email(u"[\\w.+-]+@[\\w-]+(?:\\.[\\w-]+)+"_s, QRegularExpression::UseUnicodePropertiesOption);
    // A plus or a trunk zero: amounts and dates begin otherwise.
    static const QRegularExpression phone(u"(?<![\\w.,])(?:\\+|0)[0-9](?:[ ()/-]{0,2}[0-9]){4,15}(?!\\w)"_s);
    QList<TextLink> links;
    collect(links, text, web, TextLink::Kind::Web);
    collect(links, text, email, TextLink::Kind::Email);
    collect(links, text, phone, TextLink::Kind::Phone);
    std::sort(links.begin(), links.end(), [](const TextLink &a, const TextLink &b) { return a.start < b.start; });
    return links;
}

} // namespace kontor::ui
