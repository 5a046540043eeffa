#include "customers/customer_type_popover.h"

#include "forms/flow_layout.h"
#include "forms/quick_chip.h"
#include "forms/quick_keys.h"
#include "widgets/formats.h"

#include <QKeyEvent>

namespace kontor::ui {

using namespace metrics;

namespace {
constexpr int kMostKeys = 9;
}

CustomerTypePopover::CustomerTypePopover(const Formats &formats, QWidget *page)
    : Popover(tr("Type"), page), m_formats(formats), m_row(new QWidget(this)) {
    auto *flow = new FlowLayout(m_row);
    flow->setContentsMargins(0, 0, 0, 0);
    flow->setSpacing(kGap);
    addWidget(m_row);
    addQuickKeys(this, [this](int number) { choose(number - 1); });
}

// The types as they are called now.
void CustomerTypePopover::fill() {
    qDeleteAll(std::exchange(m_chips, {}));
    m_values.clear();
    for (const CustomerType &type : m_formats.types().offered())
        m_values << type.name;
    m_values << QString();
    for (int place = 0; place < m_values.size(); ++place) {
        const QString &value = m_values[place];
        auto *chip = new QuickChip(place < kMostKeys ? place + 1 : 0,
                                   value.isEmpty() ? tr("No type") : m_formats.types().label(value), m_row);
        chip->installEventFilter(this);
        connect(chip, &QAbstractButton::clicked, this, [this, place] { choose(place); });
        m_row->layout()->addWidget(chip);
        m_chips << chip;
    }
}

void CustomerTypePopover::open(const QRect &anchor, const QString &lifecycle) {
    fill();
    for (int place = 0; place < m_chips.size(); ++place)
        m_chips[place]->setChecked(m_values[place] == lifecycle);
    openAt(anchor, m_chips[qMax(0, m_values.indexOf(lifecycle))]);
}

void CustomerTypePopover::choose(int place) {
    if (place >= m_values.size())
        return;
    close();
    emit chosen(m_values[place]);
}

// Arrows go from chip to chip, as they are seen; Enter and Space press.
bool CustomerTypePopover::eventFilter(QObject *watched, QEvent *event) {
    const qsizetype place = m_chips.indexOf(static_cast<QuickChip *>(watched));
    if (place < 0 || event->type() != QEvent::KeyPress)
        return Popover::eventFilter(watched, event);
    const int forward = isRightToLeft() ? Qt::Key_Left : Qt::Key_Right;
    const int backward = isRightToLeft() ? Qt::Key_Right : Qt::Key_Left;
    const int key = static_cast<QKeyEvent *>(event)->key();
    const int step = key == forward || key == Qt::Key_Down ? 1 : key == backward || key == Qt::Key_Up ? -1 : 0;
    if (step != 0) {
        m_chips[(place + step + m_chips.size()) % m_chips.size()]->setFocus(Qt::TabFocusReason);
        return true;
    }
    if (key == Qt::Key_Return || key == Qt::Key_Enter) {
        choose(int(place));
        return true;
    }
    return Popover::eventFilter(watched, event);
}

} // namespace kontor::ui
