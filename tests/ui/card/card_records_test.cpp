// What stands on a card beside the customer's own fields, worked by keys.
#include "ui/card/card_fixture.h"

#include "custom_fields/custom_field_acts.h"
#include "custom_fields/custom_field_repository.h"
#include "customers/card_field_chooser.h"
#include "customers/card_links_view.h"
#include "customers/card_repository.h"
#include "forms/form_popover.h"
#include "main_window/action_table.h"
#include "widgets/banner.h"

#include <QComboBox>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>

namespace kontor::tests {

class CardRecords : public CardFixture {
protected:
    Id addOther(const QString &name, const QString &phone = {}) {
        NewCustomer draft;
        draft.customer.name = name;
        if (!phone.isEmpty())
            draft.phones = {phone};
        return valueOf(m_base->write({u"add"_s, "customer", {}},
                                     [&](workspace::Recorder &recorder) { return addCustomer(recorder, draft); }));
    }
    ui::FormPopover *form() const {
        for (auto *popover : m_page->findChildren<ui::FormPopover *>())
            if (popover->isVisible())
                return popover;
        return nullptr;
    }
    // "+ Add field", its name, Enter.
    void addField(const QString &name, bool takes = true) {
        for (auto *button : m_page->findChildren<QPushButton *>())
            if (button->accessibleName().startsWith(u"Add field"_s))
                button->click();
        type(name);
        if (takes)
            press(Qt::Key_Return);
    }
    const ui::CardField *field(const QString &label) const {
        for (const ui::CardField &row : fieldsModel()->rows())
            if (row.label == label)
                return &row;
        return nullptr;
    }
};

TEST_F(CardRecords, TheSameNumberOnAnotherCardIsNamed) {
    addOther(u"Lars Åkesson"_s, u"0046 70-100 45 12"_s);
    load(m_customer);
    ASSERT_NE(field(u"Phone"_s), nullptr);
    EXPECT_TRUE(field(u"Phone"_s)->note.contains(u"Lars Åkesson"_s)) << qPrintable(field(u"Phone"_s)->note);
    EXPECT_TRUE(field(u"Phone"_s)->noteCustomer.isValid());
}

TEST_F(CardRecords, AMessengerIsAddedByItsName) {
    addField(u"tele"_s);
    type(u"@anna_p"_s);
    press(Qt::Key_Return);
    ASSERT_TRUE(waitFor([&] { return card().contactPoints.size() == 3; }));
    EXPECT_EQ(card().contactPoints[2].kind, u"messenger"_s);
    EXPECT_EQ(card().contactPoints[2].label, u"Telegram"_s);
    ASSERT_TRUE(waitFor([&] { return field(u"Telegram"_s) != nullptr; }));
    emit m_page->findChild<ui::CardFieldsView *>()->launchWanted(*field(u"Telegram"_s));
    EXPECT_EQ(m_links, QList<QByteArray>{"https://t.me/anna_p"});
    EXPECT_EQ(composer()->draft().kind, u"message"_s);
}

TEST_F(CardRecords, DeleteTakesANumberFromTheCard) {
    selectField(u"Phone"_s);
    press(Qt::Key_Delete);
    ASSERT_TRUE(waitFor([&] { return card().contactPoints.size() == 1; }));
    EXPECT_EQ(card().contactPoints[0].kind, u"email"_s);
}

TEST_F(CardRecords, AFurtherAddressIsAddedInItsForm) {
    addField(u"further"_s);
    ASSERT_NE(form(), nullptr);
    type(u"Storgatan 5"_s);
    press(Qt::Key_Tab);
    press(Qt::Key_Tab);
    type(u"Lund"_s);
    press(Qt::Key_Return);
    ASSERT_TRUE(waitFor([&] { return card().addresses.size() == 1; }));
    EXPECT_EQ(card().addresses[0].city, u"Lund"_s);
    ASSERT_TRUE(waitFor([&] { return form() == nullptr; }));
}

TEST_F(CardRecords, ADateThatIsNoneIsExplainedInTheForm) {
    addField(u"important"_s);
    ASSERT_NE(form(), nullptr);
    type(u"Wedding"_s);
    press(Qt::Key_Tab);
    type(u"some day"_s);
    press(Qt::Key_Return);
    ASSERT_NE(form(), nullptr);
    qobject_cast<QLineEdit *>(form()->input("date"))->setText(u"14 May"_s);
    press(Qt::Key_Return);
    ASSERT_TRUE(waitFor([&] { return card().dates.size() == 1; }));
    EXPECT_EQ(card().dates[0].dateOn, u"--05-14"_s);
}

TEST_F(CardRecords, AConsentIsRecordedAndTheOldOneStays) {
    write([&](workspace::Recorder &recorder) {
        Consent consent;
        consent.customerId = m_customer;
        consent.channel = u"email"_s;
        consent.state = u"given"_s;
        return addConsent(recorder, consent);
    });
    load(m_customer);
    selectField(u"Consent: E-mail"_s);
    press(Qt::Key_F2);
    ASSERT_NE(form(), nullptr);
    auto *state = qobject_cast<QComboBox *>(form()->input("state"));
    state->setCurrentIndex(state->findData(u"withdrawn"_s));
    press(Qt::Key_Return);
    ASSERT_TRUE(waitFor([&] { return card().consents.size() == 2; }));
    EXPECT_EQ(card().consents[0].state, u"withdrawn"_s);
    EXPECT_TRUE(field(u"Consent: E-mail"_s)->isRefusal);
}

TEST_F(CardRecords, ARelationShowsOnBothCards) {
    const Id company = addOther(u"Volga Trade"_s);
    emit m_page->findChild<ui::CardLinksView *>()->actionWanted(ui::kAddRelation);
    ASSERT_NE(form(), nullptr);
    type(u"volga"_s);
    auto *who = qobject_cast<ui::SuggestEdit *>(form()->input("who"));
    ASSERT_TRUE(waitFor([&] { return who->isOffering(); }));
    press(Qt::Key_Down);
    press(Qt::Key_Return);
    EXPECT_EQ(who->chosen(), company);
    press(Qt::Key_Return);
    ASSERT_TRUE(waitFor([&] { return card().relations.size() == 1; }));
    EXPECT_EQ(card().relations[0].otherName, u"Volga Trade"_s);
    load(company);
    ASSERT_EQ(card().relations.size(), 1);
    EXPECT_TRUE(card().relations[0].isInverse);
    EXPECT_EQ(card().relations[0].otherName, u"Anna Petrova"_s);
}

TEST_F(CardRecords, SomebodyWithoutACardIsOnlyAName) {
    emit m_page->findChild<ui::CardLinksView *>()->actionWanted(ui::kAddRelation);
    type(u"Rex"_s);
    auto *kind = qobject_cast<QComboBox *>(form()->input("kind"));
    kind->setCurrentIndex(kind->findData(u"pet"_s));
    press(Qt::Key_Return);
    ASSERT_TRUE(waitFor([&] { return card().relations.size() == 1; }));
    EXPECT_FALSE(card().relations[0].otherId.isValid());
    EXPECT_EQ(card().relations[0].otherName, u"Rex"_s);
}

TEST_F(CardRecords, AnOwnFieldIsMadeAndFilledWithoutLeavingTheKeys) {
    addField(u"Shoe size"_s);
    ASSERT_NE(form(), nullptr);
    auto *kind = qobject_cast<QComboBox *>(form()->input("kind"));
    kind->setCurrentIndex(kind->findData(u"number"_s));
    press(Qt::Key_Return);
    ASSERT_TRUE(waitFor([&] { return fields()->isEditing(); }));
    type(u"42.5"_s);
    press(Qt::Key_Return);
    ASSERT_TRUE(waitFor([&] { return card().ownFields.size() == 1; }));
    EXPECT_EQ(card().ownFields[0].value.number, std::optional(42.5));
}

TEST_F(CardRecords, OwnFieldsStandInTheGroupThatTheyName) {
    write([&](workspace::Recorder &recorder) -> Result<void> {
        for (const auto &[label, group] : {std::pair(u"Eye colour"_s, u"about"_s), std::pair(u"Shoe size"_s, u"Shoes"_s),
                                           std::pair(u"Anything"_s, QString()), std::pair(u"Last"_s, u"Shoes"_s)}) {
            TRY(own, addCustomField(recorder, label, u"text"_s));
            TRY_VOID(setCustomFieldGroup(recorder, own.id, group));
            if (label != u"Last"_s)
                TRY_VOID(setCustomValue(recorder, m_customer, own.name, u"x"_s));
        }
        return {};
    });
    load(m_customer);
    QStringList lines;
    for (const ui::CardField &row : fieldsModel()->rows())
        if (row.source == ui::CardField::Source::Heading || row.source == ui::CardField::Source::Own)
            lines << row.label;
    EXPECT_EQ(lines, (QStringList{u"How to reach"_s, u"About"_s, u"Eye colour"_s, u"Shoes"_s, u"Shoe size"_s, u"Own fields"_s,
                                  u"Anything"_s}));

    addField(u"las"_s, false);
    auto *list = m_page->findChild<ui::CardFieldChooser *>()->findChild<QListWidget *>();
    ASSERT_GE(list->count(), 2);
    EXPECT_EQ(list->item(0)->text(), u"Shoes"_s) << "the group of the only field that is found";
    EXPECT_FALSE(list->item(0)->flags().testFlag(Qt::ItemIsSelectable));
    EXPECT_EQ(list->currentItem()->text(), u"Last"_s) << "Enter takes the field, not the heading";
}

TEST_F(CardRecords, ANewOwnFieldIsPutIntoTheGroupThatIsTyped) {
    addField(u"Shoe size"_s);
    ASSERT_NE(form(), nullptr);
    qobject_cast<QLineEdit *>(form()->input("group"))->setText(u"buys"_s);
    press(Qt::Key_Return);
    ASSERT_TRUE(waitFor([&] { return card().fieldsOfBase.size() == 1; }));
    EXPECT_EQ(card().fieldsOfBase[0].group, u"buys"_s) << "one of the groups that are there, however it is written";
}

TEST_F(CardRecords, WhatCanBeChosenIsAskedOfAFieldOfChoicesAlone) {
    addField(u"Colour"_s);
    ASSERT_NE(form(), nullptr);
    auto *kind = qobject_cast<QComboBox *>(form()->input("kind"));
    QWidget *choices = form()->input("choices");
    EXPECT_FALSE(choices->isVisible()) << "a text has none";
    kind->setCurrentIndex(kind->findData(u"choice"_s));
    EXPECT_TRUE(choices->isVisible());
    qobject_cast<QPlainTextEdit *>(choices)->setPlainText(u"red\ngreen"_s);
    kind->setCurrentIndex(kind->findData(u"number"_s));
    EXPECT_FALSE(choices->isVisible());
    EXPECT_TRUE(form()->values()["choices"].text.isEmpty()) << "what is not asked is not answered";
    kind->setCurrentIndex(kind->findData(u"choices"_s));
    EXPECT_EQ(form()->values()["choices"].text, u"red\ngreen"_s) << "what was typed is still there";
}

TEST_F(CardRecords, SeveralChoicesAreTickedInAForm) {
    write([&](workspace::Recorder &recorder) -> Result<void> {
        TRY_VOID(addCustomField(recorder, u"Brands"_s, u"choices"_s, {u"Stihl"_s, u"Husqvarna"_s, u"Honda"_s}));
        return {};
    });
    load(m_customer);
    addField(u"brands"_s);
    ASSERT_NE(form(), nullptr);
    press(Qt::Key_Space);
    press(Qt::Key_Down);
    press(Qt::Key_Space);
    press(Qt::Key_Return);
    ASSERT_TRUE(waitFor([&] { return card().ownFields.size() == 2; }));
    EXPECT_EQ(field(u"Brands"_s)->shown, u"Stihl; Husqvarna"_s);
}

TEST_F(CardRecords, TagsAreFoundPutOnAndTakenOffByKeys) {
    m_page->perform(ui::action::kTags);
    type(u"vip"_s);
    press(Qt::Key_Return);
    ASSERT_TRUE(waitFor([&] { return card().tags.size() == 2; }));
    type(u"gar"_s);
    press(Qt::Key_Return);
    ASSERT_TRUE(waitFor([&] { return card().tags.size() == 1; }));
    EXPECT_EQ(card().tags[0].name, u"vip"_s);
    EXPECT_TRUE(m_page->escape());
}

TEST_F(CardRecords, TheNextCustomerIsShownInTheSameLine) {
    NewCustomer draft;
    draft.customer.name = u"Lars Åkesson"_s;
    draft.customer.city = u"Lund"_s;
    const Id lars = valueOf(
        m_base->write({u"add"_s, "customer", {}}, [&](workspace::Recorder &recorder) { return addCustomer(recorder, draft); }));
    selectField(u"City"_s);
    load(lars);
    ASSERT_NE(fields()->currentField(), nullptr);
    EXPECT_EQ(fields()->currentField()->shown, u"Lund"_s);
    EXPECT_TRUE(fields()->hasFocus());
}

TEST_F(CardRecords, ACustomerThatWentToTheTrashStaysReadableAndComesBack) {
    write([&](workspace::Recorder &recorder) { return trashCustomer(recorder, m_customer); });
    load(m_customer);
    auto *banner = m_page->findChild<ui::Banner *>();
    ASSERT_TRUE(banner->isVisible());
    banner->findChild<QPushButton *>()->click();
    ASSERT_TRUE(waitFor([&] { return !card().customer.trashedAt; }));
    EXPECT_FALSE(banner->isVisible());
}

TEST_F(CardRecords, WordsOfChoicesAreThoseOfPeople) {
    write([&](workspace::Recorder &recorder) -> Result<void> {
        TRY_VOID(setCustomerFields(recorder, m_customer, card().customer.version,
                                   {{"preferred_channel", u"email"_s}, {"language", u"sv"_s}}));
        return {};
    });
    load(m_customer);
    EXPECT_EQ(field(u"Type"_s)->shown, u"Customer"_s);
    EXPECT_EQ(field(u"Prefers"_s)->shown, u"E-mail"_s);
    EXPECT_EQ(field(u"Language"_s)->shown, u"Svenska"_s);
}

} // namespace kontor::tests
