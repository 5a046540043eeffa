#include "dialogs/new_customer_dialog.h"
#include "dialogs/twin_list.h"

#include "customers/customer_repository.h"
#include "support/window_driver.h"

#include <QClipboard>
#include <QLineEdit>

using namespace Qt::StringLiterals;
using namespace kontor;
using namespace kontor::tests;
using namespace kontor::ui;

namespace {

class NewCustomerByKey : public testing::Test {
protected:
    void SetUp() override {
        NewCustomer draft;
        draft.customer.name = u"Иван Щукин"_s;
        draft.phones = {u"+46 70 100 45 12"_s};
        m_there = valueOf(m_base->write({u"add"_s, "customer", {}},
                                        [&](workspace::Recorder &recorder) { return addCustomer(recorder, draft); }));
        m_driver = std::make_unique<WindowDriver>(m_base.options(u"pc-1"_s, u"Maria"_s), m_base.folder());
        ASSERT_TRUE(tests::openBase(m_driver->window(), m_base.path()));
        // The index knows him.
        m_driver->press(Qt::Key_K, Qt::ControlModifier);
        m_driver->type(u"4512"_s);
        const FindModel *found = m_driver->window().findBox()->model();
        ASSERT_TRUE(wait([&] {
            if (found->at(0) && found->at(0)->hit.customerId == m_there)
                return true;
            m_driver->window().findBox()->refresh();
            return false;
        }));
        m_driver->press(Qt::Key_Escape);
        m_driver->press(Qt::Key_N, Qt::ControlModifier);
        ASSERT_NE(dialog(), nullptr);
    }
    void TearDown() override {
        QGuiApplication::clipboard()->clear();
        m_driver.reset();
    }

    NewCustomerDialog *dialog() { return m_driver->window().findChild<NewCustomerDialog *>(); }
    template <class Condition>
    bool wait(Condition condition) {
        return m_driver->waitFor(condition);
    }
    qint64 count(const QString &sql) { return valueOf(m_base->database().single(u"SELECT count(*) FROM "_s + sql)).integer(); }
    QString line(const QString &name) {
        for (const QLineEdit *edit : dialog()->findChildren<QLineEdit *>())
            if (edit->accessibleName() == name)
                return edit->text();
        return u"no such line"_s;
    }

    TemporaryBase m_base{{u"SE"_s, u"EUR"_s, u"Europe/Stockholm"_s, u"en"_s}};
    Id m_there;
    std::unique_ptr<WindowDriver> m_driver;
};

} // namespace

TEST_F(NewCustomerByKey, TellsWhoIsThereAlreadyByNumberInAnyForm) {
    m_driver->type(u"Somebody"_s);
    m_driver->press(Qt::Key_Tab);
    m_driver->type(u"0701004512"_s);
    EXPECT_TRUE(wait([&] { return dialog()->twins()->count() == 1; }));
}

TEST_F(NewCustomerByKey, TellsWhoIsThereAlreadyByNameInAnotherScript) {
    m_driver->type(u"Ivan Shchukin"_s);
    EXPECT_TRUE(wait([&] { return dialog()->twins()->count() == 1; }));
}

TEST_F(NewCustomerByKey, AddsAndTakesTheNextOne) {
    m_driver->type(u"First One"_s);
    m_driver->press(Qt::Key_Return, Qt::ControlModifier);
    ASSERT_TRUE(wait([&] { return count(u"customer WHERE name = 'First One'"_s) == 1 && line(u"Name or company"_s).isEmpty(); }));
    m_driver->type(u"Second One"_s);
    m_driver->press(Qt::Key_Return);
    ASSERT_TRUE(wait([&] { return count(u"customer WHERE name = 'Second One'"_s) == 1; }));
    EXPECT_TRUE(wait([&] { return m_driver->card() && m_driver->card()->isVisible(); }));
}

TEST_F(NewCustomerByKey, SplitsAPastedSignatureAndTakesThatBack) {
    QGuiApplication::clipboard()->setText(u"Karin Großmann\nBauhof GmbH\n+49 40 1234567\nkarin@bauhof.example"_s);
    m_driver->press(Qt::Key_V, Qt::ControlModifier);
    EXPECT_EQ(line(u"Name or company"_s), u"Karin Großmann"_s);
    EXPECT_EQ(line(u"Phone"_s), u"+49 40 1234567"_s);
    EXPECT_EQ(line(u"E-mail"_s), u"karin@bauhof.example"_s);
    EXPECT_EQ(line(u"Company"_s), u"Bauhof GmbH"_s);
    m_driver->press(Qt::Key_Z, Qt::ControlModifier);
    EXPECT_EQ(line(u"Phone"_s), QString());
    EXPECT_TRUE(line(u"Name or company"_s).contains(u"karin@bauhof.example"_s));
}
