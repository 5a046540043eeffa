// The timeline of a customer with a long history: headings that stay, times as people say them, pages.
#include "ui/card/card_fixture.h"

#include "interactions/interaction_repository.h"
#include "interactions/timeline_heading.h"
#include "purchases/purchase_repository.h"

#include <QScrollBar>

namespace kontor::tests {

class LongTimeline : public CardFixture {
protected:
    void SetUp() override {
        CardFixture::SetUp();
        m_today = m_clock.today();
    }
    void addEntries(int count, int daysBetween, const QString &text = u"Asked for the price"_s) {
        write([&](workspace::Recorder &recorder) -> Result<void> {
            for (int i = 0; i < count; ++i) {
                Interaction entry;
                entry.customerId = m_customer;
                entry.kind = u"call"_s;
                entry.text = text;
                entry.at = at(m_today.addDays(-i * daysBetween), QTime(10, 30));
                TRY_VOID(recorder.insert(entry));
            }
            return {};
        });
        load(m_customer);
    }
    Instant at(QDate day, QTime time) const { return Instant{QDateTime(day, time, m_clock.zone).toMSecsSinceEpoch()}; }
    ui::TimelineHeading *heading() const { return timeline()->heading(); }
    QString monthAbove(int row) const {
        while (timeline()->timeline()->row(row).kind != ui::TimelineEntry::Kind::Heading)
            --row;
        return timeline()->timeline()->row(row).heading;
    }

    QDate m_today;
};

TEST_F(LongTimeline, TheMonthThatIsLookedAtStaysAtTheTop) {
    addEntries(60, 4);
    EXPECT_FALSE(heading()->isVisible()) << "its own row is there";
    QScrollBar *bar = timeline()->verticalScrollBar();
    ASSERT_GT(bar->maximum(), 400);
    QSet<QString> seen;
    for (int to = 150; to < bar->maximum(); to += 150) {
        ASSERT_TRUE(waitFor([&] { // the rows are laid out by and by
            bar->setValue(to);
            return timeline()->indexAt(QPoint(10, 0)).isValid();
        }));
        const QModelIndex top = timeline()->indexAt(QPoint(10, 0));
        if (timeline()->timeline()->row(top.row()).kind == ui::TimelineEntry::Kind::Heading)
            continue;
        ASSERT_TRUE(heading()->isVisible()) << to;
        EXPECT_EQ(heading()->text(), monthAbove(top.row()));
        seen.insert(heading()->text());
    }
    EXPECT_GT(seen.size(), 3);
    bar->setValue(0);
    EXPECT_FALSE(heading()->isVisible());
}

TEST_F(LongTimeline, TheRowThatTheArrowsReachIsNeverUnderTheHeading) {
    addEntries(60, 4);
    timeline()->setFocus();
    press(Qt::Key_End);
    for (int i = 0; i < 40; ++i) {
        press(Qt::Key_Up);
        const QRect row = timeline()->visualRect(timeline()->currentIndex());
        ASSERT_GE(row.top(), heading()->isVisible() ? heading()->geometry().bottom() - timeline()->viewport()->y() : 0) << i;
    }
}

TEST_F(LongTimeline, ComesInPagesOfTwoHundredThatReadAsOneList) {
    write([&](workspace::Recorder &recorder) -> Result<void> {
        for (int i = 0; i < 40; ++i) {
            Purchase purchase;
            purchase.customerId = m_customer;
            purchase.purchasedOn = m_today.addDays(-i * 11).toString(Qt::ISODate);
            purchase.amount = 1'000;
            TRY_VOID(addPurchase(recorder, purchase, {}));
        }
        return {};
    });
    addEntries(450, 1);
    const auto *model = timeline()->timeline();
    EXPECT_EQ(model->content().interactions.size(), 200);
    EXPECT_TRUE(model->canFetchMore({}));
    QScrollBar *bar = timeline()->verticalScrollBar();
    ASSERT_TRUE(waitFor([&] {
        bar->setValue(bar->maximum());
        return model->content().interactions.size() == 400;
    }));
    ASSERT_TRUE(waitFor([&] {
        bar->setValue(bar->maximum());
        return model->content().interactions.size() == 450;
    }));
    EXPECT_FALSE(model->canFetchMore({}));
    const auto keys = [](const QList<ui::TimelineEntry> &entries) {
        QList<QByteArray> list;
        for (const ui::TimelineEntry &entry : entries)
            list << entry.key;
        return list;
    };
    EXPECT_EQ(keys(model->rows()), keys(ui::timelineEntries(model->content(), m_shell->formats())));
    EXPECT_EQ(model->entryCount(), 490);
}

TEST_F(LongTimeline, SaysTimesAsPeopleDo) {
    const ui::Formats &formats = m_shell->formats();
    EXPECT_EQ(formats.when(at(m_today, QTime(14, 5))), u"Today 14:05"_s);
    EXPECT_EQ(formats.when(at(m_today.addDays(-1), QTime(14, 5))), u"Yesterday 14:05"_s);
    const QDate before = m_today.addDays(-3);
    EXPECT_EQ(formats.when(at(before, QTime(14, 5))), QLocale(u"en_GB"_s).toString(before, u"ddd"_s) + u" 14:05"_s);
    const QDate lastYear = m_today.addDays(-400);
    EXPECT_TRUE(formats.when(at(lastYear, QTime(14, 5))).endsWith(QString::number(lastYear.year())));
    addEntries(1, 1);
    const auto *model = timeline()->timeline();
    const QModelIndex row = model->index(1, 0);
    const QString exact = formats.dateTime(at(m_today, QTime(10, 30)));
    EXPECT_EQ(model->data(row, Qt::ToolTipRole).toString(), exact);
    EXPECT_TRUE(model->data(row, Qt::AccessibleTextRole).toString().contains(exact));
}

TEST_F(LongTimeline, ATextOfMoreThanFourLinesUnfoldsWithEnter) {
    addEntries(1, 1, QStringList(9, u"One more line"_s).join(u'\n'));
    timeline()->setFocus();
    const QModelIndex row = timeline()->currentIndex();
    const int folded = timeline()->visualRect(row).height();
    press(Qt::Key_Return);
    ASSERT_TRUE(waitFor([&] { return timeline()->visualRect(row).height() > folded; }));
    EXPECT_TRUE(timeline()->timeline()->row(row.row()).isExpanded);
}

TEST_F(LongTimeline, ANumberWithoutItsCountryShowsTheOneOfTheFile) {
    write([&](workspace::Recorder &recorder) { return addContactPoint(recorder, m_customer, u"phone"_s, u"020 7946 0018"_s); });
    load(m_customer);
    const ui::CardField *typed = nullptr;
    const ui::CardField *whole = nullptr;
    for (const ui::CardField &field : fieldsModel()->rows()) {
        if (field.text == u"020 7946 0018"_s)
            typed = &field;
        if (field.text == u"+46 70 100 45 12"_s)
            whole = &field;
    }
    ASSERT_TRUE(typed && whole);
    EXPECT_EQ(typed->hint, u"+44"_s);
    EXPECT_EQ(whole->hint, QString());
    const int row = fieldsModel()->find(typed->key);
    EXPECT_TRUE(fieldsModel()->data(fieldsModel()->index(row, 1), Qt::AccessibleTextRole).toString().contains(u"+44"_s));
    EXPECT_EQ(fieldsModel()->data(fieldsModel()->index(row, 1), Qt::EditRole).toString(), u"020 7946 0018"_s)
        << "what is edited is what was typed";
}

} // namespace kontor::tests
