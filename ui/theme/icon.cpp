#include "theme/icon.h"

#include "theme/kontor_style.h"

#include <QApplication>
#include <QFile>
#include <QIconEngine>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>

namespace kontor::ui {

using namespace Qt::StringLiterals;

namespace {

QString fileOf(QLatin1StringView name) { return ":/icons/"_L1 + name + ".svg"_L1; }

bool isDirectional(QLatin1StringView name) {
    for (const auto directional :
         {"back"_L1, "forward"_L1, "undo"_L1, "redo"_L1, "chevron-start"_L1, "chevron-end"_L1, "command"_L1})
        if (name == directional)
            return true;
    return false;
}

QPixmap rendered(QLatin1StringView name, const QColor &colour, const QSize &pixels, bool mirrored) {
    const QString key = u"kontor-icon %1 %2 %3x%4 %5"_s.arg(name, colour.name(QColor::HexArgb))
                            .arg(pixels.width())
                            .arg(pixels.height())
                            .arg(mirrored ? 1 : 0);
    QPixmap pixmap;
    if (QPixmapCache::find(key, &pixmap))
        return pixmap;
    QFile file(fileOf(name));
    QByteArray drawing = file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    drawing.replace("currentColor", colour.name().toLatin1());
    pixmap = QPixmap(pixels);
    pixmap.fill(Qt::transparent);
    QSvgRenderer renderer(drawing);
    QPainter painter(&pixmap);
    painter.setOpacity(colour.alphaF());
    if (mirrored)
        painter.setTransform(QTransform(-1, 0, 0, 1, pixels.width(), 0));
    renderer.render(&painter, QRectF(QPointF(), pixels));
    painter.end();
    QPixmapCache::insert(key, pixmap);
    return pixmap;
}

QColor colourOf(Tint tint, QIcon::Mode mode) {
    const Theme &theme = themeOf(nullptr);
    if (mode == QIcon::Disabled)
        return theme.palette().color(QPalette::Disabled, QPalette::ButtonText);
    switch (tint) {
    case Tint::Text: return theme.text;
    case Tint::Muted: return theme.text2;
    case Tint::Accent: return theme.accent;
    case Tint::Good: return theme.good.foreground;
    case Tint::Warn: return theme.warn.foreground;
    case Tint::Bad: return theme.bad.foreground;
    }
    return theme.text;
}

class TintedEngine : public QIconEngine {
public:
    TintedEngine(QLatin1StringView name, Tint tint) : m_name(name), m_tint(tint) {}

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State) override {
        Icon::paint(painter, rect, m_name, colourOf(m_tint, mode), QGuiApplication::isRightToLeft());
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State) override {
        const int side = qMin(size.width(), size.height());
        return rendered(m_name, colourOf(m_tint, mode), QSize(side, side),
                        isDirectional(m_name) && QGuiApplication::isRightToLeft());
    }

    QSize actualSize(const QSize &size, QIcon::Mode, QIcon::State) override {
        const int side = qMin(size.width(), size.height());
        return QSize(side, side);
    }

    bool isNull() override { return !Icon::exists(m_name); }
    QString iconName() override { return m_name; }
    QIconEngine *clone() const override { return new TintedEngine(*this); }

private:
    QLatin1StringView m_name;
    Tint m_tint;
};

} // namespace

QIcon Icon::get(QLatin1StringView name, Tint tint) { return QIcon(new TintedEngine(name, tint)); }

void Icon::paint(QPainter *painter, const QRect &rect, QLatin1StringView name, const QColor &colour, bool mirrored) {
    const int side = qMin(rect.width(), rect.height());
    if (side <= 0)
        return;
    QRect square(0, 0, side, side);
    square.moveCenter(rect.center());
    const qreal scale = painter->device()->devicePixelRatioF();
    QPixmap pixmap = rendered(name, colour, QSize(qRound(side * scale), qRound(side * scale)), mirrored && isDirectional(name));
    pixmap.setDevicePixelRatio(scale);
    painter->drawPixmap(square.topLeft(), pixmap);
}

bool Icon::exists(QLatin1StringView name) { return QFile::exists(fileOf(name)); }

} // namespace kontor::ui
