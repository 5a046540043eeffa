// The language of the window.
#include "settings/language.h"

#include <gtest/gtest.h>

#include <QApplication>
#include <QFile>
#include <QLocale>

namespace kontor::ui {
namespace {

using namespace Qt::StringLiterals;

class LanguageTest : public testing::Test {
protected:
    ~LanguageTest() override {
        applyLanguage(*qApp, u"en"_s);
        QLocale::setDefault(m_locale);
    }

    static QString counted(int n) {
        return QCoreApplication::translate("kontor::ui::CustomerBulkActs", "Tags of %Ln customer(s) changed.", nullptr, n);
    }

private:
    QLocale m_locale;
};

TEST_F(LanguageTest, SaysInEnglishWithItsPluralsWhatALanguageLacks) {
    if (!QFile::exists(u":/translations/kontor_en.qm"_s))
        GTEST_SKIP() << "built without lrelease, so there are no plurals";
    applyLanguage(*qApp, u"fa"_s);
    EXPECT_TRUE(counted(1).endsWith(u"customer changed."_s)) << counted(1).toStdString();
    EXPECT_TRUE(counted(2).endsWith(u"customers changed."_s)) << counted(2).toStdString();
}

TEST_F(LanguageTest, WritesFromTheRightInPersianAndFromTheLeftInEnglish) {
    applyLanguage(*qApp, u"fa"_s);
    EXPECT_TRUE(QGuiApplication::isRightToLeft());
    applyLanguage(*qApp, u"en"_s);
    EXPECT_TRUE(QGuiApplication::isLeftToRight());
}

} // namespace
} // namespace kontor::ui
