// The part of CustomerReader for what a customer allowed and forbade, and for records that the other program does not count any more.
#include "exchange/customer_draft.h"

#include <QCoreApplication>

namespace kontor::exchange {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char *text) { return QCoreApplication::translate("kontor::exchange", text); }

} // namespace

QString CustomerReader::readConsentTime(int column, const QString &text, std::optional<Instant> &at) const {
    const auto read = readInstant(text, titleOf(m_titles, column), m_dateStyles.value(column), m_context);
    if (read.value && (!at || at->milliseconds < read.value->milliseconds))
        at = read.value;
    return read.problem;
}

// A cell of one channel; the problem with it, empty for none.
QString CustomerReader::readDecision(int column, const QString &text, ConsentParts &parts) const {
    const QString title = titleOf(m_titles, column), line = u"%1: %2"_s.arg(title, text);
    switch (m_map.columns.at(column).field) {
    case Field::ConsentAt: parts.evidence << line; return readConsentTime(column, text, parts.givenAt);
    case Field::ConsentEvidence: parts.evidence << line; return {};
    case Field::WithdrawnAt: parts.reasons << line; return readConsentTime(column, text, parts.withdrawnAt);
    case Field::WithdrawnReason: parts.reasons << line; return {};
    default: break;
    }
    const auto isOptOut = readYesNo(text, title, m_context);
    if (isOptOut.value.value_or(false))
        parts.optOuts << line;
    return isOptOut.problem;
}

bool CustomerReader::readConsent(int column, const QString &text, CustomerDraft &draft, RowState &state, QString &problem) const {
    const Column &target = m_map.columns.at(column);
    switch (target.field) {
    case Field::ConsentAt:
    case Field::ConsentEvidence:
    case Field::WithdrawnAt:
    case Field::WithdrawnReason:
    case Field::OptOut: problem = readDecision(column, text, state.consents[target.label]); return true;
    case Field::Bounced: // a time, a reason, or yes
        draft.isBounced = m_context.words.yesNo(text).value_or(true);
        return true;
    case Field::Deleted: {
        const auto answer = readYesNo(text, titleOf(m_titles, column), m_context);
        problem = answer.problem;
        if (answer.value.value_or(false))
            problem = target.label == u"converted"_s
                          ? tr("The other program has made a contact of this lead: the file of contacts has it.")
                          : tr("The record is in the trash of the other program.");
        return true;
    }
    default: return false;
    }
}

void CustomerReader::finishConsents(CustomerDraft &draft, const RowState &state) const {
    for (auto consent = state.consents.cbegin(); consent != state.consents.cend(); ++consent) {
        const ConsentParts &parts = consent.value();
        if (parts.givenAt)
            draft.consents << DraftConsent{consent.key(), u"given"_s, parts.givenAt, parts.evidence.join(u'\n')};
        if (parts.withdrawnAt)
            draft.consents << DraftConsent{consent.key(), u"withdrawn"_s, parts.withdrawnAt, parts.reasons.join(u'\n')};
        if (!parts.optOuts.isEmpty())
            draft.consents << DraftConsent{consent.key(), u"refused"_s, {}, parts.optOuts.join(u'\n')};
    }
}

} // namespace kontor::exchange
