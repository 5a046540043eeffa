// What others did to the customer whose card is shown, in one sentence.
#pragma once

#include "workspace/feed.h"

#include <QHash>

namespace kontor::ui {

class Formats;

struct CardNews {
    QString who; // "Maria", "Maria and Ivan"
    QString sentence;
    bool isTrashed = false; // it is in the trash by this
};

// What there is to tell; read on a thread of the base.
struct NewsOfOthers {
    QList<workspace::AuthoredChange> changes;
    QHash<Id, QString> entryKinds; // of entries that were added
    qint64 newestSeq = 0;
};
Result<NewsOfOthers> loadNews(db::Database &database, Id customer, qint64 afterSeq);

// Nothing where there is nothing that the card shows. `self`: the name of the person who sits here, who may have another window.
std::optional<CardNews> cardNews(const NewsOfOthers &news, const QString &self, const Formats &formats);
QString whoWords(const QString &author, const QString &self);
QString joined(const QStringList &parts); // "a, b and c"

} // namespace kontor::ui
