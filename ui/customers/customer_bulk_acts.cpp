#include "customers/customer_bulk_acts.h"

#include "communication/link_opener.h"
#include "custom_fields/custom_field_repository.h"
#include "customers/customer.h"
#include "customers/customer_bulk_popovers.h"
#include "customers/customer_selection_bar.h"
#include "customers/customer_texts.h"
#include "customers/field_text.h"
#include "main_window/shell.h"
#include "theme/metrics.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QJsonArray>
#include <QJsonDocument>

namespace kontor::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kProgressPause = 100;

// The fields that somebody changes for many at once; what is one person's own (name, street, birthday) is not among them.
constexpr const char *kColumns[] = {
    "lifecycle",      "status",   "owner",           "source",        "city",           "region",
    "country",        "district", "industry",        "language",      "market_segment", "preferred_channel",
    "preferred_time", "discount", "delivery_method", "letter_format", "company",        "company_size",
    "kind",           "note"};

QList<QPair<QString, QString>> choicesOf(const db::FieldInfo &field, const CustomerTypeList &types) {
    QList<QPair<QString, QString>> choices;
    if (field.column == "lifecycle")
        for (const CustomerType &type : types.offered())
            choices.append({type.name, type.label()});
    else if (field.column == "kind")
        choices = {{u"person"_s, CustomerBulkActs::tr("Person")}, {u"organisation"_s, CustomerBulkActs::tr("Organisation")}};
    else if (field.column == "preferred_channel")
        for (const QString &value : {QString(), u"phone"_s, u"email"_s, u"sms"_s, u"messenger"_s, u"post"_s})
            choices.append({value, value.isEmpty() ? CustomerBulkActs::tr("Nothing in particular") : channelText(value)});
    return choices;
}

QList<ChangePopover::Field> fieldsWith(const QList<CustomField> &own, const CustomerTypeList &types) {
    QList<ChangePopover::Field> fields;
    for (const char *column : kColumns)
        if (const db::FieldInfo *field = editableField(db::recordType<Customer>(), column))
            fields.append({field->column, labelOf(*field), choicesOf(*field, types)});
    for (const CustomField &field : own) {
        QList<QPair<QString, QString>> choices;
        if (field.kind == "choice"_L1)
            for (const QJsonValue &value : QJsonDocument::fromJson(field.choices.toUtf8()).array())
                choices.append({value.toString(), value.toString()});
        else if (field.kind == "yes_no"_L1)
            choices = {{u"yes"_s, CustomerBulkActs::tr("Yes")}, {u"no"_s, CustomerBulkActs::tr("No")}};
        fields.append({"custom." + field.name.toUtf8(), field.label, choices});
    }
    return fields;
}

} // namespace

CustomerBulkActs::CustomerBulkActs(workspace::Workspace &workspace, Shell &shell, CustomerSelectionBar &bar, QWidget *page)
    : QObject(page), m_workspace(workspace), m_shell(shell), m_bar(bar), m_page(page) {
    m_progress.setInterval(kProgressPause);
    connect(&m_progress, &QTimer::timeout, this, &CustomerBulkActs::showProgress);
    connect(&bar, &CustomerSelectionBar::stopWanted, this, &CustomerBulkActs::stop);
}

QRect CustomerBulkActs::anchor() const {
    // The forms stand on the bar, or at the end side of the page where there is none.
    const int height = m_bar.isVisible() ? m_bar.height() : 0;
    return QRect(metrics::kPage, m_page->height() - height, m_page->width() - 2 * metrics::kPage, 1);
}

bool CustomerBulkActs::isOpen() const {
    return (m_tags && m_tags->isOpen()) || (m_change && m_change->isOpen()) || (m_mail && m_mail->isOpen());
}

void CustomerBulkActs::openTags(const QList<Id> &customers) {
    if (!m_tags) {
        m_tags = new BulkTagsPopover(m_shell.formats(), m_page);
        connect(m_tags, &BulkTagsPopover::changesReady, this, [this](const QList<BulkChange> &changes) {
            apply(m_customers, changes, tr("Changing tags"),
                  [](qint64 count) { return tr("Tags of %Ln customer(s) changed.", nullptr, int(count)); });
        });
    }
    m_customers = customers;
    m_workspace.read(
        this, [customers](db::Database &database) { return tagCounts(database, customers); },
        [this, number = ++m_number](Result<QList<TagCount>> tags) {
            if (number != m_number)
                return;
            if (!tags)
                return m_shell.showError(tags.error());
            m_tags->open(anchor(), *tags, m_customers.size());
        });
}

void CustomerBulkActs::openChange(const QList<Id> &customers, const std::optional<BulkChange> &proposed) {
    if (!m_change) {
        m_change = new ChangePopover(m_shell.formats(), m_page);
        connect(m_change, &ChangePopover::previewWanted, this, [this](const BulkChange &change) {
            m_workspace.read(
                this, [ids = m_customers, change](db::Database &database) { return previewBulkChange(database, ids, change); },
                [this, number = ++m_number](Result<BulkPreview> preview) {
                    if (number == m_number)
                        m_change->showPreview(preview);
                });
        });
        connect(m_change, &ChangePopover::changesReady, this, [this](const QList<BulkChange> &changes) {
            apply(m_customers, changes, tr("Changing customers"),
                  [](qint64 count) { return tr("%Ln customer(s) changed.", nullptr, int(count)); });
        });
    }
    m_customers = customers;
    m_workspace.read(
        this, [](db::Database &database) { return customFields(database); },
        [this, proposed, number = ++m_number](Result<QList<CustomField>> own) {
            if (number != m_number)
                return;
            if (!own)
                return m_shell.showError(own.error());
            m_change->open(anchor(), fieldsWith(*own, m_shell.formats().types()));
            if (proposed)
                m_change->propose(*proposed);
        });
}

void CustomerBulkActs::openMailList(const QList<Id> &customers) {
    if (!m_mail) {
        m_mail = new MailListPopover(m_shell.formats(), m_page);
        connect(m_mail, &MailListPopover::copyWanted, this, [this](const QString &addresses) {
            QGuiApplication::clipboard()->setText(addresses);
            m_shell.showToast({tr("Addresses copied."), {}, {}});
        });
        connect(m_mail, &MailListPopover::writeWanted, this, [this](const QByteArray &link) {
            if (!SystemLinkOpener().open(link))
                m_shell.showToast({tr("No mail program is set up on this computer. Copy the addresses instead."), {}, {}});
        });
    }
    m_workspace.read(
        this, [customers](db::Database &database) { return communication::mailList(database, customers); },
        [this, number = ++m_number](Result<communication::MailList> list) {
            if (number != m_number)
                return;
            if (!list)
                return m_shell.showError(list.error());
            m_mail->open(anchor(), *list);
        });
}

void CustomerBulkActs::trash(const QList<Id> &customers) {
    apply(customers, {{BulkChange::Kind::Trash}}, tr("Moving to the trash"),
          [](qint64 count) { return tr("%Ln customer(s) moved to the trash.", nullptr, int(count)); });
}

void CustomerBulkActs::apply(const QList<Id> &customers, const QList<BulkChange> &changes, const QString &sentence,
                             const std::function<QString(qint64)> &result) {
    if (customers.isEmpty() || isWorking())
        return;
    const auto work = begin(sentence, customers.size() * changes.size());
    m_workspace.writeWith(
        [work, customers, changes](workspace::Base &base) {
            return applyBulkChange(base, customers, changes, [&](qint64 done) {
                work->done = done;
                return !work->isStopped;
            });
        },
        this,
        [this, result](Result<qint64> count) {
            end();
            if (!count && count.error().code == Code::Cancelled)
                m_shell.showToast({count.error().message, {}, {}});
            else if (!count)
                m_shell.showError(count.error());
            else if (*count == 0)
                m_shell.showToast({tr("Nothing to change: all of them have it already."), {}, {}});
            else
                m_shell.showUndoToast(result(*count));
            emit done();
        });
}

std::shared_ptr<CustomerBulkActs::Work> CustomerBulkActs::begin(const QString &sentence, qint64 total) {
    m_work = std::make_shared<Work>();
    m_work->sentence = sentence;
    m_work->total = total;
    m_progress.start(metrics::kDimAfter); // what is over at once shows nothing
    return m_work;
}

void CustomerBulkActs::end() {
    m_progress.stop();
    m_work.reset();
    m_bar.endProgress();
}

void CustomerBulkActs::showProgress() {
    m_progress.setInterval(kProgressPause);
    const Formats &formats = m_shell.formats();
    m_bar.showProgress(
        m_work->isStopped ? tr("Stopping…")
                          : tr("%1: %2 of %3").arg(m_work->sentence, formats.number(m_work->done), formats.number(m_work->total)),
        m_work->done, m_work->total);
}

void CustomerBulkActs::stop() {
    if (!m_work)
        return;
    m_work->isStopped = true;
    showProgress();
}

} // namespace kontor::ui
