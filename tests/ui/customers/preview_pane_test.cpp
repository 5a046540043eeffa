#include "ui/customers/customers_page_fixture.h"

#include "customers/customer_preview.h"

using namespace kontor;

namespace kontor::tests {
namespace {

class PreviewPane : public CustomersPageByKey {
protected:
    CustomerPreview &preview() { return *find<CustomerPreview>(); }
    void turn() { m_driver->window().actions().find(action::kPreviewPane)->trigger(); }
    bool isChecked() { return m_driver->window().actions().find(action::kPreviewPane)->isChecked(); }
};

} // namespace

TEST_F(PreviewPane, FollowsTheCurrentRowAndIsRemembered) {
    EXPECT_FALSE(preview().isVisible());
    turn();
    ASSERT_TRUE(preview().isVisible());
    EXPECT_TRUE(isChecked());
    EXPECT_TRUE(m_driver->window().preferences().previewPane());
    EXPECT_EQ(preview().customer(), m_ids[0]);
    press(Qt::Key_Down);
    EXPECT_EQ(preview().customer(), m_ids[1]);
    turn();
    EXPECT_FALSE(preview().isVisible());
    EXPECT_FALSE(isChecked());
}

TEST_F(PreviewPane, LeavesRoomForTheListOnANarrowWindow) {
    turn();
    ASSERT_TRUE(preview().isVisible());
    m_driver->window().resize(1000, 700);
    EXPECT_TRUE(wait([&] { return !preview().isVisible(); }));
    m_driver->window().resize(1600, 900);
    EXPECT_TRUE(wait([&] { return preview().isVisible(); }));
    EXPECT_GT(list().width(), 2 * preview().width());
}

TEST_F(PreviewPane, IsAwayWhileACardIsOpen) {
    turn();
    press(Qt::Key_Return);
    ASSERT_TRUE(wait([&] { return m_driver->card() && m_driver->card()->isVisible(); }));
    EXPECT_FALSE(preview().isVisible());
    press(Qt::Key_Escape);
    EXPECT_TRUE(wait([&] { return preview().isVisible(); }));
}

} // namespace kontor::tests
