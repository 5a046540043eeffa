#include "interactions/draft_store.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSaveFile>
#include <QStandardPaths>

namespace kontor::ui {

using namespace Qt::StringLiterals;

namespace {

QJsonObject detailsJson(const DraftDetails &details) {
    QJsonArray people;
    for (const DraftPerson &person : details.people)
        people.append(QJsonObject{{u"id"_s, person.id.value}, {u"name"_s, person.name}});
    return {{u"day"_s, details.day.toString(Qt::ISODate)},
            {u"time"_s, details.time ? details.time->toString(Qt::ISODate) : QString()},
            {u"minutes"_s, details.minutes},
            {u"people"_s, people}};
}

DraftDetails detailsFrom(const QJsonObject &json) {
    DraftDetails details;
    details.day = QDate::fromString(json.value("day"_L1).toString(), Qt::ISODate);
    if (const QTime time = QTime::fromString(json.value("time"_L1).toString(), Qt::ISODate); time.isValid())
        details.time = time;
    details.minutes = json.value("minutes"_L1).toInt();
    for (const QJsonValue &person : json.value("people"_L1).toArray())
        details.people.append({Id{person.toObject().value("id"_L1).toInteger()}, person.toObject().value("name"_L1).toString()});
    return details;
}

QJsonObject toJson(const EntryDraft &draft) {
    QJsonObject json{{u"kind"_s, draft.kind},
                     {u"direction"_s, draft.direction},
                     {u"outcome"_s, draft.outcome},
                     {u"text"_s, draft.text},
                     {u"contact_point"_s, draft.contactPoint.value},
                     {u"kept_at"_s, draft.keptAt.milliseconds}};
    if (!draft.details.isEmpty())
        json.insert(u"details"_s, detailsJson(draft.details));
    if (draft.step) {
        json.insert(u"step"_s, QJsonObject{{u"kind"_s, draft.step->kind},
                                           {u"title"_s, draft.step->title},
                                           {u"day"_s, draft.step->day.toString(Qt::ISODate)},
                                           {u"time"_s, draft.step->time ? draft.step->time->toString(Qt::ISODate) : QString()}});
    }
    return json;
}

EntryDraft fromJson(const QJsonObject &json) {
    EntryDraft draft;
    draft.kind = json.value("kind"_L1).toString(draft.kind);
    draft.direction = json.value("direction"_L1).toString();
    draft.outcome = json.value("outcome"_L1).toString();
    draft.text = json.value("text"_L1).toString();
    draft.contactPoint = Id{json.value("contact_point"_L1).toInteger()};
    draft.keptAt = Instant{json.value("kept_at"_L1).toInteger()};
    draft.details = detailsFrom(json.value("details"_L1).toObject());
    if (json.contains("step"_L1)) {
        const QJsonObject step = json.value("step"_L1).toObject();
        const QTime time = QTime::fromString(step.value("time"_L1).toString(), Qt::ISODate);
        draft.step = DraftStep{step.value("kind"_L1).toString(), step.value("title"_L1).toString(),
                               QDate::fromString(step.value("day"_L1).toString(), Qt::ISODate),
                               time.isValid() ? std::optional(time) : std::nullopt};
    }
    return draft;
}

} // namespace

DraftStore::DraftStore(QString file) : m_file(std::move(file)) { read(); }

// The card may be open in several windows, each with its own store on the one file.
void DraftStore::read() {
    QFile stored(m_file);
    if (!m_isStored || !stored.open(QIODevice::ReadOnly))
        return;
    m_drafts.clear();
    const QJsonObject all = QJsonDocument::fromJson(stored.readAll()).object();
    for (auto entry = all.begin(); entry != all.end(); ++entry)
        if (const Id customer{entry.key().toLongLong()}; customer.isValid())
            m_drafts.insert(customer, entry.value().toObject());
}

std::optional<EntryDraft> DraftStore::find(Id customer) {
    read();
    const auto found = m_drafts.constFind(customer);
    if (found != m_drafts.cend())
        m_own.insert(customer);
    return found == m_drafts.cend() ? std::nullopt : std::optional(fromJson(*found));
}

bool DraftStore::keep(Id customer, const EntryDraft &draft) {
    read();
    if (draft.isEmpty()) {
        if (!m_own.contains(customer) || m_drafts.remove(customer) == 0)
            return true;
    } else {
        m_own.insert(customer);
        m_drafts.insert(customer, toJson(draft));
    }
    m_isStored = write();
    return m_isStored;
}

bool DraftStore::write() const {
    QDir().mkpath(QFileInfo(m_file).absolutePath());
    QJsonObject all;
    for (auto draft = m_drafts.cbegin(); draft != m_drafts.cend(); ++draft)
        all.insert(QString::number(draft.key().value), *draft);
    QSaveFile file(m_file);
    if (!file.open(QIODevice::WriteOnly))
        return false;
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    file.write(QJsonDocument(all).toJson(QJsonDocument::Compact));
    return file.commit();
}

QString DraftStore::fileFor(const QString &baseId) {
    return QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) + u"/drafts/%1.json"_s.arg(baseId);
}

} // namespace kontor::ui
