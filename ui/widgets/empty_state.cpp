#include "widgets/empty_state.h"

#include "theme/icon.h"
#include "theme/kontor_style.h"
#include "theme/metrics.h"
#include "widgets/palette_label.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

namespace kontor::ui {

using namespace metrics;

namespace {

class IconMark : public QLabel {
public:
    using QLabel::QLabel;
    QLatin1StringView icon;

    QSize sizeHint() const override { return {kLargeIcon, kLargeIcon}; }

protected:
    void paintEvent(QPaintEvent *) override {
        QPainter painter(this);
        Icon::paint(&painter, rect(), icon, themeOf(this).text3, isRightToLeft());
    }
};

} // namespace

EmptyState::EmptyState(QWidget *parent)
    : QWidget(parent),
      m_mark(new IconMark(this)),
      m_title(new PaletteLabel(TextRole::Title, TextColour::Normal, this)),
      m_text(new PaletteLabel(TextRole::Body, TextColour::Second, this)),
      m_buttons(new QHBoxLayout) {
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(kPage, kPage, kPage, kPage);
    column->setSpacing(kGap);
    column->addStretch(2);
    m_mark->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    column->addWidget(m_mark, 0, Qt::AlignHCenter);
    for (QLabel *label : {m_title, m_text}) {
        label->setAlignment(Qt::AlignCenter);
        label->setWordWrap(true);
        column->addWidget(label);
    }
    column->addSpacing(kGap);
    m_buttons->setSpacing(kGap);
    auto *centred = new QHBoxLayout;
    centred->addStretch(1);
    centred->addLayout(m_buttons);
    centred->addStretch(1);
    column->addLayout(centred);
    column->addStretch(3);
}

void EmptyState::setContent(QLatin1StringView icon, const QString &title, const QString &text) {
    static_cast<IconMark *>(m_mark)->icon = icon;
    m_title->setText(title);
    m_text->setText(text);
    m_text->setVisible(!text.isEmpty());
    setAccessibleName(title);
    setAccessibleDescription(text);
    m_mark->update();
}

QAbstractButton *EmptyState::addButton(const QString &text, bool primary) {
    auto *button = new QPushButton(text, this);
    button->setAccessibleName(text);
    if (primary)
        makePrimary(button);
    m_buttons->addWidget(button);
    return button;
}

} // namespace kontor::ui
