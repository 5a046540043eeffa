// The card of a file that can only be read where it lies: nothing looks as if it could be changed.
#include "ui/card/card_fixture.h"

#include "customers/card_links_view.h"
#include "forms/popover.h"
#include "interactions/interaction_repository.h"
#include "main_window/action_table.h"
#include "purchases/purchase_repository.h"
#include "tasks/task_repository.h"
#include "widgets/empty_state.h"

#include <QContextMenuEvent>
#include <QDragEnterEvent>
#include <QMenu>
#include <QMimeData>
#include <QPlainTextEdit>

namespace kontor::tests {

namespace action = ui::action;

class CardReadOnly : public CardFixture {
protected:
    void SetUp() override {
        CardFixture::SetUp();
        closePage();
        m_isReadOnly = true;
    }
    void addRecords() {
        write([&](workspace::Recorder &recorder) -> Result<void> {
            LogDraft call;
            call.interaction.customerId = m_customer;
            call.interaction.kind = u"call"_s;
            call.interaction.text = u"Asked for the price"_s;
            TRY_VOID(logInteraction(recorder, call));
            Task task;
            task.customerId = m_customer;
            task.kind = u"call"_s;
            task.title = u"Call about the offer"_s;
            TRY_VOID(addTask(recorder, task));
            Purchase purchase;
            purchase.customerId = m_customer;
            purchase.purchasedOn = m_clock.today().toString(Qt::ISODate);
            purchase.amount = 4'000;
            TRY_VOID(addPurchase(recorder, purchase, {}));
            return {};
        });
    }
    ui::CardLinksView *links() const { return m_page->findChild<ui::CardLinksView *>(); }
    QStringList shownLinks() const {
        QStringList titles;
        for (const ui::CardLink &link : links()->links()->rows())
            titles << link.title;
        return titles;
    }
    qint64 operations() { return valueOf(m_base->database().single(u"SELECT count(*) FROM operation"_s)).integer(); }
    // What the menu of the row that is current offers.
    static QStringList menuOf(QAbstractItemView *view) {
        QContextMenuEvent event(QContextMenuEvent::Keyboard, QPoint(), QPoint());
        QApplication::sendEvent(view->viewport(), &event);
        QStringList texts;
        for (QMenu *menu : view->findChildren<QMenu *>()) {
            for (const QAction *entry : menu->actions())
                texts << entry->text();
            delete menu;
        }
        return texts;
    }
};

TEST_F(CardReadOnly, TheComposerTakesNoWordAndSaysWhy) {
    openPage();
    auto *text = qobject_cast<QPlainTextEdit *>(composer()->textWidget());
    ASSERT_NE(text, nullptr);
    EXPECT_FALSE(text->isEnabled());
    EXPECT_TRUE(text->placeholderText().contains(u"can be read here, but not changed"_s)) << qPrintable(text->placeholderText());
    EXPECT_FALSE(m_page->panes().contains(text)) << "no stop of F6";
    for (const auto *button : composer()->findChildren<QAbstractButton *>())
        EXPECT_TRUE(!button->isVisible() || !button->isEnabled()) << qPrintable(button->text());
    EXPECT_FALSE(m_page->canPerform(action::kLogNote));
}

TEST_F(CardReadOnly, WhatWasBegunBeforeCanStillBeReadAndCopied) {
    m_isReadOnly = false;
    openPage();
    m_page->perform(action::kLogNote);
    type(u"half a sentence"_s);
    closePage();
    m_isReadOnly = true;
    openPage();
    auto *text = qobject_cast<QPlainTextEdit *>(composer()->textWidget());
    EXPECT_EQ(text->toPlainText(), u"half a sentence"_s);
    EXPECT_TRUE(text->isEnabled());
    text->setFocus();
    type(u" and more"_s);
    EXPECT_EQ(text->toPlainText(), u"half a sentence"_s);
}

TEST_F(CardReadOnly, NoHeadingOffersToAddAndNoFileIsAskedFor) {
    openPage();
    for (const ui::CardLink &link : links()->links()->rows())
        EXPECT_TRUE(link.action.isEmpty()) << qPrintable(link.title);
    EXPECT_TRUE(shownLinks().contains(u"No files"_s)) << qPrintable(shownLinks().join(u", "));
    QMimeData files;
    files.setUrls({QUrl::fromLocalFile(m_base.path())});
    QDragEnterEvent drag({10, 10}, Qt::CopyAction, &files, Qt::LeftButton, Qt::NoModifier);
    drag.ignore();
    QApplication::sendEvent(m_page, &drag);
    EXPECT_FALSE(drag.isAccepted());
}

TEST_F(CardReadOnly, AnEmptyTimelineNamesNoKeyThatDoesNothing) {
    openPage();
    const auto *nothing = m_page->findChild<ui::EmptyState *>();
    ASSERT_TRUE(nothing->isVisible());
    EXPECT_EQ(nothing->accessibleDescription(), QString());
}

TEST_F(CardReadOnly, RemindersPurchasesAndEntriesOfferOnlyWhatReads) {
    addRecords();
    openPage();
    for (int row = 0; row < links()->links()->rowCount(); ++row) {
        links()->setCurrentIndex(links()->links()->index(row, 0));
        if (links()->currentIndex().flags().testFlag(Qt::ItemIsEnabled)) {
            EXPECT_EQ(menuOf(links()), QStringList()) << qPrintable(links()->links()->row(row).title);
        }
    }
    ASSERT_EQ(timeline()->timeline()->entryCount(), 3);
    for (int row = 0; row < timeline()->timeline()->rowCount(); ++row) {
        const QModelIndex index = timeline()->timeline()->index(row, 0);
        timeline()->setCurrentIndex(index);
        EXPECT_FALSE(index.flags().testFlag(Qt::ItemIsEditable));
        if (index.flags().testFlag(Qt::ItemIsEnabled)) {
            EXPECT_EQ(menuOf(timeline()), QStringList{u"Copy text"_s});
        }
    }
}

TEST_F(CardReadOnly, KeysChangeNothingAndCauseNoError) {
    addRecords();
    const qint64 before = operations();
    openPage();
    for (QAbstractItemView *view : std::initializer_list<QAbstractItemView *>{links(), timeline()})
        for (int row = 0; row < view->model()->rowCount(); ++row)
            for (const Qt::Key key : {Qt::Key_Space, Qt::Key_Return, Qt::Key_F2, Qt::Key_Delete}) {
                view->setCurrentIndex(view->model()->index(row, 0));
                QTest::keyClick(view, key);
            }
    for (const ui::Popover *form : m_page->findChildren<ui::Popover *>())
        EXPECT_FALSE(form->isOpen()) << form->metaObject()->className();
    load(m_customer);
    EXPECT_EQ(operations(), before);
    EXPECT_EQ(m_shell->errors, QStringList());
    EXPECT_FALSE(m_page->canPerform(action::kTags));
}

TEST_F(CardReadOnly, ACallThatIsDialledOpensNoEntryToWrite) {
    openPage();
    m_page->perform(action::kDial);
    ASSERT_TRUE(waitFor([&] { return m_links.size() == 1; }));
    EXPECT_EQ(composer()->draft().kind, u"note"_s);
}

} // namespace kontor::tests
