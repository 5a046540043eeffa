#include "exchange/import_matching_step.h"

#include "theme/metrics.h"
#include "widgets/palette_label.h"

#include <QCheckBox>
#include <QRadioButton>
#include <QVBoxLayout>

namespace kontor::ui {

using namespace Qt::StringLiterals;
using exchange::OnMatch;

ImportMatchingStep::ImportMatchingStep(ImportSession &session, QWidget *parent)
    : ImportStep(session, parent),
      m_keysTitle(new PaletteLabel(TextRole::Strong, TextColour::Normal, this)),
      m_keysHint(new PaletteLabel(TextRole::Body, TextColour::Second, this)),
      m_matchTitle(new PaletteLabel(TextRole::Strong, TextColour::Normal, this)),
      m_fill(new QRadioButton(this)),
      m_overwrite(new QRadioButton(this)),
      m_keep(new QRadioButton(this)),
      m_add(new QRadioButton(this)),
      m_companies(new QCheckBox(this)) {
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(metrics::kGap);
    column->addWidget(m_keysTitle);
    for (const QString &word : {u"id"_s, u"email"_s, u"phone"_s, u"name+company"_s, u"customer_number"_s}) {
        m_keys.append({word, new QCheckBox(this)});
        m_keys.last().box->setChecked(word != "customer_number"_L1);
        column->addWidget(m_keys.last().box);
        connect(m_keys.last().box, &QCheckBox::toggled, this, &ImportMatchingStep::choose);
    }
    m_keysHint->setWordWrap(true);
    column->addWidget(m_keysHint);
    column->addSpacing(metrics::kPane);
    column->addWidget(m_matchTitle);
    for (QRadioButton *button : {m_fill, m_overwrite, m_keep, m_add}) {
        column->addWidget(button);
        connect(button, &QRadioButton::toggled, this, &ImportMatchingStep::choose);
    }
    m_fill->setChecked(true);
    column->addSpacing(metrics::kPane);
    column->addWidget(m_companies);
    connect(m_companies, &QCheckBox::toggled, this, &ImportMatchingStep::choose);
    column->addStretch(1);
}

QWidget *ImportMatchingStep::firstField() const { return m_keys.first().box; }

void ImportMatchingStep::enter() {
    const bool isOfCustomers = m_session.table().kind == exchange::FileKind::Customers;
    for (const Key &key : std::as_const(m_keys))
        key.box->setEnabled(isOfCustomers);
    m_companies->setVisible(isOfCustomers);
}

void ImportMatchingStep::retranslate() {
    m_keysTitle->setText(tr("A row is a customer who is here already if it has the same"));
    const QStringList texts{tr("number in the other program"), tr("e-mail address"), tr("phone number"), tr("name and company"),
                            tr("customer number")};
    for (qsizetype i = 0; i < m_keys.size(); ++i)
        m_keys.at(i).box->setText(texts.at(i));
    m_keysHint->setText(tr("Rows of the file that are one customer are brought together in the same way."));
    m_matchTitle->setText(tr("Of customers who are here already"));
    m_fill->setText(tr("fill empty fields only"));
    m_overwrite->setText(tr("overwrite with what the file has"));
    m_keep->setText(tr("leave everything as it is"));
    m_add->setText(tr("add the row as a new customer all the same"));
    m_companies->setText(tr("Make a customer of every company, too, and link its people to it"));
}

void ImportMatchingStep::choose() {
    QStringList words;
    bool isUsual = true;
    for (const Key &key : std::as_const(m_keys)) {
        if (key.box->isChecked())
            words << key.word;
        isUsual = isUsual && key.box->isChecked() == (key.word != "customer_number"_L1);
    }
    const OnMatch onMatch = m_overwrite->isChecked() ? OnMatch::Overwrite
                            : m_keep->isChecked()    ? OnMatch::Keep
                            : m_add->isChecked()     ? OnMatch::Add
                                                     : OnMatch::Fill;
    m_session.setMatching(isUsual ? QString() : words.join(u','), words.isEmpty() ? OnMatch::Add : onMatch,
                          m_companies->isChecked());
}

} // namespace kontor::ui
