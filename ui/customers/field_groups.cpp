#include "customers/field_groups.h"

#include "base/fold.h"

#include <QCoreApplication>

namespace kontor::ui {

using namespace Qt::StringLiterals;

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(kontor::ui::CardFields)
};

const QString kWords[] = {u"reach"_s, u"about"_s, u"buys"_s, u""_s};

} // namespace

FieldGroup fieldGroupOf(const QString &word) {
    for (int i = 0; i < int(FieldGroup::Own); ++i)
        if (word == kWords[i])
            return FieldGroup(i);
    return FieldGroup::Own;
}

QString fieldGroupText(const QString &word) {
    switch (fieldGroupOf(word)) {
    case FieldGroup::Reach: return Texts::tr("How to reach");
    case FieldGroup::About: return Texts::tr("About");
    case FieldGroup::Buys: return Texts::tr("Buys");
    case FieldGroup::Own: break;
    }
    return word.isEmpty() ? Texts::tr("Own fields") : word;
}

QString fieldGroupWord(const QString &typed) {
    for (const QString &word : kWords)
        if (fold(typed) == fold(fieldGroupText(word)))
            return word;
    return typed.simplified();
}

QStringList fieldGroupTexts(const QList<CustomField> &fields) {
    QStringList texts;
    for (const QString &word : kWords)
        texts << fieldGroupText(word);
    for (const CustomField &field : fields)
        if (const QString text = fieldGroupText(field.group); !texts.contains(text))
            texts << text;
    return texts;
}

} // namespace kontor::ui
