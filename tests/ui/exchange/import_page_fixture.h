// The import in a window over a small base.
#pragma once

#include "exchange/import_page.h"
#include "history_fixture.h"

#include <QAbstractButton>
#include <QFile>
#include <QLabel>

namespace kontor::tests {

constexpr int kSource = 0, kReading = 1, kColumns = 2, kDuplicates = 3, kCheck = 4, kDone = 5;

class ImportPageFixture : public HistoryFixture {
protected:
    QString write(const QByteArray &content, const QString &name = u"kunden.csv"_s) const {
        QFile file(m_base.folder() + u'/' + name);
        EXPECT_TRUE(file.open(QIODevice::WriteOnly) && file.write(content) == content.size());
        return file.fileName();
    }
    ui::ImportPage *import() const { return page<ui::ImportPage>(); }
    bool comesTo(int step) {
        return comesTrue([&] { return import()->step() == step; });
    }
    void openImport() {
        openWindow();
        trigger(ui::action::kImport);
        ASSERT_TRUE(comesTrue([this] { return import() && import()->isVisible(); }));
    }
    void begin(const QByteArray &content, const QString &name = u"kunden.csv"_s) {
        openImport();
        import()->start(write(content, name));
        ASSERT_TRUE(comesTo(kReading));
    }
    QAbstractButton *button(const QString &name) const {
        for (QAbstractButton *button : import()->findChildren<QAbstractButton *>())
            if (button->isVisible() && button->accessibleName().startsWith(name))
                return button;
        return nullptr;
    }
    void click(const QString &name) {
        ASSERT_TRUE(comesTrue([&] { return button(name) && button(name)->isEnabled(); })) << qPrintable(name);
        button(name)->click();
    }
    void goToCheck() {
        click(u"Next: Columns"_s);
        click(u"Next: Duplicates"_s);
        click(u"Next: Check"_s);
        ASSERT_TRUE(comesTrue([this] { return import()->session().checked().has_value(); }));
    }
    bool isSaid(const QString &part) const { // on the page
        const auto labels = import()->findChildren<QLabel *>();
        return std::any_of(labels.cbegin(), labels.cend(),
                           [&part](const QLabel *label) { return label->isVisible() && label->text().contains(part); });
    }
    qint64 customers() { return valueOf(m_base->database().single(u"SELECT count(*) FROM customer"_s)).integer(); }
};

} // namespace kontor::tests
