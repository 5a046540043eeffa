// The list as a strip beside a card: nothing of its heading and its filters is cut.
#include "ui/customers/customers_page_fixture.h"

#include "widgets/chip.h"
#include "widgets/page_title.h"

#include <QPushButton>

using namespace Qt::StringLiterals;
using namespace kontor;
using namespace kontor::tests;
using namespace kontor::ui;

namespace {

class Strip : public CustomersPageByKey {
protected:
    // A card first: where a filter leaves nobody there is none to open.
    void openFiltered(const QString &text) {
        list().table()->setFocus();
        press(Qt::Key_Home);
        press(Qt::Key_Return);
        ASSERT_TRUE(wait([&] { return list().isFolded() && m_driver->card() && m_driver->card()->isVisible(); }));
        QLineEdit *cell = qobject_cast<QLineEdit *>(this->cell(customer_column::Customer));
        cell->setText(text);
        ASSERT_TRUE(wait([&] { return chip() != nullptr; }));
    }
    RemovableChip *chip() {
        for (auto *chip : list().findChildren<RemovableChip *>())
            if (chip->isVisible())
                return chip;
        return nullptr;
    }
    PageTitle &title() { return *list().findChild<PageTitle *>(); }
    QRect placeOf(const QWidget *widget) { return QRect(widget->mapTo(&list(), QPoint()), widget->size()); }
};

} // namespace

TEST_F(Strip, HasItsHeadingWholeAndTheFiltersUnderIt) {
    openFiltered(u"Customer"_s);
    EXPECT_EQ(title().toolTip(), QString()) << "it has room";
    EXPECT_GE(title().width(), title().sizeHint().width());
    EXPECT_GT(placeOf(chip()).top(), placeOf(&title()).bottom());
    EXPECT_TRUE(list().rect().contains(placeOf(chip())));
    EXPECT_EQ(chip()->toolTip(), u"Remove this filter"_s);
}

TEST_F(Strip, ElidesAFilterThatIsLongerThanItIsWideAndTellsTheWhole) {
    openFiltered(u"a very long filter for which the strip has no room"_s);
    EXPECT_TRUE(list().rect().contains(placeOf(chip())));
    EXPECT_LT(chip()->width(), chip()->sizeHint().width());
    EXPECT_TRUE(chip()->toolTip().startsWith(chip()->text()));
}

TEST_F(Strip, ShowsNamesInTheRoomThatThereIs) {
    openFiltered(u"Customer"_s);
    const auto nameWidth = [&] { return list().table()->columnWidth(customer_column::Customer); };
    EXPECT_TRUE(wait([&] { return nameWidth() == list().table()->viewport()->width(); })) << nameWidth();
    m_driver->window().resize(1366 + 600, 768); // the strip is wider in the widest window
    EXPECT_TRUE(wait([&] { return list().width() > 240 && nameWidth() == list().table()->viewport()->width(); })) << nameWidth();
    m_driver->window().resize(1366, 768);
    EXPECT_TRUE(wait([&] { return list().width() == 240 && nameWidth() == list().table()->viewport()->width(); })) << nameWidth();
}

TEST_F(Strip, GivesTheFiltersBackTheirPlaceBesideTheHeading) {
    openFiltered(u"Customer"_s);
    press(Qt::Key_Escape);
    ASSERT_TRUE(wait([&] { return !list().isFolded(); }));
    QPushButton *clear = nullptr;
    for (auto *button : list().findChildren<QPushButton *>())
        if (button->text() == u"Clear filters"_s && button->isVisible())
            clear = button;
    ASSERT_NE(clear, nullptr);
    EXPECT_TRUE(wait([&] { return qAbs(placeOf(clear).center().y() - placeOf(&title()).center().y()) <= 4; }));
}
