// Numbers and addresses inside a text that can be clicked.
#pragma once

#include <QList>
#include <QString>

namespace kontor::ui {

struct TextLink {
    enum class Kind { Web, Email, Phone };

    Kind kind = Kind::Web;
    qsizetype start = 0;
    qsizetype length = 0;
    QString target; // as it stands in the text
};

QList<TextLink> textLinks(const QString &text); // in their order

} // namespace kontor::ui
