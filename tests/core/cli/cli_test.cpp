// The contract of the command line, through the program itself: exit codes, JSON, and what scripts rely on.
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;

namespace {

struct Ended {
    int exitCode = -1;
    QJsonObject json;
    QString error;
};

class CommandLine : public testing::Test {
protected:
    void SetUp() override {
        EXPECT_EQ(run({u"new"_s, base(), u"--country"_s, u"SE"_s, u"--currency"_s, u"SEK"_s, u"--tz"_s, u"Europe/Stockholm"_s})
                      .exitCode,
                  0);
    }
    QString base() const { return m_folder.filePath(u"test.kontor"_s); }
    QString file(const QString &name, const QByteArray &content) const {
        QFile file(m_folder.filePath(name));
        EXPECT_TRUE(file.open(QIODevice::WriteOnly));
        file.write(content);
        return file.fileName();
    }
    Ended run(const QStringList &words, bool json = true) const {
        QProcess process;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"KONTOR_CACHE"_s, m_folder.filePath(u"cache"_s));
        environment.insert(u"KONTOR_DATA"_s, m_folder.filePath(u"data"_s));
        environment.insert(u"KONTOR_PC"_s, u"pc-1"_s);
        environment.insert(u"KONTOR_USER"_s, u"Maria"_s);
        process.setProcessEnvironment(environment);
        process.start(QStringLiteral(KONTOR_CLI), (json ? QStringList{u"--json"_s} : QStringList()) + words);
        EXPECT_TRUE(process.waitForFinished(60'000));
        return {process.exitCode(), QJsonDocument::fromJson(process.readAllStandardOutput()).object(),
                QString::fromUtf8(process.readAllStandardError())};
    }
    qint64 add(const QString &name, const QStringList &more = {}) const {
        return run(QStringList{u"add"_s, base(), u"--name"_s, name} + more).json.value(u"id"_s).toInteger();
    }
    QString text(qint64 number) const { return QString::number(number); }
    QTemporaryDir m_folder;
};

} // namespace

TEST_F(CommandLine, AnswersWrongUsageWithTwoAndASentence) {
    for (const QStringList &words : {QStringList{u"dance"_s},
                                     {u"show"_s},
                                     {u"show"_s, base(), u"one"_s},
                                     {u"stats"_s, base(), u"--wings"_s},
                                     {u"log"_s, base(), u"1"_s}}) {
        const Ended ended = run(words);
        EXPECT_EQ(ended.exitCode, 2) << qPrintable(words.join(u' '));
        EXPECT_FALSE(ended.error.isEmpty());
        EXPECT_TRUE(ended.json.contains(u"error"_s));
    }
}

TEST_F(CommandLine, AnswersRefusalWithOneACodeAndASentence) {
    const Ended ended = run({u"show"_s, base(), u"4711"_s});
    EXPECT_EQ(ended.exitCode, 1);
    EXPECT_EQ(ended.json.value(u"error"_s)[u"code"_s], u"not_found"_s);
    EXPECT_EQ(ended.json.value(u"error"_s)[u"field"_s], u"id"_s);
    EXPECT_TRUE(ended.error.startsWith(u"kontor-cli: "_s));
}

TEST_F(CommandLine, DocumentsEveryCommandInItsHelp) {
    QProcess process;
    process.start(QStringLiteral(KONTOR_CLI), {u"--help"_s});
    ASSERT_TRUE(process.waitForFinished(60'000));
    EXPECT_EQ(process.exitCode(), 0);
    const QString help = QString::fromUtf8(process.readAllStandardOutput());
    for (const QString &command :
         {u"new"_s,     u"import"_s,   u"undo-import"_s, u"export"_s,  u"find"_s,  u"show"_s, u"add"_s,   u"set"_s,
          u"log"_s,     u"purchase"_s, u"segment"_s,     u"history"_s, u"undo"_s,  u"redo"_s, u"check"_s, u"backup"_s,
          u"backups"_s, u"restore"_s,  u"stats"_s,       u"fields"_s,  u"bench"_s, u"link"_s})
        EXPECT_TRUE(help.contains(u'\n' + command + u' ')) << qPrintable(command);
}

TEST_F(CommandLine, AddsFindsAndShowsACustomerVerbatim) {
    const qint64 id = add(u"Anna Petrova"_s,
                          {u"--phone"_s, u"070-100 45 12"_s, u"--email"_s, u"anna@volga.example"_s, u"--set"_s, u"city=Malmö"_s});
    EXPECT_EQ(id, 2) << "ids are small: the first is the user's";
    for (const QString &text : {u"petrova anna"_s, u"4512"_s, u"+46 70 100 45 12"_s, u"ANNA@volga"_s, u"анна"_s}) {
        const QJsonArray hits = run({u"find"_s, base(), text}).json.value(u"hits"_s).toArray();
        ASSERT_EQ(hits.size(), 1) << qPrintable(text);
        EXPECT_EQ(hits[0][u"id"_s].toInteger(), id);
    }
    const QString note = u"  two\nlines, “quoted” \\ and 王\t"_s;
    EXPECT_EQ(
        run({u"log"_s, base(), text(id), u"--kind"_s, u"note"_s, u"--text="_s + note, u"--at"_s, u"2026-03-09T14:05"_s}).exitCode,
        0);
    EXPECT_EQ(run({u"purchase"_s, base(), text(id), u"--amount"_s, u"12 400,50"_s, u"--product"_s, u"Mower"_s, u"--on"_s,
                   u"2026-03-01"_s})
                  .exitCode,
              0);
    const QJsonObject card = run({u"show"_s, base(), text(id)}).json;
    EXPECT_EQ(card.value(u"city"_s), u"Malmö"_s);
    EXPECT_EQ(card.value(u"interactions"_s)[0][u"text"_s], note);
    EXPECT_EQ(card.value(u"interactions"_s)[0][u"at"_s], u"2026-03-09T14:05:00+01:00"_s);
    EXPECT_EQ(card.value(u"purchases"_s)[0][u"amount"_s].toDouble(), 12400.5);
    EXPECT_EQ(card.value(u"purchases"_s)[0][u"product"_s], u"Mower"_s);
    EXPECT_EQ(card.value(u"contact_points"_s)[0][u"normalised"_s], u"+46701004512"_s);
}

TEST_F(CommandLine, RefusesALateWriteOfTheSameFieldWithBothValues) {
    const QString id = text(add(u"Anna"_s));
    EXPECT_EQ(run({u"set"_s, base(), id, u"city=Lomma"_s}).json.value(u"version"_s).toInteger(), 2);
    const Ended late = run({u"set"_s, base(), id, u"--version"_s, u"1"_s, u"city=Lund"_s});
    EXPECT_EQ(late.exitCode, 1);
    EXPECT_EQ(late.json.value(u"error"_s)[u"code"_s], u"conflict"_s);
    EXPECT_TRUE(late.error.contains(u"Lomma"_s) && late.error.contains(u"Lund"_s));
    EXPECT_EQ(run({u"set"_s, base(), id, u"--version"_s, u"1"_s, u"street=Storgatan 1"_s}).exitCode, 0) << "another field unites";
}

TEST_F(CommandLine, UndoesAndRedoesTheNewestActAcrossRuns) {
    const QString id = text(add(u"Anna"_s));
    run({u"set"_s, base(), id, u"city=Lund"_s});
    EXPECT_EQ(run({u"undo"_s, base()}).exitCode, 0);
    EXPECT_EQ(run({u"show"_s, base(), id}).json.value(u"city"_s), u""_s);
    EXPECT_EQ(run({u"redo"_s, base()}).exitCode, 0);
    EXPECT_EQ(run({u"show"_s, base(), id}).json.value(u"city"_s), u"Lund"_s);
    run({u"undo"_s, base()});
    run({u"undo"_s, base()});
    EXPECT_EQ(run({u"show"_s, base(), id}).exitCode, 1) << "the customer is gone again";
    EXPECT_EQ(run({u"undo"_s, base()}).exitCode, 1) << "and nothing is left to take back";
}

TEST_F(CommandLine, LeavesNothingToMakeForTheFirstWindowAfterALargeImport) {
    QByteArray csv = "name,note\n";
    for (int i = 0; i < 80; ++i)
        csv += "Anna " + QByteArray::number(i) + ',' + QByteArray(30'000, 'x') + '\n';
    EXPECT_EQ(run({u"import"_s, base(), file(u"customers.csv"_s, csv)}).json.value(u"added"_s).toInteger(), 80);
    const QDir cache(m_folder.filePath(u"cache"_s));
    EXPECT_EQ(cache.entryList({u"search-*.index"_s}).size(), 1);
    EXPECT_EQ(cache.entryList({u"order-*.ids"_s}).size(), 1);
}

TEST_F(CommandLine, ImportsAsksAndTakesTheImportBack) {
    const QString csv = file(u"customers.csv"_s, "id,name,city,phone\n1,Anna,Lund,070-1\n2,Bo,Lund,070-100 45 13\n3,,,\n");
    const QJsonObject report = run({u"import"_s, base(), csv}).json;
    qint64 sum = 0;
    for (const QString &count : {u"added"_s, u"filled"_s, u"changed"_s, u"unchanged"_s, u"rejected"_s})
        sum += report.value(count).toInteger();
    EXPECT_EQ(report.value(u"read"_s).toInteger(), 3);
    EXPECT_EQ(sum, 3);
    const QString rule =
        file(u"rule.json"_s, R"({"version": 1, "match": "all", "rules": [{"field": "city", "op": "is", "value": "lund"}]})");
    EXPECT_EQ(run({u"segment"_s, base(), u"count"_s, u"--rule"_s, rule}).json.value(u"count"_s).toInteger(), 2);
    EXPECT_EQ(run({u"segment"_s, base(), u"list"_s, u"--rule"_s, rule}).json.value(u"ids"_s).toArray().size(), 2);
    EXPECT_EQ(run({u"segment"_s, base(), u"save"_s, u"--rule"_s, rule, u"--name"_s, u"Lund people"_s}).exitCode, 0);
    EXPECT_EQ(run({u"segment"_s, base(), u"names"_s}).json.value(u"names"_s).toArray(), QJsonArray{u"Lund people"_s});
    EXPECT_FALSE(
        run({u"segment"_s, base(), u"sentence"_s, u"--name"_s, u"Lund people"_s}).json.value(u"text"_s).toString().isEmpty());
    EXPECT_EQ(run({u"import"_s, base(), csv}).json.value(u"unchanged"_s).toInteger(), 2) << "a second time changes nothing";
    const QJsonObject undone = run({u"undo-import"_s, base(), text(report.value(u"batch"_s).toInteger())}).json;
    EXPECT_EQ(undone.value(u"removed"_s).toInteger(), 2);
    EXPECT_EQ(run({u"segment"_s, base(), u"count"_s, u"--rule"_s, rule}).json.value(u"count"_s).toInteger(), 0);
    EXPECT_TRUE(run({u"check"_s, base(), u"--full"_s}).json.value(u"ok"_s).toBool());
}

TEST_F(CommandLine, SaysWhoseExportAFileIsAndWhatItsDatesCouldMean) {
    const QString csv = file(u"export.csv"_s, "First Name,Last Name,Email Address,Company,Position,Connected On\n"
                                              "Anna,Berg,anna@berg.example,Dahl AB,Buyer,15 Jun 2026\n");
    const QJsonObject preset =
        run({u"import"_s, base(), csv}).json.value(u"files"_s).toArray().first().toObject().value(u"preset"_s).toObject();
    EXPECT_EQ(preset.value(u"name"_s).toString(), u"linkedin"_s);
    EXPECT_EQ(preset.value(u"text"_s).toString(), u"LinkedIn: connections"_s);
    const QString dates = file(u"dates.csv"_s, "name,birthday\nNils,03/04/1980\n");
    const QJsonObject question = run({u"import"_s, base(), dates, u"--dry-run"_s})
                                     .json.value(u"files"_s)
                                     .toArray()
                                     .first()
                                     .toObject()
                                     .value(u"date_questions"_s)
                                     .toArray()
                                     .first()
                                     .toObject();
    EXPECT_EQ(question.value(u"column"_s).toString(), u"birthday"_s);
    EXPECT_EQ(question.value(u"read_as"_s).toString(), u"dmy"_s);
    EXPECT_EQ(run({u"import"_s, base(), dates, u"--date-order"_s, u"birthday=mdy"_s}).exitCode, 0);
    const QJsonArray hits = run({u"find"_s, base(), u"Nils"_s}).json.value(u"hits"_s).toArray();
    ASSERT_EQ(hits.size(), 1);
    const QJsonObject card =
        run({u"show"_s, base(), text(hits.first().toObject().value(u"id"_s).toInteger()), u"--origin"_s}).json;
    EXPECT_EQ(card.value(u"birthday"_s).toString(), u"1980-03-04"_s);
    const QJsonObject origin = card.value(u"origins"_s).toObject().value(u"birthday"_s).toObject();
    EXPECT_EQ(origin.value(u"file"_s).toString(), u"dates.csv"_s);
    EXPECT_EQ(origin.value(u"row"_s).toInteger(), 1);
    EXPECT_EQ(origin.value(u"author"_s).toString(), u"Maria"_s);
    EXPECT_EQ(run({u"import"_s, base(), dates, u"--date-order"_s, u"birthday=ymd"_s}).exitCode, 2);
}

TEST_F(CommandLine, KeepsAFeedAndRunsItAgain) {
    const QString csv = file(u"shop.csv"_s, "Nr,name,city\n1,Anna,Lund\n2,Nils,Ystad\n");
    EXPECT_EQ(run({u"feeds"_s, base(), csv, u"--save"_s, u"Shop"_s, u"--map"_s, u"Nr=id"_s}).exitCode, 0);
    EXPECT_EQ(run({u"feeds"_s, base()}).json.value(u"feeds"_s).toArray().first().toObject().value(u"path"_s).toString(), csv);
    EXPECT_EQ(run({u"import"_s, base(), u"--feed"_s, u"Shop"_s}).json.value(u"added"_s).toInteger(), 2);
    file(u"shop.csv"_s, "Nr,name,city\n1,Anna,Kiel\n");
    const Ended again = run({u"feeds"_s, base(), m_folder.path()});
    EXPECT_EQ(again.exitCode, 0);
    const QJsonObject feed = again.json.value(u"feeds"_s).toArray().first().toObject();
    EXPECT_EQ(feed.value(u"changed"_s).toInteger(), 1);
    EXPECT_EQ(feed.value(u"files"_s).toArray().first().toObject().value(u"differences"_s).toObject().value(u"gone"_s).toInteger(),
              1);
    EXPECT_EQ(run({u"feeds"_s, base(), u"--delete"_s, u"Shop"_s}).exitCode, 0);
    EXPECT_EQ(run({u"import"_s, base(), u"--feed"_s, u"Shop"_s}).exitCode, 1);
    EXPECT_EQ(run({u"feeds"_s, base(), u"--run"_s}).exitCode, 1);
}

TEST_F(CommandLine, GivesCustomersOutInTheLayoutOfAnotherProgram) {
    add(u"Anna Berg"_s, {u"--email"_s, u"anna@berg.example"_s});
    const QString out = m_folder.filePath(u"chimp.csv"_s);
    const QJsonObject report = run({u"export"_s, base(), out, u"--layout"_s, u"mailchimp"_s}).json;
    EXPECT_EQ(report.value(u"rows"_s).toInteger(), 1);
    EXPECT_EQ(run({u"import"_s, base(), out}).json.value(u"unchanged"_s).toInteger(), 1);
}

TEST_F(CommandLine, OpensNoLinkThatTheCustomerForbade) {
    const QString id = text(add(u"Anna"_s, {u"--phone"_s, u"070-100 45 12"_s}));
    EXPECT_EQ(run({u"link"_s, base(), id, u"call"_s}).json.value(u"url"_s), u"tel:+46701004512"_s);
    EXPECT_EQ(run({u"link"_s, base(), id, u"email"_s}).exitCode, 1);
    run({u"log"_s, base(), id, u"--kind"_s, u"call"_s, u"--outcome"_s, u"do_not_call"_s});
    const Ended refused = run({u"link"_s, base(), id, u"call"_s});
    EXPECT_EQ(refused.exitCode, 1);
    EXPECT_EQ(refused.json.value(u"error"_s)[u"code"_s], u"refused"_s);
}

TEST_F(CommandLine, BacksUpToANewFileOnly) {
    const QString copy = m_folder.filePath(u"copy.kontor"_s);
    EXPECT_EQ(run({u"backup"_s, base(), copy}).exitCode, 0);
    EXPECT_EQ(run({u"backup"_s, base(), copy}).exitCode, 1);
    EXPECT_TRUE(run({u"check"_s, copy}).json.value(u"ok"_s).toBool());
}

TEST_F(CommandLine, MakesTheSameSampleFromTheSameSeed) {
    const auto names = [this](const QString &name, const QString &seed) {
        const QString path = m_folder.filePath(name);
        run({u"--now"_s, u"2026-03-09T12:00"_s, u"new"_s, path, u"--sample"_s, u"20"_s, u"--seed"_s, seed});
        const QString csv = m_folder.filePath(name + u".csv"_s);
        run({u"export"_s, path, csv});
        QFile file(csv);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    };
    const QByteArray first = names(u"a.kontor"_s, u"7"_s);
    EXPECT_GT(first.size(), 1000);
    EXPECT_EQ(names(u"b.kontor"_s, u"7"_s), first);
    EXPECT_NE(names(u"c.kontor"_s, u"8"_s), first);
}

TEST_F(CommandLine, AWholeBaseGoesOutAndMakesANewOne) {
    const QString old = m_folder.filePath(u"old.kontor"_s), fresh = m_folder.filePath(u"fresh.kontor"_s);
    const QString first = m_folder.filePath(u"first.json"_s), second = m_folder.filePath(u"second.json"_s);
    run({u"new"_s, old, u"--country"_s, u"SE"_s, u"--currency"_s, u"SEK"_s, u"--sample"_s, u"10"_s});
    EXPECT_GT(run({u"export"_s, old, first}).json.value(u"rows"_s).toInteger(), 10);
    EXPECT_EQ(run({u"import"_s, fresh, first}).exitCode, 0);
    EXPECT_EQ(run({u"stats"_s, fresh}).json.value(u"currency"_s).toString(), u"SEK"_s);
    run({u"export"_s, fresh, second});
    QFile one(first), two(second);
    ASSERT_TRUE(one.open(QIODevice::ReadWrite) && two.open(QIODevice::ReadOnly));
    EXPECT_EQ(two.readAll(), one.readAll());
    one.resize(one.size() / 2); // no base is made of a damaged file
    one.close();
    const QString none = m_folder.filePath(u"none.kontor"_s);
    EXPECT_EQ(run({u"import"_s, none, first}).exitCode, 1);
    EXPECT_FALSE(QFile::exists(none));
}

TEST_F(CommandLine, MeasuresItselfAndLeavesTheBaseAsItWas) {
    const QString id = text(add(u"Anna"_s));
    const QJsonObject times = run({u"bench"_s, base(), u"--repeat"_s, u"3"_s}).json;
    for (const QString &name : {u"find"_s, u"card"_s, u"list"_s, u"segment"_s, u"save"_s})
        EXPECT_EQ(times.value(name)[u"n"_s].toInteger(), 3) << qPrintable(name);
    EXPECT_TRUE(run({u"show"_s, base(), id}).json.value(u"score"_s).isNull());
}

TEST_F(CommandLine, SaysOfAFolderWhetherABaseThereCanBeShared) {
    const Ended tested = run({u"selftest"_s, m_folder.path()});
    EXPECT_EQ(tested.exitCode, 0) << qPrintable(tested.error);
    EXPECT_EQ(tested.json.value(u"place"_s).toString(), u"local"_s);
    EXPECT_TRUE(tested.json.value(u"may_write"_s).toBool());
    EXPECT_FALSE(tested.json.value(u"steps"_s).toArray().isEmpty());
    EXPECT_EQ(run({u"selftest"_s, m_folder.filePath(u"none"_s)}).exitCode, 1);
}

TEST_F(CommandLine, FindsAStepThatWasAcknowledgedAndIsNotThere) {
    const QString acks = m_folder.filePath(u"acks"_s);
    const Ended written = run({u"selftest-writer"_s, base(), acks, u"--writer"_s, u"3"_s, u"--seconds"_s, u"1"_s});
    EXPECT_EQ(written.exitCode, 0) << qPrintable(written.error);
    const qint64 commits = written.json.value(u"commits"_s).toInteger();
    EXPECT_GT(commits, 0);
    const Ended sound = run({u"selftest-verify"_s, base(), acks});
    EXPECT_EQ(sound.exitCode, 0);
    EXPECT_EQ(sound.json.value(u"acked"_s).toInteger(), commits);
    EXPECT_EQ(sound.json.value(u"counter"_s).toInteger(), commits);
    const Ended lost = run({u"selftest-verify"_s, base(), acks, file(u"more"_s, "3 999999 999999\n")});
    EXPECT_EQ(lost.exitCode, 1);
    EXPECT_EQ(lost.json.value(u"lost"_s).toInteger(), 1);
}

TEST_F(CommandLine, FindsMergesAndSplitsDuplicates) {
    const qint64 anna = add(u"Anna Petrova"_s, {u"--phone"_s, u"+46701004512"_s});
    const qint64 again = add(u"Petrova Anna"_s, {u"--phone"_s, u"070-100 45 12"_s, u"--set"_s, u"city=Lund"_s});
    const QJsonArray groups = run({u"duplicates"_s, base()}).json.value(u"groups"_s).toArray();
    ASSERT_EQ(groups.size(), 1);
    EXPECT_EQ(groups.first()[u"certainty"_s].toString(), u"certain"_s);
    EXPECT_EQ(groups.first()[u"reason"_s].toString(), u"same phone"_s);
    EXPECT_EQ(groups.first()[u"customers"_s][1][u"id"_s].toInteger(), again);
    EXPECT_EQ(groups.first()[u"customers"_s][1][u"name"_s].toString(), u"Petrova Anna"_s);

    const Ended merged = run({u"merge"_s, base(), text(anna), text(again), u"--take"_s, u"name=keep"_s});
    ASSERT_EQ(merged.exitCode, 0) << qPrintable(merged.error);
    const QJsonObject card = run({u"show"_s, base(), text(again)}).json;
    EXPECT_EQ(card.value(u"id"_s).toInteger(), anna);
    EXPECT_EQ(card.value(u"city"_s).toString(), u"Lund"_s);
    EXPECT_EQ(card.value(u"merged_from"_s)[0][u"text"_s].toString(), u"Merged from Petrova Anna"_s);
    EXPECT_EQ(run({u"duplicates"_s, base()}).json.value(u"groups"_s).toArray().size(), 0);
    EXPECT_EQ(run({u"merge"_s, base(), text(anna), text(again)}).exitCode, 1);

    const Ended split = run({u"unmerge"_s, base(), text(merged.json.value(u"operation"_s).toInteger())});
    ASSERT_EQ(split.exitCode, 0) << qPrintable(split.error);
    EXPECT_GT(split.json.value(u"restored"_s).toInteger(), 0);
    EXPECT_EQ(run({u"show"_s, base(), text(again)}).json.value(u"id"_s).toInteger(), again);
    EXPECT_EQ(run({u"not-duplicates"_s, base(), text(anna), text(again)}).exitCode, 0);
    EXPECT_EQ(run({u"duplicates"_s, base()}).json.value(u"groups"_s).toArray().size(), 0);
    EXPECT_EQ(run({u"merge"_s, base(), text(anna), text(again), u"--take"_s, u"city"_s}).exitCode, 2);
}

TEST_F(CommandLine, BringsOneCardBackOutOfABackup) {
    const QString id = text(add(u"Anna"_s, {u"--set"_s, u"city=Lund"_s}));
    const QString copy = m_folder.filePath(u"copy.kontor"_s);
    EXPECT_EQ(run({u"backup"_s, base(), copy}).exitCode, 0);
    run({u"set"_s, base(), id, u"city=Kiel"_s});
    const QJsonArray backups = run({u"backups"_s, base(), u"--in"_s, copy}).json.value(u"backups"_s).toArray();
    ASSERT_EQ(backups.size(), 1);
    EXPECT_EQ(backups[0][u"customers"_s].toInteger(), 1);
    const Ended restored = run({u"restore"_s, base(), copy, u"--customer"_s, id});
    EXPECT_EQ(restored.exitCode, 0);
    EXPECT_EQ(restored.json.value(u"values"_s).toInteger(), 1);
    EXPECT_EQ(run({u"show"_s, base(), id}).json.value(u"city"_s), u"Lund"_s);
    EXPECT_EQ(run({u"restore"_s, base(), copy}).exitCode, 2) << "it says neither who nor when";
    EXPECT_EQ(run({u"restore"_s, base(), copy, u"--day"_s, u"1999-01-01"_s}).json.value(u"error"_s)[u"code"_s], u"not_found"_s);
}
