#include "customers/mini_card.h"

#include "customers/customer_texts.h"
#include "theme/icon.h"
#include "theme/kontor_style.h"
#include "theme/metrics.h"
#include "theme/text_role.h"
#include "widgets/avatar.h"
#include "widgets/bidi.h"
#include "widgets/chip.h"
#include "widgets/text_painting.h"

#include <QPainter>

namespace kontor::ui {

using namespace Qt::StringLiterals;
using namespace metrics;

namespace {

constexpr int kLargeAvatar = 44;

struct Line {
    QLatin1StringView icon;
    QString text;
    QColor colour;
};

QList<Line> linesOf(const CustomerRow &row, qint64 owed, const Formats &formats, const Theme &theme) {
    QList<Line> lines;
    if (!row.phone.isEmpty())
        lines.append({"phone"_L1, shownPhone(row.phone), theme.text});
    if (!row.email.isEmpty())
        lines.append({"mail"_L1, isolatedLtr(row.email), theme.text});
    if (row.refusesCalls)
        lines.append({"warning"_L1, MiniCard::tr("Do not call"), theme.bad.foreground});
    if (row.refusesEmail)
        lines.append({"warning"_L1, MiniCard::tr("Do not e-mail"), theme.bad.foreground});
    if (!row.preferredChannel.isEmpty() || !row.preferredTime.isEmpty()) {
        const QString channel = channelText(row.preferredChannel);
        lines.append({"star"_L1,
                      row.preferredTime.isEmpty() ? MiniCard::tr("Prefers: %1").arg(channel)
                      : channel.isEmpty()         ? MiniCard::tr("Best time: %1").arg(isolated(row.preferredTime))
                                                  : MiniCard::tr("Prefers: %1, %2").arg(channel, isolated(row.preferredTime)),
                      theme.text});
    }
    if (row.lastContactAt) {
        const QString last =
            MiniCard::tr("%1, %2").arg(interactionKindText(row.lastContactKind), isolated(formats.ago(*row.lastContactAt)));
        lines.append({"history"_L1,
                      row.lastContactText.isEmpty() ? last : MiniCard::tr("%1: %2").arg(last, isolated(row.lastContactText)),
                      theme.text});
    } else {
        lines.append({"history"_L1, MiniCard::tr("Never contacted"), theme.text2});
    }
    const StepLook step = stepLook(row, formats);
    lines.append({step.icon, step.detail.isEmpty() ? step.words : MiniCard::tr("%1: %2").arg(step.words, isolated(step.detail)),
                  stepColour(step.state, theme, false)});
    if (row.purchasesInYear > 0)
        lines.append(
            {"purchase"_L1,
             MiniCard::tr("%1 in %Ln purchase(s), 12 months", nullptr, row.purchasesInYear).arg(isolated(formats.money(row.boughtInYear))),
             theme.text});
    if (owed > 0)
        lines.append({"warning"_L1, MiniCard::tr("Owes: %1").arg(isolated(formats.money(owed))), theme.bad.foreground});
    if (!row.city.isEmpty())
        lines.append({"building"_L1, row.city, theme.text2});
    return lines;
}

} // namespace

MiniCard::MiniCard(const Formats &formats, QWidget *parent) : QWidget(parent), m_formats(formats) {
    setAccessibleName(tr("Preview"));
    setMinimumWidth(240);
}

void MiniCard::setRow(const CustomerRow &row, qint64 owed) {
    m_row = row;
    m_owed = owed;
    QStringList spoken{rowSummary(row, m_formats)};
    for (const Line &line : linesOf(row, owed, m_formats, themeOf(this)))
        spoken << line.text;
    setAccessibleDescription(spoken.join(u'\n'));
    update();
}

void MiniCard::clear() {
    m_row.reset();
    setAccessibleDescription({});
    update();
}

int MiniCard::wantedHeight() const {
    if (!m_row)
        return 0;
    const int head = qMax(lineHeight(TextRole::Title) + lineHeight(TextRole::Body), kLargeAvatar) + kLabelGap;
    const int chips = m_row->lifecycle.isEmpty() && m_row->tags.isEmpty() ? 0 : kChip + kGap;
    const int lines = int(linesOf(*m_row, m_owed, m_formats, themeOf(this)).size()) * (lineHeight(TextRole::Body) + kGap);
    return kPane + head + chips + lines + kPane;
}

void MiniCard::paintEvent(QPaintEvent *) {
    if (!m_row)
        return;
    QPainter painter(this);
    const Theme &theme = themeOf(this);
    const auto direction = layoutDirection();
    const QRect inner = rect().adjusted(kPane, kPane, -kPane, -kPane);
    const auto placed = [&](const QRect &rect) { return QStyle::visualRect(direction, this->rect(), rect); };
    paintAvatar(&painter, placed(QRect(inner.left(), inner.top(), kLargeAvatar, kLargeAvatar)),
                {m_row->id, m_row->name, m_row->isOrganisation}, theme);
    const int title = lineHeight(TextRole::Title);
    const int body = lineHeight(TextRole::Body);
    const int left = inner.left() + kLargeAvatar + kLabelGap;
    const QRect name(left, inner.top(), inner.right() - left + 1, title);
    const QString under = m_row->company.isEmpty()    ? m_row->jobTitle
                          : m_row->jobTitle.isEmpty() ? m_row->company
                                                      : tr("%1, %2").arg(m_row->company, m_row->jobTitle);
    paintLine(&painter, placed(name), centredBaseline(name, textFont(TextRole::Title)), m_row->name,
              {textFont(TextRole::Title), theme.text}, direction);
    const QRect second(left, name.bottom() + 1, name.width(), body);
    paintLine(&painter, placed(second), centredBaseline(second, textFont(TextRole::Body)), under,
              {textFont(TextRole::Body), theme.text2}, direction);
    int top = qMax(second.bottom(), inner.top() + kLargeAvatar) + kLabelGap;
    QRect chips(inner.left(), top, inner.width(), kChip);
    if (!m_row->lifecycle.isEmpty()) {
        const QString type = m_formats.types().label(m_row->lifecycle);
        paintChip(&painter, placed(chips), type, typeTone(m_row->lifecycle, m_formats), theme, direction);
        chips.setLeft(chips.left() + chipSize(type, textFont(TextRole::Caption)).width() + kSmall);
    }
    for (const CustomerTagMark &tag : m_row->tags) {
        const int width = chipSize(tag.name, textFont(TextRole::Caption)).width();
        if (width > chips.width())
            break;
        paintChip(&painter, placed(chips), tag.name, ChipTone(qBound(0, tag.colour, 7)), theme, direction);
        chips.setLeft(chips.left() + width + kSmall);
    }
    if (!m_row->lifecycle.isEmpty() || !m_row->tags.isEmpty())
        top += kChip + kGap;
    for (const Line &line : linesOf(*m_row, m_owed, m_formats, theme)) {
        const QRect row(inner.left(), top, inner.width(), body + kGap);
        Icon::paint(&painter, placed(QRect(row.left(), row.top(), kSmallIcon, row.height())), line.icon,
                    line.colour == theme.text ? theme.text3 : line.colour);
        paintLine(&painter, placed(row.adjusted(kSmallIcon + kLabelGap, 0, 0, 0)), centredBaseline(row, textFont(TextRole::Body)),
                  line.text, {textFont(TextRole::Body), line.colour}, direction);
        top += row.height();
        if (top > inner.bottom())
            return;
    }
}

} // namespace kontor::ui
