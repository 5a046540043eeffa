// E-mail addresses: one form of each by which they are compared. Warns, never refuses.
#pragma once

#include <QString>
#include <QStringView>

namespace kontor {

struct Email {
    QString normalised; // lower case, the domain in its ASCII form; the trimmed text in lower case where it is not plausible
    bool plausible = false;
};

// Also takes "mailto:" and "Name <address>".
Email parseEmail(QStringView typed);

} // namespace kontor
