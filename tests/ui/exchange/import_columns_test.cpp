// The step of the columns: own fields that are made in place.
#include "import_page_fixture.h"

#include "custom_fields/custom_field_repository.h"
#include "exchange/import_columns_model.h"
#include "exchange/import_columns_step.h"

#include <QComboBox>
#include <QLineEdit>
#include <QTableView>

using namespace kontor;
using namespace kontor::tests;
using namespace kontor::ui;

namespace {

const QByteArray kFile = "Name;Farbe;Gewicht\nJürgen Groß;blau;12,5\nNils Dahl;rot;7\n";

class ImportColumns : public ImportPageFixture {
protected:
    void beginAtColumns(const QByteArray &content = kFile) {
        begin(content);
        click(u"Next: Columns"_s);
    }
    QTableView *table() const { return import()->findChild<ImportColumnsStep *>()->table(); }
    QString goesTo(int row) const { return table()->model()->index(row, ImportColumnsModel::kGoesTo).data().toString(); }
    bool comesToGo(int row, const QString &where) {
        return comesTrue([&] { return goesTo(row) == where; });
    }
    // As the list of the cell does it.
    void choose(int row, const QByteArray &field) {
        table()->setCurrentIndex(table()->model()->index(row, ImportColumnsModel::kGoesTo));
        table()->model()->setData(table()->currentIndex(), field, Qt::EditRole);
    }
    template <class W>
    W *shown(const QString &name) const {
        for (W *widget : import()->findChildren<W *>())
            if (widget->isVisible() && widget->accessibleName() == name)
                return widget;
        return nullptr;
    }
    QLineEdit *fieldName() const { return shown<QLineEdit>(u"Name of the new field"_s); }
    QComboBox *kind() const { return shown<QComboBox>(u"What the new field holds"_s); }
    void makeField(int row, const QByteArray &title) {
        choose(row, "custom." + title);
        ASSERT_TRUE(comesTrue([this] { return fieldName() && fieldName()->hasFocus(); }));
    }
    QString single(const QString &sql) { return valueOf(m_base->database().single(sql)).text(); }
};

} // namespace

TEST_F(ImportColumns, ANewFieldIsCalledAsItsColumnUnlessANameIsTyped) {
    beginAtColumns();
    makeField(1, "Farbe");
    EXPECT_EQ(fieldName()->text(), u"Farbe"_s);
    EXPECT_EQ(fieldName()->selectedText(), u"Farbe"_s);
    EXPECT_EQ(goesTo(1), u"New own field “Farbe”"_s);
    QTest::keyClicks(fieldName(), u"Colour"_s);
    press(Qt::Key_Return);
    EXPECT_TRUE(comesToGo(1, u"New own field “Colour”"_s));
    EXPECT_EQ(import()->step(), kColumns);
    EXPECT_TRUE(table()->hasFocus());
    EXPECT_EQ(table()->currentIndex().row(), 1);
}

TEST_F(ImportColumns, ANewFieldIsMadeWithItsNameAndWhatItHolds) {
    beginAtColumns();
    makeField(2, "Gewicht");
    QTest::keyClicks(fieldName(), u"Weight"_s);
    kind()->setCurrentIndex(kind()->findData(u"number"_s));
    emit kind()->activated(kind()->currentIndex());
    ASSERT_TRUE(comesToGo(2, u"New own field “Weight”"_s));
    EXPECT_EQ(kind()->currentData().toString(), u"number"_s);
    click(u"Next: Duplicates"_s);
    click(u"Next: Check"_s);
    click(u"Import 2"_s);
    ASSERT_TRUE(comesTrue([this] { return import()->session().imported().has_value(); }));
    EXPECT_EQ(single(u"SELECT label || ' ' || kind FROM custom_field"_s), u"Weight number"_s);
    EXPECT_EQ(single(u"SELECT group_concat(number, ' ') FROM (SELECT number FROM custom_value ORDER BY id)"_s), u"12.5 7.0"_s);
}

TEST_F(ImportColumns, AValueThatTheNewFieldCannotHoldIsAProblemOfItsRow) {
    beginAtColumns();
    makeField(1, "Farbe");
    kind()->setCurrentIndex(kind()->findData(u"number"_s));
    emit kind()->activated(kind()->currentIndex());
    ASSERT_TRUE(comesTrue([this] { return import()->session().options().ownFieldKinds.contains(u"Farbe"_s); }));
    click(u"Next: Duplicates"_s);
    click(u"Next: Check"_s);
    ASSERT_TRUE(comesTrue([this] { return import()->session().checked().has_value(); }));
    EXPECT_EQ(import()->session().checked()->total().rejected, 2);
}

TEST_F(ImportColumns, ANameThatIsThereIsRefusedWithTheReasonBesideIt) {
    EXPECT_TRUE(m_base->write({u"settings"_s, "custom_field", {}}, [](workspace::Recorder &recorder) -> Result<void> {
        TRY(field, addCustomField(recorder, u"Shoe size"_s, u"number"_s));
        Q_UNUSED(field)
        return {};
    }));
    beginAtColumns();
    makeField(1, "Farbe");
    QTest::keyClicks(fieldName(), u"shoe size"_s);
    EXPECT_TRUE(isSaid(u"There is a field"_s));
    EXPECT_FALSE(button(u"Next: Duplicates"_s)->isEnabled());
    press(Qt::Key_Return);
    EXPECT_EQ(import()->step(), kColumns);
    EXPECT_EQ(goesTo(1), u"New own field “Farbe”"_s);
    press(Qt::Key_Escape);
    EXPECT_EQ(import()->step(), kColumns);
    EXPECT_EQ(fieldName()->text(), u"Farbe"_s);
    EXPECT_FALSE(isSaid(u"There is a field"_s));
    EXPECT_TRUE(button(u"Next: Duplicates"_s)->isEnabled());
}

TEST_F(ImportColumns, AnEmptyNameAndThatOfAnotherNewFieldAreRefused) {
    beginAtColumns();
    makeField(1, "Farbe");
    table()->setFocus();
    makeField(2, "Gewicht");
    QTest::keyClicks(fieldName(), u"FARBE"_s);
    EXPECT_TRUE(isSaid(u"Another column makes a field"_s));
    fieldName()->clear();
    EXPECT_TRUE(isSaid(u"A field needs a name"_s));
    EXPECT_FALSE(button(u"Next: Duplicates"_s)->isEnabled());
}

TEST_F(ImportColumns, TheListOfACellFillsItAndShowsItsChoicesWhole) {
    beginAtColumns();
    table()->setFocus();
    table()->setCurrentIndex(table()->model()->index(1, ImportColumnsModel::kGoesTo));
    press(Qt::Key_F2);
    auto *list = table()->findChild<QComboBox *>();
    ASSERT_NE(list, nullptr);
    EXPECT_EQ(list->geometry(), table()->visualRect(table()->currentIndex()));
    EXPECT_GT(list->view()->width(), list->view()->sizeHintForColumn(0));
    list->hidePopup();
}

TEST_F(ImportColumns, AListThatWasLeftByEscapeLeavesTheArrowsToTheTable) {
    beginAtColumns();
    table()->setFocus();
    table()->setCurrentIndex(table()->model()->index(0, ImportColumnsModel::kGoesTo));
    press(Qt::Key_F2);
    auto *list = table()->findChild<QComboBox *>();
    ASSERT_NE(list, nullptr);
    list->hidePopup(); // what Escape does in the list
    ASSERT_TRUE(comesTrue([this] { return table()->findChild<QComboBox *>() == nullptr; }));
    EXPECT_EQ(m_window->focusWidget(), table()) << (m_window->focusWidget() ? m_window->focusWidget()->metaObject()->className() : "none");
    press(Qt::Key_Down);
    EXPECT_EQ(table()->currentIndex().row(), 1);
    EXPECT_EQ(goesTo(0), u"Name"_s);
}

TEST_F(ImportColumns, ThePreviewWritesDaysAsPeopleDo) {
    beginAtColumns("Name;Geburtstag\nJürgen Groß;17.05.1980\n");
    EXPECT_TRUE(isSaid(u"17 May 1980"_s));
    EXPECT_FALSE(isSaid(u"1980-05-17"_s));
}

TEST_F(ImportColumns, AColumnThatWantsALookIsMarked) {
    beginAtColumns("Name,Birthday,Note\nAnna Berg,03/04/1980,tall\n");
    const auto mark = [this](int row) {
        return table()->model()->index(row, ImportColumnsModel::kSure).data(Qt::DecorationRole);
    };
    EXPECT_TRUE(mark(0).isNull());
    EXPECT_FALSE(mark(1).isNull());
}

TEST_F(ImportColumns, TheNameIsAskedForOnlyWhereAFieldIsMade) {
    beginAtColumns();
    makeField(1, "Farbe");
    table()->setCurrentIndex(table()->model()->index(0, ImportColumnsModel::kGoesTo));
    EXPECT_EQ(fieldName(), nullptr);
    table()->setCurrentIndex(table()->model()->index(1, ImportColumnsModel::kGoesTo));
    ASSERT_NE(fieldName(), nullptr);
    choose(1, "city");
    EXPECT_TRUE(comesTrue([this] { return fieldName() == nullptr; }));
}
