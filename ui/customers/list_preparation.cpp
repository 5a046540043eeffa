#include "customers/list_preparation.h"

#include "customers/value_preparation.h"

namespace kontor::ui {

namespace {
constexpr int kMomentMs = 1'500;
}

ListPreparation::ListPreparation(workspace::Workspace &workspace, Wanted shown, std::function<QDate()> today, QObject *parent)
    : QObject(parent), m_workspace(workspace), m_shown(std::move(shown)), m_today(std::move(today)) {
    m_moment.setSingleShot(true);
    m_moment.setInterval(kMomentMs);
    connect(&m_moment, &QTimer::timeout, this, &ListPreparation::begin);
    connect(&workspace, &workspace::Workspace::changed, this, &ListPreparation::beginLater);
}

// What is under way is left: after bulk work it would be made for nothing, and after one act it is gone on with from the next column.
void ListPreparation::beginLater() {
    m_preparation.reset();
    m_moment.start();
}

// The footer and the filter of names look at more than what is shown.
QList<CustomerSort> ListPreparation::columns() const {
    QList<CustomerSort> columns{CustomerSort::Lifecycle, CustomerSort::Name, CustomerSort::Company};
    QList<CustomerSort> more = m_shown();
    more << CustomerSort::Bought << CustomerSort::Total;
    for (const CustomerSort column : std::as_const(more))
        if (!columns.contains(column))
            columns << column;
    return columns;
}

void ListPreparation::begin() {
    m_preparation = std::make_shared<ValuePreparation>(
        std::make_shared<KeptOrders>(m_workspace.options().cacheFolder, m_workspace.baseId()), columns(), m_today());
    goOn([](db::Database &database) { return isWorthPreparing(database); });
}

void ListPreparation::goOn(std::function<Result<bool>(db::Database &)> step) {
    m_workspace.read(
        this, std::move(step),
        [this, preparation = m_preparation](Result<bool> more) {
            if (preparation != m_preparation) // it was begun anew meanwhile
                return;
            if (more && *more)
                return goOn([preparation](db::Database &database) { return preparation->step(database); });
            m_preparation.reset();
            if (more)
                emit ended();
        },
        workspace::Urgency::Background);
}

} // namespace kontor::ui
