// The survey of data care as the window has it: counted in the background when it is first wanted, and kept right afterwards by reading again
// only the customers that were changed.
#pragma once

#include "data_care/care_survey.h"
#include "workspace/workspace.h"

#include <QObject>
#include <QTimer>

namespace kontor::ui {

class CareCounts : public QObject {
    Q_OBJECT

public:
    explicit CareCounts(workspace::Workspace &workspace, QObject *parent = nullptr);

    void want();       // counts, unless what is known is right or is being counted
    void countAgain(); // from the beginning; what is known stays until the new counts are there
    void stop();
    void note(const workspace::ChangeSet &changes);

    bool isCounting() const { return m_isCounting; }
    bool isKnown() const { return m_countedAt.has_value(); }
    qint64 done() const { return m_counted.customers(); }
    qint64 total() const { return qMax(m_total, done()); }
    std::optional<Instant> countedAt() const { return m_countedAt; }
    const data_care::CareSurvey &survey() const { return m_survey; }
    const QList<data_care::CareField> &fields() const { return m_question.fields; }
    // What a complete card has, by the names of the fields and as bits.
    quint64 expectedFields() const;
    void setExpected(const QSet<QString> &names);
    void setWatched(bool isWatched) { m_isWatched = isWatched; } // what was outdated by much is counted again by itself

signals:
    void progressed();
    void changed(); // other counts, or none are known any more
    void expectedChanged();
    void failed(const kontor::Error &error);

private:
    void begin(const data_care::CareTask &task);
    void countOn();
    void finish();
    void readAgain(const QList<Id> &customers);

    workspace::Workspace &m_workspace;
    data_care::CareQuestion m_question; // of m_survey
    data_care::CareQuestion m_asked;    // of what is being counted
    data_care::CareSurvey m_survey;
    data_care::CareSurvey m_counted; // so far
    std::optional<QSet<QString>> m_expected; // nothing: as the fields have it
    qint64 m_total = 0;
    Id m_last;
    std::optional<Instant> m_countedAt;
    bool m_isCounting = false;
    bool m_isWatched = false;
    bool m_isOutdated = false; // more was changed than is worth reading one by one
    int m_number = 0;          // which counting is awaited
    QSet<Id> m_changed;        // while it is counted
    QTimer m_pause;            // until many changes are over
};

} // namespace kontor::ui
