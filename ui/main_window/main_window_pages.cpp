// The pages of the open base, and what they say of themselves in the navigation.
#include "call_session/call_session_page.h"
#include "customers/customers_page.h"
#include "data_care/data_care_page.h"
#include "exchange/import_page.h"
#include "history/trash_page.h"
#include "main_window/main_window.h"
#include "main_window/navigation.h"
#include "main_window/page_stack.h"
#include "main_window/page_table.h"
#include "segments/pinned_segments.h"
#include "segments/rule_json.h"
#include "segments/segments_page.h"
#include "today/today_page.h"
#include "widgets/pane_edge.h"

#include <QAbstractItemView>
#include <QTimer>

namespace kontor::ui {

using namespace Qt::StringLiterals;

namespace {

// The rail has room for three digits.
NavigationCount countOf(qint64 count, const QString &spoken, const Formats &formats) {
    constexpr qint64 kMostInRail = 999;
    //: More than the number: "999+".
    const QString brief = count > kMostInRail ? MainWindow::tr("%1+").arg(formats.number(kMostInRail)) : formats.number(count);
    return {formats.number(count), spoken, brief};
}

} // namespace

// The entries of all at once; the pages themselves one after the other, between which the window paints and hears the person.
void MainWindow::addPages() {
    for (const PageSpec &spec : pageTable()) {
        m_pages->addPage(spec.id, [this, &spec] { return makePage(spec); });
        if (spec.partOf.isEmpty())
            m_navigation->addPage(spec.id, iconOfAction(spec.action), spec.place);
    }
    m_pageMaking->start();
}

Page *MainWindow::makePage(const PageSpec &spec) {
    Page *page = spec.create(*m_workspace, *this, m_pages);
    for (QWidget *pane : page->panes())
        if (qobject_cast<QAbstractItemView *>(pane)) // an input has an edge of its own
            new PaneEdge(pane);
    if (auto *customers = qobject_cast<CustomersPage *>(page))
        connect(customers, &CustomersPage::customerCountKnown, this, [this](qint64 count) {
            m_navigation->setPageCount(page::kCustomers, countOf(count, tr("%Ln customer(s)", nullptr, int(count)), m_formats));
        });
    else if (auto *today = qobject_cast<TodayPage *>(page))
        wire(*today);
    else if (auto *segments = qobject_cast<SegmentsPage *>(page))
        connect(segments, &SegmentsPage::openAsList, this,
                [this](const QString &name, const segments::Rule &rule) { go(membersOf({}, name, segments::writeRule(rule))); });
    else if (auto *import = qobject_cast<ImportPage *>(page))
        wire(*import);
    else if (auto *care = qobject_cast<DataCarePage *>(page))
        connect(care, &DataCarePage::countKnown, this, [this](qint64 count) {
            const QString spoken = tr("%Ln customer(s) with a number or address that reaches nobody", nullptr, int(count));
            m_navigation->setPageCount(page::kDataCare,
                                       count > 0 ? countOf(count, spoken, m_formats) : NavigationCount{{}, spoken, {}});
        });
    else if (auto *trash = qobject_cast<TrashPage *>(page))
        connect(trash, &TrashPage::countKnown, this, [this](qint64 count) {
            const QString spoken = tr("%Ln in the trash", nullptr, int(count));
            m_navigation->setPageCount(page::kTrash,
                                       count > 0 ? countOf(count, spoken, m_formats) : NavigationCount{{}, spoken, {}});
        });
    else if (auto *calls = qobject_cast<CallSessionPage *>(page))
        wire(*calls);
    page->retranslate();
    return page;
}

void MainWindow::wire(TodayPage &today) {
    today.setPinned(*m_pinned);
    connect(&today, &TodayPage::dueCountKnown, this, [this](qint64 count) {
        const QString spoken = tr("%Ln task(s) due", nullptr, int(count));
        m_navigation->setPageCount(page::kToday, count > 0 ? countOf(count, spoken, m_formats) : NavigationCount());
    });
}

void MainWindow::wire(ImportPage &import) {
    connect(&import, &ImportPage::newFileWanted, this, qOverload<const QString &>(&MainWindow::makeBaseOfExport));
    connect(&import, &ImportPage::errorOver, m_banner, [this](const QString &message) {
        if (m_banner->text() == message)
            m_banner->clear();
    });
}

void MainWindow::wire(CallSessionPage &calls) {
    connect(&calls, &CallSessionPage::progressed, this, &MainWindow::showCallSession);
    calls.tellProgress();
}

void MainWindow::showCallSession(bool isRunning, int current, int customers) {
    m_navigation->setPageShown(page::kCallSession, isRunning);
    const QString progress = tr("%1 of %2").arg(m_formats.number(current), m_formats.number(customers));
    //: The same where there is little room: "12/40".
    const QString brief = tr("%1/%2").arg(m_formats.number(current), m_formats.number(customers));
    m_navigation->setPageCount(page::kCallSession, {progress, progress, brief});
}

void MainWindow::showPinnedSegments(const PinnedSegments &segments) {
    QList<PinnedSegment> pinned;
    for (const PinnedCount &entry : segments.counts())
        pinned.append({entry.id, entry.name, membersOf(entry.id, entry.name, entry.rule),
                       entry.count ? countOf(*entry.count, tr("%Ln customer(s)", nullptr, int(*entry.count)), m_formats)
                                   : NavigationCount()});
    m_navigation->setPinned(pinned);
}

// A pinned segment is opened past the page of segments, which notes by itself what is opened there.
void MainWindow::noteSegmentUsed(const Place &place) {
    if (place.segmentId().isValid())
        qobject_cast<SegmentsPage *>(m_pages->page(page::kSegments))->noteUsed(place.segmentId());
}

} // namespace kontor::ui
