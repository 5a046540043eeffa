// Where a value comes from: one key, one click, or the menu of the line.
#include "history_fixture.h"

#include "customers/card_fields_delegate.h"
#include "customers/card_fields_model.h"
#include "customers/card_fields_view.h"
#include "customers/card_origin.h"
#include "exchange/importer.h"
#include "main_window/action_registry.h"
#include "widgets/bidi.h"

#include <QContextMenuEvent>
#include <QFile>
#include <QMenu>
#include <QPushButton>

using namespace kontor;
using namespace kontor::tests;
using namespace kontor::ui;

namespace {

class ValueOriginTest : public HistoryFixture {
protected:
    void SetUp() override {
        HistoryFixture::SetUp();
        QFile file(m_base.folder() + u"/kunden.csv"_s);
        ASSERT_TRUE(file.open(QIODevice::WriteOnly));
        file.write("name,city,email,tags\nEva,Kiel,eva@x.example,\nNils,Lund,nils@x.example,garden\n");
        file.close();
        ASSERT_TRUE(exchange::importFiles(*m_base, {file.fileName()}));
        m_nils = Id{valueOf(m_base->database().single(u"SELECT id FROM customer WHERE name = 'Nils'"_s)).integer()};
    }
    void openCard() {
        openWindow();
        m_window->go({page::kCustomers, m_nils});
        ASSERT_TRUE(comesTrue([this] { return fields() && fields()->isVisible() && model()->rowCount() > 0; }));
    }
    CardFieldsView *fields() const { return page<CardFieldsView>(); }
    CardFieldsModel *model() const { return static_cast<CardFieldsModel *>(fields()->model()); }
    OriginPopover *popover() const { return page<OriginPopover>(); }
    bool isOpen() const { return popover() && popover()->isVisible(); }
    QString words() const { return withoutIsolates(popover()->words()); }
    QModelIndex line(const QString &label) const {
        for (int row = 0; row < model()->rowCount(); ++row)
            if (model()->row(row).label == label)
                return model()->index(row, CardFieldsModel::Value);
        return {};
    }
    void choose(const QString &label) {
        ASSERT_TRUE(line(label).isValid()) << qPrintable(label);
        fields()->setFocus();
        fields()->setCurrentIndex(line(label));
    }
    void ask(const QString &label) {
        choose(label);
        press(Qt::Key_I, Qt::ControlModifier | Qt::ShiftModifier);
        ASSERT_TRUE(comesTrue([this] { return isOpen(); })) << qPrintable(label);
    }

    Id m_nils;
};

} // namespace

TEST_F(ValueOriginTest, AKeySaysWhichFileAndRowBroughtAValueAndWhen) {
    openCard();
    ask(u"City"_s);
    EXPECT_TRUE(words().startsWith(u"kunden.csv, row 2. Imported"_s)) << qPrintable(words());
    EXPECT_TRUE(words().contains(QString::number(QDate::currentDate().year()))) << qPrintable(words());
    EXPECT_TRUE(popover()->accessibleName().contains(u"City"_s));
    auto *close = qobject_cast<QPushButton *>(QApplication::focusWidget());
    ASSERT_TRUE(close && popover()->isAncestorOf(close));
    EXPECT_EQ(close->accessibleDescription(), popover()->words()) << "said when the focus arrives";
    press(Qt::Key_Escape);
    EXPECT_FALSE(isOpen());
    EXPECT_TRUE(fields()->hasFocus());
    ask(u"E-mail"_s);
    EXPECT_TRUE(words().startsWith(u"kunden.csv, row 2"_s)) << qPrintable(words());
    press(Qt::Key_Return); // on Close
    EXPECT_FALSE(isOpen());
    ask(u"Tags"_s);
    EXPECT_TRUE(words().startsWith(u"garden: kunden.csv, row 2"_s)) << qPrintable(words());
}

TEST_F(ValueOriginTest, OfATypedValueItIsThePerson) {
    openCard();
    choose(u"City"_s);
    press(Qt::Key_F2);
    QTest::keyClicks(QApplication::focusWidget(), u"Ystad"_s);
    press(Qt::Key_Return);
    ASSERT_TRUE(comesTrue([this] { return city(m_nils) == u"Ystad"_s; }));
    ask(u"City"_s);
    EXPECT_TRUE(words().startsWith(u"Entered by Maria, "_s)) << qPrintable(words());
}

TEST_F(ValueOriginTest, OneClickOnTheMarkOfALineAndItsMenuDoTheSame) {
    openCard();
    choose(u"City"_s);
    const QRect cell = fields()->visualRect(line(u"City"_s));
    auto *delegate = qobject_cast<CardFieldsDelegate *>(fields()->itemDelegate());
    QPoint mark;
    for (int x = cell.left(); x < cell.right() && mark.isNull(); ++x)
        for (int y = cell.top(); y < cell.bottom() && mark.isNull(); ++y)
            if (delegate->partAt(cell, model()->row(line(u"City"_s).row()), {x, y}) == CardFieldsDelegate::Part::Origin)
                mark = QPoint(x, y) + QPoint(4, 4);
    ASSERT_FALSE(mark.isNull());
    QTest::mouseClick(fields()->viewport(), Qt::LeftButton, {}, mark);
    ASSERT_TRUE(comesTrue([this] { return isOpen(); }));
    press(Qt::Key_Escape);
    QContextMenuEvent event(QContextMenuEvent::Keyboard, QPoint(), QPoint());
    QApplication::sendEvent(fields(), &event);
    auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
    ASSERT_TRUE(menu);
    for (QAction *action : menu->actions())
        if (action->text().startsWith(u"Where does this come from?"_s)) {
            EXPECT_TRUE(action->text().contains(u"Ctrl+Shift+I"_s));
            action->trigger();
        }
    menu->close();
    EXPECT_TRUE(comesTrue([this] { return isOpen(); }));
}

TEST_F(ValueOriginTest, ItLeadsToTheHistoryOfTheCustomer) {
    openCard();
    ask(u"City"_s);
    press(Qt::Key_Backtab, Qt::ShiftModifier);
    press(Qt::Key_Return);
    EXPECT_FALSE(isOpen());
    EXPECT_TRUE(comesTrue([this] { return m_window->pages()->currentId() == page::kHistory; }));
}

TEST_F(ValueOriginTest, WithoutALineThatHasAValueItSaysWhatToDo) {
    openCard();
    fields()->setCurrentIndex({});
    trigger(kValueOrigin);
    EXPECT_FALSE(isOpen());
}
