#include "settings/calling_pane.h"

#include "preferences/preferences.h"
#include "widgets/palette_label.h"

#include <QComboBox>
#include <QLineEdit>

namespace kontor::ui {

using namespace Qt::StringLiterals;

namespace {
const QString kNumber = u"{number}"_s;
}

CallingPane::CallingPane(Preferences &preferences, QWidget *parent)
    : SettingsPane(parent), m_preferences(preferences), m_method(new QComboBox(this)), m_template(new QLineEdit(this)) {
    m_methodLabel = addRow(m_method);
    m_templateLabel = addRow(m_template, &m_templateHint);
    endRows();
    m_template->setPlaceholderText(u"https://phone.example/call?to={number}"_s);
    connect(m_method, &QComboBox::activated, this, [this] {
        m_preferences.setCallMethod(m_method->currentData().toString());
        showState();
    });
    connect(m_template, &QLineEdit::textEdited, this, [this] {
        if (problem().isEmpty())
            m_preferences.setCallTemplate(m_template->text().trimmed());
        showState();
    });
    retranslate();
}

QString CallingPane::problem() const {
    if (m_preferences.callMethod() != "template"_L1)
        return {};
    return m_template->text().contains(kNumber)
               ? QString()
               : tr("Write %1 where the number belongs. Until then nothing is saved.").arg(kNumber);
}

void CallingPane::showState() {
    const bool isTemplate = m_preferences.callMethod() == "template"_L1;
    for (QWidget *part : std::initializer_list<QWidget *>{m_template, m_templateLabel, m_templateHint})
        part->setVisible(isTemplate);
    const QString wrong = problem();
    m_templateHint->setColour(wrong.isEmpty() || m_template->text().isEmpty() ? TextColour::Third : TextColour::Bad);
    m_templateHint->setText(
        !wrong.isEmpty() ? wrong
                         : tr("A web address, or a program with what it is given. It is started as it stands, by no shell."));
    m_template->setAccessibleDescription(m_templateHint->text());
}

void CallingPane::refresh() {
    m_method->clear();
    m_method->addItem(tr("The telephone program of the system (tel:)"), u"tel"_s);
    m_method->addItem(tr("A SIP telephone (sip:)"), u"sip"_s);
    m_method->addItem(tr("Skype and others (callto:)"), u"callto"_s);
    m_method->addItem(tr("An address or a program of my own"), u"template"_s);
    m_method->setCurrentIndex(qMax(0, m_method->findData(m_preferences.callMethod())));
    if (!m_template->hasFocus())
        m_template->setText(m_preferences.callTemplate());
    showState();
}

void CallingPane::retranslate() {
    applyTitle();
    setRow(m_methodLabel, m_method, tr("Call with"));
    setRow(m_templateLabel, m_template, tr("Address or program"));
    refresh();
}

} // namespace kontor::ui
