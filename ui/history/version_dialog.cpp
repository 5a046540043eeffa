#include "history/version_dialog.h"

#include "history/history_words.h"
#include "theme/metrics.h"
#include "widgets/bidi.h"
#include "widgets/decision_buttons.h"
#include "widgets/palette_label.h"

#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

namespace kontor::ui {

using namespace metrics;

namespace {
constexpr int kWidth = 520;
constexpr int kHeight = 360;
} // namespace

VersionDialog::VersionDialog(const QString &name, const QString &moment, QWidget *parent)
    : QDialog(parent),
      m_what(new PaletteLabel(TextRole::Body, TextColour::Normal, this)),
      m_list(new QListWidget(this)),
      m_rest(new PaletteLabel(TextRole::Caption, TextColour::Second, this)) {
    setWindowTitle(tr("Restore this version"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowModality(Qt::WindowModal);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(kPage, kPage, kPage, kPane);
    column->setSpacing(kLabelGap);
    m_what->setWordWrap(true);
    //: A customer's name, and a moment in the history: "9 Mar 2026 14:05, after: Change of City".
    m_what->setText(tr("The card of %1 comes back as it stood on %2.").arg(isolated(name), isolated(moment)));
    column->addWidget(m_what);
    m_list->setAccessibleName(tr("What would change"));
    m_list->setWordWrap(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    column->addWidget(m_list, 1);
    m_rest->setWordWrap(true);
    m_rest->setText(tr("Entries, tasks, purchases, files and consents stay as they are. You can take this back."));
    column->addWidget(m_rest);
    auto *buttons = new DecisionButtons(tr("Restore this version"), this);
    m_restore = buttons->doIt();
    m_restore->setDefault(true);
    m_restore->setEnabled(false);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    column->addWidget(buttons);
    resize(scaled(kWidth), kHeight);
}

void VersionDialog::setDifferences(const QList<history::ChangeLine> &lines, const Formats &formats) {
    m_list->clear();
    for (const history::ChangeLine &line : lines) {
        const QString text = changeSummary(line, false, formats);
        auto *item = new QListWidgetItem(text, m_list);
        item->setData(Qt::AccessibleTextRole, text);
    }
    m_restore->setEnabled(!lines.isEmpty());
    if (lines.isEmpty()) {
        m_list->hide();
        m_rest->setText(tr("Nothing is different now."));
        adjustSize();
    } else {
        m_list->setCurrentRow(0);
        m_list->setFocus(Qt::OtherFocusReason);
    }
}

} // namespace kontor::ui
