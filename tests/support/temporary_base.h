// A base in a temporary folder, opened as one PC and one user; more PCs can open it beside.
#pragma once

#include "records/all_records.h"

#include <QTemporaryDir>

#include <gtest/gtest.h>

namespace kontor::tests {

class TemporaryBase {
public:
    explicit TemporaryBase(const workspace::BaseSettings &settings = {}) {
        auto created = workspace::Base::create(path(), settings, options(QStringLiteral("pc-1"), QStringLiteral("Maria")));
        EXPECT_TRUE(created) << (created ? "" : qPrintable(created.error().message + created.error().detail));
        if (created)
            m_base = std::move(*created);
    }

    QString path() const { return m_folder.filePath(QStringLiteral("test.kontor")); }
    QString folder() const { return m_folder.path(); }
    workspace::Base &base() { return *m_base; }
    workspace::Base *operator->() { return m_base.get(); }
    workspace::Base &operator*() { return *m_base; }

    workspace::OpenOptions options(const QString &pc, const QString &user) const {
        return {user, pc, pc, m_folder.filePath(QStringLiteral("cache-") + pc), false, records::catalogue()};
    }
    // Another PC, or another program of this one.
    std::unique_ptr<workspace::Base> openAs(const QString &pc, const QString &user) const {
        auto opened = workspace::Base::open(path(), options(pc, user));
        EXPECT_TRUE(opened) << (opened ? "" : qPrintable(opened.error().message + opened.error().detail));
        return opened ? std::move(*opened) : nullptr;
    }
    void reopen() {
        m_base.reset();
        m_base = openAs(QStringLiteral("pc-1"), QStringLiteral("Maria"));
    }

private:
    QTemporaryDir m_folder;
    std::unique_ptr<workspace::Base> m_base;
};

// The value of a Result, or a failed test that shows the error.
template <class T>
T valueOf(Result<T> result) {
    EXPECT_TRUE(result) << (result ? "" : qPrintable(result.error().message + QStringLiteral(" | ") + result.error().detail));
    return result ? std::move(*result) : T{};
}
inline void expectDone(const Result<void> &result) {
    EXPECT_TRUE(result) << (result ? "" : qPrintable(result.error().message + QStringLiteral(" | ") + result.error().detail));
}

} // namespace kontor::tests
