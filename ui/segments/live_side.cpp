#include "segments/live_side.h"

#include "customers/customer_list.h"
#include "segments/builder_context.h"
#include "segments/own_value.h"
#include "segments/pair_list.h"
#include "segments/sentence.h"
#include "theme/metrics.h"
#include "widgets/bidi.h"
#include "widgets/palette_label.h"

#include <QtWidgets>

namespace kontor::ui {

using namespace Qt::StringLiterals;
using namespace metrics;

namespace {

constexpr int kCandidates = 6;
constexpr int kFindPauseMs = 200;

} // namespace

LiveSide::LiveSide(workspace::Workspace &workspace, const BuilderContext &context, QWidget *parent)
    : QWidget(parent), m_workspace(workspace), m_context(context), m_answer(new LiveAnswer(workspace, context.meaning, this)) {
    build();
    connect(m_answer, &LiveAnswer::slow, this, [this] {
        m_figure->setText(tr("Counting…"));
        m_caption->clear();
    });
    connect(m_answer, &LiveAnswer::counted, this, &LiveSide::showCount);
    connect(m_answer, &LiveAnswer::membersKnown, this, &LiveSide::showMembers);
    connect(m_answer, &LiveAnswer::withoutLinesKnown, this, &LiveSide::showWithout);
    connect(m_answer, &LiveAnswer::boughtKnown, this,
            [this](qint64 bought) { m_bought->setText(tr("%1 bought in 12 months").arg(isolated(m_context.formats.money(bought)))); });
    connect(m_answer, &LiveAnswer::failed, this, [this](const Error &error) {
        m_figure->setText(QString());
        m_caption->setText(error.message);
    });
    m_findPause.setSingleShot(true);
    m_findPause.setInterval(kFindPauseMs);
    connect(&m_findPause, &QTimer::timeout, this, &LiveSide::findCustomers);
    connect(m_test, &QLineEdit::textEdited, &m_findPause, qOverload<>(&QTimer::start));
    connect(m_test, &QLineEdit::returnPressed, this, [this] {
        if (!m_testResult->pairs().isEmpty() && m_testResult->pairs().first().customer.isValid())
            explain(m_testResult->pairs().first().customer, m_testResult->pairs().first().text);
    });
    connect(m_testResult, &PairList::customerChosen, this, [this](Id customer) {
        for (const Pair &pair : m_testResult->pairs())
            if (pair.customer == customer)
                return explain(customer, pair.text);
    });
    connect(m_members, &PairList::customerChosen, this, &LiveSide::customerChosen);
    connect(m_openList, &QPushButton::clicked, this, &LiveSide::listWanted);
}

QLabel *LiveSide::addTitle(const QString &text) {
    auto *title = new PaletteLabel(TextRole::Section, TextColour::Second, this);
    title->setText(text);
    layout()->addWidget(title);
    return title;
}

void LiveSide::build() {
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(kPage, kGap, kPage, kPage);
    column->setSpacing(kSmall);
    m_figure = new PaletteLabel(TextRole::Figure, TextColour::Normal, this);
    m_caption = new PaletteLabel(TextRole::Body, TextColour::Second, this);
    m_bought = new PaletteLabel(TextRole::Body, TextColour::Second, this);
    m_decidedBy = new PaletteLabel(TextRole::Caption, TextColour::Third, this);
    m_members = new PairList(this);
    m_members->setAccessibleName(tr("First members"));
    m_openList = new QPushButton(tr("Show as list"), this);
    m_openList->setAutoDefault(false);
    m_openList->setAccessibleName(tr("Show the members as a list"));
    for (QLabel *label : std::initializer_list<QLabel *>{m_figure, m_caption, m_bought, m_decidedBy})
        label->setWordWrap(true);
    column->addWidget(m_figure);
    column->addWidget(m_caption);
    column->addWidget(m_bought);
    column->addSpacing(kGap);
    column->addWidget(m_decidedBy);
    column->addWidget(m_members);
    column->addWidget(m_openList, 0, Qt::AlignLeft);
    column->addSpacing(kPane);
    m_withoutTitle = addTitle(tr("If you remove a line"));
    m_without = new PairList(this);
    m_without->setAccessibleName(tr("How many there would be without a line"));
    column->addWidget(m_without);
    column->addSpacing(kPane);
    QLabel *testTitle = addTitle(tr("&Test a customer"));
    m_test = new QLineEdit(this);
    m_test->setAccessibleName(tr("Test a customer"));
    m_test->setPlaceholderText(tr("Name, for example Anna"));
    testTitle->setBuddy(m_test);
    m_verdict = new PaletteLabel(TextRole::Strong, TextColour::Normal, this);
    m_verdict->setWordWrap(true);
    m_verdict->hide();
    m_testResult = new PairList(this);
    m_testResult->setObjectName("testResult"_L1);
    m_testResult->setAccessibleName(tr("Test of a customer"));
    column->addWidget(m_test);
    column->addSpacing(kSmall);
    column->addWidget(m_verdict);
    column->addWidget(m_testResult);
    column->addStretch(1);
    m_withoutTitle->hide();
    m_openList->hide();
}

void LiveSide::setRule(const segments::Rule &rule, bool atOnce) {
    if (!atOnce && rule == m_rule && m_count >= 0)
        return;
    m_rule = rule;
    m_answer->setContext(m_context.meaning);
    if (atOnce)
        m_answer->askNow(rule);
    else
        m_answer->ask(rule);
    if (m_tested.isValid())
        explain(m_tested, m_testedName);
}

void LiveSide::showCount(qint64 customers, qint64 ofAll) {
    m_count = customers;
    m_figure->setText(customers == 0 ? tr("No customers") : tr("%Ln customer(s)", nullptr, int(customers)));
    m_caption->setText(tr("of %1").arg(m_context.formats.number(ofAll)));
    m_openList->setVisible(customers > 0);
    emit counted(customers);
}

void LiveSide::showMembers(const QList<segments::MemberPreview> &members) {
    QList<Pair> pairs;
    for (const segments::MemberPreview &member : members)
        pairs.append({.text = isolated(member.name),
                      .value = ownValueWords(member.value, member.kind, m_context.formats),
                      .customer = member.customer});
    m_members->setPairs(pairs);
    m_members->setVisible(!pairs.isEmpty());
    const QString words = members.isEmpty() ? QString() : members.first().decidedBy;
    m_decidedBy->setText(words);
    m_decidedBy->setVisible(!words.isEmpty());
}

void LiveSide::showWithout(const QList<qint64> &counts) {
    QList<Pair> pairs;
    for (qsizetype i = 0; i < counts.size() && std::size_t(i) < m_rule.rules.size(); ++i) {
        const segments::Condition *condition = m_rule.rules[std::size_t(i)].condition();
        const QString line =
            condition ? segments::conditionSentence(*condition, m_context.catalogue, m_context.meaning) : tr("the group");
        pairs.append({.text = line, .value = tr("%Ln customer(s)", nullptr, int(counts[i]))});
    }
    m_without->setPairs(pairs);
    m_without->setVisible(!pairs.isEmpty());
    m_withoutTitle->setVisible(!pairs.isEmpty());
}

QWidget *LiveSide::explanation() const { return m_testResult; }

void LiveSide::findCustomers() {
    const QString typed = m_test->text().trimmed();
    m_tested = {};
    m_verdict->hide();
    if (typed.isEmpty())
        return m_testResult->setPairs({});
    CustomerListQuery query;
    query.filter.name = typed;
    query.today = m_context.meaning.clock.today();
    m_workspace.read(
        this,
        [query](db::Database &database) -> Result<QList<CustomerRow>> {
            TRY(ids, customerIds(database, query));
            return customerRows(database, ids.mid(0, kCandidates), query.today);
        },
        [this, typed](Result<QList<CustomerRow>> rows) {
            if (!rows || typed != m_test->text().trimmed() || m_tested.isValid())
                return;
            QList<Pair> pairs;
            for (const CustomerRow &row : *rows)
                pairs.append({.text = row.name.isEmpty() ? row.company : row.name,
                              .value = row.city,
                              .icon = "person"_L1,
                              .customer = row.id});
            if (pairs.isEmpty())
                pairs.append({.text = tr("No customer is called so.")});
            m_testResult->setPairs(pairs);
        });
}

void LiveSide::explain(Id customer, const QString &name) {
    m_tested = customer;
    m_testedName = name;
    m_workspace.read(
        this,
        [rule = m_rule, context = m_context.meaning, customer](db::Database &database) {
            return segments::explain(database, rule, context, customer);
        },
        [this, customer, name](Result<segments::Explanation> explanation) {
            if (customer != m_tested)
                return;
            if (!explanation)
                return m_testResult->setPairs({{.text = explanation.error().message}});
            m_verdict->setText(explanation->member ? tr("%1 is in it, because:").arg(isolated(name))
                                                   : tr("%1 is not in it, because:").arg(isolated(name)));
            m_verdict->show();
            QList<Pair> pairs;
            for (const segments::ConditionReport &report : explanation->conditions) {
                const QString own = ownValueWords(report.value, report.kind, m_context.formats, report.choiceWords);
                pairs.append({.text = report.sentence,
                              .value = own.isEmpty() ? tr("has nothing there") : tr("has %1").arg(own),
                              .spoken = report.holds ? tr("Holds: %1. The customer has %2.").arg(report.sentence, own)
                                                     : tr("Does not hold: %1. The customer has %2.").arg(report.sentence, own),
                              .icon = report.holds ? "check"_L1 : "close"_L1,
                              .tint = report.holds ? Tint::Good : Tint::Bad});
            }
            m_testResult->setPairs(pairs);
            emit explained();
        });
}

} // namespace kontor::ui
