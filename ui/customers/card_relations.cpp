#include "customers/card_relations.h"

#include <QCoreApplication>

namespace kontor::ui {

using namespace Qt::StringLiterals;

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(kontor::ui::Relations)
};

struct Kind {
    QLatin1StringView word;
    const char *form;    // in the choice of the form
    const char *here;    // of the other one, on the card that keeps the relation
    const char *inverse; // of the keeper, on the other one's card
};

constexpr Kind kKinds[] = {
    {"works_at"_L1, QT_TRANSLATE_NOOP("kontor::ui::Relations", "Works there"),
     QT_TRANSLATE_NOOP("kontor::ui::Relations", "employer"), QT_TRANSLATE_NOOP("kontor::ui::Relations", "works here")},
    {"colleague"_L1, QT_TRANSLATE_NOOP("kontor::ui::Relations", "Colleague"),
     QT_TRANSLATE_NOOP("kontor::ui::Relations", "colleague"), QT_TRANSLATE_NOOP("kontor::ui::Relations", "colleague")},
    {"contact_person"_L1, QT_TRANSLATE_NOOP("kontor::ui::Relations", "Contact person"),
     QT_TRANSLATE_NOOP("kontor::ui::Relations", "contact person"),
     QT_TRANSLATE_NOOP("kontor::ui::Relations", "is the contact person there")},
    {"supplier"_L1, QT_TRANSLATE_NOOP("kontor::ui::Relations", "Supplier"),
     QT_TRANSLATE_NOOP("kontor::ui::Relations", "supplier"), QT_TRANSLATE_NOOP("kontor::ui::Relations", "is supplied")},
    {"partner"_L1, QT_TRANSLATE_NOOP("kontor::ui::Relations", "Partner"), QT_TRANSLATE_NOOP("kontor::ui::Relations", "partner"),
     QT_TRANSLATE_NOOP("kontor::ui::Relations", "partner")},
    {"branch"_L1, QT_TRANSLATE_NOOP("kontor::ui::Relations", "Branch"), QT_TRANSLATE_NOOP("kontor::ui::Relations", "branch"),
     QT_TRANSLATE_NOOP("kontor::ui::Relations", "head office")},
    {"recommended_by"_L1, QT_TRANSLATE_NOOP("kontor::ui::Relations", "Recommended by"),
     QT_TRANSLATE_NOOP("kontor::ui::Relations", "recommended this customer"),
     QT_TRANSLATE_NOOP("kontor::ui::Relations", "came by recommendation")},
    {"spouse"_L1, QT_TRANSLATE_NOOP("kontor::ui::Relations", "Wife or husband"),
     QT_TRANSLATE_NOOP("kontor::ui::Relations", "married"), QT_TRANSLATE_NOOP("kontor::ui::Relations", "married")},
    {"child"_L1, QT_TRANSLATE_NOOP("kontor::ui::Relations", "Child"), QT_TRANSLATE_NOOP("kontor::ui::Relations", "child"),
     QT_TRANSLATE_NOOP("kontor::ui::Relations", "parent")},
    {"parent"_L1, QT_TRANSLATE_NOOP("kontor::ui::Relations", "Parent"), QT_TRANSLATE_NOOP("kontor::ui::Relations", "parent"),
     QT_TRANSLATE_NOOP("kontor::ui::Relations", "child")},
    {"relative"_L1, QT_TRANSLATE_NOOP("kontor::ui::Relations", "Relative"),
     QT_TRANSLATE_NOOP("kontor::ui::Relations", "relative"), QT_TRANSLATE_NOOP("kontor::ui::Relations", "relative")},
    {"friend"_L1, QT_TRANSLATE_NOOP("kontor::ui::Relations", "Friend"), QT_TRANSLATE_NOOP("kontor::ui::Relations", "friend"),
     QT_TRANSLATE_NOOP("kontor::ui::Relations", "friend")},
    {"pet"_L1, QT_TRANSLATE_NOOP("kontor::ui::Relations", "Pet"), QT_TRANSLATE_NOOP("kontor::ui::Relations", "pet"),
     QT_TRANSLATE_NOOP("kontor::ui::Relations", "pet of")},
};

struct Role {
    QLatin1StringView word;
    const char *text;
};

constexpr Role kRoles[] = {{"decides"_L1, QT_TRANSLATE_NOOP("kontor::ui::Relations", "decides")},
                           {"influences"_L1, QT_TRANSLATE_NOOP("kontor::ui::Relations", "influences")},
                           {"buys"_L1, QT_TRANSLATE_NOOP("kontor::ui::Relations", "buys")},
                           {"uses"_L1, QT_TRANSLATE_NOOP("kontor::ui::Relations", "uses")},
                           {"advises"_L1, QT_TRANSLATE_NOOP("kontor::ui::Relations", "advises")},
                           {"is_against"_L1, QT_TRANSLATE_NOOP("kontor::ui::Relations", "is against it")}};

QString roleText(const QString &word) {
    for (const Role &role : kRoles)
        if (word == role.word)
            return Texts::tr(role.text);
    return word; // a word of the person's own
}

} // namespace

QList<FormChoice> relationKinds() {
    QList<FormChoice> kinds;
    for (const Kind &kind : kKinds)
        kinds.append({kind.word, Texts::tr(kind.form)});
    return kinds;
}

QList<FormChoice> relationRoles() {
    QList<FormChoice> roles{{QString(), Texts::tr("no part in decisions")}};
    for (const Role &role : kRoles)
        roles.append({role.word, Texts::tr(role.text)});
    return roles;
}

QString relationText(const Card::Related &related) {
    QString words = related.relation.kind;
    for (const Kind &kind : kKinds)
        if (words == kind.word) {
            words = Texts::tr(related.isInverse ? kind.inverse : kind.here);
            break;
        }
    const QString role = roleText(related.relation.role);
    return role.isEmpty() ? words : Texts::tr("%1, %2").arg(words, role);
}

} // namespace kontor::ui
