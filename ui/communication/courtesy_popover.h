// Says what speaks against an act before it is done: a call at a bad hour, a file that is a program. The safe way out has the focus.
#pragma once

#include "forms/popover.h"

#include <functional>

namespace kontor::ui {

class CourtesyPopover : public Popover {
    Q_OBJECT

public:
    CourtesyPopover(const QString &title, const QStringList &reasons, const QString &doItAnyway, QWidget *page);
    void open(const QRect &anchor);

signals:
    void anyway();
};

} // namespace kontor::ui
