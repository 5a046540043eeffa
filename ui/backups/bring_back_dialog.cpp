#include "backups/bring_back_dialog.h"

#include "customers/customer.h"
#include "db/record.h"
#include "forms/date_edit.h"
#include "sharing/backup_store.h"
#include "theme/metrics.h"
#include "widgets/bidi.h"
#include "widgets/decision_buttons.h"
#include "widgets/file_dialogs.h"
#include "widgets/formats.h"
#include "widgets/palette_label.h"

#include <QDir>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QRadioButton>
#include <QVBoxLayout>

namespace kontor::ui {

using namespace Qt::StringLiterals;
using namespace metrics;

namespace {

constexpr int kWidth = 720;
constexpr int kHeight = 460;
constexpr int kAtMost = 100;
constexpr int kLookUpAfterMs = 200;
constexpr int kDataRole = Qt::UserRole; // a path or an id

QListWidget *makeList(const QString &name, QWidget *parent) {
    auto *list = new QListWidget(parent);
    list->setAccessibleName(name);
    list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    list->setWordWrap(true);
    return list;
}

QListWidgetItem *addLine(QListWidget *list, const QString &text, const QVariant &data) {
    auto *item = new QListWidgetItem(text, list);
    item->setData(kDataRole, data);
    item->setToolTip(text);
    item->setData(Qt::AccessibleTextRole, text);
    return item;
}

} // namespace

BringBackDialog::BringBackDialog(workspace::Workspace &workspace, const Formats &formats, QWidget *parent)
    : QDialog(parent),
      m_workspace(workspace),
      m_formats(formats),
      m_backups(makeList(tr("Backups"), this)),
      m_other(new QPushButton(tr("Another file…"), this)),
      m_oneCustomer(new QRadioButton(tr("One customer, with everything on the card"), this)),
      m_oneDay(new QRadioButton(tr("What was entered on one day"), this)),
      m_search(new QLineEdit(this)),
      m_customers(makeList(tr("Customers in this backup"), this)),
      m_day(new DateEdit(m_formats, m_formats.today(), this)),
      m_problem(new PaletteLabel(TextRole::Caption, TextColour::Second, this)) {
    setWindowTitle(tr("Bring back from a backup"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowModality(Qt::WindowModal);
    build();
    m_lookUpSoon.setSingleShot(true);
    m_lookUpSoon.setInterval(kLookUpAfterMs);
    connect(&m_lookUpSoon, &QTimer::timeout, this, &BringBackDialog::lookUp);
    connect(m_other, &QPushButton::clicked, this, &BringBackDialog::chooseFile);
    connect(m_backups, &QListWidget::currentRowChanged, this, &BringBackDialog::lookUp);
    connect(m_search, &QLineEdit::textChanged, this, [this] {
        m_oneCustomer->setChecked(true);
        m_lookUpSoon.start();
    });
    connect(m_customers, &QListWidget::currentRowChanged, this, &BringBackDialog::refresh);
    connect(m_customers, &QListWidget::itemActivated, this, [this] { m_doIt->click(); });
    connect(m_day, &QDateEdit::dateChanged, this, [this] { m_oneDay->setChecked(true); });
    connect(m_oneDay, &QRadioButton::toggled, this, &BringBackDialog::refresh);
    refresh();
    resize(scaled(kWidth), kHeight);
}

void BringBackDialog::build() {
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(kPage, kPage, kPage, kPane);
    column->setSpacing(kGap);
    auto *panes = new QHBoxLayout;
    panes->setSpacing(kPane);
    panes->addWidget(buildBackups(), 1);
    panes->addWidget(buildWish(), 1);
    column->addLayout(panes, 1);
    m_problem->setWordWrap(true);
    column->addWidget(m_problem);
    auto *buttons = new DecisionButtons(tr("Bring back"), this);
    m_doIt = buttons->doIt();
    m_doIt->setDefault(true);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    column->addWidget(buttons);
}

QWidget *BringBackDialog::buildBackups() {
    auto *pane = new QWidget(this);
    auto *column = new QVBoxLayout(pane);
    column->setContentsMargins({});
    column->setSpacing(kLabelGap);
    auto *label = new QLabel(tr("&Backup"), pane);
    label->setBuddy(m_backups);
    column->addWidget(label);
    column->addWidget(m_backups, 1);
    column->addWidget(m_other, 0, Qt::AlignLeading);
    return pane;
}

QWidget *BringBackDialog::buildWish() {
    auto *pane = new QWidget(this);
    auto *column = new QVBoxLayout(pane);
    column->setContentsMargins({});
    column->setSpacing(kLabelGap);
    m_oneCustomer->setChecked(true);
    m_search->setPlaceholderText(tr("Name or company"));
    m_search->setAccessibleName(tr("Name or company"));
    m_search->setClearButtonEnabled(true);
    m_day->setAccessibleName(tr("Day"));
    m_day->setMaximumDate(m_formats.today());
    column->addWidget(m_oneCustomer);
    column->addWidget(m_search);
    column->addWidget(m_customers, 1);
    column->addWidget(m_oneDay);
    column->addWidget(m_day);
    return pane;
}

void BringBackDialog::start(Id customer) {
    m_first = customer;
    if (customer.isValid())
        m_workspace.read(
            this, [customer](db::Database &database) { return db::find<Customer>(database, customer); },
            [this](Result<std::optional<Customer>> found) {
                if (found && *found && m_search->text().isEmpty())
                    m_search->setText((*found)->name);
            });
    say(tr("Looking for backups…"));
    const recovery::SourcePlaces places{m_workspace.path(), m_workspace.baseId(), m_workspace.options().dataFolder, {}, {}};
    m_workspace.read(
        this, [places](db::Database &) { return Result<QList<recovery::KnownBackup>>(recovery::knownBackups(places)); },
        [this](Result<QList<recovery::KnownBackup>> known) {
            if (known)
                showBackups(*known);
            else
                say(known.error().message);
        },
        workspace::Urgency::Background);
}

void BringBackDialog::showBackups(const QList<recovery::KnownBackup> &known) {
    for (const recovery::KnownBackup &backup : known)
        addBackup(backup);
    if (known.isEmpty()) {
        say(tr("There is no backup of this file yet. Choose a copy with “Another file”."));
        m_other->setFocus(Qt::OtherFocusReason);
        return;
    }
    m_backups->setCurrentRow(0);
    m_backups->setFocus(Qt::OtherFocusReason);
}

QString BringBackDialog::words(const recovery::KnownBackup &backup) const {
    const QString at = isolated(m_formats.dateTime(Instant{backup.at.toMSecsSinceEpoch()}));
    const QString customers = isolated(tr("%Ln customer(s)", nullptr, int(backup.customers)));
    //: A moment, how many customers, and why the backup was made: "9 Mar 2026 14:05, 11 980 customers, before an import".
    const QString three = tr("%1, %2, %3");
    if (backup.reason == sharing::kBeforeImport)
        return three.arg(at, customers, isolated(tr("before an import")));
    if (backup.reason == sharing::kWantedBackup)
        return three.arg(at, customers, isolated(tr("made by hand")));
    if (backup.reason == sharing::kRegularBackup)
        return three.arg(at, customers, isolated(tr("made by Kontor")));
    return three.arg(at, customers, isolatedLtr(QFileInfo(backup.path).fileName()));
}

void BringBackDialog::addBackup(const recovery::KnownBackup &backup) { addLine(m_backups, words(backup), backup.path); }

void BringBackDialog::chooseFile() {
    askForFile(
        this, tr("Choose a backup"), {tr("Kontor files (*.kontor)")}, [this](const QString &path) { takeFile(path); },
        QFileInfo(m_workspace.path()).absolutePath());
}

void BringBackDialog::takeFile(const QString &path) {
    m_workspace.read(
        this, [path](db::Database &) { return sharing::contentOf(path); },
        [this, path](Result<sharing::BackupContent> content) {
            if (!content)
                return say(content.error().message);
            if (content->baseId != m_workspace.baseId())
                return say(
                    tr("“%1” is not a copy of this file. Choose another one.").arg(isolatedLtr(QFileInfo(path).fileName())));
            const QFileInfo file(path);
            addBackup({path, file.lastModified().toUTC(), {}, file.size(), content->customers});
            m_backups->setCurrentRow(m_backups->count() - 1);
        });
}

void BringBackDialog::lookUp() {
    const QString path = backupPath();
    if (path.isEmpty())
        return refresh();
    m_workspace.read(
        this, [path, text = m_search->text()](db::Database &) { return recovery::customersIn(path, text, kAtMost + 1); },
        [this, path, text = m_search->text()](Result<QList<recovery::BackedUpCustomer>> found) {
            if (path != backupPath() || text != m_search->text())
                return; // the answer to an older question
            if (found)
                showCustomers(*found);
            else
                say(found.error().message);
        });
}

void BringBackDialog::showCustomers(const QList<recovery::BackedUpCustomer> &found) {
    const qint64 before = m_customers->currentItem() ? m_customers->currentItem()->data(kDataRole).toLongLong() : m_first.value;
    m_customers->clear();
    for (const recovery::BackedUpCustomer &customer : found.first(qMin<qsizetype>(found.size(), kAtMost))) {
        QStringList parts{isolated(customer.name)};
        for (const QString &part : {customer.company, customer.city})
            if (!part.isEmpty() && part != customer.name)
                parts << isolated(part);
        QListWidgetItem *item = addLine(m_customers, parts.join(tr(", ")), customer.id.value);
        if (customer.id.value == before)
            m_customers->setCurrentItem(item);
    }
    if (found.isEmpty())
        say(tr("Nobody in this backup has that name."));
    else if (found.size() > kAtMost)
        say(tr("There are more. Type more of the name."));
    else
        say({});
    if (!m_customers->currentItem() && found.size() == 1)
        m_customers->setCurrentRow(0);
    refresh();
}

void BringBackDialog::say(const QString &problem) {
    m_problem->setText(problem.isEmpty() ? tr("What was added since stays. You can take this back.") : problem);
}

QString BringBackDialog::backupPath() const {
    return m_backups->currentItem() ? m_backups->currentItem()->data(kDataRole).toString() : QString();
}

BackupWish BringBackDialog::wish() const {
    BackupWish wish{backupPath(), {}, m_day->date()};
    if (m_oneCustomer->isChecked() && m_customers->currentItem())
        wish.customer = Id{m_customers->currentItem()->data(kDataRole).toLongLong()};
    return wish;
}

void BringBackDialog::refresh() {
    const bool hasWish = m_oneDay->isChecked() || m_customers->currentItem();
    m_doIt->setEnabled(!backupPath().isEmpty() && hasWish);
}

} // namespace kontor::ui
