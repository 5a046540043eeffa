#include "forms/date_words_edit.h"
#include "main_window/action_table.h"
#include "theme/icon.h"
#include "theme/kontor_style.h"
#include "theme/text_role.h"
#include "theme/theme_watcher.h"
#include "widgets/avatar.h"
#include "widgets/bidi.h"
#include "widgets/formats.h"

#include <QApplication>
#include <QImage>
#include <QLabel>
#include <QPainter>
#include <QPushButton>

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;
using namespace kontor;
using namespace kontor::ui;

namespace {

QImage painted(QLatin1StringView icon, bool mirrored) {
    QImage image(40, 40, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    Icon::paint(&painter, image.rect(), icon, Qt::red, mirrored);
    return image;
}

// But for the smoothing of edges, which a mirrored painter rounds the other way.
bool looksAlike(const QImage &one, const QImage &other) {
    constexpr int kMostSmoothing = 64;
    for (int y = 0; y < one.height(); ++y)
        for (int x = 0; x < one.width(); ++x)
            if (qAbs(qAlpha(one.pixel(x, y)) - qAlpha(other.pixel(x, y))) > kMostSmoothing)
                return false;
    return one.size() == other.size();
}

Formats formatsAt(const QString &language, const QString &now) {
    Clock clock;
    clock.fixedNow = clock.fromIso(now);
    return Formats(QLocale(language), clock, u"EUR"_s);
}

} // namespace

TEST(Icons, ExistForEveryCommand) {
    for (const ActionSpec &spec : actionTable()) {
        if (!spec.icon.isEmpty())
            EXPECT_TRUE(Icon::exists(spec.icon)) << spec.icon.data();
    }
}

TEST(Icons, AreTintedAndOnlyTheDirectionalOnesAreMirrored) {
    const QImage back = painted("back"_L1, false);
    EXPECT_NE(back, painted("back"_L1, true));
    EXPECT_TRUE(looksAlike(painted("back"_L1, true), back.mirrored(true, false)));
    EXPECT_FALSE(looksAlike(painted("back"_L1, true), back));
    EXPECT_EQ(painted("phone"_L1, false), painted("phone"_L1, true));
    bool red = false;
    for (int y = 0; y < back.height(); ++y)
        for (int x = 0; x < back.width(); ++x)
            red = red || back.pixelColor(x, y) == QColor(Qt::red);
    EXPECT_TRUE(red);
}

TEST(Icons, KeepTheirColourInARowThatIsSelected) {
    const QIcon icon = Icon::get("chevron-down"_L1);
    EXPECT_EQ(icon.pixmap(16, 16, QIcon::Selected).toImage(), icon.pixmap(16, 16, QIcon::Normal).toImage());
}

TEST(Icons, HaveTheColourOfTheWordsOnAPrimaryButton) {
    const ThemeWatcher theme(*qApp, ThemeChoice::Light);
    QPushButton button;
    button.setIcon(Icon::get("plus"_L1));
    button.resize(40, 32);
    makePrimary(&button);
    const QImage image = button.grab().toImage();
    int found = 0; // white on blue, but for smoothed edges
    for (int y = 8; y < image.height() - 8; ++y)
        for (int x = 8; x < image.width() - 8; ++x)
            found += qRed(image.pixel(x, y)) > 160;
    EXPECT_GT(found, 10);
}

TEST(TextRoles, GiveALineRoomForLatinLettersInEveryLanguage) {
    const QLocale before;
    const QFont plain = QApplication::font();
    QFont large = plain;
    large.setPointSizeF(15);
    QApplication::setFont(large);
    for (const QString &language : {u"en"_s, u"fa"_s, u"zh"_s}) {
        QLocale::setDefault(QLocale(language));
        for (const TextRole role : {TextRole::Caption, TextRole::Body, TextRole::Strong, TextRole::Title, TextRole::Page})
            EXPECT_GE(lineHeight(role), QFontMetrics(textFont(role)).height()) << language.toStdString();
    }
    QLocale::setDefault(before);
    QApplication::setFont(plain);
}

TEST(Avatar, TakesInitialsByTheScriptOfTheName) {
    EXPECT_EQ(initialsOf(u"Anna Petrova"), u"AP"_s);
    EXPECT_EQ(initialsOf(u"Siân Llewelyn-Davies"), u"SL"_s);
    EXPECT_EQ(initialsOf(u"ольга кузнецова"), u"ОК"_s);
    EXPECT_EQ(initialsOf(u"王小明"), u"王"_s);
    EXPECT_EQ(initialsOf(u"علی رضایی"), u"ع"_s);
    EXPECT_EQ(initialsOf(u"«Ромашка»"), u"Р"_s);
    EXPECT_EQ(initialsOf(u"+46 70 100 45 12"), QString());
    EXPECT_EQ(initialsOf(u""), QString());
}

TEST(Avatar, KeepsItsColourForTheId) {
    EXPECT_EQ(avatarColour(Id{17}), avatarColour(Id{17}));
    QSet<int> colours;
    for (int id = 1; id <= 100; ++id) {
        colours.insert(avatarColour(Id{id}));
        EXPECT_GE(avatarColour(Id{id}), 0);
        EXPECT_LT(avatarColour(Id{id}), 12);
    }
    EXPECT_EQ(colours.size(), 12);
}

TEST(Formats, WriteYearsWithFourDigitsInEveryLanguage) {
    for (const auto *language : {"en_GB", "de_DE", "cy_GB", "sv_SE", "ru_RU", "zh_CN"}) {
        const Formats formats = formatsAt(QString::fromLatin1(language), u"2026-03-09T14:00:00Z"_s);
        EXPECT_TRUE(formats.date(QDate(2025, 1, 2)).contains(u"2025"_s)) << language;
    }
}

TEST(Formats, SpeakOfDaysAsPeopleDo) {
    const Formats formats = formatsAt(u"en_GB"_s, u"2026-03-09T14:00:00Z"_s);
    EXPECT_EQ(formats.dueDay(QDate(2026, 3, 9)), u"Today"_s);
    EXPECT_EQ(formats.dueDay(QDate(2026, 3, 10)), u"Tomorrow"_s);
    EXPECT_EQ(formats.dueDay(QDate(2026, 3, 17)), u"Tue 17 Mar"_s);
    EXPECT_EQ(formats.date(QDate(2026, 3, 9)), u"9 Mar 2026"_s);
    EXPECT_EQ(formats.ago(*formats.clock().fromIso(u"2026-03-08T23:00:00Z"_s)), u"Yesterday"_s);
}

TEST(Formats, ShowCentsOnlyWhereThereAreAny) {
    const Formats formats = formatsAt(u"en_GB"_s, u"2026-03-09T14:00:00Z"_s);
    EXPECT_EQ(formats.money(6'140'000), u"€61,400"_s);
    EXPECT_EQ(formats.money(1'250), u"€12.50"_s);
}

TEST(Formats, SetAMinusBeforeMoneyThatWasGivenBack) {
    EXPECT_EQ(formatsAt(u"en_GB"_s, u"2026-03-09T14:00:00Z"_s).money(-7'900), u"-€79"_s);
    EXPECT_EQ(formatsAt(u"en"_s, u"2026-03-09T14:00:00Z"_s).money(-7'950), u"-€79.50"_s);
    EXPECT_FALSE(formatsAt(u"de_DE"_s, u"2026-03-09T14:00:00Z"_s).money(-7'900).contains(u'('));
}

TEST(Formats, ReadTheSameClockEverywhere) {
    for (const char *language : {"en", "en_GB", "sv_SE", "fa_IR"}) {
        const Formats formats = formatsAt(QString::fromLatin1(language), u"2026-03-09T14:00:00Z"_s);
        const QString clock = formats.time(QTime(14, 5));
        const Instant at = formats.clock().at(formats.today(), QTime(14, 5));
        EXPECT_TRUE(formats.when(at).endsWith(clock)) << language;
        EXPECT_TRUE(formats.dateTime(at).endsWith(clock)) << language;
        EXPECT_TRUE(DateWordsEdit::wording(formats.today(), at, formats).endsWith(clock)) << language;
    }
}

TEST(Formats, ReadBackTheClockTheyWrite) {
    for (const char *language : {"en", "en_GB", "de_DE", "fa_IR"}) {
        const Formats formats = formatsAt(QString::fromLatin1(language), u"2026-03-09T14:00:00Z"_s);
        DateWordsEdit edit(formats, DateLean::Future);
        edit.setValue(DateWords{formats.today().addDays(7), QTime(0, 46)});
        ASSERT_TRUE(edit.value()) << language << " " << edit.text().toStdString();
        EXPECT_EQ(edit.value()->time, QTime(0, 46)) << language;
    }
}

TEST(Formats, UseThePersianCalendarAndDigitsInPersian) {
    const Formats formats = formatsAt(u"fa_IR"_s, u"2026-03-09T14:00:00Z"_s);
    const QString date = formats.date(QDate(2026, 3, 9));
    EXPECT_TRUE(date.contains(u"۱۴۰۴"_s)) << date.toStdString();
}

TEST(Isolates, SurroundAndNeverWrapNothing) {
    EXPECT_EQ(isolatedLtr(u"+46"), QString(QChar(0x2066)) + u"+46"_s + QChar(0x2069));
    EXPECT_EQ(isolatedLtr(u""), QString());
}

TEST(Style, GivesControlsTheirHeightAndButtonsRoom) {
    ThemeWatcher watcher(*qApp, ThemeChoice::Light);
    QPushButton button(u"Add customer"_s);
    EXPECT_GE(button.sizeHint().height(), 32);
    EXPECT_GE(button.sizeHint().width(), button.fontMetrics().horizontalAdvance(button.text()) + 24);
}

TEST(Style, ChangesColoursWithTheChoiceAndFollowsTheTextSize) {
    ThemeWatcher watcher(*qApp, ThemeChoice::Light);
    EXPECT_EQ(qApp->palette().color(QPalette::Window), Theme::light().window);
    watcher.setChoice(ThemeChoice::Dark);
    EXPECT_EQ(qApp->palette().color(QPalette::Window), Theme::darkTheme().window);
    QLabel label;
    setTextRole(&label, TextRole::Title);
    const QFont plain = QApplication::font();
    const double before = label.font().pointSizeF();
    QFont large = plain;
    large.setPointSizeF(plain.pointSizeF() * 1.5);
    QApplication::setFont(large);
    refreshTextRoles();
    EXPECT_NEAR(label.font().pointSizeF(), before * 1.5, 0.1);
    QApplication::setFont(plain);
}

TEST(Rows, AreNeverLowerThanTheirTwoLines) {
    EXPECT_GE(cosyRowHeight(), 44);
    EXPECT_GE(cosyRowHeight(), lineHeight(TextRole::Strong) + lineHeight(TextRole::Caption));
    const QLocale before;
    QLocale::setDefault(QLocale(QLocale::Persian));
    EXPECT_GE(cosyRowHeight(), lineHeight(TextRole::Strong) + lineHeight(TextRole::Caption));
    QLocale::setDefault(before);
}
