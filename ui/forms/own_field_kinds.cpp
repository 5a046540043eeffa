#include "forms/own_field_kinds.h"

#include <QCoreApplication>

namespace kontor::ui {

using namespace Qt::StringLiterals;

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(kontor::ui::OwnFieldKinds)
};

} // namespace

QList<FormChoice> ownFieldKinds() {
    return {{u"text"_s, Texts::tr("Text")},
            {u"number"_s, Texts::tr("Number")},
            {u"date"_s, Texts::tr("Date")},
            {u"choice"_s, Texts::tr("One of several choices")},
            {u"choices"_s, Texts::tr("Any of several choices")},
            {u"yes_no"_s, Texts::tr("Yes or no")},
            {u"money"_s, Texts::tr("Money")},
            {u"link"_s, Texts::tr("Link")}};
}

bool isOfChoices(const QString &ownFieldKind) { return ownFieldKind == "choice"_L1 || ownFieldKind == "choices"_L1; }

} // namespace kontor::ui
