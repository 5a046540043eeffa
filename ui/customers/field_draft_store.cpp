#include "customers/field_draft_store.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>

#include <algorithm>

namespace kontor::ui {

using namespace Qt::StringLiterals;

namespace {

QJsonObject toJson(const FieldDraft &draft) {
    return {{u"customer"_s, draft.customer.value},
            {u"name"_s, draft.name},
            {u"key"_s, QString::fromUtf8(draft.key)},
            {u"typed"_s, draft.typed},
            {u"stored"_s, draft.stored},
            {u"before"_s, draft.before},
            {u"version_read"_s, draft.versionRead},
            {u"point_version"_s, draft.pointVersion},
            {u"at"_s, draft.at.milliseconds},
            {u"undecided"_s, draft.why == FieldDraft::Why::Undecided}};
}

FieldDraft fromJson(const QJsonObject &json) {
    FieldDraft draft;
    draft.customer = Id{json.value("customer"_L1).toInteger()};
    draft.name = json.value("name"_L1).toString();
    draft.key = json.value("key"_L1).toString().toUtf8();
    draft.typed = json.value("typed"_L1).toString();
    draft.stored = json.value("stored"_L1).toString();
    draft.before = json.value("before"_L1).toString();
    draft.versionRead = json.value("version_read"_L1).toInteger();
    draft.pointVersion = json.value("point_version"_L1).toInteger();
    draft.at = Instant{json.value("at"_L1).toInteger()};
    draft.why = json.value("undecided"_L1).toBool() ? FieldDraft::Why::Undecided : FieldDraft::Why::Waiting;
    return draft;
}

} // namespace

QList<FieldDraft> FieldDraftStore::all() const {
    QList<FieldDraft> drafts;
    QFile stored(m_file);
    if (!stored.open(QIODevice::ReadOnly))
        return drafts;
    for (const QJsonValue &entry : QJsonDocument::fromJson(stored.readAll()).array())
        if (const FieldDraft draft = fromJson(entry.toObject()); draft.customer.isValid() && !draft.key.isEmpty())
            drafts << draft;
    return drafts;
}

QList<FieldDraft> FieldDraftStore::of(Id customer) const {
    QList<FieldDraft> drafts = all();
    drafts.removeIf([customer](const FieldDraft &draft) { return draft.customer != customer; });
    return drafts;
}

int FieldDraftStore::count(FieldDraft::Why why) const {
    const QList<FieldDraft> drafts = all();
    return int(std::count_if(drafts.cbegin(), drafts.cend(), [why](const FieldDraft &draft) { return draft.why == why; }));
}

bool FieldDraftStore::keep(const FieldDraft &draft) {
    QList<FieldDraft> drafts = all();
    drafts.removeIf([&](const FieldDraft &other) { return other.customer == draft.customer && other.key == draft.key; });
    drafts << draft;
    return write(drafts);
}

void FieldDraftStore::drop(Id customer, const QByteArray &key) {
    QList<FieldDraft> drafts = all();
    if (drafts.removeIf([&](const FieldDraft &draft) { return draft.customer == customer && draft.key == key; }) > 0)
        (void)write(drafts);
}

bool FieldDraftStore::write(const QList<FieldDraft> &drafts) const {
    if (drafts.isEmpty())
        return QFile::remove(m_file);
    QDir().mkpath(QFileInfo(m_file).absolutePath());
    QJsonArray all;
    for (const FieldDraft &draft : drafts)
        all.append(toJson(draft));
    QSaveFile file(m_file);
    if (!file.open(QIODevice::WriteOnly))
        return false;
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    file.write(QJsonDocument(all).toJson(QJsonDocument::Compact));
    return file.commit();
}

} // namespace kontor::ui
