#include "workspace/base.h"

#include "sharing/damage_notice.h"
#include "sharing/who_is_at.h"
#include "workspace/bulk_operation.h"
#include "workspace/undo.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QFile>
#include <QFileInfo>
#include <QRandomGenerator>
#include <QTimeZone>
#include <QUuid>

namespace kontor::workspace {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kOperationEpochMs = 1'735'689'600'000; // 2025-01-01T00:00:00Z
constexpr int kOperationRandomBits = 11;

QString tr(const char *text) { return QCoreApplication::translate("kontor::workspace", text); }

Error invalidSetting(const char *message, const QString &value, const char *field) {
    return Error{Code::Invalid, tr(message).arg(value), QString(), field};
}

bool isUpper(const QString &text, int length) {
    return text.size() == length && std::all_of(text.begin(), text.end(), [](QChar c) { return c >= u'A' && c <= u'Z'; });
}

Result<void> checkSettings(const BaseSettings &settings) {
    static const QStringList languages{u"en"_s, u"de"_s, u"ru"_s, u"zh"_s, u"sv"_s, u"fa"_s, u"cy"_s};
    if (!isUpper(settings.country, 2))
        return invalidSetting(
            QT_TRANSLATE_NOOP("kontor::workspace", "“%1” is not a country. Give two capital letters, for example SE."),
            settings.country, "country");
    TRY_VOID(checkCurrency(settings.currency));
    if (!QTimeZone(settings.timeZone.toLatin1()).isValid())
        return invalidSetting(
            QT_TRANSLATE_NOOP("kontor::workspace", "“%1” is not a time zone. Give a name such as Europe/Berlin."),
            settings.timeZone, "tz");
    if (!languages.contains(settings.language))
        return invalidSetting(
            QT_TRANSLATE_NOOP("kontor::workspace", "“%1” is not a language of Kontor. Choose en, de, ru, zh, sv, fa or cy."),
            settings.language, "lang");
    return {};
}

Result<void> insertSettings(db::Database &database, const BaseSettings &settings) {
    const std::pair<QString, QString> rows[] = {{u"base_id"_s, QUuid::createUuid().toString(QUuid::WithoutBraces)},
                                                {u"country"_s, settings.country},
                                                {u"currency"_s, settings.currency},
                                                {u"time_zone"_s, settings.timeZone},
                                                {u"language"_s, settings.language},
                                                {u"sort_key_version"_s, Collation::version()}};
    for (const auto &[name, value] : rows)
        TRY_VOID(database.execute(u"INSERT INTO setting (name, value) VALUES (?, ?)"_s, {name, value}));
    return {};
}

QList<db::Migration> schemaSteps() {
    QList<db::Migration> steps;
    for (const QString &name : {u"0001_initial"_s, u"0002_files"_s, u"0003_indexes"_s, u"0004_trash_indexes"_s,
                                u"0005_field_groups"_s, u"0006_words"_s, u"0007_references"_s, u"0008_not_duplicates"_s,
                                u"0009_import_rows"_s, u"0010_mail_files"_s, u"0011_external_ids"_s, u"0012_city_of_listed"_s}) {
        QFile script(u":/schema/%1.sql"_s.arg(name));
        const bool opened = script.open(QIODevice::ReadOnly);
        Q_ASSERT(opened);
        steps.append({int(steps.size()) + 1, QString::fromUtf8(script.readAll())});
    }
    return steps;
}

// What can only be read cannot be upgraded, and its tables are not those that are asked for.
Result<void> checkIsUpgraded(db::Database &database) {
    TRY(version, database.single(u"PRAGMA user_version"_s));
    if (version.integer() >= migrationPlan(QString()).newestVersion())
        return {};
    return Error{Code::ReadOnly,
                 tr("This file comes from an older version of Kontor and is open for reading only. Open it once where it can be "
                    "written: it is upgraded then, and the old file is kept beside it."),
                 u"user_version %1"_s.arg(version.integer()), QByteArrayLiteral("base")};
}

// An older program that has the file open would go on writing the old tables.
Result<void> checkIsAloneForUpgrade(db::Database &database, const QString &path) {
    TRY(version, database.single(u"PRAGMA user_version"_s));
    if (version.integer() == 0 || version.integer() >= migrationPlan(path).newestVersion())
        return {};
    QStringList names;
    for (const sharing::Person &person : sharing::whoIsAt(path))
        names << tr("%1 (%2)").arg(person.host, person.user);
    if (names.isEmpty())
        return {};
    return Error{
        Code::Refused,
        tr("This version of Kontor has to upgrade the file first, and it is open on %1. Nothing was changed; close it there, "
           "then open it here again.")
            .arg(names.join(u", "_s)),
        u"user_version %1"_s.arg(version.integer()), QByteArrayLiteral("base")};
}

} // namespace

Result<void> checkCurrency(const QString &currency) {
    if (isUpper(currency, 3))
        return {};
    return invalidSetting(
        QT_TRANSLATE_NOOP("kontor::workspace", "“%1” is not a currency. Give three capital letters, for example EUR."), currency,
        "currency");
}

db::MigrationPlan migrationPlan(const QString &path) {
    // Read once: every opening for reading asks too which version is the newest.
    static const QList<db::Migration> steps = schemaSteps();
    const QString stamp = QDateTime::currentDateTimeUtc().toString(u"yyyyMMdd-HHmmss"_s);
    return {kApplicationId, steps, path + u".before-upgrade-"_s + stamp};
}

Base::Base(QString path, OpenOptions options, std::unique_ptr<db::Database> database)
    : m_path(std::move(path)), m_options(std::move(options)), m_database(std::move(database)) {}

Base::~Base() = default;

void Base::forbidWriting(const QString &reason) {
    m_options.readOnly = true;
    m_whyReadOnly = reason;
    (void)m_database->becomeOnlooker(); // when it fails, every read tries again
}

Result<std::unique_ptr<Base>> Base::openFile(const QString &path, const OpenOptions &options, bool create) {
    const sharing::Place place = sharing::placeOf(path);
    const bool isDamaged = sharing::damageNotice(path).has_value();
    const bool mayWrite = !options.readOnly && place.mayWrite() && !isDamaged;
    const db::Purpose purpose = mayWrite           ? db::Purpose::Writer
                                : place.mayWrite() ? db::Purpose::Reader
                                                   : db::Purpose::Onlooker;
    TRY(database, db::Database::open(path, purpose, create));
    if (!create) {
        TRY(applicationId, database->single(u"PRAGMA application_id"_s));
        if (applicationId.integer() != kApplicationId)
            return Error{Code::Corrupt, tr("“%1” is not a Kontor file. Nothing was changed; choose another file.").arg(path),
                         QString(), QByteArrayLiteral("base")};
    }
    if (!create && !options.takesOlder && (!mayWrite || database->isReadOnly()))
        TRY_VOID(checkIsUpgraded(*database));
    OpenOptions actual = options;
    actual.readOnly = !mayWrite || database->isReadOnly();
    std::unique_ptr<Base> base(new Base(path, actual, std::move(database)));
    base->m_place = place;
    base->m_isDamaged = isDamaged;
    if (!place.mayWrite())
        base->m_whyReadOnly = place.reason + u' ' + place.remedy;
    return base;
}

Result<std::unique_ptr<Base>> Base::create(const QString &path, const BaseSettings &settings, const OpenOptions &options) {
    TRY_VOID(checkSettings(settings));
    if (QFileInfo::exists(path))
        return Error{Code::Invalid, tr("There is already a file “%1”. Choose another name.").arg(path), QString(),
                     QByteArrayLiteral("base")};
    if (const sharing::Place place = sharing::placeOf(path); !place.mayWrite())
        return Error{Code::Refused, place.reason + u' ' + place.remedy, place.fileSystem, QByteArrayLiteral("base")};
    {
        TRY(base, openFile(path, options, true));
        TRY_VOID(db::migrate(*base->m_database, migrationPlan(path)));
        TRY(transaction, db::WriteTransaction::begin(*base->m_database));
        TRY_VOID(insertSettings(*base->m_database, settings));
        TRY_VOID(transaction->commit());
    }
    return open(path, options);
}

Result<std::unique_ptr<Base>> Base::open(const QString &path, const OpenOptions &options) {
    TRY(base, openFile(path, options, false));
    if (!base->isReadOnly()) {
        TRY_VOID(checkIsAloneForUpgrade(*base->m_database, path));
        TRY_VOID(db::migrate(*base->m_database, migrationPlan(path)));
    }
    TRY_VOID(base->readSettings());
    if (base->isDamaged())
        base->declareDamaged();
    if (!base->isReadOnly()) {
        base->openJournal();
        TRY_VOID(base->recover());
    }
    return base;
}

Result<void> Base::readSettings() {
    TRY(version, m_database->single(u"PRAGMA user_version"_s));
    m_schemaVersion = version.integer();
    TRY(statement, m_database->query(u"SELECT name, value FROM setting"_s));
    while (true) {
        TRY(more, statement.next());
        if (!more)
            break;
        const QString name = statement.text(0);
        if (name == "base_id"_L1)
            m_id = statement.text(1);
        else if (name == "country"_L1)
            m_settings.country = statement.text(1);
        else if (name == "currency"_L1)
            m_settings.currency = statement.text(1);
        else if (name == "time_zone"_L1)
            m_settings.timeZone = statement.text(1);
        else if (name == "language"_L1)
            m_settings.language = statement.text(1);
    }
    m_collation = std::make_unique<Collation>(m_settings.language);
    m_context.country = m_settings.country;
    m_context.collation = m_collation.get();
    m_context.clock.zone = QTimeZone(m_settings.timeZone.toLatin1());
    return {};
}

qint64 Base::newOperationId() const {
    const qint64 milliseconds = QDateTime::currentMSecsSinceEpoch() - kOperationEpochMs;
    return (milliseconds << kOperationRandomBits) | QRandomGenerator::global()->bounded(1 << kOperationRandomBits);
}

Result<void> Base::join() {
    if (m_hasJoined)
        return {};
    TRY(writer, m_database->single(u"SELECT number FROM writer WHERE pc = ?"_s, {m_options.pcId}));
    if (writer.isNull()) {
        TRY(made,
            m_database->single(
                u"INSERT INTO writer (number, pc, name, joined_at) SELECT coalesce(max(number) + 1, 0), ?, ?, ? FROM writer RETURNING number"_s,
                {m_options.pcId, m_options.pcName, m_context.clock.now()}));
        writer = made;
    }
    if (writer.integer() >= (1 << kWriterBits))
        return Error{Code::Full,
                     tr("This file has been opened on too many computers. Make a copy with Kontor's backup and use that."),
                     QString(), QByteArray()};
    m_writer = writer.integer();
    TRY(user, m_database->single(u"SELECT id FROM user WHERE name = ?"_s, {m_options.userName}));
    if (user.isNull()) {
        TRY(counter,
            m_database->single(u"UPDATE writer SET next_counter = next_counter + 1 WHERE number = ? RETURNING next_counter - 1"_s,
                               {*m_writer}));
        m_user = Id{(*m_writer << kCounterBits) | counter.integer()};
        return m_database->execute(u"INSERT INTO user (id, name) VALUES (?, ?)"_s, {m_user, m_options.userName});
    }
    m_user = Id{user.integer()};
    return {};
}

Result<qint64> Base::lastOperationId() {
    TRY(writer, m_database->single(u"SELECT number FROM writer WHERE pc = ?"_s, {m_options.pcId}));
    TRY(user, m_database->single(u"SELECT id FROM user WHERE name = ?"_s, {m_options.userName}));
    return undoCandidate(*m_database, writer.isNull() ? -1 : writer.integer(), Id{user.integer()});
}

Result<qint64> Base::lastUndoneId() {
    TRY(writer, m_database->single(u"SELECT number FROM writer WHERE pc = ?"_s, {m_options.pcId}));
    TRY(user, m_database->single(u"SELECT id FROM user WHERE name = ?"_s, {m_options.userName}));
    return redoCandidate(*m_database, writer.isNull() ? -1 : writer.integer(), Id{user.integer()});
}

// A bulk operation that this PC began and nobody is working on any more was cut short: it is taken back.
Result<void> Base::recover() {
    TRY(statement, m_database->query(u"SELECT o.id FROM operation o JOIN writer w ON w.number = o.writer "
                                     "WHERE o.state = 'running' AND w.pc = ? ORDER BY o.reverses <> 0 DESC, o.seq DESC"_s,
                                     {m_options.pcId}));
    QList<qint64> running;
    while (true) {
        TRY(more, statement.next());
        if (!more)
            break;
        running << statement.integer(0);
    }
    for (const qint64 operation : std::as_const(running)) {
        // A base whose interrupted import cannot be taken back now must still open: it is tried again at the next open.
        const auto resumed = resumeInterrupted(*this, operation);
        m_recovery.undoneOperations += resumed.value_or(0);
        m_recovery.failedOperations += !resumed.has_value();
    }
    return {};
}

} // namespace kontor::workspace
