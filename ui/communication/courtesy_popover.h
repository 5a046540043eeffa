// Says what speaks against a call or a letter just now, before it is begun. "Call anyway" begins it; the safe way out has the focus.
#pragma once

#include "forms/popover.h"

#include <functional>

namespace kontor::ui {

class CourtesyPopover : public Popover {
    Q_OBJECT

public:
    CourtesyPopover(const QStringList &reasons, const QString &doItAnyway, QWidget *page);
    void open(const QRect &anchor);

signals:
    void anyway();
};

} // namespace kontor::ui
