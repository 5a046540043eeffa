// The labels of vCards in the words that our own cards use, and back.
#pragma once

#include "exchange/vcard_reader.h"

#include <QString>
#include <QStringList>

namespace kontor::exchange {

// "CELL" -> mobile, "x-desk" -> desk, "voice" and "pref" say nothing. Of several the most telling one.
QString labelOfTypes(const QStringList &types);
// Apple's: "_$!<Spouse>!$_" is one of its own words, and comes in small letters; others are the person's, as written.
QString labelOfApple(const QString &written);
// 1 to 100 as PREF says, 1 for TYPE=pref, 101 without.
int rankOf(const VCardProperty &property, const QStringList &types);
// The type that says a label; empty where there is none, and the label is to be written in words.
QString typeOfLabel(const QString &label);

struct MessengerAddress {
    QString title; // of the column: messenger.telegram, video.skype, messenger
    QString text;
};
// "skype:anna", or a bare name of a service that is told beside it.
MessengerAddress messengerOf(const QString &written, const QString &service);
// The messenger or social network that a property of its own is for: X-ICQ, X-TWITTER; empty where it is none.
QString titleOfService(QByteArrayView property);

} // namespace kontor::exchange
