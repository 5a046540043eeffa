#include "settings/settings_pane.h"

#include "base/fold.h"
#include "theme/metrics.h"
#include "widgets/palette_label.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QGridLayout>

namespace kontor::ui {

using namespace metrics;

SettingsPane::SettingsPane(QWidget *parent)
    : QWidget(parent), m_title(new PaletteLabel(TextRole::Title, TextColour::Normal, this)), m_grid(new QGridLayout(this)) {
    m_grid->setContentsMargins(kPage, kPane, kPage, kPage);
    m_grid->setHorizontalSpacing(kPane);
    m_grid->setVerticalSpacing(kLabelGap);
    m_grid->setColumnStretch(1, 1);
    m_grid->addWidget(m_title, 0, 0, 1, 2);
}

QLabel *SettingsPane::addRow(QWidget *control, PaletteLabel **hint) {
    auto *label = new PaletteLabel(TextRole::Body, TextColour::Second, this);
    label->setBuddy(control);
    m_labels << label;
    m_grid->addWidget(label, m_row, 0);
    m_grid->addWidget(control, m_row++, 1);
    if (hint) {
        *hint = new PaletteLabel(TextRole::Caption, TextColour::Third, this);
        (*hint)->setWordWrap(true);
        m_grid->addWidget(*hint, m_row++, 1);
    }
    return label;
}

void SettingsPane::addWide(QWidget *widget, int stretch) {
    m_grid->addWidget(widget, m_row, 0, 1, 2);
    m_grid->setRowStretch(m_row++, stretch);
}

void SettingsPane::addWide(QLayout *layout) { m_grid->addLayout(layout, m_row++, 0, 1, 2); }

QWidget *SettingsPane::wrapping(QWidget *parent) {
    auto *row = new QWidget(parent);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    row->setSizePolicy(policy);
    return row;
}

void SettingsPane::endRows() { m_grid->setRowStretch(m_row, 1); }

void SettingsPane::setRow(QLabel *label, QWidget *control, const QString &words) {
    label->setText(words);
    control->setAccessibleName(words);
}

void SettingsPane::applyTitle() {
    m_title->setText(title());
    setAccessibleName(title());
}

QString SettingsPane::words() const {
    QStringList found;
    for (const QLabel *label : findChildren<QLabel *>())
        if (!label->isHidden())
            found << label->text();
    for (const QAbstractButton *button : findChildren<QAbstractButton *>())
        if (!button->isHidden())
            found << button->text();
    for (const QComboBox *box : findChildren<QComboBox *>())
        for (int i = 0; i < box->count() && !box->isHidden(); ++i)
            found << box->itemText(i);
    return found.join(u' ').remove(u'&');
}

void SettingsPane::mark(const QString &word) {
    for (PaletteLabel *label : std::as_const(m_labels)) {
        const bool has = !word.isEmpty() && fold(label->text()).contains(word);
        setTextRole(label, has ? TextRole::Strong : TextRole::Body);
        label->setColour(has ? TextColour::Normal : TextColour::Second);
    }
}

} // namespace kontor::ui
