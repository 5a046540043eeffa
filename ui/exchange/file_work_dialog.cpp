#include "exchange/file_work_dialog.h"

#include "theme/metrics.h"
#include "widgets/formats.h"
#include "widgets/palette_label.h"

#include <QHBoxLayout>
#include <QProgressBar>
#include <QPushButton>

namespace kontor::ui {

using namespace metrics;

namespace {

constexpr int kWidth = 420;

} // namespace

FileWorkDialog::FileWorkDialog(FileWork *work, const QString &title, const QString &sentence, const Formats &formats,
                               QWidget *parent)
    : QDialog(parent),
      m_work(work),
      m_formats(formats),
      m_sentence(sentence),
      m_text(new PaletteLabel(TextRole::Body, TextColour::Normal, this)),
      m_progress(new QProgressBar(this)),
      m_show(new QPushButton(tr("Show in folder"), this)),
      m_stop(new QPushButton(tr("Stop"), this)) {
    work->setParent(this);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(title);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(kPage, kPage, kPage, kPane);
    column->setSpacing(kLabelGap);
    m_text->setWordWrap(true);
    column->addWidget(m_text);
    m_progress->setRange(0, 0); // how much there is, is not known before
    m_progress->setTextVisible(false);
    m_progress->setAccessibleName(tr("Progress"));
    column->addWidget(m_progress);
    auto *acts = new QHBoxLayout;
    acts->setSpacing(kGap);
    acts->addStretch(1);
    m_show->setAccessibleName(m_show->text());
    m_show->hide();
    m_stop->setAccessibleName(tr("Stop and write nothing"));
    acts->addWidget(m_show);
    acts->addWidget(m_stop);
    column->addLayout(acts);
    setMinimumWidth(scaled(kWidth));
    connect(m_stop, &QPushButton::clicked, this, &FileWorkDialog::reject);
    connect(m_show, &QPushButton::clicked, this, [this] {
        showInFolder(m_file);
        accept();
    });
    connect(work, &FileWork::progressed, this, &FileWorkDialog::showProgress);
    connect(work, &FileWork::stopped, this, &QDialog::accept);
    connect(work, &FileWork::failed, this, &QDialog::accept);
    showProgress();
}

void FileWorkDialog::showProgress() {
    if (m_work->isStopping())
        m_text->setText(tr("Stopping…"));
    else if (m_work->done() == 0)
        m_text->setText(m_sentence);
    else
        //: What is going on, and how much is done.
        m_text->setText(tr("%1 %2 so far.").arg(m_sentence, m_formats.number(m_work->done())));
}

void FileWorkDialog::showResult(const QString &sentence, const QString &file) {
    m_file = file;
    m_text->setText(sentence);
    m_progress->hide();
    m_show->show();
    m_show->setDefault(true);
    m_show->setFocus(Qt::OtherFocusReason);
    m_stop->setText(tr("Close"));
    m_stop->setAccessibleName(m_stop->text());
    adjustSize();
}

void FileWorkDialog::reject() {
    if (!m_work->isAtWork())
        return QDialog::reject();
    m_work->stop();
    showProgress();
}

} // namespace kontor::ui
