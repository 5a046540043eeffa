#include "dialogs/twin_list.h"

#include "base/fold.h"
#include "base/phone.h"
#include "theme/metrics.h"
#include "widgets/bidi.h"
#include "widgets/palette_label.h"

#include <QPushButton>
#include <QVBoxLayout>

namespace kontor::ui {

using namespace Qt::StringLiterals;
using namespace metrics;

namespace {
enum What { ByPhone, ByEmail, ByName, Kinds };
constexpr int kRows = 3;
constexpr int kWidth = 240;
constexpr int kLookPause = 120;
constexpr int kShortestPhone = 6; // digits
constexpr int kShortestName = 3;

qsizetype wordCount(const QString &text) { return fold(text).split(u' ', Qt::SkipEmptyParts).size(); }

// Only what is surely alike: the same number, the same address, the same name in whatever spelling.
bool isAlike(int what, const search::Hit &hit, const QString &typed) {
    using enum search::HitClass;
    switch (what) {
    case ByPhone: return hit.hitClass == PhoneTail;
    case ByEmail: return hit.hitClass == Email && hit.matched.compare(typed, Qt::CaseInsensitive) == 0;
    default: break;
    }
    const bool byName = hit.hitClass == NamePrefix || hit.hitClass == NameWord || hit.hitClass == OtherSpelling ||
                        hit.hitClass == SimilarSound || hit.hitClass == CompanyPrefix;
    return byName && (wordCount(hit.name) == wordCount(typed) || fold(hit.company) == fold(typed));
}
} // namespace

TwinList::TwinList(FindProvider &finder, QWidget *parent)
    : QWidget(parent), m_finder(finder), m_note(new PaletteLabel(TextRole::Caption, TextColour::Third, this)) {
    setMinimumWidth(kWidth);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(kSmall);
    for (int i = 0; i < kRows; ++i) {
        Row row{new PaletteLabel(TextRole::Body, TextColour::Warn, this),
                new PaletteLabel(TextRole::Caption, TextColour::Second, this), new QPushButton(tr("Open"), this)};
        row.words->setWordWrap(true);
        row.open->setAutoDefault(false);
        column->addWidget(row.words);
        column->addWidget(row.detail);
        column->addWidget(row.open, 0, Qt::AlignLeading);
        column->addSpacing(kGap);
        connect(row.open, &QPushButton::clicked, this, [this, i] { emit openWanted(m_twins[i].customer); });
        m_rows << row;
    }
    m_note->setWordWrap(true);
    m_note->setText(tr("Adding it all the same is fine."));
    column->addWidget(m_note);
    column->addStretch(1);
    m_later.setSingleShot(true);
    m_later.setInterval(kLookPause);
    connect(&m_later, &QTimer::timeout, this, qOverload<>(&TwinList::ask));
    setAccessibleName(tr("Perhaps there already"));
    showTwins();
}

void TwinList::look(const QString &name, const QString &phone, const QString &email) {
    m_texts[ByPhone] = phoneDigits(phone).size() >= kShortestPhone ? phone.trimmed() : QString();
    m_texts[ByEmail] = email.contains(u'@') ? email.trimmed() : QString();
    m_texts[ByName] = fold(name).size() >= kShortestName ? name.simplified() : QString();
    m_later.start();
}

void TwinList::ask() {
    ++m_number;
    m_waiting = 0;
    for (int what = 0; what < Kinds; ++what) {
        m_found[what].clear();
        if (!m_texts[what].isEmpty())
            ask(m_texts[what], what);
    }
    if (m_waiting == 0)
        showTwins();
}

void TwinList::ask(const QString &text, int what) {
    ++m_waiting;
    m_finder.find(text, this, [this, what, number = m_number](Result<FindAnswer> answer) {
        if (number != m_number)
            return;
        if (answer)
            take(what, *answer);
        if (--m_waiting == 0)
            showTwins();
    });
}

void TwinList::take(int what, const FindAnswer &answer) {
    for (const search::Hit &hit : answer.hits) {
        if (!isAlike(what, hit, m_texts[what]))
            continue;
        const QString name = isolated(hit.name);
        const bool exact = fold(hit.name) == fold(m_texts[what]);
        m_found[what].append({hit.customerId,
                              what == ByPhone   ? tr("Same phone: %1").arg(name)
                              : what == ByEmail ? tr("Same e-mail: %1").arg(name)
                              : exact         ? tr("Same name: %1").arg(name)
                                              : tr("Similar name: %1").arg(name),
                              what == ByName ? hit.company : isolatedLtr(hit.matched)});
    }
}

void TwinList::showTwins() {
    m_twins.clear();
    for (const QList<Twin> &found : m_found)
        for (const Twin &twin : found) {
            const bool known = std::any_of(m_twins.begin(), m_twins.end(),
                                           [&twin](const Twin &other) { return other.customer == twin.customer; });
            if (!known && m_twins.size() < kRows)
                m_twins << twin;
        }
    for (int i = 0; i < kRows; ++i) {
        const bool there = i < m_twins.size();
        const Row &row = m_rows[i];
        row.words->setVisible(there);
        row.detail->setVisible(there && !m_twins[i].detail.isEmpty());
        row.open->setVisible(there);
        if (!there)
            continue;
        row.words->setText(m_twins[i].words);
        row.detail->setText(m_twins[i].detail);
        row.open->setAccessibleName(tr("Open, %1").arg(m_twins[i].words));
    }
    m_note->setVisible(!m_twins.isEmpty());
    setAccessibleDescription(m_twins.isEmpty() ? QString() : m_twins.first().words);
    emit looked();
}

} // namespace kontor::ui
