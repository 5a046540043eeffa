#include "call_session/call_preparation.h"

#include "segments/rule_json.h"
#include "segments/rule_meaning.h"
#include "segments/segment_query.h"
#include "theme/metrics.h"
#include "widgets/bidi.h"
#include "widgets/decision_buttons.h"
#include "widgets/page_title.h"
#include "widgets/palette_label.h"

#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <cstring>

namespace kontor::ui {

using namespace Qt::StringLiterals;
using namespace metrics;

namespace {

constexpr int kFormWidth = 560;
constexpr int kHoursPerDay = 24;
constexpr qsizetype kMostNames = 6;
constexpr qsizetype kMostCalls = 2'000; // nobody calls more in one round

constexpr int kQuietHours[] = {kHoursPerDay, 3 * kHoursPerDay, 7 * kHoursPerDay, 30 * kHoursPerDay, 0}; // 0: leave nobody out

constexpr const char *kOrders[] = {QT_TRANSLATE_NOOP("kontor::ui::CallPreparation", "As listed"),
                                   QT_TRANSLATE_NOOP("kontor::ui::CallPreparation", "Best hours first"),
                                   QT_TRANSLATE_NOOP("kontor::ui::CallPreparation", "Biggest first")};

} // namespace

// A hundred thousand of them are no work for the window: their bytes as they are.
QVariantMap CallList::toView() const {
    const QByteArray bytes(reinterpret_cast<const char *>(ids.constData()), ids.size() * qsizetype(sizeof(Id)));
    return {{u"name"_s, name}, {u"ids"_s, bytes}, {u"rule"_s, rule}};
}

CallList CallList::fromView(const QVariantMap &view) {
    CallList list;
    list.name = view.value(u"name"_s).toString();
    list.rule = view.value(u"rule"_s).toByteArray();
    const QByteArray bytes = view.value(u"ids"_s).toByteArray();
    list.ids.resize(bytes.size() / qsizetype(sizeof(Id)));
    std::memcpy(list.ids.data(), bytes.constData(), size_t(list.ids.size()) * sizeof(Id));
    return list;
}

QString leftOutWords(const communication::LeftOut &leftOut) {
    const QString name = isolated(leftOut.name);
    switch (leftOut.reason) {
    case communication::LeftOut::Reason::DoNotCall: return CallPreparation::tr("%1 (do not call)").arg(name);
    case communication::LeftOut::Reason::NoPhone: return CallPreparation::tr("%1 (no phone number)").arg(name);
    case communication::LeftOut::Reason::ContactedLately: break;
    }
    return CallPreparation::tr("%1 (contacted lately)").arg(name);
}

CallPreparation::CallPreparation(workspace::Workspace &workspace, const Formats &formats, QWidget *parent)
    : QWidget(parent),
      m_workspace(workspace),
      m_formats(formats),
      m_title(new PageTitle(this)),
      m_goal(new QLineEdit(this)),
      m_order(new QComboBox(this)),
      m_quiet(new QComboBox(this)),
      m_goalLabel(new PaletteLabel(TextRole::Caption, TextColour::Second, this)),
      m_orderLabel(new PaletteLabel(TextRole::Caption, TextColour::Second, this)),
      m_quietLabel(new PaletteLabel(TextRole::Caption, TextColour::Second, this)),
      m_summary(new PaletteLabel(TextRole::Strong, TextColour::Normal, this)),
      m_leftOut(new PaletteLabel(TextRole::Body, TextColour::Second, this)),
      m_warning(new PaletteLabel(TextRole::Body, TextColour::Warn, this)),
      m_buttons(new DecisionButtons(tr("Start calling"), this)) {
    build();
    retranslate();
    connect(m_goal, &QLineEdit::returnPressed, this, &CallPreparation::start);
    connect(m_buttons, &DecisionButtons::accepted, this, &CallPreparation::start);
    connect(m_buttons, &DecisionButtons::rejected, this, &CallPreparation::cancelled);
    connect(m_order, &QComboBox::activated, this, &CallPreparation::replan);
    connect(m_quiet, &QComboBox::activated, this, &CallPreparation::replan);
}

void CallPreparation::build() {
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(kPage, kGap, kPage, kPage);
    column->setSpacing(kGap);
    column->addWidget(m_title);
    column->addSpacing(kGap);
    const auto addField = [&](QWidget *label, QWidget *field) {
        column->addWidget(label);
        field->setMaximumWidth(kFormWidth);
        column->addWidget(field);
        column->addSpacing(kSmall);
    };
    m_goalLabel->setBuddy(m_goal);
    m_orderLabel->setBuddy(m_order);
    m_quietLabel->setBuddy(m_quiet);
    addField(m_goalLabel, m_goal);
    addField(m_orderLabel, m_order);
    addField(m_quietLabel, m_quiet);
    for (PaletteLabel *label : {m_summary, m_leftOut, m_warning}) {
        label->setWordWrap(true);
        label->setMaximumWidth(kFormWidth);
        column->addWidget(label);
    }
    column->addSpacing(kGap);
    m_buttons->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    column->addWidget(m_buttons);
    column->addStretch(1);
}

void CallPreparation::retranslate() {
    const auto fill = [](QComboBox *box, const QStringList &texts) {
        const int at = qMax(0, box->currentIndex());
        box->clear();
        box->addItems(texts);
        box->setCurrentIndex(at);
    };
    QStringList orders;
    for (const char *text : kOrders)
        orders << tr(text);
    fill(m_order, orders);
    QStringList quiet;
    for (const int hours : kQuietHours)
        quiet << (hours == 0              ? tr("Leave nobody out")
                  : hours == kHoursPerDay ? tr("%Ln hour(s)", nullptr, hours)
                                          : tr("%Ln day(s)", nullptr, hours / kHoursPerDay));
    fill(m_quiet, quiet);
    m_goalLabel->setText(tr("What the calls are for"));
    m_goal->setAccessibleName(m_goalLabel->text());
    m_goal->setPlaceholderText(tr("Spring price list"));
    m_orderLabel->setText(tr("Order"));
    m_order->setAccessibleName(m_orderLabel->text());
    m_order->setAccessibleDescription(m_orderLabel->text());
    m_quietLabel->setText(tr("Leave out who was contacted in the last"));
    m_quiet->setAccessibleName(m_quietLabel->text());
    m_quiet->setAccessibleDescription(m_quietLabel->text());
    m_buttons->retranslate(tr("Start calling"));
    m_buttons->doIt()->setAccessibleDescription(QKeySequence(Qt::Key_Return).toString(QKeySequence::NativeText));
    showPlan();
}

void CallPreparation::begin(const CallList &list, const QString &endedSession) {
    m_list = list;
    m_plan = {};
    m_startWhenReady = false;
    m_title->setTitle(tr("Call session: %1").arg(isolated(list.name)));
    m_goal->clear();
    m_warning->setText(endedSession.isEmpty() ? QString() : tr("Starting ends the session “%1”.").arg(isolated(endedSession)));
    m_warning->setVisible(!endedSession.isEmpty());
    replan();
    m_goal->setFocus(Qt::OtherFocusReason);
}

void CallPreparation::replan() {
    const quint64 number = ++m_number;
    m_isReady = false;
    showPlan();
    const segments::Context context = ruleMeaning(m_workspace, m_formats);
    communication::CallPlanQuery query;
    query.customers = m_list.ids;
    query.order = communication::CallOrder(qMax(0, m_order->currentIndex()));
    query.quietHours = kQuietHours[qMax(0, m_quiet->currentIndex())];
    query.clock = m_workspace.clock();
    m_workspace.read(
        this,
        [query, rule = m_list.rule, context](db::Database &database) -> Result<communication::CallPlan> {
            if (rule.isEmpty())
                return planCalls(database, query);
            TRY(parsed, segments::parseRule(rule));
            TRY(members, segments::list(database, parsed, context));
            communication::CallPlanQuery whole = query;
            whole.customers = members;
            return planCalls(database, whole);
        },
        [this, number](const Result<communication::CallPlan> &plan) {
            if (number != m_number)
                return;
            if (!plan)
                return emit failed(plan.error());
            m_plan = *plan;
            m_plan.queue = m_plan.queue.first(qMin(kMostCalls, m_plan.queue.size()));
            m_isReady = true;
            showPlan();
            emit planned();
            if (std::exchange(m_startWhenReady, false))
                start();
        });
}

void CallPreparation::showPlan() {
    m_buttons->doIt()->setEnabled(m_isReady && !m_plan.queue.isEmpty());
    if (!m_isReady) {
        m_summary->setText(tr("Counting…"));
        m_leftOut->hide();
        return;
    }
    m_summary->setText(m_plan.queue.isEmpty() ? tr("Nobody to call.")
                                              : tr("%Ln customer(s) to call", nullptr, int(m_plan.queue.size())));
    QStringList names;
    for (const communication::LeftOut &leftOut : m_plan.leftOut.first(qMin(kMostNames, m_plan.leftOut.size())))
        names << leftOutWords(leftOut);
    if (m_plan.leftOut.size() > kMostNames)
        names << tr("and %Ln more", nullptr, int(m_plan.leftOut.size() - kMostNames));
    m_leftOut->setText(tr("%Ln left out: %1", nullptr, int(m_plan.leftOut.size())).arg(names.join(tr(", "))));
    m_leftOut->setVisible(!m_plan.leftOut.isEmpty());
}

void CallPreparation::start() {
    if (!m_isReady)
        m_startWhenReady = true;
    else if (!m_plan.queue.isEmpty())
        emit startWanted(m_list.name, m_goal->text().trimmed(), m_plan);
}

} // namespace kontor::ui
