#include "several_world.h"

#include <future>

using namespace kontor;
using namespace kontor::tests;
using ui::ConflictDialog;

namespace {

class Conflict : public Several {
protected:
    // Maria is faster: she has saved before I leave the field.
    void bothChange(const QByteArray &column, const QString &hers, const QString &mine) {
        edit(column);
        driver().press(Qt::Key_A, Qt::ControlModifier);
        driver().type(mine);
        mariaSets(column, hers);
        driver().press(Qt::Key_Return);
    }
};

} // namespace

TEST_F(Conflict, OtherFieldsAreSavedTogether) {
    openAnna();
    edit("city");
    driver().press(Qt::Key_A, Qt::ControlModifier);
    driver().type(u"Lund"_s);
    // Her change does not come by itself before mine is saved.
    std::promise<void> saved;
    window().workspace()->read(
        &window(),
        [wait = saved.get_future().share()](db::Database &) -> Result<int> {
            wait.wait();
            return 0;
        },
        [](const Result<int> &) {}, workspace::Urgency::Background);
    mariaSets("company", u"Volga"_s);
    driver().press(Qt::Key_Return);
    EXPECT_TRUE(driver().waitFor([&] { return toasts().contains(u"Saved together with Maria's changes."_s); }));
    saved.set_value();
    EXPECT_EQ(anna().city, u"Lund"_s);
    EXPECT_EQ(anna().company, u"Volga"_s);
}

TEST_F(Conflict, TheSameValueIsNothing) {
    openAnna();
    bothChange("city", u"Lund"_s, u"Lund"_s);
    EXPECT_TRUE(driver().waitFor([&] { return field("city").state == ui::CardField::State::Rest && field("city").shown == u"Lund"_s; }));
    EXPECT_EQ(question(), nullptr);
}

TEST_F(Conflict, TheSameFieldAsksAndNothingIsChosenBeforehand) {
    openAnna();
    bothChange("city", u"Lomma"_s, u"Lund"_s);
    ASSERT_TRUE(isAsked());
    for (const auto choice : {ConflictDialog::Mine, ConflictDialog::Theirs})
        EXPECT_FALSE(question()->choice(0, choice)->isChecked());
    EXPECT_EQ(question()->choice(0, ConflictDialog::Mine)->text(), u"Lund"_s);
    EXPECT_EQ(question()->choice(0, ConflictDialog::Theirs)->text(), u"Lomma"_s);
    EXPECT_EQ(question()->choice(0, ConflictDialog::Both), nullptr) << "a place is not two places";
    EXPECT_FALSE(question()->saveButton()->isEnabled());
    QStringList words;
    for (const QLabel *label : question()->findChildren<QLabel *>())
        words << withoutIsolates(label->text());
    EXPECT_TRUE(words.contains(u"You and Maria changed the same field of Anna Petrova."_s)) << qPrintable(words.join(u'\n'));
    EXPECT_TRUE(words.contains(u"Malmo"_s)) << "what stood there before";
    EXPECT_TRUE(words.contains(u"Whatever you choose, the other value stays in History."_s));
    EXPECT_EQ(anna().city, u"Lomma"_s) << "nothing was overwritten";
}

TEST_F(Conflict, AltOneKeepsMineAndHersStaysInTheHistory) {
    openAnna();
    bothChange("city", u"Lomma"_s, u"Lund"_s);
    ASSERT_TRUE(isAsked());
    driver().press(Qt::Key_1, Qt::AltModifier);
    ASSERT_TRUE(question() && question()->saveButton()->isEnabled());
    driver().press(Qt::Key_Return);
    EXPECT_TRUE(driver().waitFor([&] { return anna().city == u"Lund"_s; }));
    EXPECT_TRUE(valuesOf("city").contains(u"Lomma"_s));
    EXPECT_TRUE(driver().waitFor([&] { return field("city").state == ui::CardField::State::Rest; }));
}

TEST_F(Conflict, AltTwoTakesHersAndMineStaysInTheHistory) {
    openAnna();
    bothChange("city", u"Lomma"_s, u"Lund"_s);
    ASSERT_TRUE(isAsked());
    driver().press(Qt::Key_2, Qt::AltModifier);
    driver().press(Qt::Key_Return);
    EXPECT_TRUE(driver().waitFor([&] { return valuesOf("city") == QStringList{u"Lomma"_s, u"Lund"_s, u"Lomma"_s}; }));
    EXPECT_EQ(anna().city, u"Lomma"_s);
}

TEST_F(Conflict, TextsCanBeKeptBoth) {
    mariaSets("discount", u"-"_s);
    openAnna();
    bothChange("discount", u"7 % until May"_s, u"5 %"_s);
    ASSERT_TRUE(isAsked());
    QRadioButton *both = question()->choice(0, ConflictDialog::Both);
    ASSERT_NE(both, nullptr);
    EXPECT_EQ(both->text(), u"keep both as text: “5 % / 7 % until May”"_s);
    both->setFocus();
    driver().press(Qt::Key_Space);
    driver().press(Qt::Key_Return);
    EXPECT_TRUE(driver().waitFor([&] { return anna().discount == u"5 % / 7 % until May"_s; }));
}

TEST_F(Conflict, DecideLaterKeepsMineAsADraftAndMarksTheField) {
    openAnna();
    bothChange("city", u"Lomma"_s, u"Lund"_s);
    ASSERT_TRUE(isAsked());
    driver().press(Qt::Key_Escape);
    ASSERT_TRUE(driver().waitFor([&] { return !question() && field("city").state == ui::CardField::State::Undecided; }));
    EXPECT_EQ(field("city").typed, u"Lund"_s);
    EXPECT_EQ(anna().city, u"Lomma"_s);
    // The draft outlives the card.
    window().go({ui::page::kToday});
    window().go({ui::page::kCustomers, m_anna});
    ASSERT_TRUE(driver().waitFor([&] { return field("city").typed == u"Lund"_s; }));
    edit("city"); // F2 on it asks again
    ASSERT_TRUE(isAsked());
    driver().press(Qt::Key_1, Qt::AltModifier);
    driver().press(Qt::Key_Return);
    EXPECT_TRUE(driver().waitFor([&] { return anna().city == u"Lund"_s && field("city").state == ui::CardField::State::Rest; }));
}

TEST_F(Conflict, AThirdValueWhileDecidingAsksAgain) {
    openAnna();
    bothChange("city", u"Lomma"_s, u"Lund"_s);
    ASSERT_TRUE(isAsked());
    mariaSets("city", u"York"_s);
    driver().press(Qt::Key_1, Qt::AltModifier);
    driver().press(Qt::Key_Return);
    ASSERT_TRUE(driver().waitFor(
        [&] { return question() && question()->choice(0, ConflictDialog::Theirs)->text() == u"York"_s; }));
    EXPECT_EQ(anna().city, u"York"_s);
}

TEST_F(Conflict, TagsUniteAndOfOneNumberBothStay) {
    openAnna();
    edit("tags");
    driver().press(Qt::Key_A, Qt::ControlModifier);
    driver().type(u"spring"_s); // garden goes
    mariaDoes([&](workspace::Recorder &recorder) { return tagCustomer(recorder, m_anna, u"fair"_s); });
    driver().press(Qt::Key_Return);
    const auto names = [&] {
        QStringList tags;
        for (const Tag &tag : valueOf(m_maria->read([this](db::Database &database) { return tagsOf(database, m_anna); })))
            tags << tag.name;
        tags.sort();
        return tags;
    };
    EXPECT_TRUE(driver().waitFor([&] { return names() == QStringList{u"fair"_s, u"spring"_s}; })) << qPrintable(names().join(u", "_s));

    const ContactPoint phone = card()->content().card.contactPoints[0];
    edit("point " + QByteArray::number(phone.id.value));
    driver().press(Qt::Key_A, Qt::ControlModifier);
    driver().type(u"+46701111111"_s);
    mariaDoes([&](workspace::Recorder &recorder) { return changeContactPoint(recorder, phone, u"+46702222222"_s); });
    driver().press(Qt::Key_Return);
    const auto numbers = [&] {
        QStringList values;
        for (const ContactPoint &point : valueOf(m_maria->read([this](db::Database &database) { return loadCard(database, m_anna); })).contactPoints)
            values << point.value;
        values.sort();
        return values;
    };
    EXPECT_TRUE(driver().waitFor([&] { return numbers() == QStringList{u"+46701111111"_s, u"+46702222222"_s}; }))
        << qPrintable(numbers().join(u", "_s));
}

TEST_F(Conflict, OwnFieldsAreNotOverwrittenEither) {
    mariaDoes([&](workspace::Recorder &recorder) { return setCustomValue(recorder, m_anna, u"Shoe size"_s, u"40"_s); });
    openAnna();
    edit("custom.Shoe size");
    driver().press(Qt::Key_A, Qt::ControlModifier);
    driver().type(u"42"_s);
    mariaDoes([&](workspace::Recorder &recorder) { return setCustomValue(recorder, m_anna, u"Shoe size"_s, u"41"_s); });
    driver().press(Qt::Key_Return);
    ASSERT_TRUE(isAsked());
    EXPECT_EQ(question()->choice(0, ConflictDialog::Theirs)->text(), u"41"_s);
    driver().press(Qt::Key_2, Qt::AltModifier);
    driver().press(Qt::Key_Return);
    EXPECT_TRUE(driver().waitFor([&] { return field("custom.Shoe size").state == ui::CardField::State::Rest && field("custom.Shoe size").shown == u"41"_s; }));
}

TEST_F(Conflict, ACustomerTrashedMeanwhileIsRestoredWithMyChanges) {
    openAnna();
    edit("city");
    driver().press(Qt::Key_A, Qt::ControlModifier);
    driver().type(u"Lund"_s);
    mariaDoes([&](workspace::Recorder &recorder) { return trashCustomer(recorder, m_anna); });
    driver().press(Qt::Key_Return);
    const auto box = [] { return qobject_cast<QMessageBox *>(QApplication::activeModalWidget()); };
    ASSERT_TRUE(driver().waitFor([&] { return box() != nullptr; }));
    EXPECT_EQ(withoutIsolates(box()->text()), u"Maria moved Anna Petrova to the trash while you were editing."_s);
    for (QAbstractButton *button : box()->buttons())
        if (button->text() == u"Restore with my changes"_s)
            button->click();
    EXPECT_TRUE(driver().waitFor([&] { return anna().city == u"Lund"_s && !anna().trashedAt; }));
}

TEST_F(Conflict, ACustomerTrashedMeanwhileCanStayThere) {
    openAnna();
    edit("city");
    driver().press(Qt::Key_A, Qt::ControlModifier);
    driver().type(u"Lund"_s);
    mariaDoes([&](workspace::Recorder &recorder) { return trashCustomer(recorder, m_anna); });
    driver().press(Qt::Key_Return);
    ASSERT_TRUE(driver().waitFor([] { return qobject_cast<QMessageBox *>(QApplication::activeModalWidget()) != nullptr; }));
    driver().press(Qt::Key_Escape);
    EXPECT_TRUE(driver().waitFor([&] { return field("city").state == ui::CardField::State::Rest; }));
    EXPECT_TRUE(anna().trashedAt.has_value());
    EXPECT_EQ(anna().city, u"Malmo"_s);
}
