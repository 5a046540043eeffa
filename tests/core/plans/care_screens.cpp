#include "core/plans/screens.h"

#include "customers/customer.h"
#include "data_care/care_survey.h"
#include "data_care/past_imports.h"
#include "support/temporary_base.h"
#include "workspace/undo.h"

namespace kontor::tests {

using namespace Qt::StringLiterals;
using workspace::Base;

void addDataCare(QList<ScreenAct> &acts) {
    acts << ScreenAct{u"data care: count"_s, [](Base &base, const QList<Id> &) {
                          const auto task = valueOf(data_care::careTask(base.database(), base.settings().country));
                          valueOf(data_care::carePage(base.database(), task.question, {}));
                      }};
    acts << ScreenAct{u"data care: some were changed"_s, [](Base &base, const QList<Id> &everybody) {
                          const data_care::CareQuestion question{{}, base.settings().country};
                          valueOf(data_care::careRows(base.database(), question, everybody.first(50)));
                      }};
    acts << ScreenAct{u"data care: mend"_s, [](Base &base, const QList<Id> &everybody) {
                          auto fixes = valueOf(data_care::careFixes(base.database(), everybody, data_care::CareKind::Phones,
                                                                    base.settings().country));
                          data_care::CareFix fix;
                          fix.customer = fix.record = everybody.first();
                          fix.table = Customer::kTable;
                          fix.column = "name";
                          fix.before = valueOf(db::find<Customer>(base.database(), everybody.first()))->name;
                          fix.after = fix.before + u" Jr"_s;
                          fixes << fix;
                          valueOf(data_care::applyCareFixes(base, fixes));
                          valueOf(workspace::undo(base, valueOf(base.lastOperationId())));
                      }};
    acts << ScreenAct{u"data care: imports"_s, [](Base &base, const QList<Id> &) {
                          for (const auto &import : valueOf(data_care::pastImports(base.database(), 100)))
                              valueOf(data_care::editedSinceImport(base.database(), base.catalogue(), import.operation));
                      }};
}

} // namespace kontor::tests
