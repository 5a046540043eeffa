// The card of one invented customer in a window of its own, with everything that the main window would do for it recorded.
#pragma once

#include "communication/link_opener.h"
#include "customers/card_fields_model.h"
#include "customers/card_fields_pane.h"
#include "customers/card_fields_view.h"
#include "customers/customer_card_page.h"
#include "customers/customer_repository.h"
#include "interactions/composer.h"
#include "interactions/timeline_view.h"
#include "main_window/action_registry.h"
#include "main_window/shell.h"
#include "preferences/preferences.h"
#include "support/temporary_base.h"

#include <QAbstractButton>
#include <QAction>
#include <QApplication>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>
#include <QVBoxLayout>

namespace kontor::tests {

using namespace Qt::StringLiterals;

class RecordingOpener : public ui::LinkOpener {
public:
    RecordingOpener(QList<QByteArray> &links, QList<QStringList> &commands, const bool &hasProgram)
        : m_links(links), m_commands(commands), m_hasProgram(hasProgram) {}
    bool open(const QByteArray &link) override {
        m_links << link;
        return m_hasProgram;
    }
    bool run(const QString &program, const QStringList &arguments) override {
        m_commands << (QStringList{program} + arguments);
        return m_hasProgram;
    }

private:
    QList<QByteArray> &m_links;
    QList<QStringList> &m_commands;
    const bool &m_hasProgram;
};

class RecordingShell : public ui::Shell {
public:
    RecordingShell(const ui::Formats &formats, const QString &folder, QWidget *window)
        : m_formats(formats), m_preferences(folder + u"/preferences.ini"_s), m_actions(new ui::ActionRegistry(window)) {
        for (QAction *action : m_actions->all())
            action->setEnabled(false); // no list is here whose keys they could be
    }

    void go(const ui::Place &place) override { places << place; }
    void goBack() override {}
    void showToast(const ui::ToastText &text) override { toasts << text.text; }
    void showUndoToast(const QString &text) override { toasts << text; }
    void showError(const Error &error) override { errors << error.message + u" | "_s + error.detail; }
    void announce(const QString &sentence) override { announced << sentence; }
    void perform(QLatin1StringView action) override { performed << action; }
    const ui::Formats &formats() const override { return m_formats; }
    ui::ActionRegistry &actions() override { return *m_actions; }
    Preferences &preferences() override { return m_preferences; }

    QList<ui::Place> places;
    QStringList toasts;
    QStringList errors;
    QStringList announced;
    QList<QLatin1StringView> performed;

private:
    ui::Formats m_formats;
    Preferences m_preferences;
    ui::ActionRegistry *m_actions; // the window's
};

// Tests of this folder press keys in a window; F7 and the like reach the card as the main window would pass them on.
class CardFixture : public testing::Test {
protected:
    void SetUp() override {
        // Noon: nobody is asleep.
        m_clock.fixedNow = Instant{QDateTime(m_clock.today(), QTime(12, 0), m_clock.zone).toMSecsSinceEpoch()};
        m_customer = addAnna();
        openPage();
    }

    void TearDown() override { closePage(); }

    Id addAnna() {
        NewCustomer draft;
        draft.customer.name = u"Anna Petrova"_s;
        draft.customer.company = u"Volga Trade LLC"_s;
        draft.customer.jobTitle = u"buyer"_s;
        draft.customer.city = u"Malmö"_s;
        draft.customer.lifecycle = u"customer"_s;
        draft.phones = {u"+46 70 100 45 12"_s};
        draft.emails = {u"Anna.Petrova+crm@volga.example"_s};
        draft.tags = {u"garden"_s};
        return valueOf(m_base->write({u"add"_s, "customer", {}},
                                     [&](workspace::Recorder &recorder) { return addCustomer(recorder, draft); }));
    }

    template <class Act>
    void write(Act act) {
        EXPECT_TRUE(bool(m_base->write({u"edit"_s, "customer", m_customer}, std::move(act))));
    }

    void openPage() {
        workspace::OpenOptions options = m_base.options(u"pc-1"_s, u"Maria"_s);
        options.readOnly = m_isReadOnly;
        auto opened = workspace::Workspace::open(m_base.path(), options);
        ASSERT_TRUE(bool(opened));
        m_workspace = std::move(*opened);
        m_window = std::make_unique<QWidget>();
        m_shell = std::make_unique<RecordingShell>(ui::Formats(QLocale(u"en_GB"_s), m_clock, u"EUR"_s), m_base.folder(),
                                                   m_window.get());
        m_page =
            new ui::CustomerCardPage(*m_workspace, *m_shell, std::make_unique<RecordingOpener>(m_links, m_commands, m_hasProgram),
                                     m_base.folder() + u"/drafts.json"_s, m_window.get());
        (new QVBoxLayout(m_window.get()))->addWidget(m_page);
        m_window->layout()->setContentsMargins(0, 0, 0, 0);
        m_window->resize(1280, 800);
        m_window->show();
        ASSERT_TRUE(QTest::qWaitForWindowActive(m_window.get()));
        QObject::connect(m_workspace.get(), &workspace::Workspace::changed, m_page, &ui::CustomerCardPage::onChanged);
        load(m_customer);
    }

    void closePage() {
        m_window.reset();
        m_shell.reset();
        m_workspace.reset();
    }

    void load(Id customer) {
        QSignalSpy loaded(m_page, &ui::CustomerCardPage::loaded);
        m_page->load(customer);
        ASSERT_TRUE(loaded.wait()) << qPrintable(m_shell->errors.join(u'\n'));
    }

    // Presses keys in whatever has the focus.
    static void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
        QTest::keyClick(QApplication::focusWidget(), key, modifiers);
    }
    static void type(const QString &text) { QTest::keyClicks(QApplication::focusWidget(), text); }

    template <class Condition>
    static bool waitFor(Condition condition) {
        return QTest::qWaitFor(condition, 5'000);
    }

    const Card &card() const { return m_page->content().card; }
    ui::CardFieldsView *fields() const { return m_page->findChild<ui::CardFieldsView *>(); }
    ui::CardFieldsModel *fieldsModel() const { return m_page->findChild<ui::CardFieldsModel *>(); }
    ui::Composer *composer() const { return m_page->findChild<ui::Composer *>(); }
    ui::TimelineView *timeline() const { return m_page->findChild<ui::TimelineView *>(); }
    void selectField(const QString &label) {
        fields()->setFocus();
        for (int row = 0; row < fieldsModel()->rowCount(); ++row)
            if (fieldsModel()->row(row).label == label)
                return fields()->setCurrentIndex(fieldsModel()->index(row, ui::CardFieldsModel::Value));
        ADD_FAILURE() << "no field " << qPrintable(label);
    }

    TemporaryBase m_base;
    Clock m_clock;
    Id m_customer;
    QList<QByteArray> m_links;
    QList<QStringList> m_commands;
    bool m_hasProgram = true;
    bool m_isReadOnly = false; // before the page is opened: as on a drive that does not keep locks
    std::unique_ptr<workspace::Workspace> m_workspace;
    std::unique_ptr<QWidget> m_window;
    std::unique_ptr<RecordingShell> m_shell;
    ui::CustomerCardPage *m_page = nullptr;
};

} // namespace kontor::tests
