#include "settings/colour_choice.h"

#include "theme/kontor_style.h"
#include "theme/metrics.h"
#include "theme/painting.h"

#include <QEvent>
#include <QPainter>

namespace kontor::ui {

using namespace metrics;

namespace {

constexpr const char *kNames[] = {
    QT_TRANSLATE_NOOP("kontor::ui::ColourChoice", "Grey"),   QT_TRANSLATE_NOOP("kontor::ui::ColourChoice", "Red"),
    QT_TRANSLATE_NOOP("kontor::ui::ColourChoice", "Orange"), QT_TRANSLATE_NOOP("kontor::ui::ColourChoice", "Yellow"),
    QT_TRANSLATE_NOOP("kontor::ui::ColourChoice", "Green"),  QT_TRANSLATE_NOOP("kontor::ui::ColourChoice", "Teal"),
    QT_TRANSLATE_NOOP("kontor::ui::ColourChoice", "Blue"),   QT_TRANSLATE_NOOP("kontor::ui::ColourChoice", "Violet")};

QIcon dotOf(const ColourPair &colours, qreal ratio) {
    QPixmap pixmap(QSize(kSmallIcon, kSmallIcon) * ratio);
    pixmap.setDevicePixelRatio(ratio);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    drawRounded(&painter, QRectF(1, 1, kSmallIcon - 2, kSmallIcon - 2), kSmallIcon / 2.0, colours.background, colours.foreground);
    return QIcon(pixmap);
}

} // namespace

ColourChoice::ColourChoice(QWidget *parent) : QComboBox(parent) {
    for (const char *name : kNames)
        addItem(tr(name));
    tint();
}

QString ColourChoice::colourName(int colour) { return tr(kNames[qBound(0, colour, int(std::size(kNames)) - 1)]); }

void ColourChoice::retranslate() {
    for (int i = 0; i < count(); ++i)
        setItemText(i, colourName(i));
}

void ColourChoice::tint() {
    for (int i = 0; i < count(); ++i)
        setItemIcon(i, dotOf(themeOf(this).tags[size_t(i)], devicePixelRatioF()));
}

void ColourChoice::changeEvent(QEvent *event) {
    QComboBox::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::StyleChange)
        tint();
}

} // namespace kontor::ui
