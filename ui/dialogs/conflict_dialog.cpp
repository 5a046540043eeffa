#include "dialogs/conflict_dialog.h"

#include "theme/kontor_style.h"
#include "theme/metrics.h"
#include "widgets/bidi.h"
#include "widgets/palette_label.h"

#include <QButtonGroup>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QKeySequence>
#include <QPushButton>
#include <QRadioButton>
#include <QShortcut>
#include <QVBoxLayout>

#include <algorithm>

namespace kontor::ui {

using namespace Qt::StringLiterals;
using namespace metrics;

namespace {

constexpr int kValueWidth = 150;
constexpr int kLongestValue = 90; // characters; the whole text is in the tool tip
enum Column { Field, Before, MineAt, TheirsAt };

QString shortened(const QString &text) {
    const QString line = text.simplified();
    return line.size() > kLongestValue ? line.left(kLongestValue) + u'…' : line;
}

QString shown(const QString &value) { return value.isEmpty() ? u"–"_s : shortened(value); }

} // namespace

ConflictDialog::ConflictDialog(const ConflictHeads &heads, const QList<ConflictLine> &lines, QWidget *parent) : QDialog(parent) {
    setWindowTitle(tr("Two different values"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowModality(Qt::WindowModal);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(kPage, kPage, kPage, kPane);
    column->setSpacing(kPane);
    auto *what = new PaletteLabel(TextRole::Body, TextColour::Normal, this);
    what->setWordWrap(true);
    what->setText(tr("You and %1 changed the same field of %2.").arg(isolated(heads.who), isolated(heads.customer)));
    column->addWidget(what);
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(kPage);
    grid->setVerticalSpacing(kGap);
    for (int value : {Before, MineAt, TheirsAt}) {
        grid->setColumnMinimumWidth(value, scaled(value == Before ? kValueWidth * 2 / 3 : kValueWidth));
        grid->setColumnStretch(value, 1);
    }
    addHeads(grid, heads);
    for (const ConflictLine &line : lines)
        addLine(grid, line, heads.who);
    column->addLayout(grid);
    addButtons(column, heads.who);
    auto *rest = new PaletteLabel(TextRole::Caption, TextColour::Second, this);
    rest->setWordWrap(true);
    rest->setText(tr("Whatever you choose, the other value stays in History."));
    column->addWidget(rest);
    setAccessibleDescription(what->text() + u' ' + rest->text());
    connect(this, &QDialog::rejected, this, &ConflictDialog::putOff);
    showState();
    choice(0, Mine)->setFocus(Qt::OtherFocusReason);
}

void ConflictDialog::addHeads(QGridLayout *grid, const ConflictHeads &heads) {
    const auto add = [&](int at, const QString &text) {
        auto *label = new PaletteLabel(TextRole::Caption, TextColour::Second, this);
        label->setText(text);
        grid->addWidget(label, 0, at);
    };
    add(Before, tr("Before"));
    //: Over what the person entered, and when.
    add(MineAt, tr("You, %1").arg(heads.mineTime));
    //: Over what somebody else entered, and when: "Maria, 14:03".
    add(TheirsAt, tr("%1, %2").arg(isolated(heads.who), heads.theirsTime));
}

void ConflictDialog::addLine(QGridLayout *grid, const ConflictLine &line, const QString &who) {
    const int row = grid->rowCount();
    auto *label = new QLabel(line.label, this);
    label->setWordWrap(true);
    auto *before = new PaletteLabel(TextRole::Body, TextColour::Second, this);
    before->setTextFormat(Qt::PlainText);
    before->setWordWrap(true);
    before->setText(shown(line.before));
    before->setToolTip(line.before);
    grid->addWidget(label, row, Field, Qt::AlignTop);
    grid->addWidget(before, row, Before, Qt::AlignTop);
    auto *group = new QButtonGroup(this);
    m_lines << group;
    const auto add = [&](Choice choice, const QString &text, const QString &spoken, const QString &whole) {
        auto *button = new QRadioButton(QString(text).replace(u'&', u"&&"_s), this);
        button->setAccessibleName(spoken);
        button->setToolTip(whole);
        group->addButton(button, choice);
        return button;
    };
    //: For screen readers: a field and the value of the person who looks at it.
    grid->addWidget(add(Mine, shown(line.mine), tr("%1: yours, %2").arg(line.label, shown(line.mine)), line.mine), row, MineAt,
                    Qt::AlignTop);
    //: For screen readers: a field, who gave it the value, the value.
    grid->addWidget(add(Theirs, shown(line.theirs), tr("%1: by %2, %3").arg(line.label, who, shown(line.theirs)), line.theirs),
                    row, TheirsAt, Qt::AlignTop);
    if (!line.both.isEmpty()) {
        const QString text = tr("keep both as text: “%1”").arg(shown(line.both));
        grid->addWidget(add(Both, text, tr("%1: %2").arg(line.label, text), line.both), row + 1, MineAt, 1, 2, Qt::AlignTop);
    }
    connect(group, &QButtonGroup::idToggled, this, &ConflictDialog::showState);
}

void ConflictDialog::addButtons(QVBoxLayout *column, const QString &who) {
    const auto button = [&](const QString &text, int key) {
        auto *made = new QPushButton(text, this);
        made->setAccessibleName(text);
        made->setAutoDefault(false);
        if (key != 0) {
            const QKeySequence keys(Qt::ALT | Qt::Key(key));
            //: A button and its keys: "Keep all mine  Alt+1".
            made->setText(tr("%1  %2").arg(text, keys.toString(QKeySequence::NativeText)));
            connect(new QShortcut(keys, this), &QShortcut::activated, made, &QPushButton::click);
        }
        return made;
    };
    QPushButton *mine = button(tr("Keep all mine"), Qt::Key_1);
    QPushButton *theirs = button(tr("Take all %1's").arg(isolated(who)), Qt::Key_2);
    QPushButton *later = button(tr("Decide later"), 0);
    m_save = button(tr("Save"), 0);
    makePrimary(m_save);
    m_save->setDefault(true);
    auto *row = new QHBoxLayout;
    row->setSpacing(kGap);
    row->addWidget(mine);
    row->addWidget(theirs);
    row->addSpacing(kPage);
    row->addStretch(1);
    row->addWidget(later);
    row->addWidget(m_save);
    column->addLayout(row);
    connect(mine, &QPushButton::clicked, this, [this] { chooseEverywhere(Mine); });
    connect(theirs, &QPushButton::clicked, this, [this] { chooseEverywhere(Theirs); });
    connect(later, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_save, &QPushButton::clicked, this, [this] {
        QList<Choice> choices;
        for (const QButtonGroup *line : std::as_const(m_lines))
            choices << Choice(line->checkedId());
        accept();
        emit decided(choices);
    });
}

QRadioButton *ConflictDialog::choice(int line, Choice choice) const {
    return static_cast<QRadioButton *>(m_lines[line]->button(choice));
}

void ConflictDialog::chooseEverywhere(Choice wanted) {
    for (int line = 0; line < m_lines.size(); ++line)
        choice(line, wanted)->setChecked(true);
    m_save->setFocus(Qt::OtherFocusReason);
}

void ConflictDialog::showState() {
    m_save->setEnabled(std::all_of(m_lines.cbegin(), m_lines.cend(), [](const QButtonGroup *line) { return line->checkedId() >= 0; }));
}

} // namespace kontor::ui
