#include "communication/courtesy_popover.h"

#include "widgets/decision_buttons.h"
#include "widgets/palette_label.h"

#include <QPushButton>

namespace kontor::ui {

CourtesyPopover::CourtesyPopover(const QString &title, const QStringList &reasons, const QString &doItAnyway, QWidget *page)
    : Popover(title, page) {
    for (const QString &reason : reasons) {
        auto *words = new PaletteLabel(TextRole::Body, TextColour::Normal, this);
        words->setText(reason);
        words->setWordWrap(true);
        addWidget(words);
    }
    setAccessibleDescription(reasons.join(u' '));
    addButtons(doItAnyway);
    connect(this, &Popover::accepted, this, [this] {
        close();
        emit anyway();
    });
    connect(this, &Popover::closed, this, &QObject::deleteLater);
}

void CourtesyPopover::open(const QRect &anchor) { openAt(anchor, findChild<DecisionButtons *>()->cancel()); }

} // namespace kontor::ui
