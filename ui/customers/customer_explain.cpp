#include "customers/customer_explain.h"

#include "main_window/shell.h"
#include "segments/own_value.h"
#include "segments/pair_list.h"
#include "segments/rule_meaning.h"
#include "theme/metrics.h"
#include "widgets/bidi.h"
#include "widgets/palette_label.h"

#include <QComboBox>
#include <QLineEdit>

namespace kontor::ui {

using namespace Qt::StringLiterals;
using namespace metrics;

namespace {
constexpr int kExplainWidth = 480;
} // namespace

ExplainPopover::ExplainPopover(workspace::Workspace &workspace, Shell &shell, QWidget *page)
    : Popover(tr("Why is this customer here?"), page),
      m_workspace(workspace),
      m_shell(shell),
      m_subject(new QComboBox(this)),
      m_verdict(new PaletteLabel(TextRole::Strong, TextColour::Normal, this)),
      m_lines(new PairList(this)) {
    addField(tr("List or segment"), m_subject);
    m_verdict->setWordWrap(true);
    m_verdict->setMinimumWidth(kExplainWidth);
    addWidget(m_verdict);
    m_lines->setAccessibleName(tr("What the rule says"));
    addWidget(m_lines);
    connect(m_subject, &QComboBox::currentIndexChanged, this, &ExplainPopover::explain);
    connect(this, &Popover::accepted, this, &Popover::close);
}

void ExplainPopover::open(const QRect &anchor, Id customer, const QString &name, const QList<Subject> &subjects) {
    m_customer = customer;
    m_name = name;
    m_subjects = subjects;
    m_place = anchor;
    {
        const QSignalBlocker quiet(m_subject);
        m_subject->clear();
        for (const Subject &subject : subjects)
            m_subject->addItem(subject.name);
    }
    m_subject->setEnabled(!subjects.isEmpty());
    m_lines->setPairs({});
    m_verdict->setText(subjects.isEmpty() ? tr("No filter is on, and there are no segments yet: everyone is here.") : QString());
    openAt(anchor, m_subject->isEnabled() ? static_cast<QWidget *>(m_subject) : m_lines);
    if (!subjects.isEmpty())
        explain();
}

void ExplainPopover::explain() {
    const int at = m_subject->currentIndex();
    if (at < 0 || at >= m_subjects.size())
        return;
    const segments::Context context = ruleOnScreen(m_workspace, m_shell.formats());
    const segments::Rule rule = m_subjects[at].rule;
    m_workspace.read(
        this,
        [rule, context, customer = m_customer](db::Database &database) {
            return segments::explain(database, rule, context, customer);
        },
        [this, rule, number = ++m_number](Result<segments::Explanation> explanation) {
            if (number != m_number || !isOpen())
                return;
            if (explanation)
                return show(rule, *explanation);
            m_lines->setPairs({});
            m_verdict->setText(explanation.error().message);
        });
}

void ExplainPopover::show(const segments::Rule &rule, const segments::Explanation &explanation) {
    const QString subject = isolated(m_subject->currentText());
    m_verdict->setText(explanation.member ? tr("%1 is in %2, because:").arg(isolated(m_name), subject)
                                          : tr("%1 is not in %2, because:").arg(isolated(m_name), subject));
    QList<Pair> pairs;
    addGroup(rule, {}, 0, explanation, pairs);
    m_lines->setPairs(pairs);
    m_shell.announce(m_verdict->text());
    // The place follows the new height.
    setProblem({});
    emit explained();
}

void ExplainPopover::addGroup(const segments::Group &group, const QString &path, int depth,
                              const segments::Explanation &explanation, QList<Pair> &pairs) const {
    const QString indent(depth * 4, QChar::Nbsp);
    if (depth > 0 || group.match != segments::Match::All) {
        bool holds = false;
        for (const segments::GroupReport &report : explanation.groups)
            if (report.path == path)
                holds = report.holds;
        const QString words = group.match == segments::Match::All   ? tr("All of these hold:")
                              : group.match == segments::Match::Any ? tr("At least one of these holds:")
                                                                    : tr("None of these holds:");
        pairs.append({.text = indent + words,
                      .value = holds ? tr("yes") : tr("no"),
                      .icon = holds ? "check"_L1 : "close"_L1,
                      .tint = holds ? Tint::Good : Tint::Bad});
    }
    for (std::size_t i = 0; i < group.rules.size(); ++i) {
        const QString place = (path.isEmpty() ? QString() : path + u'.') + u"rules[%1]"_s.arg(i);
        if (const segments::Group *inner = group.rules[i].group()) {
            addGroup(*inner, place, depth + 1, explanation, pairs);
            continue;
        }
        for (const segments::ConditionReport &report : explanation.conditions) {
            if (report.path != place)
                continue;
            const QString own = ownValueWords(report.value, report.kind, m_shell.formats(), report.choiceWords);
            const QString has = own.isEmpty() ? tr("has nothing there") : tr("has %1").arg(own);
            pairs.append({.text = indent + (depth > 0 ? QString(4, QChar::Nbsp) : QString()) + report.sentence,
                          .value = has,
                          .spoken = report.holds ? tr("Holds: %1. The customer %2.").arg(report.sentence, has)
                                                 : tr("Does not hold: %1. The customer %2.").arg(report.sentence, has),
                          .icon = report.holds ? "check"_L1 : "close"_L1,
                          .tint = report.holds ? Tint::Good : Tint::Bad});
        }
    }
}

SaveFilterPopover::SaveFilterPopover(QWidget *page)
    : Popover(tr("Save the filter as a segment"), page), m_name(new QLineEdit(this)) {
    addField(tr("Name of the segment"), m_name);
    addButtons(tr("Save segment"));
    connect(this, &Popover::accepted, this, [this] {
        const QString name = m_name->text().simplified();
        if (name.isEmpty())
            return setProblem(tr("Give it a name, for example what these customers have in common."));
        emit nameReady(name);
    });
}

void SaveFilterPopover::open(const QRect &anchor, const QString &name) {
    m_name->setText(name);
    openAt(anchor, m_name);
    m_name->selectAll();
}

} // namespace kontor::ui
