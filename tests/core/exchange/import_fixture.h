// A base in a temporary folder, files written into it, and short ways to look at what an import made of them.
#pragma once

#include "exchange/importer.h"
#include "records/all_records.h"

#include <QFile>
#include <QTemporaryDir>

#include <gtest/gtest.h>

namespace kontor::exchange {

class ImportFixture : public testing::Test {
protected:
    explicit ImportFixture(workspace::BaseSettings settings = {}) { open(settings); }

    void open(const workspace::BaseSettings &settings) {
        options = records::openOptions();
        options.pcId = QStringLiteral("test-pc");
        options.cacheFolder = folder.filePath(QStringLiteral("cache"));
        options.dataFolder = folder.filePath(QStringLiteral("data"));
        auto made = workspace::Base::create(folder.filePath(QStringLiteral("shop.kontor")), settings, options);
        ASSERT_TRUE(made) << made.error().message.toStdString() << made.error().detail.toStdString();
        base = std::move(*made);
    }

    QString write(const QString &name, const QByteArray &content) const {
        const QString path = folder.filePath(name);
        QFile file(path);
        EXPECT_TRUE(file.open(QIODevice::WriteOnly) && file.write(content) == content.size());
        return path;
    }

    ImportReport import(const QByteArray &content, const ImportOptions &importOptions = {},
                        const QString &name = QStringLiteral("file.csv")) {
        return importPaths({write(name, content)}, importOptions);
    }

    ImportReport importPaths(const QStringList &paths, const ImportOptions &importOptions = {}) {
        auto report = importFiles(*base, paths, importOptions);
        EXPECT_TRUE(report) << report.error().message.toStdString() << report.error().detail.toStdString();
        if (!report)
            return {};
        const ImportCounts total = report->total();
        EXPECT_EQ(total.read, total.added + total.filled + total.changed + total.unchanged + total.rejected);
        return *report;
    }

    // The first column of all rows, joined by " | ".
    QString values(const QString &sql) {
        auto statement = base->database().query(sql);
        EXPECT_TRUE(statement) << statement.error().detail.toStdString();
        QStringList texts;
        while (statement) {
            auto more = statement->next();
            if (!more || !*more)
                break;
            texts << statement->text(0);
        }
        return texts.join(QStringLiteral(" | "));
    }
    qint64 count(const QString &table) { return values(QStringLiteral("SELECT count(*) FROM ") + table).toLongLong(); }

    static QString readFile(const QString &path) {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
    }

    QTemporaryDir folder;
    workspace::OpenOptions options;
    std::unique_ptr<workspace::Base> base;
};

// "added 2, rejected 1": what is not there is not named.
inline QString inWords(const ImportCounts &counts) {
    QStringList words;
    for (const auto &[word, number] : {std::pair{"added", counts.added},
                                       {"filled", counts.filled},
                                       {"changed", counts.changed},
                                       {"unchanged", counts.unchanged},
                                       {"rejected", counts.rejected}}) {
        if (number > 0)
            words << QStringLiteral("%1 %2").arg(QLatin1String(word)).arg(number);
    }
    return words.join(QStringLiteral(", "));
}

} // namespace kontor::exchange
