#include "dialogs/new_customer_dialog.h"

#include "customers/customer_repository.h"
#include "customers/customer_texts.h"
#include "customers/source_uses.h"
#include "dialogs/twin_list.h"
#include "interactions/interaction.h"
#include "theme/metrics.h"
#include "widgets/decision_buttons.h"
#include "widgets/palette_label.h"
#include "workspace/workspace.h"

#include <QClipboard>
#include <QComboBox>
#include <QGridLayout>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRegularExpression>

namespace kontor::ui {

using namespace Qt::StringLiterals;
using namespace metrics;

namespace {
constexpr int kFormWidth = 320; // of the fields
constexpr int kNoteLines = 3;
constexpr int kMostSources = 20;
} // namespace

NewCustomerDialog::NewCustomerDialog(workspace::Workspace &workspace, FindProvider &finder, const Formats &formats,
                                     QWidget *parent)
    : QDialog(parent), m_workspace(workspace), m_twins(new TwinList(finder, this)) {
    setWindowTitle(tr("New customer"));
    setWindowModality(Qt::WindowModal);
    setAttribute(Qt::WA_DeleteOnClose);
    build();
    for (const CustomerType &type : formats.types().offered())
        m_lifecycle->addItem(type.label(), type.name);
    wire();
    setMoreVisible(false);
    refreshState();
    readSources();
}

void NewCustomerDialog::addRow(QGridLayout *form, const QString &label, QWidget *field) {
    auto *title = new QLabel(label, this);
    title->setBuddy(field);
    field->setAccessibleName(QString(label).remove(u'&'));
    const int row = form->rowCount();
    form->addWidget(title, row, 0, qobject_cast<QPlainTextEdit *>(field) ? Qt::AlignTop : Qt::AlignVCenter);
    form->addWidget(field, row, 1);
}

QLineEdit *NewCustomerDialog::addField(QGridLayout *form, const QString &label) {
    auto *edit = new QLineEdit(this);
    addRow(form, label, edit);
    return edit;
}

QGridLayout *NewCustomerDialog::buildForm() {
    auto *form = new QGridLayout;
    form->setHorizontalSpacing(kLabelGap);
    form->setVerticalSpacing(kGap);
    form->setColumnStretch(1, 1);
    form->setColumnMinimumWidth(1, kFormWidth);
    m_name = addField(form, tr("&Name or company"));
    m_phone = addField(form, tr("&Phone"));
    m_email = addField(form, tr("&E-mail"));
    m_kind = new QComboBox(this);
    m_kind->addItem(tr("Person"), u"person"_s);
    m_kind->addItem(tr("Organisation"), u"organisation"_s);
    addRow(form, tr("&Kind"), m_kind);
    m_lifecycle = new QComboBox(this);
    addRow(form, tr("&Type"), m_lifecycle);
    m_tags = addField(form, tr("Ta&gs"));
    m_tags->setPlaceholderText(tr("garden, spring fair"));
    m_source = new QComboBox(this);
    m_source->setEditable(true);
    addRow(form, tr("&How they found us"), m_source);
    m_source->lineEdit()->setAccessibleName(tr("How they found us"));
    buildMore(form);
    m_note = new QPlainTextEdit(this);
    m_note->setTabChangesFocus(true);
    m_note->setMaximumHeight(kNoteLines * m_note->fontMetrics().lineSpacing() + kPane);
    addRow(form, tr("&First note"), m_note);
    return form;
}

void NewCustomerDialog::buildMore(QGridLayout *form) {
    m_company = addField(form, tr("&Company"));
    m_jobTitle = addField(form, tr("&Job title"));
    m_city = addField(form, tr("Cit&y"));
    m_salutation = addField(form, tr("Address &as"));
    for (QLineEdit *edit : {m_company, m_jobTitle, m_city, m_salutation})
        m_moreWidgets << edit;
    for (QLabel *label : findChildren<QLabel *>())
        if (m_moreWidgets.contains(label->buddy()))
            m_moreWidgets << label;
}

void NewCustomerDialog::build() {
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(kPage, kPage, kPage, kPane);
    column->setSpacing(kPane);
    auto *both = new QHBoxLayout;
    both->setSpacing(kPage);
    both->addLayout(buildForm(), 1);
    both->addWidget(m_twins);
    column->addLayout(both, 1);
    m_problem = new PaletteLabel(TextRole::Body, TextColour::Bad, this);
    m_problem->setWordWrap(true);
    m_problem->setMinimumHeight(kControl); // its room is kept, so that nothing jumps
    column->addWidget(m_problem);

    auto *buttons = new DecisionButtons(tr("Add customer"), this);
    m_add = buttons->doIt();
    m_add->setDefault(true);
    m_add->setToolTip(tr("Add customer (Enter); add and take the next one (Ctrl+Enter)"));
    m_more = new QPushButton(tr("&More fields"), this);
    m_more->setFlat(true);
    m_more->setAutoDefault(false);
    auto *foot = new QHBoxLayout;
    foot->addWidget(m_more);
    foot->addStretch(1);
    foot->addWidget(buttons);
    column->addLayout(foot);
    connect(buttons, &DecisionButtons::accepted, this, [this] { add(false); });
    connect(buttons, &DecisionButtons::rejected, this, &QDialog::reject);
    connect(m_more, &QPushButton::clicked, this, [this] {
        setMoreVisible(true);
        m_company->setFocus(Qt::OtherFocusReason);
    });
}

void NewCustomerDialog::setMoreVisible(bool visible) {
    for (QWidget *widget : std::as_const(m_moreWidgets))
        widget->setVisible(visible);
    m_more->setVisible(!visible);
}

QList<QLineEdit *> NewCustomerDialog::lines() const {
    return {m_name, m_phone, m_email, m_tags, m_company, m_jobTitle, m_city, m_salutation};
}

void NewCustomerDialog::wire() {
    for (QLineEdit *edit : {m_name, m_phone, m_email})
        connect(edit, &QLineEdit::textChanged, this, [this] {
            refreshState();
            m_twins->look(m_name->text(), m_phone->text(), m_email->text());
        });
    for (QLineEdit *edit : lines())
        edit->installEventFilter(this);
    connect(m_twins, &TwinList::openWanted, this, [this](Id customer) {
        emit existingWanted(customer);
        reject();
    });
}

void NewCustomerDialog::readSources() {
    m_workspace.read(
        this, [](db::Database &database) { return sourceUses(database); },
        [this](const Result<QList<SourceUse>> &sources) {
            if (!sources)
                return; // it can be typed all the same
            const QString typed = m_source->currentText();
            for (const SourceUse &use : sources->mid(0, kMostSources))
                m_source->addItem(use.source);
            m_source->setEditText(typed);
        },
        workspace::Urgency::Background);
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
}

void NewCustomerDialog::showProblem(const QString &sentence) { m_problem->setText(sentence); }

NewCustomer NewCustomerDialog::draft() const {
    NewCustomer draft;
    draft.customer.name = m_name->text().simplified();
    draft.customer.kind = m_kind->currentData().toString();
    draft.customer.lifecycle = m_lifecycle->currentData().toString();
    draft.customer.source = m_source->currentText().simplified();
    draft.customer.company = m_company->text().simplified();
    draft.customer.jobTitle = m_jobTitle->text().simplified();
    draft.customer.city = m_city->text().simplified();
    draft.customer.salutation = m_salutation->text().simplified();
    static const QRegularExpression comma(u"[,;،、，]"_s);
    for (const QString &tag : m_tags->text().split(comma, Qt::SkipEmptyParts))
        if (!tag.trimmed().isEmpty())
            draft.tags << tag.trimmed();
    draft.phones << m_phone->text().trimmed() << m_morePhones;
    draft.emails << m_email->text().trimmed() << m_moreEmails;
    draft.phones.removeAll(QString());
    draft.emails.removeAll(QString());
    return draft;
}

void NewCustomerDialog::add(bool andAnother) {
    if (!hasEnough() || m_isAdding)
        return;
    const NewCustomer draft = this->draft();
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
    // Tags, type and source stay: the next one comes from the same fair.
    for (QLineEdit *edit : lines())
        if (edit != m_tags)
            edit->clear();
    m_morePhones.clear();
    m_moreEmails.clear();
    m_beforeSplit.clear();
    m_note->clear();
    m_name->setFocus();
}

void NewCustomerDialog::prefill(const Signature &signature) {
    split(signature);
    m_name->setFocus();
}

bool NewCustomerDialog::pasteSignature() {
    const Signature signature = parseSignature(QGuiApplication::clipboard()->text());
    if (!signature.hasSeveralParts())
        return false;
    split(signature);
    return true;
}

void NewCustomerDialog::split(const Signature &signature) {
    m_beforeSplit.clear();
    for (const QLineEdit *edit : lines())
        m_beforeSplit << edit->text();
    const auto put = [](QLineEdit *edit, const QString &text) {
        if (!text.isEmpty())
            edit->setText(text);
    };
    put(m_name, signature.name.isEmpty() ? signature.company : signature.name);
    put(m_phone, signature.phones.value(0));
    put(m_email, signature.emails.value(0));
    put(m_company, signature.name.isEmpty() ? QString() : signature.company);
    put(m_jobTitle, signature.jobTitle);
    m_morePhones = signature.phones.mid(1);
    m_moreEmails = signature.emails.mid(1);
    if (!m_company->text().isEmpty() || !m_jobTitle->text().isEmpty())
        setMoreVisible(true);
    m_afterSplit.clear();
    for (const QLineEdit *edit : lines())
        m_afterSplit << edit->text();
}

bool NewCustomerDialog::takeSplitBack() {
    QStringList now;
    for (const QLineEdit *edit : lines())
        now << edit->text();
    if (m_beforeSplit.isEmpty() || now != m_afterSplit)
        return false;
    const QList<QLineEdit *> edits = lines();
    for (qsizetype i = 0; i < edits.size(); ++i)
        edits[i]->setText(m_beforeSplit[i]);
    m_morePhones.clear();
    m_moreEmails.clear();
    m_beforeSplit.clear();
    m_name->setText(QGuiApplication::clipboard()->text().simplified()); // as it would have been pasted
    m_name->setFocus();
    return true;
}

bool NewCustomerDialog::eventFilter(QObject *watched, QEvent *event) {
    if (event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (watched == m_name && key->matches(QKeySequence::Paste) && pasteSignature())
            return true;
        if (key->matches(QKeySequence::Undo) && takeSplitBack())
            return true;
    }
    return QDialog::eventFilter(watched, event);
}

void NewCustomerDialog::keyPressEvent(QKeyEvent *event) {
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && event->modifiers().testFlag(Qt::ControlModifier))
        return add(true);
    QDialog::keyPressEvent(event);
}

} // namespace kontor::ui
