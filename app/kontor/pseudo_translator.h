// A language that nobody speaks: English, marked and stretched by 60 %, to see what is not translated and what has no room.
#pragma once

#include <QTranslator>

namespace kontor {

class PseudoTranslator : public QTranslator {
    Q_OBJECT

public:
    using QTranslator::QTranslator;

    QString translate(const char *context, const char *sourceText, const char *disambiguation, int n) const override;
    bool isEmpty() const override { return false; }
};

} // namespace kontor
