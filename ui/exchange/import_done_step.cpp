#include "exchange/import_done_step.h"

#include "exchange/import_check_step.h"
#include "exchange/import_work_bar.h"
#include "theme/metrics.h"
#include "widgets/bidi.h"
#include "widgets/copyable.h"
#include "widgets/palette_label.h"

#include <QDir>
#include <QHBoxLayout>
#include <QPushButton>

namespace kontor::ui {

using namespace Qt::StringLiterals;

ImportDoneStep::ImportDoneStep(ImportSession &session, QWidget *parent)
    : ImportStep(session, parent),
      m_counts(new PaletteLabel(TextRole::Section, TextColour::Normal, this)),
      m_work(new ImportWorkBar(session, this)),
      m_tag(new PaletteLabel(TextRole::Body, TextColour::Second, this)),
      m_differences(new PaletteLabel(TextRole::Body, TextColour::Normal, this)),
      m_rejects(new PaletteLabel(TextRole::Body, TextColour::Second, this)),
      m_look(new QPushButton(this)),
      m_undo(new QPushButton(this)),
      m_all(new QPushButton(this)),
      m_keep(new QPushButton(this)),
      m_another(new QPushButton(this)) {
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(metrics::kPane);
    m_counts->setWordWrap(true);
    column->addWidget(m_counts);
    column->addWidget(m_work);
    m_differences->setWordWrap(true);
    column->addWidget(m_differences);
    m_rejects->setWordWrap(true);
    makeCopyable(m_rejects);
    m_tag->setWordWrap(true);
    column->addWidget(m_tag);
    column->addWidget(m_rejects);
    auto *acts = new QHBoxLayout;
    acts->setSpacing(metrics::kGap);
    for (QPushButton *button : {m_look, m_undo, m_all, m_keep, m_another})
        acts->addWidget(button);
    acts->addStretch(1);
    column->addLayout(acts);
    column->addStretch(1);
    connect(m_look, &QPushButton::clicked, this, &ImportDoneStep::showWanted);
    connect(m_undo, &QPushButton::clicked, this, &ImportDoneStep::undoWanted);
    connect(m_all, &QPushButton::clicked, this, &ImportDoneStep::allWanted);
    connect(m_keep, &QPushButton::clicked, &session, &ImportSession::keepAsFeed);
    connect(m_another, &QPushButton::clicked, this, &ImportDoneStep::anotherWanted);
    connect(&session, &ImportSession::workChanged, this, &ImportDoneStep::show);
}

QWidget *ImportDoneStep::firstField() const { return m_session.imported() ? m_look : m_another; }

void ImportDoneStep::retranslate() {
    m_work->retranslate(tr("Stop and take everything back"));
    m_look->setText(tr("Show them"));
    m_look->setAccessibleName(tr("Show them"));
    m_undo->setText(tr("Undo import"));
    m_undo->setAccessibleName(tr("Undo import"));
    m_all->setText(tr("Take it back and import all"));
    m_all->setAccessibleName(tr("Take it back and import all"));
    m_keep->setText(tr("Keep for one click"));
    m_keep->setAccessibleName(tr("Keep for one click"));
    m_keep->setToolTip(tr("The first step offers to take this file in again, with the same choices."));
    m_another->setText(tr("Import another file"));
    m_another->setAccessibleName(tr("Import another file"));
    show();
}

// What a feed made other than the last time.
QString ImportDoneStep::differences() const {
    QStringList lines;
    for (const exchange::FileReport &file : m_session.imported()->files)
        if (file.differences)
            lines += exchange::differenceLines(file);
    if (m_session.isFeed() && lines.isEmpty())
        lines << tr("The first step takes %1 in again with one click.").arg(isolated(m_session.feed()));
    return lines.join(u'\n');
}

QString ImportDoneStep::counts() const {
    const exchange::ImportCounts counts = m_session.imported()->total();
    return m_session.isTrial() ? tr("The first %Ln row(s): %1", nullptr, int(counts.read)).arg(countsText(counts))
                               : countsText(counts);
}

void ImportDoneStep::show() {
    const bool isAtWork = m_session.isAtWork();
    const auto &imported = m_session.imported();
    const bool isDone = imported && !isAtWork;
    m_work->showWork();
    m_look->setVisible(isDone && !m_session.tag().isEmpty());
    m_undo->setVisible(isDone);
    m_all->setVisible(isDone && m_session.isTrial());
    m_keep->setVisible(isDone && !m_session.isTrial() && !m_session.isFeed() && !m_session.isPasted());
    m_another->setVisible(!isAtWork);
    m_differences->setText(isDone ? differences() : QString());
    m_differences->setVisible(!m_differences->text().isEmpty());
    QStringList files;
    if (isDone)
        for (const exchange::FileReport &file : imported->files)
            if (!file.rejects.isEmpty())
                files << isolatedLtr(QDir::toNativeSeparators(file.rejects));
    m_tag->setVisible(isDone && !m_session.tag().isEmpty());
    m_tag->setText(tr("All of them carry the tag %1.").arg(isolated(m_session.tag())));
    m_rejects->setVisible(!files.isEmpty());
    m_rejects->setText(tr("The rows with problems are kept, each with its reason, in %1.").arg(files.join(u", "_s)));
    if (isAtWork)
        m_counts->setText(m_session.isStopping() ? tr("Everything is being taken back…")
                                                 : tr("%Ln row(s) taken in so far.", nullptr, int(m_session.progress().rows)));
    else
        m_counts->setText(isDone ? counts() : tr("The import was stopped. Everything was taken back."));
    emit stateChanged();
}

} // namespace kontor::ui
