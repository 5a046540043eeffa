// What the parts of a builder share: the fields there are, how things are written, and where values to choose from come from.
#pragma once

#include "segments/catalogue.h"
#include "segments/context.h"
#include "widgets/formats.h"

#include <functional>

class QObject;

namespace kontor::ui {

// A value that the base holds, and how many times.
struct Suggestion {
    QString value;
    qint64 count = 0;
};

using SuggestionsDone = std::function<void(const QList<Suggestion> &)>;

struct BuilderContext {
    segments::Catalogue catalogue;
    segments::Context meaning;
    Formats formats;
    QStringList segmentNames;
    // `records`: of a sub-field, the field of related records that it belongs to; else empty. The answer comes later, and not at all when
    // `context` is gone.
    std::function<void(const QString &records, const QString &field, QObject *context, const SuggestionsDone &done)> suggest;
};

} // namespace kontor::ui
