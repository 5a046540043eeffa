#include "today/outcome_strip.h"

#include "interactions/outcome_bar.h"
#include "theme/metrics.h"
#include "widgets/palette_label.h"

#include <QVBoxLayout>

namespace kontor::ui {

using namespace Qt::StringLiterals;
using namespace metrics;

OutcomeStrip::OutcomeStrip(const Formats &formats, QWidget *parent)
    : QWidget(parent),
      m_question(new PaletteLabel(TextRole::Caption, TextColour::Second, this)),
      m_bar(new OutcomeBar(formats, this)) {
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(kSmall);
    m_question->setText(tr("How did the call go?"));
    m_bar->retranslate();
    m_bar->setKind(u"call"_s);
    column->addWidget(m_question);
    column->addWidget(m_bar);
    column->addStretch(1);
    setAccessibleName(tr("Outcome of the call"));
}

int OutcomeStrip::heightFor(int width) const {
    // The hairline and the ring of the row stand below it.
    return m_question->sizeHint().height() + kSmall + m_bar->layout()->heightForWidth(width) + 2 * kGap;
}

} // namespace kontor::ui
