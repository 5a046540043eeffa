#include "exchange/charset_likeness.h"

#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>
#include <unicode/uscript.h>

#include <QHash>

#include <algorithm>
#include <array>

namespace kontor::exchange {

namespace {

constexpr qsizetype kSampleBytes = 64 * 1024;

// Only the lines with bytes above 127 tell the sets apart.
QByteArray tellingLines(const QByteArray &sample) {
    QByteArray lines;
    qsizetype start = 0;
    while (start < sample.size() && lines.size() < kSampleBytes) {
        qsizetype end = sample.indexOf('\n', start);
        end = end < 0 ? sample.size() : end + 1;
        const bool telling = std::any_of(sample.cbegin() + start, sample.cbegin() + end, [](char c) { return uchar(c) >= 0x80; });
        if (telling)
            lines.append(sample.constData() + start, std::min(end - start, kSampleBytes));
        start = end;
    }
    return lines;
}

QString decode(const QByteArray &bytes, const QByteArray &name) {
    UErrorCode status = U_ZERO_ERROR;
    UConverter *converter = ucnv_open(name.constData(), &status);
    if (U_FAILURE(status))
        return {};
    QString text(bytes.size() * 2 + 16, Qt::Uninitialized);
    const int length = ucnv_toUChars(converter, reinterpret_cast<UChar *>(text.data()), int32_t(text.size()), bytes.constData(),
                                     int32_t(bytes.size()), &status);
    ucnv_close(converter);
    if (U_FAILURE(status))
        return {};
    text.truncate(length);
    return text;
}

struct Word {
    int letters = 0;
    int foreign = 0; // letters beyond ASCII
    int latin = 0, cyrillic = 0, kana = 0, halfKana = 0, han = 0, other = 0;
    int caseBreaks = 0; // small letter, then capital
    int rare = 0;       // letters that only a few languages of that script use
    bool lastWasSmall = false;
};

bool isRareLetter(char32_t c) {
    // Cyrillic beyond Russian, Belarusian and Ukrainian; Latin-1's Icelandic and other seldom seen letters
    static constexpr std::u32string_view rare = U"ЂЃѓЉЊЌЋЏђљњќћџЅѕЈјҐґðÐþÞýÝÿµªºſ";
    return rare.find(c) != std::u32string_view::npos;
}

void addLetter(Word &word, char32_t c) {
    UErrorCode status = U_ZERO_ERROR;
    ++word.letters;
    word.foreign += c >= 0x80;
    switch (uscript_getScript(UChar32(c), &status)) {
    case USCRIPT_LATIN: ++word.latin; break;
    case USCRIPT_CYRILLIC: ++word.cyrillic; break;
    case USCRIPT_HAN: ++word.han; break;
    case USCRIPT_HIRAGANA:
    case USCRIPT_KATAKANA: ++(c >= 0xFF61 && c <= 0xFF9F ? word.halfKana : word.kana); break;
    default: ++word.other; break;
    }
    word.rare += isRareLetter(c);
    word.caseBreaks += word.lastWasSmall && QChar::isUpper(c);
    word.lastWasSmall = QChar::isLower(c);
}

double judge(const Word &word) {
    const int scripts = (word.latin > 0) + (word.cyrillic > 0) + (word.other > 0) + (word.han + word.kana + word.halfKana > 0);
    if (scripts > 1)
        return -1.5;
    if (word.halfKana > 0)
        return -0.5;
    if (word.han + word.kana > 0)
        return word.kana > 0 ? 1.0 : 0.3;
    double score = 0.2; // a single letter says little
    if (word.letters > 1)
        score = word.latin > 0 && word.foreign * 2 > word.letters ? -0.8 : 1.0;
    if (word.letters > 4 && word.cyrillic == word.letters)
        score += 0.2;
    return score - 0.8 * std::min(word.caseBreaks, 2) - 0.7 * std::min(word.rare, 2);
}

// Of characters that are no letters: what stands in a customer's data, and what only a wrong set brings forth.
double judgeSymbol(char32_t c, bool insideWord) {
    static constexpr std::u32string_view usual =
        U"«»„“”‘’–—…€£§°№•·®©²³½、。「」，：；（）！？￥¥¡¿\u00A0\u200C\u200D\u200E\u200F\u3000";
    if (usual.find(c) != std::u32string_view::npos)
        return insideWord && c != U'’' ? -0.3 : 0.05;
    if (c < 0xA0 || (c >= 0xE000 && c <= 0xF8FF) || c >= 0xFFF0)
        return -2.0;
    return insideWord ? -1.0 : -0.5;
}

struct Candidate {
    const char *name;
    const char *languages; // where it is the usual one, each between spaces
};

constexpr std::array<Candidate, 12> kCandidates{{{"windows-1252", " en de sv cy fr es it nl pt da fi nb "},
                                                 {"windows-1251", " ru uk be bg sr "},
                                                 {"KOI8-R", ""},
                                                 {"IBM866", ""},
                                                 {"windows-1250", " pl cs sk hu sl hr ro "},
                                                 {"windows-1256", " fa ar ur "},
                                                 {"GB18030", " zh "},
                                                 {"Shift_JIS", " ja "},
                                                 {"Big5", ""},
                                                 {"EUC-JP", ""},
                                                 {"EUC-KR", " ko "},
                                                 {"windows-1254", " tr "}}};

QHash<QByteArray, int> confidences(const QByteArray &bytes) {
    QHash<QByteArray, int> found;
    UErrorCode status = U_ZERO_ERROR;
    UCharsetDetector *detector = ucsdet_open(&status);
    if (U_FAILURE(status))
        return found;
    ucsdet_setText(detector, bytes.constData(), int32_t(bytes.size()), &status);
    int32_t count = 0;
    const UCharsetMatch **matches = ucsdet_detectAll(detector, &count, &status);
    for (int32_t i = 0; U_SUCCESS(status) && i < count; ++i) {
        const char *name = ucsdet_getName(matches[i], &status);
        found.insert(name, ucsdet_getConfidence(matches[i], &status));
    }
    ucsdet_close(detector);
    if (found.contains("ISO-8859-1")) // files of that name are written in the Windows set, which contains it
        found.insert("windows-1252", std::max(found.value("windows-1252"), found.value("ISO-8859-1")));
    return found;
}

} // namespace

double plausibility(const QString &text) {
    double score = 0;
    int judged = 0;
    Word word;
    const auto finish = [&] {
        if (word.foreign > 0) {
            score += judge(word);
            ++judged;
        }
        word = {};
    };
    const QList<uint> characters = text.toUcs4();
    for (qsizetype i = 0; i < characters.size(); ++i) {
        const char32_t c = characters.at(i);
        if (QChar::isLetter(c) || QChar::isMark(c)) {
            addLetter(word, c);
            continue;
        }
        if (c >= 0x80) {
            const bool letterFollows = i + 1 < characters.size() && QChar::isLetter(char32_t(characters.at(i + 1)));
            score += judgeSymbol(c, word.letters > 0 && letterFollows);
            ++judged;
        }
        finish();
    }
    finish();
    return judged == 0 ? 0 : score / judged;
}

QByteArray mostLikelyCharset(const QByteArray &sample, const QString &language) {
    const QByteArray bytes = tellingLines(sample);
    const QHash<QByteArray, int> confidence = confidences(bytes);
    const QByteArray ours = ' ' + language.left(2).toLatin1() + ' ';
    QByteArray best = "windows-1252";
    double bestScore = -1e9;
    for (const Candidate &candidate : kCandidates) {
        const QString text = decode(bytes, candidate.name);
        if (text.isEmpty())
            continue;
        double score = plausibility(text) + confidence.value(candidate.name) / 200.0;
        if (QByteArrayView(candidate.languages).contains(ours))
            score += 0.3;
        else if (QByteArrayView(candidate.name) == "windows-1252" || QByteArrayView(candidate.name) == "windows-1251")
            score += 0.15;
        if (score > bestScore) {
            bestScore = score;
            best = candidate.name;
        }
    }
    return best;
}

} // namespace kontor::exchange
