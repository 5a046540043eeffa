// vCards and LDIF.
#include "target.h"

#include "exchange/ldif_meaning.h"
#include "exchange/vcard_meaning.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace kontor::fuzz {

namespace {

using namespace kontor::exchange;

constexpr qsizetype kLargestCell = 8 * 1024 * 1024; // characters: all that a card may hold, and then some

ByteLines::More inPieces(const QByteArray &bytes, qsizetype &position) {
    return [&bytes, &position](QByteArray &more) -> Result<bool> {
        const QByteArray piece = bytes.mid(position, 4096);
        position += piece.size();
        more += piece;
        return !piece.isEmpty();
    };
}

void check(const ContactCard &card, qint64 lastLine, Outcome &outcome) {
    ++outcome.records;
    outcome.cells += card.cells.size();
    if (card.line <= lastLine)
        outcome.broken = u"a card does not begin behind the one before it"_s;
    for (const ContactCard::Cell &cell : card.cells) {
        if (cell.title.isEmpty())
            outcome.broken = u"a cell has no title"_s;
        if (cell.text.size() > kLargestCell)
            outcome.broken = u"a cell is larger than a card"_s;
        if (cell.text.contains(QChar(u'\0')))
            outcome.broken = u"a cell holds a character that no field can hold"_s;
    }
}

template <class Reader, class Card>
Outcome readAll(const QByteArray &bytes) {
    Outcome outcome;
    qsizetype position = 0;
    Reader reader(inPieces(bytes, position));
    TextDecoder decoder;
    Card card;
    qint64 lastLine = 0;
    while (outcome.broken.isEmpty()) {
        const auto more = reader.next(card);
        if (!more || !*more)
            return outcome;
        const ContactCard contact = contactOf(card, decoder);
        check(contact, lastLine, outcome);
        lastLine = contact.line;
    }
    return outcome;
}

} // namespace

Outcome readAddressBook(const QByteArray &bytes) {
    Outcome outcome = readAll<VCardReader, VCard>(bytes);
    const Outcome ldif = readAll<LdifReader, LdifEntry>(bytes);
    outcome.records += ldif.records;
    outcome.cells += ldif.cells;
    if (outcome.broken.isEmpty())
        outcome.broken = ldif.broken;
    return outcome;
}

} // namespace kontor::fuzz
