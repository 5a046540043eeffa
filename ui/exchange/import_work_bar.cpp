#include "exchange/import_work_bar.h"

#include "exchange/import_session.h"
#include "theme/metrics.h"

#include <QHBoxLayout>
#include <QProgressBar>
#include <QPushButton>

namespace kontor::ui {

namespace {

constexpr int kParts = 1000; // of the progress bar

} // namespace

ImportWorkBar::ImportWorkBar(ImportSession &session, QWidget *parent)
    : QWidget(parent), m_session(session), m_progress(new QProgressBar(this)), m_stop(new QPushButton(this)) {
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins({});
    row->setSpacing(metrics::kGap);
    m_progress->setRange(0, kParts);
    m_progress->setTextVisible(false);
    row->addWidget(m_progress, 1);
    row->addWidget(m_stop);
    connect(m_stop, &QPushButton::clicked, &session, &ImportSession::stop);
}

void ImportWorkBar::retranslate(const QString &stop) {
    m_progress->setAccessibleName(tr("Progress"));
    m_stop->setText(stop);
    m_stop->setAccessibleName(stop);
}

void ImportWorkBar::showWork() {
    const exchange::ImportProgress &progress = m_session.progress();
    setVisible(m_session.isAtWork());
    m_stop->setEnabled(!m_session.isStopping());
    m_progress->setValue(progress.totalBytes > 0 ? int(kParts * progress.bytes / progress.totalBytes) : 0);
}

} // namespace kontor::ui
