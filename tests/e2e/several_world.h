// The window of Olga on one computer, and Maria on another one, who has the same file open.
#pragma once

#include "base/isolate.h"
#include "customers/card_chip.h"
#include "customers/card_fields_model.h"
#include "customers/card_fields_view.h"
#include "customers/card_header.h"
#include "custom_fields/custom_field_repository.h"
#include "customers/customer_repository.h"
#include "dialogs/conflict_dialog.h"
#include "interactions/interaction_repository.h"
#include "main_window/navigation.h"
#include "main_window/page_stack.h"
#include "main_window/page_table.h"
#include "faults/fault_vfs.h"
#include "support/window_driver.h"
#include "tags/tag_repository.h"
#include "workspace/feed.h"

#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QRadioButton>
#include <QToolButton>

namespace kontor::tests {

using namespace Qt::StringLiterals;

class Several : public testing::Test {
protected:
    static void SetUpTestSuite() { FaultVfs::install(); } // before the first base of the process

    void SetUp() override {
        m_base = std::make_unique<TemporaryBase>();
        m_anna = add(u"Anna Petrova"_s, u"Malmo"_s);
        m_maria = m_base->openAs(u"pc-2"_s, u"Maria"_s);
        m_driver = std::make_unique<WindowDriver>(m_base->options(u"pc-1"_s, u"Olga"_s), m_base->folder());
        ASSERT_TRUE(tests::openBase(window(), m_base->path()));
    }
    void TearDown() override {
        FaultVfs::setAway(false);
        m_driver.reset();
    }

    Id add(const QString &name, const QString &city) {
        NewCustomer draft;
        draft.customer.name = name;
        draft.customer.city = city;
        draft.phones = {u"+46701004512"_s};
        draft.tags = {u"garden"_s};
        return valueOf((*m_base)->write({u"add"_s, "customer", {}},
                                        [&](workspace::Recorder &recorder) { return addCustomer(recorder, draft); }));
    }
    template <class Act>
    void mariaDoes(Act act) {
        EXPECT_TRUE(bool(m_maria->write({u"edit"_s, "customer", m_anna}, std::move(act))));
    }
    void mariaSets(const QByteArray &column, const QString &text) {
        mariaDoes([&](workspace::Recorder &recorder) -> Result<qint64> {
            TRY(now, db::find<Customer>(recorder.database(), m_anna));
            return setCustomerFields(recorder, m_anna, now->version, {{column, text}});
        });
    }
    Customer anna() { return valueOf(m_maria->read([this](db::Database &database) { return db::find<Customer>(database, m_anna); })).value(); }
    // What has stood in a field of Anna, as the history has it.
    QStringList valuesOf(const QByteArray &field) {
        QStringList values;
        for (const workspace::AuthoredChange &change :
             valueOf(m_maria->read([this](db::Database &database) { return workspace::authoredChangesAbout(database, m_anna, 0); })))
            if (change.change.field == field)
                values << change.change.after.text();
        return values;
    }

    WindowDriver &driver() { return *m_driver; }
    ui::MainWindow &window() { return m_driver->window(); }
    ui::CustomerCardPage *card() { return m_driver->card(); }
    void openAnna() {
        m_driver->openCard(u"petrova"_s, m_anna);
        ASSERT_TRUE(isQuiet() && isQuiet()) << "a second reading of the card may follow the first";
    }
    // What was asked of the file has been answered.
    bool isQuiet() {
        int awaited = 2;
        for (const auto urgency : {workspace::Urgency::Person, workspace::Urgency::Background})
            window().workspace()->read(
                &window(), [](db::Database &) -> Result<int> { return 0; }, [&](const Result<int> &) { --awaited; }, urgency);
        return m_driver->waitFor([&] { return awaited == 0; });
    }
    ui::CardFieldsModel *fields() { return card()->findChild<ui::CardFieldsModel *>(); }
    ui::CardFieldsView *view() { return card()->findChild<ui::CardFieldsView *>(); }
    ui::CardField field(const QByteArray &key) {
        const int row = fields()->find(key);
        return row < 0 ? ui::CardField() : fields()->row(row);
    }
    // F2 on that line, without leaving the keyboard.
    void edit(const QByteArray &key) {
        view()->setFocus();
        ASSERT_GE(fields()->find(key), 0);
        view()->setCurrentIndex(fields()->index(fields()->find(key), ui::CardFieldsModel::Value));
        m_driver->press(Qt::Key_F2);
    }
    void enter(const QByteArray &key, const QString &text) {
        edit(key);
        m_driver->press(Qt::Key_A, Qt::ControlModifier);
        m_driver->type(text);
        m_driver->press(Qt::Key_Return);
    }
    QStringList banners() {
        QStringList texts;
        for (const ui::Banner *banner : window().findChildren<ui::Banner *>())
            if (banner->isVisible())
                texts << withoutIsolates(banner->text());
        return texts;
    }
    bool saysInBanner(const QString &text) {
        return m_driver->waitFor([&] { return banners().join(u'\n').contains(text); });
    }
    QStringList toasts() {
        QStringList texts;
        for (const ui::Toast *toast : window().findChildren<ui::Toast *>())
            texts << withoutIsolates(toast->text());
        return texts;
    }
    QString dot() { return window().navigation()->status().accessibleName(); }
    ui::ConflictDialog *question() { return qobject_cast<ui::ConflictDialog *>(QApplication::activeModalWidget()); }
    bool isAsked() {
        return m_driver->waitFor([this] { return question() != nullptr; });
    }

    std::unique_ptr<TemporaryBase> m_base;
    std::unique_ptr<workspace::Base> m_maria;
    std::unique_ptr<WindowDriver> m_driver;
    Id m_anna;
};

} // namespace kontor::tests
