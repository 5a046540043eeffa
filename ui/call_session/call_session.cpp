#include "call_session/call_session.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>

namespace kontor::ui {

using namespace Qt::StringLiterals;

namespace {

QJsonObject toJson(const CallSession &session) {
    QJsonArray queue;
    for (const Id id : session.queue)
        queue.append(id.value);
    QJsonObject results;
    for (auto result = session.results.cbegin(); result != session.results.cend(); ++result)
        results.insert(QString::number(result.key().value),
                       QJsonObject{{u"outcome"_s, result->outcome}, {u"next_step"_s, result->hasNextStep}});
    return {{u"name"_s, session.name},
            {u"goal"_s, session.goal},
            {u"started_at"_s, session.startedAt.milliseconds},
            {u"seconds"_s, session.seconds},
            {u"queue"_s, queue},
            {u"results"_s, results},
            {u"current"_s, session.current},
            {u"note"_s, session.note},
            {u"left_out_count"_s, session.leftOutCount},
            {u"left_out"_s, QJsonArray::fromStringList(session.leftOut)}};
}

CallSession fromJson(const QJsonObject &json) {
    CallSession session;
    session.name = json.value("name"_L1).toString();
    session.goal = json.value("goal"_L1).toString();
    session.startedAt = Instant{json.value("started_at"_L1).toInteger()};
    session.seconds = json.value("seconds"_L1).toInteger();
    for (const QJsonValue &id : json.value("queue"_L1).toArray())
        session.queue << Id{id.toInteger()};
    const QJsonObject results = json.value("results"_L1).toObject();
    for (auto result = results.begin(); result != results.end(); ++result)
        session.results.insert(Id{result.key().toLongLong()}, {result->toObject().value("outcome"_L1).toString(),
                                                               result->toObject().value("next_step"_L1).toBool()});
    session.current = qBound(0, json.value("current"_L1).toInt(), qMax(0, int(session.queue.size()) - 1));
    session.note = json.value("note"_L1).toString();
    session.leftOutCount = json.value("left_out_count"_L1).toInt();
    for (const QJsonValue &name : json.value("left_out"_L1).toArray())
        session.leftOut << name.toString();
    return session;
}

} // namespace

int CallSession::called() const {
    int called = 0;
    for (const CallResult &result : results)
        called += !result.outcome.isEmpty();
    return called;
}

int CallSession::count(const QString &outcome) const {
    int count = 0;
    for (const CallResult &result : results)
        count += result.outcome == outcome;
    return count;
}

int CallSession::nextSteps() const {
    int steps = 0;
    for (const CallResult &result : results)
        steps += result.hasNextStep;
    return steps;
}

int CallSession::nextOpen(int from) const {
    for (int i = from + 1; i < queue.size(); ++i)
        if (!results.contains(queue[i]))
            return i;
    return -1;
}

QList<Id> CallSession::unanswered() const {
    QList<Id> ids;
    for (const Id id : queue)
        if (const QString outcome = results.value(id).outcome; outcome == "no_answer"_L1 || outcome == "busy"_L1)
            ids << id;
    return ids;
}

std::optional<CallSession> CallSessionStore::load() const {
    QFile file(m_file);
    if (!file.open(QIODevice::ReadOnly))
        return std::nullopt;
    const QJsonObject json = QJsonDocument::fromJson(file.readAll()).object();
    const CallSession session = fromJson(json);
    return session.queue.isEmpty() ? std::nullopt : std::optional(session);
}

bool CallSessionStore::save(const CallSession &session) const {
    QDir().mkpath(QFileInfo(m_file).absolutePath());
    QSaveFile file(m_file);
    if (!file.open(QIODevice::WriteOnly))
        return false;
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    file.write(QJsonDocument(toJson(session)).toJson(QJsonDocument::Compact));
    return file.commit();
}

void CallSessionStore::clear() const { QFile::remove(m_file); }

QString CallSessionStore::fileFor(const QString &cacheFolder, const QString &baseId) {
    return cacheFolder + u"/call-sessions/%1.json"_s.arg(baseId);
}

} // namespace kontor::ui
