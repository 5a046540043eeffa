// All of the segments page but its place in the window: the list, and the builder of one of them.
#pragma once

#include "segments/builder_context.h"
#include "segments/segment_draft.h"
#include "segments/segment_memory.h"
#include "workspace/workspace.h"

#include <QHash>
#include <QStackedWidget>

namespace kontor::ui {

class SegmentBuilder;
class SegmentOverview;

class SegmentsView : public QStackedWidget {
    Q_OBJECT

public:
    // `memory`: the file of what is remembered of the segments on this PC; empty: nothing is.
    SegmentsView(workspace::Workspace &workspace, const Formats &formats, const QString &memory, QWidget *parent);

    void newSegment();
    void openSegment(Id segment); // in the builder
    void openDraft(const SegmentDraft &draft);
    void showOverview();
    bool isBuilding() const { return m_builder != nullptr; }
    Id segmentInBuilder() const;
    QString title() const;
    SegmentBuilder *builder() const { return m_builder; }
    SegmentOverview *overview() const { return m_overview; }
    void leaveBuilder(); // what was not saved can be taken up again from dropped()
    void onChanged(const workspace::ChangeSet &changes);
    void setFormats(const Formats &formats); // language, calendar or words are others now; a builder takes them up when it is opened again

signals:
    // The customers list, filtered by this rule.
    void openAsList(const QString &segmentName, const kontor::segments::Rule &rule);
    void openCustomer(kontor::Id customer);
    void saved(const QString &name, int unusedRows);
    void trashed(const QString &name);
    void dropped(const kontor::ui::SegmentDraft &draft); // unsaved changes were left
    void problem(const kontor::Error &error);
    void placeChanged();
    void stateChanged();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    bool event(QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void openBuilder(const SegmentDraft &draft);
    void suggest(const QString &records, const QString &field, QObject *context, const SuggestionsDone &done);

    workspace::Workspace &m_workspace;
    Formats m_formats;
    segments::Context m_meaning;
    SegmentMemory m_memory;
    SegmentOverview *m_overview;
    SegmentBuilder *m_builder = nullptr;
    bool m_isRecountDue = false;
    quint64 m_opening = 0; // number of the newest wish to open a segment
    QHash<QString, QList<Suggestion>> m_suggestions;
};

} // namespace kontor::ui
