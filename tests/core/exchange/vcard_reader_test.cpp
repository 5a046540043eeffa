// Cards and their properties as the file writes them; what they mean is tested with the import.
#include "exchange/vcard_text.h"

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;
using namespace kontor;
using namespace kontor::exchange;

namespace {

// The file comes in pieces of `piece` bytes: wherever it is cut, the cards are the same.
QList<VCard> cardsOf(const QByteArray &file, qsizetype piece = 7) {
    qsizetype position = 0;
    VCardReader reader([&](QByteArray &bytes) -> Result<bool> {
        const QByteArray more = file.mid(position, piece);
        position += more.size();
        bytes += more;
        return !more.isEmpty();
    });
    QList<VCard> cards;
    VCard card;
    while (true) {
        const auto more = reader.next(card);
        EXPECT_TRUE(more);
        if (!more || !*more)
            return cards;
        cards << card;
    }
}

QString textOf(const VCard &card, QByteArrayView name, const QByteArray &charset = {}) {
    TextDecoder decoder(charset);
    const VCardProperty *property = card.find(name);
    return property ? VCardText(decoder, card.isVersion21).text(*property) : u"(none)"_s;
}

QString textOf(const QByteArray &line) {
    return textOf(cardsOf("BEGIN:VCARD\nVERSION:3.0\n" + line + "\nEND:VCARD\n").value(0), "X");
}
QString textOf21(const QByteArray &line) {
    return textOf(cardsOf("BEGIN:VCARD\nVERSION:2.1\n" + line + "\nEND:VCARD\n").value(0), "X");
}

} // namespace

TEST(VCardReader, ReadsSeveralCardsWhateverEndsTheirLines) {
    for (const QByteArray end : {"\n", "\r\n", "\r"}) {
        const auto cards =
            cardsOf(QByteArray("BEGIN:VCARD\nFN:Anna\nEND:VCARD\n\nbegin:vcard\nfn:Nils\nend:vcard").replace("\n", end));
        ASSERT_EQ(cards.size(), 2);
        EXPECT_EQ(textOf(cards.at(0), "FN"), u"Anna"_s);
        EXPECT_EQ(textOf(cards.at(1), "FN"), u"Nils"_s);
        EXPECT_EQ(cards.at(0).line, 1);
        EXPECT_EQ(cards.at(1).line, 5);
    }
}

TEST(VCardReader, UnfoldsLinesAmidACharacter) {
    EXPECT_EQ(textOf("X:Gr\n \xC3\n \xBC\xC3\x9F\n\te"), u"Grüße"_s);
    EXPECT_EQ(textOf("X:one \n  two"), u"one  two"_s);
}

TEST(VCardReader, JoinsQuotedPrintableLinesAtSoftBreaks) {
    EXPECT_EQ(textOf21("X;ENCODING=QUOTED-PRINTABLE;CHARSET=UTF-8:Gr=C3=\r\n=BC=C3=9F=\r\ne"), u"Grüße"_s);
    EXPECT_EQ(textOf21("X;QUOTED-PRINTABLE:a=0D=0Ab=3Dc"), u"a\nb=c"_s);
    EXPECT_EQ(textOf21("X;ENCODING=QUOTED-PRINTABLE:ends amid="), u"ends amid"_s);
    EXPECT_EQ(textOf21("X;ENCODING=QUOTED-PRINTABLE:100=ZZ"), u"100=ZZ"_s);
}

TEST(VCardReader, ReadsTheCharsetThatAValueNames) {
    EXPECT_EQ(textOf21("X;CHARSET=windows-1251:\xC0\xED\xED\xE0"), u"Анна"_s);
    EXPECT_EQ(textOf21("X;CHARSET=KOI8-R;ENCODING=QUOTED-PRINTABLE:=E1=CE=CE=C1"), u"Анна"_s);
    EXPECT_EQ(textOf21("X;CHARSET=SHIFT_JIS;ENCODING=QUOTED-PRINTABLE:=95=5C"), u"表"_s); // its second byte is a backslash
    EXPECT_EQ(textOf21("X;CHARSET=no-such-charset:Gr\xC3\xBC\xC3\x9F"), u"Grüß"_s);
}

TEST(VCardReader, TakesEscapesOfItsVersion) {
    EXPECT_EQ(textOf("X:a\\nb\\Nc\\,d\\;e\\\\f\\:g"), u"a\nb\nc,d;e\\f:g"_s);
    EXPECT_EQ(textOf21("X:C:\\new\\;old"), u"C:\\new;old"_s);
    EXPECT_EQ(textOf("X:ends with \\"), u"ends with \\"_s);
}

TEST(VCardReader, PartsStructuredValuesWhereNothingIsEscapedOrEncoded) {
    TextDecoder decoder;
    const auto parts = [&](const QByteArray &line) {
        const auto property = parseVCardProperty(line);
        return property ? VCardText(decoder, false).components(*property) : QStringList();
    };
    EXPECT_EQ(parts("N:Berg;Anna\\;Maria;;Dr.\\,;"), (QStringList{u"Berg"_s, u"Anna;Maria"_s, {}, u"Dr.,"_s, {}}));
    EXPECT_EQ(parts("N;ENCODING=QUOTED-PRINTABLE:B=3Berg;=41nna"), (QStringList{u"B;erg"_s, u"Anna"_s}));
}

TEST(VCardReader, SortsParametersOfOldAndNewStyle) {
    const auto old = parseVCardProperty("item1.tel;HOME;Voice;ENCODING=8BIT;PREF:1");
    ASSERT_TRUE(old);
    EXPECT_EQ(old->group, "item1");
    EXPECT_EQ(old->name, "TEL");
    EXPECT_EQ(old->types(), (QStringList{u"home"_s, u"voice"_s, u"pref"_s}));
    EXPECT_EQ(parseVCardProperty("TEL;type=\"home,cell\";TYPE=voice:1")->types(),
              (QStringList{u"home"_s, u"cell"_s, u"voice"_s}));
    const auto quoted = parseVCardProperty("ADR;LABEL=\"One: 1; two^nthree ^'x^'\";PREF=1:;;Street");
    ASSERT_TRUE(quoted);
    EXPECT_EQ(quoted->parameter("LABEL"), "One: 1; two\nthree \"x\"");
    EXPECT_EQ(quoted->value, ";;Street");
    EXPECT_EQ(parseVCardProperty("TEL;TYPE=\"home:1")->value, "1"); // a quote that is not closed
    EXPECT_FALSE(parseVCardProperty("no property"));
    EXPECT_FALSE(parseVCardProperty(":nameless"));
}

TEST(VCardReader, GivesACardWithoutAnEndAsFarAsItCame) {
    const auto cards = cardsOf("BEGIN:VCARD\nFN:Anna\nBEGIN:VCARD\nFN:Nils\nEND:VCARD\nlost line\nBEGIN:VCARD\nFN:Uwe");
    ASSERT_EQ(cards.size(), 3);
    EXPECT_EQ(textOf(cards.at(0), "FN"), u"Anna"_s);
    EXPECT_EQ(textOf(cards.at(2), "FN"), u"Uwe"_s);
}

TEST(VCardReader, LeavesAnAgentsCardInItsOwner) {
    for (const QByteArray agent : {"AGENT:\nBEGIN:VCARD\nFN:Agent\nEND:VCARD\n", "AGENT:BEGIN:VCARD\nFN:Agent\nEND:VCARD\n",
                                   "AGENT:BEGIN:VCARD\\nFN:Agent\\nEND:VCARD\n"}) {
        const auto cards = cardsOf("BEGIN:VCARD\nFN:Anna\n" + agent + "NOTE:hers\nEND:VCARD\nBEGIN:VCARD\nFN:Nils\nEND:VCARD\n");
        ASSERT_EQ(cards.size(), 2) << agent.toStdString();
        EXPECT_EQ(textOf(cards.at(0), "FN"), u"Anna"_s);
        EXPECT_EQ(textOf(cards.at(0), "NOTE"), u"hers"_s);
    }
    // An agent whose end is missing costs one card, not the rest of the file.
    EXPECT_EQ(cardsOf("BEGIN:VCARD\nFN:Anna\nAGENT:\nBEGIN:VCARD\nFN:Agent\nBEGIN:VCARD\nFN:Nils\nEND:VCARD\n").size(), 2);
    const QByteArray deep = QByteArray("AGENT:\nBEGIN:VCARD\n").repeated(100'000);
    EXPECT_GT(cardsOf("BEGIN:VCARD\n" + deep + "END:VCARD\n", 1 << 20).size(), 1);
}

TEST(VCardReader, LeavesOutZeroBytesWhereverTheyStand) {
    const auto cards = cardsOf(QByteArray("BEGIN:VCARD\nX;HO\0ME:a\0b\n\0END:VCARD\n", 35));
    ASSERT_EQ(cards.size(), 1);
    ASSERT_TRUE(cards.at(0).find("X"));
    EXPECT_EQ(cards.at(0).find("X")->types(), QStringList{u"home"_s});
    EXPECT_EQ(textOf(cards.at(0), "X"), u"ab"_s);
}

TEST(VCardReader, BoundsWhatACardMayHold) {
    const QByteArray longest(VCardReader::kLongestValue * 2, 'a');
    const auto cut = cardsOf("BEGIN:VCARD\nPHOTO;ENCODING=b:" + longest + "\nFN:Anna\nEND:VCARD\n", 1 << 16);
    ASSERT_EQ(cut.size(), 1);
    EXPECT_TRUE(cut.at(0).find("PHOTO")->isCut);
    EXPECT_TRUE(cut.at(0).find("PHOTO")->value.isEmpty());
    EXPECT_EQ(textOf(cut.at(0), "FN"), u"Anna"_s);
    const auto folded =
        cardsOf("BEGIN:VCARD\nNOTE:x\n" + QByteArray(" aaaaaaaaaaaaaaa\n").repeated(100'000) + "END:VCARD\n", 1 << 16);
    EXPECT_TRUE(folded.value(0).find("NOTE")->isCut);
    const auto many =
        cardsOf("BEGIN:VCARD\n" + QByteArray("X:1\n").repeated(VCardReader::kMostProperties + 1) + "END:VCARD\n", 1 << 16);
    EXPECT_TRUE(many.value(0).isTooLarge);
    EXPECT_EQ(many.value(0).properties.size(), VCardReader::kMostProperties);
    const auto large = cardsOf("BEGIN:VCARD\n" + ("X:" + QByteArray(900'000, 'a') + '\n').repeated(6) + "END:VCARD\n", 1 << 16);
    EXPECT_TRUE(large.value(0).isTooLarge);
}
