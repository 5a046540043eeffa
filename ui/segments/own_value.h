// A customer's own value for a condition, as the explanations and previews show it.
#pragma once

#include "segments/catalogue.h"

#include <QHash>
#include <QJsonValue>
#include <QString>

namespace kontor::ui {

class Formats;

// `choices`: what people call the stored words of a choice; empty for a value that there is not.
QString ownValueWords(const QJsonValue &value, segments::Kind kind, const Formats &formats,
                      const QHash<QString, QString> &choices = {});

} // namespace kontor::ui
