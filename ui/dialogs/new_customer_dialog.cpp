#include "dialogs/new_customer_dialog.h"

#include "base/phone.h"
#include "customers/customer_repository.h"
#include "customers/customer_texts.h"
#include "find/find_provider.h"
#include "interactions/interaction.h"
#include "theme/metrics.h"
#include "widgets/palette_label.h"
#include "workspace/workspace.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QGridLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>

namespace kontor::ui {

using namespace Qt::StringLiterals;
using namespace metrics;

namespace {
constexpr int kFormWidth = 460;
constexpr int kLookPause = 150;
constexpr int kNoteLines = 3;
constexpr int kShortestLook = 3;
} // namespace

NewCustomerDialog::NewCustomerDialog(workspace::Workspace &workspace, FindProvider &finder, QWidget *parent)
    : QDialog(parent), m_workspace(workspace), m_finder(finder) {
    setWindowTitle(tr("New customer"));
    setWindowModality(Qt::WindowModal);
    setAttribute(Qt::WA_DeleteOnClose);
    build();
    wire();
    refreshState();
}

QLineEdit *NewCustomerDialog::addField(QGridLayout *form, const QString &label) {
    auto *edit = new QLineEdit(this);
    auto *title = new QLabel(label, this);
    title->setBuddy(edit);
    edit->setAccessibleName(QString(label).remove(u'&'));
    const int row = form->rowCount();
    form->addWidget(title, row, 0);
    form->addWidget(edit, row, 1);
    return edit;
}

void NewCustomerDialog::build() {
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(kPage, kPage, kPage, kPane);
    column->setSpacing(kPane);
    auto *form = new QGridLayout;
    form->setHorizontalSpacing(kLabelGap);
    form->setVerticalSpacing(kGap);
    form->setColumnStretch(1, 1);
    form->setColumnMinimumWidth(1, kFormWidth - kPage * 6);
    m_name = addField(form, tr("&Name or company"));
    m_phone = addField(form, tr("&Phone"));
    m_email = addField(form, tr("&E-mail"));
    for (QLineEdit *edit : {m_phone, m_email})
        edit->setLayoutDirection(Qt::LeftToRight);

    const auto addChoice = [&](const QString &label) {
        auto *box = new QComboBox(this);
        auto *title = new QLabel(label, this);
        title->setBuddy(box);
        box->setAccessibleName(QString(label).remove(u'&'));
        const int row = form->rowCount();
        form->addWidget(title, row, 0);
        form->addWidget(box, row, 1);
        return box;
    };
    m_kind = addChoice(tr("&Is a"));
    m_kind->addItem(tr("Person"), u"person"_s);
    m_kind->addItem(tr("Organisation"), u"organisation"_s);
    m_lifecycle = addChoice(tr("&Type"));
    for (const QString &value : lifecycleValues())
        m_lifecycle->addItem(lifecycleText(value), value);

    auto *noteTitle = new QLabel(tr("&First note"), this);
    m_note = new QPlainTextEdit(this);
    m_note->setTabChangesFocus(true);
    m_note->setAccessibleName(tr("First note"));
    m_note->setMaximumHeight(kNoteLines * m_note->fontMetrics().lineSpacing() + kPane);
    noteTitle->setBuddy(m_note);
    const int row = form->rowCount();
    form->addWidget(noteTitle, row, 0, Qt::AlignTop);
    form->addWidget(m_note, row, 1);
    column->addLayout(form);

    // Room is kept for both hints, so that nothing jumps while typing.
    m_problem = new PaletteLabel(TextRole::Body, TextColour::Bad, this);
    m_twin = new PaletteLabel(TextRole::Body, TextColour::Second, this);
    m_openTwin = new QPushButton(tr("Open"), this);
    m_openTwin->setFlat(true);
    m_openTwin->setAutoDefault(false);
    m_openTwin->setAccessibleName(tr("Open the customer who is there already"));
    auto *hints = new QHBoxLayout;
    m_problem->setMinimumHeight(kControl);
    hints->addWidget(m_problem);
    hints->addWidget(m_twin, 1);
    hints->addWidget(m_openTwin);
    column->addLayout(hints);

    auto *buttons = new QDialogButtonBox(this);
    m_add = buttons->addButton(tr("Add customer"), QDialogButtonBox::AcceptRole);
    m_add->setDefault(true);
    m_add->setToolTip(tr("Add customer (Enter); add and take the next one (Ctrl+Enter)"));
    QPushButton *cancel = buttons->addButton(tr("Cancel"), QDialogButtonBox::RejectRole);
    cancel->setAutoDefault(false);
    column->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, [this] { add(false); });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

void NewCustomerDialog::wire() {
    m_lookLater.setSingleShot(true);
    m_lookLater.setInterval(kLookPause);
    connect(&m_lookLater, &QTimer::timeout, this, &NewCustomerDialog::lookForTwins);
    for (QLineEdit *edit : {m_name, m_phone, m_email})
        connect(edit, &QLineEdit::textChanged, this, [this] {
            refreshState();
            m_lookLater.start();
        });
    connect(m_openTwin, &QPushButton::clicked, this, [this] {
        emit existingWanted(m_twinId);
        reject();
    });
}

void NewCustomerDialog::prefill(const QString &name, const QString &phone) {
    m_name->setText(name);
    m_phone->setText(phone);
    (name.isEmpty() ? m_name : m_phone)->setFocus();
}

bool NewCustomerDialog::hasEnough() const {
    for (const QLineEdit *edit : {m_name, m_phone, m_email})
        if (!edit->text().trimmed().isEmpty())
            return true;
    return false;
}

void NewCustomerDialog::refreshState() {
    m_add->setEnabled(hasEnough() && !m_isAdding);
    m_problem->clear();
    m_problem->setVisible(false);
    if (m_twinId.isValid() && !hasEnough())
        m_twinId = {};
    m_twin->setVisible(m_twinId.isValid());
    m_openTwin->setVisible(m_twinId.isValid());
}

void NewCustomerDialog::showProblem(const QString &sentence) {
    m_twin->setVisible(false);
    m_openTwin->setVisible(false);
    m_problem->setText(sentence);
    m_problem->setVisible(true);
}

void NewCustomerDialog::lookForTwins() {
    const quint64 number = ++m_number;
    m_twinId = {};
    const QString phone = phoneDigits(m_phone->text());
    const QString email = m_email->text().trimmed();
    const QString name = m_name->text().trimmed();
    const QString text = phone.size() > kShortestLook + 2 ? m_phone->text()
                         : email.contains(u'@')           ? email
                         : name.size() >= kShortestLook   ? name
                                                          : QString();
    if (text.isEmpty())
        return refreshState();
    m_finder.find(text, this, [this, number](Result<FindAnswer> answer) {
        if (answer && number == m_number)
            showTwin(*answer);
    });
}

// Only what is surely alike: the same number, the same address, the same name.
void NewCustomerDialog::showTwin(const FindAnswer &answer) {
    const QString name = m_name->text().simplified();
    for (const search::Hit &hit : answer.hits) {
        using enum search::HitClass;
        const bool alike = hit.hitClass == PhoneTail || hit.hitClass == Email || hit.name.compare(name, Qt::CaseInsensitive) == 0;
        if (!alike)
            continue;
        m_twinId = hit.customerId;
        m_twin->setText(hit.hitClass == PhoneTail ? tr("Same phone: %1").arg(hit.name)
                        : hit.hitClass == Email   ? tr("Same e-mail: %1").arg(hit.name)
                                                  : tr("Same name: %1").arg(hit.name));
        break;
    }
    refreshState();
}

void NewCustomerDialog::add(bool andAnother) {
    if (!hasEnough() || m_isAdding)
        return;
    NewCustomer draft;
    draft.customer.name = m_name->text().simplified();
    draft.customer.kind = m_kind->currentData().toString();
    draft.customer.lifecycle = m_lifecycle->currentData().toString();
    if (const QString phone = m_phone->text().trimmed(); !phone.isEmpty())
        draft.phones << phone;
    if (const QString email = m_email->text().trimmed(); !email.isEmpty())
        draft.emails << email;
    const QString note = m_note->toPlainText().trimmed();
    m_isAdding = true;
    refreshState();
    const QString name = !draft.customer.name.isEmpty() ? draft.customer.name
                         : draft.phones.isEmpty()       ? draft.emails.first()
                                                        : draft.phones.first();
    m_workspace.write(
        {u"add"_s, "customer", {}},
        [draft, note](workspace::Recorder &recorder) -> Result<Id> {
            TRY(id, addCustomer(recorder, draft));
            if (note.isEmpty())
                return id;
            Interaction entry;
            entry.customerId = id;
            entry.kind = u"note"_s;
            entry.at = recorder.now();
            entry.text = note;
            if (recorder.user().isValid())
                entry.userId = recorder.user();
            TRY_VOID(recorder.insert(entry));
            return id;
        },
        this, [this, name, andAnother](Result<Id> id) { finished(std::move(id), name, andAnother); });
}

void NewCustomerDialog::finished(Result<Id> id, const QString &name, bool andAnother) {
    m_isAdding = false;
    refreshState();
    if (!id)
        return showProblem(id.error().message);
    if (!andAnother) {
        accept();
        return emit added(*id, name);
    }
    for (QLineEdit *edit : {m_name, m_phone, m_email})
        edit->clear();
    m_note->clear();
    m_name->setFocus();
}

void NewCustomerDialog::keyPressEvent(QKeyEvent *event) {
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && event->modifiers().testFlag(Qt::ControlModifier))
        return add(true);
    QDialog::keyPressEvent(event);
}

} // namespace kontor::ui
