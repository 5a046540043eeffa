#include "several_world.h"

#include "db/database.h"

#include <QFile>

#include <cstdio>
#include <future>

using namespace kontor;
using namespace kontor::tests;

TEST_F(Several, WhoHoldsTheFileIsSaidAndTheWindowLives) {
    auto opened = workspace::Workspace::open(m_base->path(), m_base->options(u"pc-2"_s, u"Maria"_s));
    ASSERT_TRUE(bool(opened));
    auto maria = std::move(*opened);
    ASSERT_TRUE(driver().waitFor([&] { return !window().workspace()->others().isEmpty() && !maria->others().isEmpty(); }));
    openAnna();
    std::promise<void> letGo;
    maria->write({u"edit"_s, "customer", m_anna},
                 [wait = letGo.get_future().share()](workspace::Recorder &) -> Result<void> {
                     wait.wait();
                     return {};
                 },
                 maria.get(), [](const Result<void> &) {});
    ASSERT_TRUE(driver().waitFor([&] { return !window().workspace()->others().isEmpty() && window().workspace()->others().first().isSaving; }));
    enter("city", u"Lund"_s);
    EXPECT_TRUE(saysInBanner(u"pc-2 (Maria) has had the file locked since"_s)) << qPrintable(banners().join(u'\n'));
    driver().press(Qt::Key_K, Qt::ControlModifier); // the window answers
    EXPECT_TRUE(window().findBox()->isVisible());
    driver().press(Qt::Key_Escape);
    letGo.set_value();
    EXPECT_TRUE(driver().waitFor([&] { return banners().isEmpty(); }));
    EXPECT_TRUE(driver().waitFor([&] { return anna().city == u"Lund"_s; }));
}

TEST_F(Several, AnotherProgramThatHoldsTheFileIsNamedAsSuch) {
    openAnna();
    {
        auto held = valueOf(db::WriteTransaction::begin(m_maria->database()));
        enter("city", u"Lund"_s);
        EXPECT_TRUE(saysInBanner(u"Another computer or program has had the file locked since"_s)) << qPrintable(banners().join(u'\n'));
    }
    EXPECT_TRUE(driver().waitFor([&] { return anna().city == u"Lund"_s; }));
}

TEST_F(Several, ADriveThatIsGoneIsToldAfterAWhileAndWhatWasBegunIsKept) {
    openAnna();
    edit("city");
    driver().press(Qt::Key_A, Qt::ControlModifier);
    driver().type(u"Lund"_s);
    FaultVfs::setAway(true);
    ASSERT_TRUE(driver().waitFor([&] { return dot() == u"Checking file…"_s; }));
    EXPECT_TRUE(banners().isEmpty()) << "nobody is disturbed at once";
    EXPECT_TRUE(qobject_cast<QLineEdit *>(QApplication::focusWidget())) << "the editor stays open";
    ASSERT_TRUE(saysInBanner(u"cannot be reached since"_s));
    EXPECT_EQ(banners().size(), 1) << "said once: " << qPrintable(banners().join(u'\n'));
    EXPECT_EQ(dot(), u"Offline"_s);
    EXPECT_EQ(qobject_cast<QLineEdit *>(QApplication::focusWidget())->text(), u"Lund"_s);
    driver().press(Qt::Key_Return);
    ASSERT_TRUE(driver().waitFor([&] { return dot() == u"Offline, 1 waiting"_s; })) << qPrintable(dot());
    EXPECT_EQ(field("city").state, ui::CardField::State::Waiting);
    EXPECT_EQ(field("city").typed, u"Lund"_s);
    EXPECT_TRUE(saysInBanner(u"1 change(s) are kept on this computer and will be saved when the drive is back."_s))
        << qPrintable(banners().join(u'\n'));
    edit("name"); // what is stored is locked
    EXPECT_FALSE(qobject_cast<QLineEdit *>(QApplication::focusWidget()));
    FaultVfs::setAway(false);
    EXPECT_TRUE(saysInBanner(u"Connected again. 1 change(s) saved."_s)) << qPrintable(banners().join(u'\n'));
    EXPECT_EQ(anna().city, u"Lund"_s);
    EXPECT_TRUE(driver().waitFor([&] { return field("city").state == ui::CardField::State::Rest; }));
}

TEST_F(Several, WhatMeetsAnotherValueWhenTheDriveIsBackNeedsADecision) {
    openAnna();
    edit("city");
    driver().press(Qt::Key_A, Qt::ControlModifier);
    driver().type(u"Lund"_s);
    FaultVfs::setAway(true);
    ASSERT_TRUE(saysInBanner(u"cannot be reached since"_s));
    driver().press(Qt::Key_Return);
    ASSERT_TRUE(driver().waitFor([&] { return dot() == u"Offline, 1 waiting"_s; }));
    // Others still reached it: as this process sees the drive, for a moment only.
    FaultVfs::setAway(false);
    mariaSets("city", u"Lomma"_s);
    EXPECT_TRUE(saysInBanner(u"1 need(s) your decision."_s)) << qPrintable(banners().join(u'\n'));
    EXPECT_TRUE(driver().waitFor([&] { return field("city").state == ui::CardField::State::Undecided; }));
    EXPECT_EQ(anna().city, u"Lomma"_s);
}

TEST_F(Several, AShortHiccupIsSilent) {
    openAnna();
    FaultVfs::setAway(true);
    ASSERT_TRUE(driver().waitFor([&] { return dot() == u"Checking file…"_s; }));
    FaultVfs::setAway(false);
    EXPECT_TRUE(driver().waitFor([&] { return dot().startsWith(u"Saved"_s); }));
    EXPECT_TRUE(banners().isEmpty());
}

TEST_F(Several, AFileThatWasReplacedIsNotWrittenAnyMore) {
    openAnna();
    const QString other = m_base->folder() + u"/other.kontor"_s;
    ASSERT_TRUE(bool(workspace::Base::create(other, {}, m_base->options(u"pc-3"_s, u"Ivan"_s))));
    ASSERT_EQ(std::rename(QFile::encodeName(other).constData(), QFile::encodeName(m_base->path()).constData()), 0);
    ASSERT_TRUE(saysInBanner(u"was replaced by another one."_s)) << qPrintable(banners().join(u'\n'));
    EXPECT_EQ(dot(), u"Stopped"_s);
    std::optional<bool> wasWritten;
    window().workspace()->write(
        {u"edit"_s, "customer", m_anna}, [this](workspace::Recorder &recorder) { return trashCustomer(recorder, m_anna); }, &window(),
        [&](const Result<void> &written) { wasWritten = written.has_value(); });
    ASSERT_TRUE(driver().waitFor([&] { return wasWritten.has_value(); }));
    EXPECT_FALSE(*wasWritten);
    edit("city");
    EXPECT_FALSE(qobject_cast<QLineEdit *>(QApplication::focusWidget()));
}

TEST_F(Several, WhereLocksLieNothingIsWrittenAndTheReasonStandsThere) {
    openAnna();
    sharing::Person liar{u"pc-9"_s, u"Ivan"_s, u"0.1"_s, u"smb"_s, 7};
    liar.sawLyingLocks = true;
    auto presence = valueOf(sharing::Presence::join(m_base->path(), liar));
    EXPECT_TRUE(saysInBanner(u"do not see each other's locks"_s)) << qPrintable(banners().join(u'\n'));
    EXPECT_TRUE(banners().join(u'\n').contains(u"Mount the drive on all of them with locks"_s));
    EXPECT_EQ(dot(), u"Read only"_s);
    edit("city");
    EXPECT_FALSE(qobject_cast<QLineEdit *>(QApplication::focusWidget()));
}
