#include "history/history_page.h"

#include "history/history_export.h"
#include "history/history_model.h"
#include "history/history_view.h"
#include "history/history_words.h"
#include "history/record_name.h"
#include "main_window/action_table.h"
#include "main_window/page_table.h"
#include "theme/icon.h"
#include "theme/kontor_style.h"
#include "theme/metrics.h"
#include "widgets/bidi.h"
#include "widgets/chip.h"
#include "widgets/choice_name.h"
#include "widgets/clear_button.h"
#include "widgets/empty_state.h"
#include "widgets/page_title.h"

#include <QtWidgets>

namespace kontor::ui {

using namespace Qt::StringLiterals;
using namespace metrics;

namespace {

constexpr int kTypingPause = 250;
constexpr int kSearchWidth = 220;

} // namespace

HistoryPage::HistoryPage(workspace::Workspace &workspace, Shell &shell, QWidget *parent)
    : Page(workspace, shell, parent),
      m_model(new HistoryModel(workspace, shell.formats(), this)),
      m_view(new HistoryView(*m_model, this)),
      m_title(new PageTitle(this)),
      m_filters(new QWidget(this)),
      m_author(new QComboBox(m_filters)),
      m_kind(new QComboBox(m_filters)),
      m_text(new QLineEdit(m_filters)),
      m_trash(new QPushButton(this)),
      m_body(new QStackedWidget(this)),
      m_empty(new EmptyState(this)),
      m_clear(m_empty->addButton(tr("Clear filters"))),
      m_export(new HistoryExport(workspace, shell, this)) {
    build();
    m_pause.setSingleShot(true);
    m_pause.setInterval(kTypingPause);
    connect(&m_pause, &QTimer::timeout, this, &HistoryPage::ask);
    connect(m_text, &QLineEdit::textChanged, &m_pause, qOverload<>(&QTimer::start));
    connect(m_kind, &QComboBox::activated, this, &HistoryPage::ask);
    connect(m_author, &QComboBox::activated, this, &HistoryPage::ask);
    connect(m_clear, &QAbstractButton::clicked, this, &HistoryPage::clearFilter);
    connect(m_trash, &QPushButton::clicked, this, [this] { m_shell.go({page::kTrash}); });
    connect(m_model, &HistoryModel::loaded, this, &HistoryPage::showState);
    connect(m_model, &HistoryModel::problem, this, [this](const Error &error) { m_shell.showError(error); });
    connect(m_view, &HistoryView::answered, this, &HistoryPage::answer);
    connect(m_view, &HistoryView::copyWanted, this, &HistoryPage::copy);
    connect(m_view, &HistoryView::menuWanted, this, &HistoryPage::showMenu);
    connect(m_view, &HistoryView::customerWanted, this, [this] {
        if (const Id customer = currentCustomer(); customer.isValid())
            m_shell.go({page::kCustomers, customer});
    });
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this, &Page::stateChanged);
    retranslate();
}

void HistoryPage::build() {
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(kPage, kGap, kPage, 0);
    column->setSpacing(kLabelGap);
    auto *head = new QHBoxLayout;
    head->addWidget(m_title, 1);
    m_trash->setIcon(Icon::get("trash"_L1));
    m_trash->setFlat(true);
    head->addWidget(m_trash);
    column->addLayout(head);
    auto *filters = new QHBoxLayout(m_filters);
    filters->setContentsMargins(0, 0, 0, 0);
    filters->setSpacing(kGap);
    m_text->setClearButtonEnabled(true);
    m_text->setMinimumWidth(kSearchWidth);
    for (QComboBox *box : {m_author, m_kind})
        box->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    filters->addWidget(m_text, 1);
    filters->addWidget(m_kind);
    filters->addWidget(m_author);
    filters->addStretch(1);
    column->addWidget(m_filters);
    m_body->addWidget(m_view);
    m_body->addWidget(m_empty);
    column->addWidget(m_body, 1);
    m_trash->setToolTip({});
}

void HistoryPage::fillKinds() {
    struct Group {
        QString words;
        QStringList kinds;
    };
    const QList<Group> groups{
        {tr("All kinds"), {}},
        {tr("Changed values"), {u"edit"_s, u"restore_value"_s, u"restore_version"_s, u"contact_point"_s, u"consent"_s, u"relation"_s}},
        {tr("New customers"), {u"add"_s}},
        {tr("Entries and tasks"),
         {u"log"_s, u"task"_s, u"task_done"_s, u"task_edit"_s, u"task_postpone"_s, u"task_snooze"_s, u"task_trash"_s}},
        {tr("Purchases"), {u"purchase"_s}},
        {tr("Tags and segments"), {u"tag"_s, u"tags"_s, u"segment"_s}},
        {tr("Imports and changes of many"), {u"import"_s, u"bulk"_s, u"sample"_s}},
        {tr("Trash"), {u"trash"_s, u"restore"_s, u"delete_for_good"_s}},
        {tr("Taken back"), {u"undo"_s, u"redo"_s}},
        {tr("Settings"), {u"settings"_s, u"outcomes"_s, u"types"_s, u"custom_field"_s}}};
    const int chosen = qMax(0, m_kind->currentIndex());
    m_kind->clear();
    for (const Group &group : groups)
        m_kind->addItem(group.words, group.kinds);
    m_kind->setCurrentIndex(chosen);
}

void HistoryPage::readAuthors() {
    m_workspace.read(
        this, [](db::Database &database) { return history::authors(database); },
        [this](Result<QList<history::Author>> people) {
            if (!people)
                return;
            const QVariant chosen = m_author->currentData();
            m_author->clear();
            m_author->addItem(tr("All people"), qint64(0));
            for (const history::Author &person : std::as_const(*people))
                m_author->addItem(person.name, person.id.value);
            m_author->setCurrentIndex(qMax(0, m_author->findData(chosen)));
            m_author->setVisible(people->size() > 1);
        },
        workspace::Urgency::Background);
}

void HistoryPage::readCustomer() {
    delete std::exchange(m_only, nullptr);
    m_customerName.clear();
    if (!m_customer.isValid())
        return;
    m_workspace.read(
        this,
        [customer = m_customer, catalogue = m_workspace.options().catalogue](db::Database &database) {
            return history::namesOf(database, *catalogue->find("customer")->type, {customer});
        },
        [this, customer = m_customer](Result<QHash<Id, QString>> names) {
            if (!names || customer != m_customer || m_only)
                return;
            m_customerName = names->value(customer);
            m_only = new RemovableChip(isolated(m_customerName), m_filters);
            m_only->setAct(tr("Show the history of everyone"));
            static_cast<QHBoxLayout *>(m_filters->layout())->insertWidget(0, m_only);
            connect(m_only, &RemovableChip::removed, this, [this] { m_shell.go({page::kHistory}); });
            m_title->setTitle(title());
            emit stateChanged();
        });
}

void HistoryPage::retranslate() {
    fillKinds();
    if (m_author->count() > 0)
        m_author->setItemText(0, tr("All people"));
    m_title->setTitle(title());
    m_text->setPlaceholderText(tr("Customer, value or field"));
    m_text->setAccessibleName(tr("Find in the history"));
    nameClearButton(*m_text);
    setChoiceName(m_kind, tr("Kind of act"));
    setChoiceName(m_author, tr("Person"));
    m_view->setAccessibleName(tr("History"));
    m_trash->setText(tr("Trash"));
    m_trash->setAccessibleName(tr("Trash"));
    m_clear->setText(tr("Clear filters"));
    m_model->retranslate();
    showState();
}

QString HistoryPage::title() const {
    return m_customerName.isEmpty() ? tr("History") : tr("History of %1").arg(isolated(m_customerName));
}

void HistoryPage::open(const Place &place) {
    const bool isSame = m_isAsked && place.subject == m_customer;
    m_customer = place.subject;
    if (isSame)
        return m_view->setFocus(Qt::OtherFocusReason);
    readCustomer();
    readAuthors();
    m_title->setTitle(title());
    m_isAsked = true;
    m_model->setQuery(wanted());
    m_view->setFocus(Qt::OtherFocusReason);
    emit stateChanged();
}

Place HistoryPage::place() const { return {page::kHistory, m_customer}; }

history::HistoryQuery HistoryPage::wanted() const {
    history::HistoryQuery query;
    query.customer = m_customer;
    query.author = Id{m_author->currentData().toLongLong()};
    query.kinds = m_kind->currentData().toStringList();
    query.text = m_text->text().simplified();
    query.fields = fieldsNamed(query.text, *m_workspace.options().catalogue);
    return query;
}

bool HistoryPage::isFiltered() const {
    return !m_text->text().isEmpty() || m_kind->currentIndex() > 0 || m_author->currentIndex() > 0;
}

void HistoryPage::ask() {
    m_pause.stop();
    setMarked(m_text, !m_text->text().isEmpty());
    setMarked(m_kind, m_kind->currentIndex() > 0);
    setMarked(m_author, m_author->currentIndex() > 0);
    m_model->setQuery(wanted());
    emit stateChanged();
}

void HistoryPage::clearFilter() {
    m_text->clear();
    m_kind->setCurrentIndex(0);
    m_author->setCurrentIndex(m_author->count() > 0 ? 0 : -1);
    ask();
    m_view->setFocus(Qt::OtherFocusReason);
}

void HistoryPage::showState() {
    const bool isEmpty = m_model->rowCount() == 0 && !m_model->isLoading();
    if (isFiltered())
        m_empty->setContent("history"_L1, tr("Nothing in the history matches these filters."), {});
    else
        m_empty->setContent("history"_L1, tr("No changes yet"), tr("What you change is listed here, and can be put back."));
    m_clear->setVisible(isFiltered());
    m_body->setCurrentWidget(isEmpty && m_isAsked ? static_cast<QWidget *>(m_empty) : m_view);
    m_view->chooseFirst();
    emit stateChanged();
}

Id HistoryPage::currentCustomer() const {
    const history::ChangeLine *line = m_model->lineAt(m_view->currentIndex());
    if (line && line->customer.isValid())
        return line->customer;
    const history::Act *act = m_model->actAt(m_view->currentIndex());
    return act && act->customer.isValid() ? act->customer : m_customer;
}

bool HistoryPage::canPerform(QLatin1StringView id) const {
    if (id == action::kFilter || id == action::kExport)
        return true;
    if (id == action::kClearFilter)
        return isFiltered();
    if (id == action::kOpenCustomer)
        return currentCustomer().isValid();
    if (id == action::kRestoreVersion)
        return versionCustomer().isValid();
    return id == action::kCopy && m_model->actAt(m_view->currentIndex()) != nullptr;
}

void HistoryPage::perform(QLatin1StringView id) {
    if (id == action::kFilter)
        m_text->setFocus(Qt::ShortcutFocusReason);
    else if (id == action::kClearFilter)
        clearFilter();
    else if (id == action::kOpenCustomer)
        m_shell.go({page::kCustomers, currentCustomer()});
    else if (id == action::kRestoreVersion)
        openVersion();
    else if (id == action::kExport)
        m_export->askForFile(wanted(), title());
    else if (id == action::kCopy)
        copy();
}

bool HistoryPage::escape() {
    if (isFiltered()) {
        clearFilter();
        return true;
    }
    if (!m_customer.isValid())
        return false;
    m_shell.goBack();
    return true;
}

void HistoryPage::onChanged(const workspace::ChangeSet &changes) {
    if (m_isAsked)
        m_model->onChanged(changes);
    if (changes.touches("user"))
        readAuthors();
}

QList<QWidget *> HistoryPage::panes() const { return {m_view, m_text}; }

} // namespace kontor::ui
