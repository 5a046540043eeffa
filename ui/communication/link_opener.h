// Hands a link to the program that the system has for it, or starts a program of the user's. An interface, so that tests see what would be
// opened.
#pragma once

#include <QByteArray>
#include <QStringList>

namespace kontor::ui {

class LinkOpener {
public:
    virtual ~LinkOpener() = default;
    // False: there is no program for links of this kind.
    virtual bool open(const QByteArray &link) = 0;
    // Without a shell: each argument arrives as it is. False: the program could not be started.
    virtual bool run(const QString &program, const QStringList &arguments) = 0;
};

class SystemLinkOpener : public LinkOpener {
public:
    bool open(const QByteArray &link) override;
    bool run(const QString &program, const QStringList &arguments) override;
};

} // namespace kontor::ui
