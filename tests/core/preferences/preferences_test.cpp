#include "preferences/preferences.h"

#include <QTemporaryDir>

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;
using kontor::Preferences;

namespace {

class PreferencesTest : public testing::Test {
protected:
    QString file() const { return m_folder.filePath(u"kontor.ini"_s); }

private:
    QTemporaryDir m_folder;
};

} // namespace

TEST_F(PreferencesTest, AreKeptForTheNextStart) {
    {
        Preferences preferences(file());
        preferences.setTheme(u"dark"_s);
        preferences.setTextSize(120);
        preferences.setCompactRows(true);
        preferences.setColumns(u"customers"_s, QByteArray("state"));
    }
    const Preferences again(file());
    EXPECT_EQ(again.theme(), u"dark"_s);
    EXPECT_EQ(again.textSize(), 120);
    EXPECT_TRUE(again.compactRows());
    EXPECT_EQ(again.columns(u"customers"_s), QByteArray("state"));
}

TEST_F(PreferencesTest, KeepTheTextSizeWithinItsBounds) {
    Preferences preferences(file());
    preferences.setTextSize(400);
    EXPECT_EQ(preferences.textSize(), 150);
    preferences.setTextSize(1);
    EXPECT_EQ(preferences.textSize(), 80);
}

TEST_F(PreferencesTest, RememberHowACallIsBegun) {
    Preferences preferences(file());
    EXPECT_EQ(preferences.callMethod(), u"tel"_s);
    preferences.setCallMethod(u"template"_s);
    preferences.setCallTemplate(u"https://phone.example/call?to={number}"_s);
    EXPECT_EQ(preferences.callMethod(), u"template"_s);
    EXPECT_EQ(preferences.callTemplate(), u"https://phone.example/call?to={number}"_s);
    preferences.setCallMethod(u"pigeon"_s);
    EXPECT_EQ(preferences.callMethod(), u"tel"_s) << "an unknown one is the usual one";
}

TEST_F(PreferencesTest, RememberTheStateOfEachPartOfAWindowByItsName) {
    Preferences preferences(file());
    preferences.setLayoutState(u"card"_s, QByteArray("panes"));
    EXPECT_EQ(preferences.layoutState(u"card"_s), QByteArray("panes"));
    EXPECT_TRUE(preferences.layoutState(u"settings"_s).isEmpty());
}

TEST_F(PreferencesTest, AnUnknownThemeIsTheSystemsOne) {
    Preferences preferences(file());
    preferences.setTheme(u"purple"_s);
    EXPECT_EQ(preferences.theme(), u"system"_s);
}

TEST_F(PreferencesTest, RememberTheNewestBasesFirstAndEachOnce) {
    Preferences preferences(file());
    for (int i = 0; i < 12; ++i)
        preferences.noteBase(u"/bases/%1.kontor"_s.arg(i));
    preferences.noteBase(u"/bases/9.kontor"_s);
    EXPECT_EQ(preferences.lastBase(), u"/bases/9.kontor"_s);
    EXPECT_EQ(preferences.recentBases().size(), 8);
    EXPECT_EQ(preferences.recentBases().count(u"/bases/9.kontor"_s), 1);
    preferences.forgetBase(u"/bases/9.kontor"_s);
    EXPECT_EQ(preferences.lastBase(), u"/bases/11.kontor"_s);
}

TEST_F(PreferencesTest, RememberCalendarAndWeekAndFollowTheLanguageAtFirst) {
    Preferences preferences(file());
    EXPECT_TRUE(preferences.calendar().isEmpty());
    EXPECT_EQ(preferences.firstDayOfWeek(), 0);
    preferences.setCalendar(u"persian"_s);
    preferences.setFirstDayOfWeek(Qt::Saturday);
    EXPECT_EQ(preferences.calendar(), u"persian"_s);
    EXPECT_EQ(preferences.firstDayOfWeek(), 6);
    preferences.setCalendar(u"mayan"_s);
    preferences.setFirstDayOfWeek(9);
    EXPECT_TRUE(preferences.calendar().isEmpty());
    EXPECT_EQ(preferences.firstDayOfWeek(), 0);
}
