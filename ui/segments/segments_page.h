// The segments in the window: list and builder, their place in its history, and what it tells of them.
#pragma once

#include "main_window/page.h"
#include "segments/rule.h"

namespace kontor::ui {

class SegmentsView;

class SegmentsPage : public Page {
    Q_OBJECT

public:
    SegmentsPage(workspace::Workspace &workspace, Shell &shell, QWidget *parent);

    QString title() const override;
    void open(const Place &place) override;
    Place place() const override;
    bool canPerform(QLatin1StringView action) const override;
    void perform(QLatin1StringView action) override;
    bool escape() override;
    void onChanged(const workspace::ChangeSet &changes) override;
    QList<QWidget *> panes() const override;
    SegmentsView *view() const { return m_view; }

    void retranslate() override;
    void noteUsed(Id segment); // opened as a list from elsewhere

signals:
    // The customers list is to show who is in the segment.
    void openAsList(const QString &segmentName, const kontor::segments::Rule &rule);

protected:
    void hideEvent(QHideEvent *event) override;

private:
    void wire();
    void tellPlace();

    SegmentsView *m_view;
    Id m_segment;           // the one that the window's history stands at
    bool m_wasAway = false; // another page was shown since
};

} // namespace kontor::ui
