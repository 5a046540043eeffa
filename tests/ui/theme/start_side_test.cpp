#include "theme/start_side.h"
#include "theme/theme_watcher.h"

#include "forms/growing_text_edit.h"
#include "widgets/decision_buttons.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QTextBlock>
#include <QTextLayout>

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;
using namespace kontor::ui;

namespace {

class StartSideOfInputs : public testing::Test {
protected:
    void SetUp() override {
        static ThemeWatcher theme(*static_cast<QApplication *>(QCoreApplication::instance()), ThemeChoice::Light);
        m_window.setLayoutDirection(Qt::RightToLeft);
        m_window.resize(400, 200);
    }
    // Where the ink of the input lies: left and right of it, in pixels from the left edge.
    std::pair<int, int> inkOf(QWidget &input) {
        const QImage image = input.grab().toImage();
        const int middle = image.height() / 2;
        const QRgb ground = image.pixel(image.width() / 2, middle);
        int left = image.width(), right = 0;
        for (int x = 4; x < image.width() - 4; ++x)
            for (int y = middle - 6; y < middle + 6; ++y)
                if (image.pixel(x, y) != ground) {
                    left = qMin(left, x);
                    right = qMax(right, x);
                }
        return {left, right};
    }

    QWidget m_window;
};

} // namespace

TEST_F(StartSideOfInputs, HoldsHintsAndTextOfBothDirections) {
    auto *hint = new QLineEdit(&m_window);
    hint->setPlaceholderText(u"garden"_s);
    auto *number = new QLineEdit(u"0701004512"_s, &m_window);
    auto *name = new QLineEdit(u"علی"_s, &m_window);
    int top = 0;
    for (QLineEdit *edit : {hint, number, name}) {
        edit->setGeometry(0, top, 400, 32);
        top += 40;
    }
    m_window.show();
    for (QLineEdit *edit : {hint, number, name})
        EXPECT_GT(inkOf(*edit).first, 200) << "begins at the right: " << edit->text().toStdString();
    m_window.setLayoutDirection(Qt::LeftToRight);
    for (QLineEdit *edit : {hint, number, name})
        EXPECT_LT(inkOf(*edit).second, 200) << "begins at the left: " << edit->text().toStdString();
}

TEST_F(StartSideOfInputs, LeavesAmountsWhereTheyWerePut) {
    auto *amount = new QLineEdit(u"12"_s, &m_window);
    amount->setAlignment(Qt::AlignRight | Qt::AlignAbsolute);
    m_window.setLayoutDirection(Qt::LeftToRight);
    m_window.show();
    EXPECT_TRUE(amount->alignment().testFlag(Qt::AlignRight));
}

TEST_F(StartSideOfInputs, KeepsTheHintOfATextAsFarFromTheEdgeAsTheText) {
    QGuiApplication::setLayoutDirection(Qt::RightToLeft);
    auto *text = new GrowingTextEdit(4, &m_window);
    text->setPlaceholderText(u"llll"_s);
    text->setGeometry(0, 0, 400, 34);
    m_window.show();
    const int hint = inkOf(*text).second;
    text->setPlainText(u"llll"_s);
    EXPECT_NEAR(inkOf(*text).second, hint, 2);
    EXPECT_GT(hint, 380 - 10);
    QGuiApplication::setLayoutDirection(Qt::LeftToRight);
}

TEST_F(StartSideOfInputs, MirrorsMargins) {
    auto *row = new QHBoxLayout(&m_window);
    setSideMargins(&m_window, row, {24, 0, 8, 0});
    EXPECT_EQ(row->contentsMargins(), QMargins(8, 0, 24, 0));
    m_window.setLayoutDirection(Qt::LeftToRight);
    EXPECT_EQ(row->contentsMargins(), QMargins(24, 0, 8, 0));
}

TEST_F(StartSideOfInputs, DecisionsStandInTheOrderOfThePlatformAndTabFollowsIt) {
    DecisionButtons buttons(u"Add customer"_s, nullptr);
    buttons.setLayoutDirection(Qt::LeftToRight);
    buttons.resize(400, 40);
    buttons.show();
    QDialogButtonBox plain(QDialogButtonBox::Ok | QDialogButtonBox::Cancel);
    plain.resize(400, 40);
    plain.show();
    const bool plainDoesFirst =
        plain.button(QDialogButtonBox::Ok)->x() < plain.button(QDialogButtonBox::Cancel)->x();
    EXPECT_EQ(buttons.doIt()->x() < buttons.cancel()->x(), plainDoesFirst);
    QPushButton *first = plainDoesFirst ? buttons.doIt() : buttons.cancel();
    QPushButton *second = plainDoesFirst ? buttons.cancel() : buttons.doIt();
    QWidget *next = first->nextInFocusChain();
    while (next != first && !qobject_cast<QPushButton *>(next))
        next = next->nextInFocusChain();
    EXPECT_EQ(next, second);
}
