#include "pseudo_translator.h"

#include <algorithm>

namespace kontor {

using namespace Qt::StringLiterals;

namespace {

QChar marked(QChar letter) {
    constexpr QStringView plain = u"aeiouycnszAEIOUYCNSZ";
    constexpr QStringView accented = u"áéíóúýčňšžÁÉÍÓÚÝČŇŠŽ";
    const qsizetype place = plain.indexOf(letter);
    return place < 0 ? letter : accented[place];
}

// %1, %L2, %n and %Ln are filled in later and stay as they are.
qsizetype lengthOfPlaceholder(QStringView text, qsizetype at) {
    qsizetype end = at + 1;
    if (text[at] != u'%')
        return 0;
    if (end < text.size() && text[end] == u'L')
        ++end;
    const qsizetype digits = end;
    while (end < text.size() && (text[end].isDigit() || (end == digits && text[end] == u'n')))
        ++end;
    return end > digits ? end - at : 0;
}

bool isDatePattern(const QString &text) {
    constexpr QStringView signs = u"dMyHhm:. ,";
    return std::all_of(text.begin(), text.end(), [signs](QChar sign) { return signs.contains(sign); });
}

} // namespace

QString PseudoTranslator::translate(const char *context, const char *sourceText, const char *disambiguation, int n) const {
    Q_UNUSED(disambiguation)
    if (!QByteArrayView(context).startsWith("kontor"))
        return {}; // Qt's own: names of keys, buttons
    QString source = QString::fromUtf8(sourceText);
    if (isDatePattern(source))
        return {};
    if (n >= 0)
        source.replace("(s)"_L1, n == 1 ? ""_L1 : "s"_L1);
    QString text;
    for (qsizetype i = 0; i < source.size(); ++i) {
        const qsizetype placeholder = lengthOfPlaceholder(source, i);
        if (placeholder > 0) {
            text += QStringView(source).mid(i, placeholder);
            i += placeholder - 1;
        } else {
            text += marked(source[i]);
        }
    }
    const qsizetype more = (source.size() * 6 + 9) / 10;
    QString padding;
    while (padding.size() < more)
        padding += padding.size() % 6 == 0 ? u' ' : u'ẋ';
    return u'[' + text + padding + u']';
}

} // namespace kontor
