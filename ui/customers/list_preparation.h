// Has what the list sorts, filters and sums by made ready in the background, while nobody waits for it: short reads one after the other, once the
// base has been quiet for a moment.
#pragma once

#include "customers/customer_list.h"
#include "workspace/workspace.h"

#include <functional>

namespace kontor {
class ValuePreparation;
}

namespace kontor::ui {

class ListPreparation : public QObject {
    Q_OBJECT

public:
    // `shown`: what the list shows, or would where there is room.
    using Wanted = std::function<QList<CustomerSort>()>;
    ListPreparation(workspace::Workspace &workspace, Wanted shown, std::function<QDate()> today, QObject *parent);

    void beginLater(); // after a moment, anew with each call

signals:
    void ended(); // all that can be ready is

private:
    void begin();
    void goOn(std::function<Result<bool>(db::Database &)> step); // until one says that there is no more
    QList<CustomerSort> columns() const;

    workspace::Workspace &m_workspace;
    Wanted m_shown;
    std::function<QDate()> m_today;
    QTimer m_moment;
    std::shared_ptr<ValuePreparation> m_preparation; // nothing: none is under way
};

} // namespace kontor::ui
