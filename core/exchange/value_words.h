// Words that stand for the choices of a field, in the seven languages: kinds, directions, genders, yes and no. Empty or nothing where the
// word is not known.
#pragma once

#include <QHash>
#include <QString>

#include <optional>

namespace kontor::exchange {

// Built once for an import: looking a word up is one hash look-up.
class ValueWords {
public:
    ValueWords();

    QString kind(QStringView typed) const { return find(m_kinds, typed); }           // person, organisation
    QString lifecycle(QStringView typed) const { return find(m_lifecycles, typed); } // lead, prospect, customer, former
    QString gender(QStringView typed) const { return find(m_genders, typed); }       // male, female, other
    QString interactionKind(QStringView typed) const { return find(m_interactionKinds, typed); } // call, email, meeting ...
    QString direction(QStringView typed) const { return find(m_directions, typed); }             // in, out
    QString outcome(QStringView typed) const { return find(m_outcomes, typed); }     // reached, call_again, no_answer ...
    QString dealState(QStringView typed) const { return find(m_dealStates, typed); } // open, won, lost
    QString caseState(QStringView typed) const { return find(m_caseStates, typed); } // open, waiting, solved, closed
    std::optional<bool> done(QStringView typed) const;                               // of a task: its status, or yes and no
    std::optional<bool> yesNo(QStringView typed) const;
    bool isCourtesyTitle(QStringView typed) const { return !find(m_courtesy, typed).isEmpty(); } // Mr, Frau, Dr. ...
    int month(QStringView typed) const { return find(m_months, typed).toInt(); }                 // 1 .. 12, 0: not a month

private:
    using Table = QHash<QString, QString>;
    static QString find(const Table &table, QStringView typed);

    Table m_kinds, m_lifecycles, m_genders, m_interactionKinds, m_directions, m_outcomes, m_dealStates, m_caseStates, m_done,
        m_yesNo, m_courtesy, m_months;
};

} // namespace kontor::exchange
