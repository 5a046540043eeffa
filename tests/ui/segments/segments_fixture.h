// The segments page of a small base in a window of its own, worked by keys that go to whatever has the focus.
#pragma once

#include "customers/customer_repository.h"
#include "interactions/interaction.h"
#include "purchases/purchase.h"
#include "segments/condition_row.h"
#include "segments/live_side.h"
#include "segments/rule_view.h"
#include "segments/segment_builder.h"
#include "segments/segment_overview.h"
#include "segments/segment_query.h"
#include "segments/segment_repository.h"
#include "segments/segments_view.h"
#include "support/temporary_base.h"

#include <QApplication>
#include <QLineEdit>
#include <QListView>
#include <QSignalSpy>
#include <QTest>
#include <QVBoxLayout>

namespace kontor::tests {

using namespace Qt::StringLiterals;

constexpr int kLongestWait = 10'000;
constexpr qint64 kDayMs = 86'400'000;

// What the spied signal brings may be here already.
inline bool hasCome(QSignalSpy &spy) { return !spy.isEmpty() || spy.wait(kLongestWait); }

class SegmentsFixture : public testing::Test {
protected:
    void SetUp() override {
        // Who bought how much, and how many days ago the last contact was.
        addCustomer(u"Anna Petrova"_s, u"Malmö"_s, 61'400, 112);
        addCustomer(u"Lars Åkesson"_s, u"Lund"_s, 12'400, 200);
        addCustomer(u"Siân Llewelyn"_s, u"Malmö"_s, 52'000, 3);
        addCustomer(u"Volga Trade"_s, u"Lund"_s, 58'900, -1);
        addCustomer(u"Björn Dahl"_s, u"Lomma"_s, 0, -1);
        openWindow();
    }

    void TearDown() override {
        m_window.reset();
        m_workspace.reset();
    }

    void addCustomer(const QString &name, const QString &city, qint64 bought, int daysSinceContact) {
        Customer customer;
        customer.name = name;
        customer.city = city;
        const Id id = add(customer);
        if (bought > 0) {
            Purchase purchase;
            purchase.customerId = id;
            purchase.purchasedOn = QDate(today().year() - 1, 6, 1).toString(Qt::ISODate);
            purchase.amount = bought * 100;
            purchase.currency = u"EUR"_s;
            add(purchase);
        }
        if (daysSinceContact >= 0) {
            Interaction call;
            call.customerId = id;
            call.kind = u"call"_s;
            call.at = Instant{m_base->clock().now().milliseconds - daysSinceContact * kDayMs};
            add(call);
        }
    }

    template <class R>
    Id add(R record) {
        return valueOf(m_base->write({u"add"_s, db::recordType<R>().table, {}},
                                     [&](workspace::Recorder &recorder) { return recorder.insert(record); }));
    }

    void openWindow() {
        m_workspace = valueOf(workspace::Workspace::open(m_base.path(), m_base.options(u"pc-2"_s, u"Anna"_s)));
        m_window = std::make_unique<QWidget>();
        auto *column = new QVBoxLayout(m_window.get());
        column->setContentsMargins(0, 0, 0, 0);
        m_view = new ui::SegmentsView(*m_workspace, ui::Formats(QLocale(u"en_GB"_s), m_workspace->clock(), u"EUR"_s),
                                      m_base.folder() + u"/segments.json"_s, m_window.get());
        column->addWidget(m_view);
        QObject::connect(m_workspace.get(), &workspace::Workspace::changed, m_view, &ui::SegmentsView::onChanged);
        m_window->resize(1200, 760);
        m_window->show();
        QApplication::setActiveWindow(m_window.get());
        ASSERT_TRUE(QTest::qWaitFor([this] { return m_view->overview()->model()->rowCount() > 0; }, kLongestWait));
        m_view->overview()->list()->setFocus();
    }

    QDate today() { return m_base->clock().today(); }

    // Each counts as one act of the person.
    void press(int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
        ++m_acts;
        QWidget *focus = QApplication::focusWidget();
        ASSERT_NE(focus, nullptr);
        QTest::keyClick(focus, Qt::Key(key), modifiers);
        QCoreApplication::sendPostedEvents();
    }
    void type(const QString &text) {
        ++m_acts;
        QWidget *focus = QApplication::focusWidget();
        ASSERT_NE(focus, nullptr);
        QTest::keyClicks(focus, text);
    }
    // One choice out of a list: typed letters and Enter.
    void choose(const QString &text) {
        type(text);
        press(Qt::Key_Return);
        --m_acts;
    }

    void openNew() {
        QSignalSpy placed(m_view, &ui::SegmentsView::placeChanged);
        press(Qt::Key_N, Qt::ControlModifier | Qt::ShiftModifier);
        ASSERT_TRUE(hasCome(placed));
        ASSERT_NE(m_view->builder(), nullptr);
    }

    ui::SegmentBuilder &builder() { return *m_view->builder(); }
    QList<ui::ConditionRow *> rows() { return builder().ruleView()->rows(); }

    // The count that the page shows for what was built so far.
    qint64 shownCount() {
        QSignalSpy counted(builder().side(), &ui::LiveSide::counted);
        EXPECT_TRUE(hasCome(counted));
        return builder().side()->shownCount();
    }
    qint64 countOf(const segments::Rule &rule) {
        return valueOf(segments::count(m_base->database(), rule, segments::contextOf(*m_base)));
    }

    QString focusName() const { return QApplication::focusWidget() ? QApplication::focusWidget()->accessibleName() : QString(); }

    TemporaryBase m_base;
    std::unique_ptr<workspace::Workspace> m_workspace;
    std::unique_ptr<QWidget> m_window;
    ui::SegmentsView *m_view = nullptr;
    int m_acts = 0;
};

} // namespace kontor::tests
