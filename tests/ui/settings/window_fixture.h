// A window over a small base, with the windows beside it.
#pragma once

#include "custom_fields/custom_field_repository.h"
#include "customers/customer_repository.h"
#include "main_window/main_window.h"
#include "main_window/page_table.h"
#include "preferences/preferences.h"
#include "support/open_base.h"
#include "support/temporary_base.h"
#include "tags/tag_repository.h"
#include "theme/theme_watcher.h"

#include <QAction>
#include <QApplication>
#include <QTest>

namespace kontor::tests {

using namespace Qt::StringLiterals;

class WindowFixture : public testing::Test {
protected:
    void SetUp() override {
        m_anna = add(u"Anna Petrova"_s, {u"garden"_s, u"gardens"_s});
        m_lars = add(u"Lars Åkesson"_s, {u"garden"_s});
        m_theme = std::make_unique<ui::ThemeWatcher>(*qApp, ui::ThemeChoice::Light);
        m_preferences = std::make_unique<Preferences>(m_base.folder() + u"/preferences.ini"_s);
        m_window = std::make_unique<ui::MainWindow>(*m_preferences, *m_theme, m_base.options(u"pc-1"_s, u"Maria"_s));
        m_window->resize(1366, 768);
        m_window->show();
        QApplication::setActiveWindow(m_window.get());
        ASSERT_TRUE(tests::openBase(*m_window, m_base.path()));
    }
    void TearDown() override { m_window.reset(); }

    Id add(const QString &name, const QStringList &tags) {
        NewCustomer draft;
        draft.customer.name = name;
        draft.phones = {u"+46701004512"_s};
        draft.tags = tags;
        return valueOf(m_base->write({u"add"_s, "customer", {}},
                                     [&](workspace::Recorder &recorder) { return addCustomer(recorder, draft); }));
    }
    QStringList tags() {
        QStringList names;
        for (const Tag &tag : valueOf(allTags(m_base->database())))
            names << tag.name;
        return names;
    }
    QStringList fields() {
        QStringList labels;
        for (const CustomField &field : valueOf(customFields(m_base->database())))
            labels << field.label;
        return labels;
    }
    void trigger(QLatin1StringView id) {
        ASSERT_TRUE(m_window->actions().find(id)->isEnabled()) << id.data();
        m_window->actions().find(id)->trigger();
    }
    template <class Condition>
    static bool comesTrueSoon(Condition condition) {
        return QTest::qWaitFor(condition, 300);
    }
    template <class Condition>
    static bool comesTrue(Condition condition) {
        return QTest::qWaitFor(condition, 10'000);
    }

    TemporaryBase m_base;
    std::unique_ptr<ui::ThemeWatcher> m_theme;
    std::unique_ptr<Preferences> m_preferences;
    std::unique_ptr<ui::MainWindow> m_window;
    Id m_anna;
    Id m_lars;
};

} // namespace kontor::tests
