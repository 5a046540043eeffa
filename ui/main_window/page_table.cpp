#include "main_window/page_table.h"

#include "call_session/call_session_page.h"
#include "customers/customers_page.h"
#include "data_care/data_care_page.h"
#include "duplicates/duplicates_page.h"
#include "exchange/import_page.h"
#include "history/history_page.h"
#include "history/trash_page.h"
#include "main_window/action_table.h"
#include "segments/segments_page.h"
#include "today/today_page.h"

namespace kontor::ui {

namespace {

template <class P>
Page *make(workspace::Workspace &workspace, Shell &shell, QWidget *parent) {
    return new P(workspace, shell, parent);
}

} // namespace

const QList<PageSpec> &pageTable() {
    static const QList<PageSpec> table{
        {page::kToday, action::kGoToday, &make<TodayPage>},
        {page::kCustomers, action::kGoCustomers, &make<CustomersPage>},
        {page::kSegments, action::kGoSegments, &make<SegmentsPage>},
        {page::kImport, action::kImport, &make<ImportPage>, NavigationPlace::Foot},
        {page::kDataCare, action::kGoDataCare, &make<DataCarePage>, NavigationPlace::Foot},
        {page::kDuplicates, action::kGoDuplicates, &make<DuplicatesPage>, NavigationPlace::Foot, page::kDataCare},
        {page::kHistory, action::kGoHistory, &make<HistoryPage>, NavigationPlace::Foot},
        {page::kTrash, action::kGoTrash, &make<TrashPage>, NavigationPlace::Foot},
        {page::kCallSession, action::kGoCallSession, &make<CallSessionPage>, NavigationPlace::Below},
    };
    return table;
}

Place membersOf(Id segment, const QString &name, const QByteArray &rule) {
    return {page::kCustomers,
            {},
            {{QStringLiteral("segment"), name}, {QStringLiteral("rule"), rule}, {QStringLiteral("segment_id"), segment.value}}};
}

QByteArray entryOf(const QByteArray &page) {
    for (const PageSpec &spec : pageTable())
        if (spec.id == page && !spec.partOf.isEmpty())
            return spec.partOf;
    return page;
}

QLatin1StringView iconOfAction(QLatin1StringView action) {
    for (const ActionSpec &spec : actionTable())
        if (spec.id == action)
            return spec.icon;
    return {};
}

} // namespace kontor::ui
