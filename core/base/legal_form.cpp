#include "base/legal_form.h"

#include <QHash>

namespace kontor {

using namespace Qt::StringLiterals;

namespace {

// By the word in small letters without full stops.
const QHash<QString, QString> &forms() {
    static const QHash<QString, QString> known = [] {
        QHash<QString, QString> forms;
        for (const QString &form : {u"AB"_s,   u"AG"_s,  u"ApS"_s, u"AS"_s,      u"BV"_s,  u"Co"_s,  u"Corp"_s, u"Cyf"_s, u"e.V."_s, u"GmbH"_s,
                                    u"HB"_s,   u"Inc"_s, u"KB"_s,  u"KG"_s,      u"Ltd"_s, u"LLC"_s, u"LLP"_s,  u"mbH"_s, u"OHG"_s,  u"Oy"_s,
                                    u"PLC"_s,  u"SA"_s,  u"SARL"_s, u"SRL"_s,    u"UG"_s,  u"Limited"_s,        u"ООО"_s, u"ОАО"_s,  u"ЗАО"_s,
                                    u"ПАО"_s,  u"АО"_s,  u"ИП"_s,  u"НКО"_s,     u"ФГУП"_s, u"МУП"_s, u"ГУП"_s, u"ТОО"_s})
            forms.insert(form.toLower().remove(u'.'), form);
        return forms;
    }();
    return known;
}

} // namespace

QString legalFormOf(const QString &lower) {
    const QString form = forms().value(QString(lower).remove(u'.'));
    return !form.isEmpty() && lower.endsWith(u'.') && !form.endsWith(u'.') ? form + u'.' : form;
}

bool isLegalFormAlone(const QString &lower) { return QString(lower).remove(u'.').size() >= 3 && !legalFormOf(lower).isEmpty(); }

} // namespace kontor
