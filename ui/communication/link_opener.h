// Hands a link to the program that the system has for it. An interface, so that tests see what would be opened.
#pragma once

#include <QByteArray>

namespace kontor::ui {

class LinkOpener {
public:
    virtual ~LinkOpener() = default;
    // False: there is no program for links of this kind.
    virtual bool open(const QByteArray &link) = 0;
};

class SystemLinkOpener : public LinkOpener {
public:
    bool open(const QByteArray &link) override;
};

} // namespace kontor::ui
