// A trial with the first rows, and taking back an import whose customers were edited since.
#include "import_page_fixture.h"

#include <QMessageBox>
#include <QPushButton>

using namespace kontor;
using namespace kontor::tests;
using namespace kontor::ui;

namespace {

class ImportUndoing : public ImportPageFixture {
protected:
    static QByteArray rows(int count) {
        QByteArray file = "Name;Mail\n";
        for (int i = 0; i < count; ++i)
            file += "Customer " + QByteArray::number(i) + ";c" + QByteArray::number(i) + "@shop.example\n";
        return file;
    }
    void importAll() {
        click(u"Import "_s);
        ASSERT_TRUE(comesTrue([this] { return import()->session().imported().has_value(); }));
    }
    Id named(const QString &name) {
        return Id{valueOf(m_base->database().single(u"SELECT id FROM customer WHERE name = ?"_s, {name})).integer()};
    }
    // The toasts that were shown until then; a toast goes by itself.
    bool isToasted(const QString &part) {
        QStringList texts;
        const bool isSaid = comesTrue([&] {
            for (const Toast *toast : m_window->findChildren<Toast *>())
                texts << toast->text();
            return !texts.filter(part).isEmpty();
        });
        texts.removeDuplicates();
        return isSaid || (ADD_FAILURE() << qPrintable(texts.join(u" / "_s)), false);
    }
    QMessageBox *question() const { return m_window->findChild<QMessageBox *>(); }
    void answer(const QString &part) {
        ASSERT_TRUE(comesTrue([this] { return question() && question()->isVisible(); }));
        for (QAbstractButton *button : question()->buttons())
            if (button->text().startsWith(part))
                return button->click();
        FAIL() << qPrintable(part);
    }
};

} // namespace

TEST_F(ImportUndoing, ATrialTakesInTheFirstRowsOnlyAndThenAllOfThem) {
    begin(rows(30));
    goToCheck();
    click(u"Try with the first 20"_s);
    ASSERT_TRUE(comesTrue([this] { return import()->session().imported().has_value(); }));
    EXPECT_EQ(customers(), 22);
    EXPECT_TRUE(import()->session().isTrial());
    click(u"Take it back and import all"_s);
    ASSERT_TRUE(comesTo(kCheck));
    EXPECT_EQ(customers(), 2);
    importAll();
    EXPECT_EQ(customers(), 32);
    EXPECT_FALSE(import()->session().isTrial());
}

TEST_F(ImportUndoing, ATrialIsNotOfferedForAFewRows) {
    begin(rows(20));
    goToCheck();
    ASSERT_TRUE(comesTrue([this] { return button(u"Import "_s) && button(u"Import "_s)->isEnabled(); }));
    EXPECT_EQ(button(u"Try with"_s), nullptr);
}

TEST_F(ImportUndoing, WhoWasEditedSinceIsKeptIfThePersonSaysSo) {
    begin(rows(3));
    goToCheck();
    importAll();
    setCity(named(u"Customer 1"_s), u"Lund"_s);
    click(u"Undo import"_s);
    answer(u"Keep"_s);
    EXPECT_TRUE(comesTo(kSource));
    EXPECT_EQ(customers(), 3);
    EXPECT_EQ(city(named(u"Customer 1"_s)), u"Lund"_s);
}

TEST_F(ImportUndoing, WhoWasEditedSinceGoesToTheTrashIfAllAreToGo) {
    begin(rows(3));
    goToCheck();
    importAll();
    const Id edited = named(u"Customer 1"_s);
    setCity(edited, u"Lund"_s);
    click(u"Undo import"_s);
    answer(u"Remove all"_s);
    EXPECT_TRUE(comesTo(kSource));
    EXPECT_TRUE(valueOf(db::find<Customer>(m_base->database(), edited))->trashedAt.has_value());
    EXPECT_EQ(customers(), 3);
}

TEST_F(ImportUndoing, WhatWasEditedOfACustomerWhoWasHereBeforeIsKeptAndSaid) {
    begin("Name;Telefon;Ort;Strasse\nAnna Petrova;+46701004512;Lund;Kyrkogatan 1\n");
    goToCheck();
    importAll();
    EXPECT_EQ(city(m_anna), u"Lund"_s);
    setCity(m_anna, u"Ystad"_s);
    click(u"Undo import"_s);
    EXPECT_TRUE(comesTo(kSource));
    EXPECT_EQ(city(m_anna), u"Ystad"_s);
    EXPECT_EQ(valueOf(db::find<Customer>(m_base->database(), m_anna))->street, u""_s);
    EXPECT_TRUE(isToasted(u"1 that were edited since are kept."_s));
}

TEST_F(ImportUndoing, TheMenuTakesASmallImportBackTheSameWay) {
    begin("Name;Telefon;Ort;Strasse\nAnna Petrova;+46701004512;Lund;Kyrkogatan 1\n");
    goToCheck();
    importAll();
    const auto erik = m_base.openAs(u"pc-2"_s, u"Erik"_s);
    const qint64 version = valueOf(db::find<Customer>(erik->database(), m_anna))->version;
    ASSERT_TRUE(erik->write({u"edit"_s, "customer", m_anna}, [&](workspace::Recorder &recorder) {
        return setCustomerFields(recorder, m_anna, version, {{"city", u"Ystad"_s}});
    }));
    trigger(action::kUndo);
    EXPECT_TRUE(isToasted(u"What was changed since stays: 1 place(s)."_s));
    EXPECT_EQ(city(m_anna), u"Ystad"_s);
    EXPECT_EQ(valueOf(db::find<Customer>(m_base->database(), m_anna))->street, u""_s);
}

TEST_F(ImportUndoing, TheQuestionLeavesTheImportAloneIfItIsCancelled) {
    begin(rows(3));
    goToCheck();
    importAll();
    setCity(named(u"Customer 1"_s), u"Lund"_s);
    click(u"Undo import"_s);
    answer(u"Cancel"_s);
    EXPECT_EQ(import()->step(), kDone);
    EXPECT_EQ(customers(), 5);
}
