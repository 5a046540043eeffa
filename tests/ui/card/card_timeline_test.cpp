// The timeline by keys: filter, search, pin, tasks made of entries, changes, files.
#include "ui/card/card_fixture.h"

#include "customers/card_files.h"
#include "customers/card_links_view.h"
#include "duplicates/merge.h"
#include "interactions/composer.h"
#include "interactions/entry_details.h"
#include "interactions/interaction_repository.h"
#include "interactions/text_links.h"
#include "interactions/timeline_bar.h"
#include "main_window/action_table.h"
#include "widgets/bidi.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDropEvent>
#include <QFile>
#include <QMimeData>

#include <csignal>

namespace kontor::tests {

namespace action = ui::action;

class CardTimeline : public CardFixture {
protected:
    void SetUp() override {
        CardFixture::SetUp();
        addEntry(u"call"_s, u"Asked for the price of 40 units"_s);
        addEntry(u"note"_s, u"Likes green, see https://volga.example/catalogue"_s);
        load(m_customer);
    }
    void addEntry(const QString &kind, const QString &text) {
        write([&](workspace::Recorder &recorder) -> Result<void> {
            LogDraft draft;
            draft.interaction.customerId = m_customer;
            draft.interaction.kind = kind;
            draft.interaction.text = text;
            TRY_VOID(logInteraction(recorder, draft));
            return {};
        });
    }
    Id addOther(const QString &name) {
        NewCustomer draft;
        draft.customer.name = name;
        return valueOf(m_base->write({u"add"_s, "customer", {}},
                                     [&](workspace::Recorder &recorder) { return addCustomer(recorder, draft); }));
    }
    ui::TimelineBar *bar() const { return m_page->findChild<ui::TimelineBar *>(); }
    int count() const { return timeline()->timeline()->entryCount(); }
    const ui::TimelineEntry &entry(int number) const {
        for (const ui::TimelineEntry &row : timeline()->timeline()->rows())
            if (row.kind != ui::TimelineEntry::Kind::Heading && number-- == 0)
                return row;
        static const ui::TimelineEntry none;
        return none;
    }
};

TEST_F(CardTimeline, CtrlFSearchesAndEscShowsEverythingAgain) {
    ASSERT_EQ(count(), 2);
    m_page->perform(action::kFilter);
    type(u"green"_s);
    ASSERT_TRUE(waitFor([&] { return count() == 1; }));
    EXPECT_EQ(entry(0).interaction.kind, u"note"_s);
    EXPECT_TRUE(m_shell->announced.contains(u"1 found"_s)) << qPrintable(m_shell->announced.join(u'|'));
    press(Qt::Key_Escape);
    ASSERT_TRUE(waitFor([&] { return count() == 2; }));
}

TEST_F(CardTimeline, NothingFoundSaysHowToGoBack) {
    m_page->perform(action::kFilter);
    type(u"xylophone"_s);
    ASSERT_TRUE(waitFor([&] { return count() == 0; }));
    EXPECT_FALSE(timeline()->isVisible());
    EXPECT_TRUE(m_page->escape());
    ASSERT_TRUE(waitFor([&] { return timeline()->isVisible(); }));
}

TEST_F(CardTimeline, OneKindIsShownAlone) {
    auto *what = bar()->findChild<QComboBox *>();
    what->setCurrentIndex(what->findData(u"call"_s));
    ASSERT_TRUE(waitFor([&] { return count() == 1; }));
    EXPECT_EQ(entry(0).interaction.kind, u"call"_s);
}

TEST_F(CardTimeline, ChangesAreShownWhenAskedFor) {
    selectField(u"City"_s);
    press(Qt::Key_F2);
    type(u"Lund"_s);
    press(Qt::Key_Return);
    ASSERT_TRUE(waitFor([&] { return card().customer.city == u"Lund"_s; }));
    EXPECT_EQ(count(), 2);
    bar()->findChild<QCheckBox *>()->click();
    ASSERT_TRUE(waitFor([&] { return count() > 2; }));
    EXPECT_EQ(entry(0).kind, ui::TimelineEntry::Kind::Changed);
    ASSERT_EQ(entry(0).change.lines.size(), 1);
    EXPECT_EQ(withoutIsolates(entry(0).change.lines.first()), u"City: from Malmö to Lund"_s);
}

TEST_F(CardTimeline, APinnedEntryStandsOnTop) {
    const Interaction call = entry(1).interaction;
    emit timeline()->pinWanted(call, true);
    ASSERT_TRUE(waitFor([&] { return timeline()->timeline()->row(0).heading == u"Pinned"_s; }));
    EXPECT_EQ(entry(0).interaction.id, call.id);
    EXPECT_EQ(count(), 2) << "and not in its month too";
}

TEST_F(CardTimeline, AnEntryBecomesATask) {
    emit timeline()->taskWanted(entry(1).interaction);
    press(Qt::Key_Return);
    ASSERT_TRUE(waitFor([&] { return m_page->content().timeline.tasks.size() == 1; }));
    const Task task = m_page->content().timeline.tasks[0];
    EXPECT_EQ(task.title, u"Asked for the price of 40 units"_s);
    EXPECT_EQ(task.interactionId, std::optional(m_page->content().timeline.interactions[1].id));
}

TEST_F(CardTimeline, AMergedCardStandsThereAndEnterSplitsItAgain) {
    const Id twin = addOther(u"A. Petrowa"_s);
    const Id kept = m_customer;
    valueOf(m_base->write(duplicates::mergeInfo(kept, twin), [&](workspace::Recorder &recorder) {
        return duplicates::merge(recorder, {kept, twin});
    }));
    load(twin); // another card in between, so that the first one is read anew
    load(kept);
    ASSERT_EQ(count(), 3);
    int row = -1;
    for (int i = 0; i < timeline()->timeline()->rowCount(); ++i)
        if (timeline()->timeline()->row(i).kind == ui::TimelineEntry::Kind::Merged)
            row = i;
    ASSERT_GE(row, 0);
    const QModelIndex merged = timeline()->timeline()->index(row, 0);
    EXPECT_TRUE(merged.data(Qt::AccessibleTextRole).toString().contains(u"A. Petrowa"_s));
    EXPECT_FALSE(merged.data(Qt::AccessibleDescriptionRole).toString().isEmpty());
    timeline()->setFocus();
    timeline()->setCurrentIndex(merged);
    press(Qt::Key_Return);
    ASSERT_TRUE(waitFor([&] { return count() == 2; }));
    EXPECT_FALSE(valueOf(db::find<Customer>(m_base->database(), twin))->mergedInto.has_value());
    EXPECT_TRUE(m_shell->toasts.last().contains(u"A. Petrowa"_s));
}

TEST_F(CardTimeline, DeleteMovesAnEntryToTheTrash) {
    timeline()->setFocus();
    press(Qt::Key_Delete);
    ASSERT_TRUE(waitFor([&] { return count() == 1; }));
    EXPECT_EQ(m_shell->toasts.last(), u"Entry moved to the trash."_s);
}

TEST_F(CardTimeline, LengthMomentAndPeopleComeFromMore) {
    const Id lars = addOther(u"Lars Åkesson"_s);
    m_page->perform(action::kLogMeeting);
    type(u"Talked about spring"_s);
    ui::EntryDraft draft = composer()->draft();
    draft.details = {m_clock.today().addDays(-1), QTime(14, 0), 45, {{lars, u"Lars Åkesson"_s}}};
    composer()->setDraft(draft);
    composer()->focusText();
    press(Qt::Key_Return, Qt::ControlModifier);
    ASSERT_TRUE(waitFor([&] { return count() == 3; }));
    const auto entries = m_page->content().timeline.interactions;
    const auto meeting =
        std::find_if(entries.cbegin(), entries.cend(), [](const Interaction &entry) { return entry.kind == u"meeting"_s; });
    ASSERT_NE(meeting, entries.cend());
    EXPECT_EQ(meeting->durationSeconds, std::optional<qint64>(2700));
    EXPECT_EQ(m_clock.dateTimeOf(meeting->at).time(), QTime(14, 0));
    EXPECT_EQ(m_page->content().timeline.others.value(meeting->id), QStringList{u"Lars Åkesson"_s});
    load(lars);
    ASSERT_EQ(count(), 1);
    EXPECT_EQ(m_page->content().timeline.others.value(meeting->id), QStringList{u"Anna Petrova"_s});
}

TEST_F(CardTimeline, WhatIsTypedIsOnTheDiskASecondLater) {
    m_page->perform(action::kLogNote);
    type(u"half a sentence"_s);
    const QString file = m_base.folder() + u"/drafts.json"_s;
    ASSERT_TRUE(waitFor([&] { return ui::DraftStore(file).contains(m_customer); }));
    EXPECT_EQ(ui::DraftStore(file).find(m_customer)->text, u"half a sentence"_s);
}

TEST_F(CardTimeline, AFileIsDroppedOpenedAndTakenBack) {
    const QString path = m_base.folder() + u"/contract.pdf"_s;
    QFile file(path);
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    file.write(QByteArray(600'000, 'x'));
    file.close();
    m_page->findChild<ui::CardFiles *>()->add(m_customer, {path});
    ASSERT_TRUE(waitFor([&] { return m_page->content().files.size() == 1; }));
    auto *links = m_page->findChild<ui::CardLinksView *>();
    links->setFocus();
    links->setCurrentIndex(
        links->links()->index(links->links()->find("file " + QByteArray::number(m_page->content().files[0].id.value)), 0));
    press(Qt::Key_Return);
    ASSERT_TRUE(waitFor([&] { return m_links.size() == 1; }));
    EXPECT_TRUE(m_links[0].startsWith("file:///") && m_links[0].endsWith("contract.pdf")) << m_links[0].constData();
    press(Qt::Key_Delete);
    ASSERT_TRUE(waitFor([&] { return m_page->content().files.isEmpty(); }));
    m_workspace->undo(m_page, [](Result<workspace::UndoOutcome>) {});
    ASSERT_TRUE(waitFor([&] { return m_page->content().files.size() == 1; }));
}

TEST_F(CardTimeline, AnAppointmentThatIsDroppedIsProposedAsAnEntry) {
    const auto drop = [this](const QByteArray &start) {
        QFile file(m_base.folder() + u"/visit.ics"_s);
        ASSERT_TRUE(file.open(QIODevice::WriteOnly));
        file.write("BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:Measuring\nDESCRIPTION:The garden\nDTSTART;VALUE=DATE:" + start +
                   "\nEND:VEVENT\nEND:VCALENDAR\n");
        file.close();
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(file.fileName())});
        QDragEnterEvent enter(QPoint(20, 20), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(m_page, &enter);
        QDropEvent event(QPointF(20, 20), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(m_page, &event);
    };
    auto *composer = m_page->findChild<ui::Composer *>();
    drop("20010203");
    EXPECT_EQ(composer->draft().kind, u"meeting"_s);
    EXPECT_EQ(composer->draft().text, u"Measuring\nThe garden"_s);
    EXPECT_EQ(composer->draft().details.day, QDate(2001, 2, 3));
    composer->setDraft({});
    drop("21010203");
    ASSERT_TRUE(composer->draft().step);
    EXPECT_EQ(composer->draft().step->title, u"Measuring"_s);
    EXPECT_EQ(composer->draft().step->day, QDate(2101, 2, 3));
    EXPECT_TRUE(m_page->content().files.isEmpty());
}

TEST(TextLinks, NumbersAndAddressesAreFound) {
    QStringList found;
    for (const ui::TextLink &link :
         ui::textLinks(u"Call +46 70 100 45 12 or 040-55 66 77, www.volga.example/x, anna@volga.example. "
                       "Price 12 400,50, on 2026-03-09, 40 units, order 10012345."_s))
        found << link.target;
    EXPECT_EQ(found, (QStringList{u"+46 70 100 45 12"_s, u"040-55 66 77"_s, u"www.volga.example/x"_s, u"anna@volga.example"_s}));
}

#if GTEST_HAS_DEATH_TEST && defined(Q_OS_UNIX)
TEST(DraftStoreDeathTest, WhatWasKeptOutlivesAKill) {
    QTemporaryDir folder;
    const QString path = folder.filePath(u"drafts.json"_s);
    EXPECT_EXIT(
        {
            ui::DraftStore store(path);
            ui::EntryDraft draft;
            draft.text = u"half a sentence"_s;
            draft.details.minutes = 15;
            store.keep(Id{7}, draft);
            std::raise(SIGKILL);
        },
        testing::KilledBySignal(SIGKILL), "");
    const auto kept = ui::DraftStore(path).find(Id{7});
    ASSERT_TRUE(kept.has_value());
    EXPECT_EQ(kept->text, u"half a sentence"_s);
    EXPECT_EQ(kept->details.minutes, 15);
}
#endif

} // namespace kontor::tests
