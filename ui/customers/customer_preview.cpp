#include "customers/customer_preview.h"

#include "customers/mini_card.h"
#include "theme/kontor_style.h"

#include <QPainter>
#include <QVBoxLayout>

namespace kontor::ui {

CustomerPreview::CustomerPreview(const Formats &formats, QWidget *parent) : QWidget(parent), m_card(new MiniCard(formats, this)) {
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_card);
    retranslate();
}

void CustomerPreview::setRow(const CustomerRow &row) {
    m_customer = row.id;
    m_card->setRow(row);
}

void CustomerPreview::clear() {
    m_customer = {};
    m_card->clear();
}

void CustomerPreview::retranslate() { setAccessibleName(tr("Preview of the current customer")); }

void CustomerPreview::paintEvent(QPaintEvent *) {
    QPainter painter(this);
    painter.fillRect(rect(), themeOf(this).surface);
}

} // namespace kontor::ui
