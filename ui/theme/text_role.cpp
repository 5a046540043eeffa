#include "theme/text_role.h"

#include "theme/metrics.h"

#include <QApplication>
#include <QFontInfo>
#include <QLocale>
#include <QTextLayout>
#include <QWidget>
#include <QtMath>

namespace kontor::ui {

namespace {

qreal sizeOf(TextRole role) {
    switch (role) {
    case TextRole::Caption: return 0.88;
    case TextRole::Section: return 0.9;
    case TextRole::Title: return 1.3;
    case TextRole::Page: return 1.6;
    case TextRole::Figure: return 1.9;
    case TextRole::Body:
    case TextRole::Strong: break;
    }
    return 1.0;
}

bool isStrong(TextRole role) { return role != TextRole::Body && role != TextRole::Caption; }

// Letters with the tallest marks and the deepest tails of a script.
QString sampleOf(QLocale::Script script) {
    switch (script) {
    case QLocale::ArabicScript: return QStringLiteral("آگیژ");
    case QLocale::SimplifiedHanScript:
    case QLocale::TraditionalHanScript: return QStringLiteral("王国");
    default: return QStringLiteral("Åg");
    }
}

constexpr char kRole[] = "kontorTextRole";

} // namespace

QFont textFont(TextRole role, const QFont &base) {
    QFont font = base;
    if (base.pointSizeF() > 0)
        font.setPointSizeF(base.pointSizeF() * sizeOf(role));
    else
        font.setPixelSize(qRound(base.pixelSize() * sizeOf(role)));
    font.setWeight(isStrong(role) ? QFont::DemiBold : QFont::Normal);
    return font;
}

QFont textFont(TextRole role) { return textFont(role, QApplication::font()); }

int lineHeight(TextRole role) {
    QTextLayout layout(sampleOf(QLocale().script()), textFont(role));
    layout.beginLayout();
    const QTextLine line = layout.createLine();
    layout.endLayout();
    return qMax(QFontMetrics(textFont(role)).height(), qCeil(line.height())); // Latin words stand between the others
}

int cosyRowHeight() {
    return qMax(metrics::kCosyRow, lineHeight(TextRole::Strong) + lineHeight(TextRole::Caption) + metrics::kGap);
}

int compactRowHeight() { return qMax(metrics::kCompactRow, lineHeight(TextRole::Strong) + metrics::kLabelGap); }

qreal textScale() {
    constexpr qreal kOrdinary = 40.0 / 3; // pixels of 10 points
    constexpr qreal kLargestOrdinary = 16;
    const int size = QFontInfo(QApplication::font()).pixelSize();
    return size <= kLargestOrdinary ? 1.0 : size / kOrdinary;
}

int scaled(int pixels) { return qRound(pixels * textScale()); }

void setTextRole(QWidget *widget, TextRole role) {
    widget->setProperty(kRole, int(role));
    widget->setFont(textFont(role));
}

void refreshTextRoles() {
    for (QWidget *widget : QApplication::allWidgets())
        if (const QVariant role = widget->property(kRole); role.isValid())
            widget->setFont(textFont(TextRole(role.toInt())));
}

} // namespace kontor::ui
