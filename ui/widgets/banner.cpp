#include "widgets/banner.h"

#include "theme/icon.h"
#include "theme/kontor_style.h"
#include "theme/metrics.h"
#include "theme/start_side.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QStyle>
#include <QToolButton>

namespace kontor::ui {

using namespace Qt::StringLiterals;
using namespace metrics;

namespace {

ColourPair coloursOf(BannerTone tone, const Theme &theme) {
    switch (tone) {
    case BannerTone::Info: break;
    case BannerTone::Warn: return theme.warn;
    case BannerTone::Bad: return theme.bad;
    case BannerTone::Good: return theme.good;
    }
    return {theme.infoBackground, theme.text};
}

QLatin1StringView iconOf(BannerTone tone) {
    switch (tone) {
    case BannerTone::Info: break;
    case BannerTone::Warn:
    case BannerTone::Bad: return "warning"_L1;
    case BannerTone::Good: return "check"_L1;
    }
    return "info"_L1;
}

} // namespace

Banner::Banner(QWidget *parent)
    : QWidget(parent), m_text(new QLabel(this)), m_button(new QPushButton(this)), m_close(new QToolButton(this)) {
    auto *row = new QHBoxLayout(this);
    setSideMargins(this, row, {kPage + kIcon + kGap, kSmall, kPage, kSmall});
    row->setSpacing(kGap);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    m_close->setAutoRaise(true);
    m_close->setIcon(Icon::get("close"_L1));
    m_close->setAccessibleName(tr("Close this notice"));
    m_close->setToolTip(m_close->accessibleName());
    row->addWidget(m_text, 1);
    row->addWidget(m_button);
    row->addWidget(m_close);
    connect(m_button, &QPushButton::clicked, this, [this] {
        if (m_content.action)
            m_content.action();
    });
    connect(m_close, &QToolButton::clicked, this, [this] {
        clear();
        emit closed();
    });
    setAccessibleName(tr("Notice"));
    hide();
}

void Banner::setContent(const BannerText &text) {
    m_content = text;
    m_text->setText(text.text);
    m_button->setText(text.actionText);
    m_button->setAccessibleName(text.actionText);
    m_button->setVisible(!text.actionText.isEmpty());
    m_close->setVisible(text.closable);
    setAccessibleDescription(text.text);
    applyColours();
    setVisible(true);
}

void Banner::clear() {
    setVisible(false);
    m_content = {};
}

QString Banner::text() const { return isHidden() ? QString() : m_content.text; }

void Banner::paintEvent(QPaintEvent *) {
    QPainter painter(this);
    const Theme &theme = themeOf(this);
    const ColourPair colours = coloursOf(m_content.tone, theme);
    painter.fillRect(rect(), colours.background);
    const QColor mark = m_content.tone == BannerTone::Info ? theme.accent : colours.foreground;
    Icon::paint(&painter, QStyle::visualRect(layoutDirection(), rect(), QRect(kPage, 0, kIcon, height())), iconOf(m_content.tone),
                mark);
}

void Banner::changeEvent(QEvent *event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::ApplicationPaletteChange)
        applyColours();
}

void Banner::applyColours() {
    QPalette colours = palette();
    colours.setColor(QPalette::WindowText, coloursOf(m_content.tone, themeOf(this)).foreground);
    m_text->setPalette(colours);
    update();
}

} // namespace kontor::ui
