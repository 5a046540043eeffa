#include "call_session/call_summary.h"

#include "theme/kontor_style.h"
#include "theme/metrics.h"
#include "widgets/bidi.h"
#include "widgets/copyable.h"
#include "widgets/formats.h"
#include "widgets/page_title.h"
#include "widgets/palette_label.h"

#include <QPushButton>
#include <QVBoxLayout>

namespace kontor::ui {

using namespace metrics;

namespace {
constexpr qint64 kMinute = 60;
}

CallSummary::CallSummary(const Formats &formats, QWidget *parent)
    : QWidget(parent),
      m_formats(formats),
      m_title(new PageTitle(this)),
      m_text(new PaletteLabel(TextRole::Body, TextColour::Normal, this)),
      m_continue(new QPushButton(this)),
      m_close(new QPushButton(this)) {
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(kPage, kGap, kPage, kPage);
    column->setSpacing(kPane);
    column->addWidget(m_title);
    m_text->setWordWrap(true);
    makeCopyable(m_text);
    column->addWidget(m_text);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(kGap);
    makePrimary(m_continue);
    buttons->addWidget(m_continue);
    buttons->addWidget(m_close);
    buttons->addStretch(1);
    column->addLayout(buttons);
    column->addStretch(1);
    connect(m_continue, &QPushButton::clicked, this, &CallSummary::continueWanted);
    connect(m_close, &QPushButton::clicked, this, &CallSummary::closed);
    retranslate();
}

void CallSummary::retranslate() {
    m_close->setText(tr("Close"));
    m_close->setAccessibleName(tr("Close"));
    showSession(m_session);
}

QPushButton *CallSummary::firstButton() const { return m_continue->isVisibleTo(this) ? m_continue : m_close; }

void CallSummary::showSession(const CallSession &session) {
    m_session = session;
    m_title->setTitle(tr("Session ended: %1").arg(isolated(session.name)));
    m_lines = {
        tr("%Ln call(s) in %1 min", nullptr, session.called()).arg(m_formats.number(qMax<qint64>(1, session.seconds / kMinute)))};
    for (const Outcome &outcome : m_formats.outcomes().all())
        if (const int count = session.count(outcome.name); count > 0)
            m_lines << tr("%1: %2").arg(outcome.label(), m_formats.number(count));
    m_lines << tr("Next steps made: %1").arg(m_formats.number(session.nextSteps()));
    const int left = int(session.queue.size()) - session.called();
    if (left > 0)
        m_lines << tr("Not called: %1").arg(m_formats.number(left));
    m_text->setText(m_lines.join(u'\n'));
    const int unanswered = int(session.unanswered().size());
    m_continue->setText(tr("Continue with %Ln no-answer(s)", nullptr, unanswered));
    m_continue->setAccessibleName(m_continue->text());
    m_continue->setVisible(unanswered > 0);
}

} // namespace kontor::ui
