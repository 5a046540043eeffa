#include "ui/customers/customers_page_fixture.h"

#include "customers/customer_explain.h"
#include "lists/choice_filter_edit.h"
#include "segments/choice_picker.h"

using namespace kontor;

namespace kontor::tests {
namespace {

class ChoiceFilters : public CustomersPageByKey {
protected:
    ChoiceFilterEdit *choice(int column) { return qobject_cast<ChoiceFilterEdit *>(cell(column)); }
    ChoicePicker *openList(int column) {
        list().table()->filterHeader()->focusEditor(column);
        press(Qt::Key_Down, Qt::AltModifier);
        EXPECT_TRUE(wait([&] { return find<ChoicePicker>() && find<ChoicePicker>()->isVisible(); }));
        return find<ChoicePicker>();
    }
    QStringList lines(const ChoicePicker *picker) {
        QStringList lines;
        for (const PickerItem &item : picker->items())
            lines << item.text + u' ' + item.count;
        return lines;
    }
};

} // namespace

TEST_F(ChoiceFilters, TakeSeveralValuesByKeyAlone) {
    ChoicePicker *picker = openList(customer_column::Lifecycle);
    EXPECT_EQ(lines(picker), (QStringList{u"Lead 3"_s, u"Prospect 0"_s, u"Customer 5"_s, u"Former 0"_s}));
    press(Qt::Key_Space);
    ASSERT_TRUE(wait([&] { return model().rowCount() == 3; }));
    press(Qt::Key_Down);
    press(Qt::Key_Down);
    press(Qt::Key_Space);
    ASSERT_TRUE(wait([&] { return model().rowCount() == 8; }));
    press(Qt::Key_Return);
    EXPECT_EQ(QApplication::focusWidget(), choice(customer_column::Lifecycle));
    EXPECT_EQ(choice(customer_column::Lifecycle)->values(), (QStringList{u"lead"_s, u"customer"_s}));
    press(Qt::Key_Escape);
    EXPECT_TRUE(wait([&] { return !list().isFiltered(); }));
}

TEST_F(ChoiceFilters, CountWhatTheOtherCellsLeaveAndAreSearchedByTyping) {
    filterBy(customer_column::Lifecycle, u"lead"_s);
    ASSERT_TRUE(wait([&] { return model().rowCount() == 3; }));
    ChoicePicker *picker = openList(customer_column::City);
    EXPECT_EQ(lines(picker), (QStringList{u"Malmö 2"_s, u"Lund 1"_s}));
    m_driver->type(u"lun"_s);
    press(Qt::Key_Return);
    EXPECT_TRUE(wait([&] { return model().rowCount() == 1; }));
}

TEST_F(ChoiceFilters, GiveWayToWhatIsTyped) {
    openList(customer_column::City);
    press(Qt::Key_Space);
    press(Qt::Key_Return);
    ASSERT_TRUE(wait([&] { return model().rowCount() == 4; }));
    list().table()->setFocus();
    list().table()->filterHeader()->focusEditor(customer_column::City);
    m_driver->type(u"l"_s); // in both
    EXPECT_TRUE(wait([&] { return model().rowCount() == 8; }));
    EXPECT_TRUE(choice(customer_column::City)->values().isEmpty());
}

TEST_F(ChoiceFilters, AreKeptAsOneLineOfASegment) {
    openList(customer_column::City);
    press(Qt::Key_Space);
    press(Qt::Key_Down);
    press(Qt::Key_Space);
    press(Qt::Key_Return);
    ASSERT_TRUE(wait([&] { return list().isFiltered(); }));
    press(Qt::Key_S, Qt::ControlModifier);
    m_driver->type(u"Two cities"_s);
    press(Qt::Key_Return);
    ASSERT_TRUE(wait([&] { return count(u"segment WHERE name = 'Two cities'"_s) == 1; }));
    const QString rule = valueOf(m_base->database().single(u"SELECT rule FROM segment"_s)).text();
    EXPECT_TRUE(rule.contains(u"one_of"_s)) << qPrintable(rule);
    EXPECT_TRUE(rule.contains(u"Lund"_s) && rule.contains(u"Malmö"_s)) << qPrintable(rule);
    EXPECT_EQ(rule.count(u"\"rules\""_s), 1) << qPrintable(rule);
}

TEST_F(ChoiceFilters, ComeBackWithTheHistory) {
    openList(customer_column::City);
    press(Qt::Key_Space);
    press(Qt::Key_Return);
    ASSERT_TRUE(wait([&] { return model().rowCount() == 4; }));
    press(Qt::Key_1, Qt::ControlModifier);
    press(Qt::Key_Left, Qt::AltModifier);
    EXPECT_TRUE(wait([&] { return model().rowCount() == 4; }));
    EXPECT_EQ(choice(customer_column::City)->values().size(), 1);
}

} // namespace kontor::tests
