#include "core/plans/screens.h"

#include "attachments/attachment_repository.h"
#include "communication/call_plan.h"
#include "communication/mail_list.h"
#include "customers/bulk_change.h"
#include "customers/customer_groups.h"
#include "customers/customer_list.h"
#include "customers/customer_names.h"
#include "customers/customer_repository.h"
#include "customers/customer_type.h"
#include "customers/kept_orders.h"
#include "customers/source_uses.h"
#include "exchange/exporter.h"
#include "exchange/importer.h"
#include "history/history_list.h"
#include "history/trash_acts.h"
#include "history/trash_list.h"
#include "interactions/interaction_repository.h"
#include "products/product_repository.h"
#include "purchases/purchase_repository.h"
#include "search/index.h"
#include "segments/builder.h"
#include "segments/segment_query.h"
#include "segments/templates.h"
#include "segments/value_counts.h"
#include "support/card_reading.h"
#include "tags/tag_acts.h"
#include "tasks/agenda.h"
#include "tasks/task_repository.h"
#include "workspace/undo.h"

#include <QFile>

namespace kontor::tests {

using namespace Qt::StringLiterals;
using workspace::Base;
using workspace::Recorder;

namespace {

CustomerListQuery plainList(Base &base) {
    CustomerListQuery query;
    query.today = base.clock().today();
    return query;
}

Id somebody(const QList<Id> &everybody) { return everybody.value(7); }

void addSorts(QList<ScreenAct> &acts) {
    constexpr std::pair<const char *, CustomerSort> sorts[] = {
        {"name", CustomerSort::Name},           {"phone", CustomerSort::Phone},
        {"lifecycle", CustomerSort::Lifecycle}, {"last contact", CustomerSort::LastContact},
        {"bought", CustomerSort::Bought},       {"next step", CustomerSort::NextStep},
        {"city", CustomerSort::City},           {"e-mail", CustomerSort::Email},
        {"company", CustomerSort::Company},     {"source", CustomerSort::Source},
        {"birthday", CustomerSort::Birthday},   {"first purchase", CustomerSort::FirstPurchase},
        {"owes", CustomerSort::Owes},           {"created", CustomerSort::Created}};
    for (const auto &[name, sort] : sorts)
        acts << ScreenAct{u"list: sort by "_s + QLatin1StringView(name), [sort = sort](Base &base, const QList<Id> &) {
                              CustomerListQuery query = plainList(base);
                              query.sort = sort;
                              valueOf(customerIds(base.database(), query));
                          }};
}

// Once they were worked out.
void addKeptSorts(QList<ScreenAct> &acts) {
    const auto cache = std::make_shared<QTemporaryDir>();
    for (const bool isFirst : {true, false})
        acts << ScreenAct{isFirst ? u"list: sort by what is not kept yet"_s : u"list: kept order"_s,
                          [cache](Base &base, const QList<Id> &) {
                              for (const CustomerSort sort : {CustomerSort::Name, CustomerSort::Phone, CustomerSort::Bought}) {
                                  CustomerListQuery query = plainList(base);
                                  query.sort = sort;
                                  query.orders = std::make_shared<KeptOrders>(cache->path(), base.id());
                                  valueOf(customerIds(base.database(), query));
                              }
                          }};
}

void addFilters(QList<ScreenAct> &acts) {
    const auto filter = [&](const QString &name, std::function<void(CustomerFilter &, Base &)> set) {
        acts << ScreenAct{u"list: filter by "_s + name, [set](Base &base, const QList<Id> &) {
                              CustomerListQuery query = plainList(base);
                              set(query.filter, base);
                              valueOf(customerIds(base.database(), query));
                          }};
    };
    filter(u"name"_s, [](CustomerFilter &wanted, Base &) { wanted.name = u"an"_s; });
    filter(u"phone"_s, [](CustomerFilter &wanted, Base &) { wanted.phone = u"4711"_s; });
    filter(u"city"_s, [](CustomerFilter &wanted, Base &) { wanted.city = u"lund"_s; });
    filter(u"e-mail"_s, [](CustomerFilter &wanted, Base &) { wanted.email = u"mail"_s; });
    filter(u"tag"_s, [](CustomerFilter &wanted, Base &) { wanted.tag = u"vip"_s; });
    filter(u"last contact"_s,
           [](CustomerFilter &wanted, Base &base) { wanted.lastContact = parseContactRange(u">90 d", base.clock()); });
    filter(u"bought"_s, [](CustomerFilter &wanted, Base &) { wanted.bought = parseAmountRange(u">500", 2); });
    filter(u"next step"_s, [](CustomerFilter &wanted, Base &) { wanted.nextSteps = {NextStepState::Late}; });
    filter(u"type"_s, [](CustomerFilter &wanted, Base &) { wanted.lifecycles = {u"lead"_s}; });
}

void addList(QList<ScreenAct> &acts) {
    acts << ScreenAct{u"list: page"_s, [](Base &base, const QList<Id> &everybody) {
                          valueOf(customerRows(base.database(), everybody.mid(10, 100), base.clock().today()));
                      }};
    acts << ScreenAct{u"list: totals"_s,
                      [](Base &base, const QList<Id> &) { valueOf(customerTotals(base.database(), plainList(base))); }};
    for (const auto &[name, grouping] : {std::pair{"city", CustomerGrouping::City}, std::pair{"tag", CustomerGrouping::Tag}})
        acts << ScreenAct{u"list: groups by "_s + QLatin1StringView(name), [grouping = grouping](Base &base, const QList<Id> &) {
                              CustomerListQuery query = plainList(base);
                              query.grouping = grouping;
                              valueOf(groupedCustomers(base.database(), query));
                          }};
    acts << ScreenAct{u"list: tags of a selection"_s,
                      [](Base &base, const QList<Id> &everybody) { valueOf(tagCounts(base.database(), everybody.first(50))); }};
    acts << ScreenAct{u"list: calls of a selection"_s, [](Base &base, const QList<Id> &everybody) {
                          communication::CallPlanQuery query;
                          query.customers = everybody.first(50);
                          query.clock = base.clock();
                          valueOf(communication::planCalls(base.database(), query));
                      }};
    acts << ScreenAct{u"list: letter to a selection"_s, [](Base &base, const QList<Id> &everybody) {
                          valueOf(communication::mailList(base.database(), everybody.first(50)));
                      }};
}

void addCard(QList<ScreenAct> &acts) {
    acts << ScreenAct{u"card"_s, [](Base &base, const QList<Id> &everybody) {
                          db::Database &database = base.database();
                          const Id id = somebody(everybody);
                          readCard(base, id);
                          EXPECT_TRUE(owedBy(database, id));
                          EXPECT_TRUE(attachmentsOf(database, id));
                      }};
    acts << ScreenAct{u"card: older entries of one kind"_s, [](Base &base, const QList<Id> &everybody) {
                          valueOf(interactionsOf(base.database(), somebody(everybody), {{u"call"_s}, 50, 50}));
                      }};
    acts << ScreenAct{
        u"card: history"_s, [](Base &base, const QList<Id> &everybody) {
            valueOf(history::readHistory(base.database(), base.catalogue(), {somebody(everybody), {}, {}, {}, {}}, 0, 50));
        }};
}

void addOtherPages(QList<ScreenAct> &acts) {
    acts << ScreenAct{u"today"_s, [](Base &base, const QList<Id> &) {
                          AgendaQuery query;
                          query.today = base.clock().today();
                          query.days = 7;
                          valueOf(loadAgenda(base.database(), query));
                          valueOf(dueTaskCount(base.database(), query.today));
                          valueOf(lateTasks(base.database(), query.today));
                          valueOf(remindersUntil(base.database(), base.clock().now(), base.clock()));
                      }};
    acts << ScreenAct{u"history"_s, [](Base &base, const QList<Id> &) {
                          valueOf(history::readHistory(base.database(), base.catalogue(), {}, 0, 50));
                          valueOf(history::authors(base.database()));
                          valueOf(base.lastOperationId());
                          valueOf(base.lastUndoneId());
                      }};
    acts << ScreenAct{u"history: search"_s, [](Base &base, const QList<Id> &) {
                          history::HistoryQuery query;
                          query.text = u"anna"_s;
                          valueOf(history::readHistory(base.database(), base.catalogue(), query, 0, 50));
                      }};
    acts << ScreenAct{u"trash"_s, [](Base &base, const QList<Id> &) {
                          db::Database &database = base.database();
                          const auto keys = valueOf(history::trashKeys(database, base.catalogue()));
                          valueOf(history::trashLines(database, base.catalogue(), keys));
                          valueOf(history::trashCount(database, base.catalogue()));
                          valueOf(history::expiredTrash(database, base.catalogue(), base.clock().now()));
                      }};
    acts << ScreenAct{u"a name is typed"_s,
                      [](Base &base, const QList<Id> &) { valueOf(customersNamed(base.database(), u"an"_s, 10)); }};
    acts << ScreenAct{u"a product is typed"_s,
                      [](Base &base, const QList<Id> &) { valueOf(productsNamed(base.database(), u"mo"_s, 10)); }};
    acts << ScreenAct{u"settings: tags"_s, [](Base &base, const QList<Id> &) { valueOf(tagUses(base.database())); }};
    acts << ScreenAct{u"settings: types"_s, [](Base &base, const QList<Id> &) { valueOf(customerTypeUses(base.database())); }};
    acts << ScreenAct{u"settings: sources"_s, [](Base &base, const QList<Id> &) { valueOf(sourceUses(base.database())); }};
    acts << ScreenAct{u"feed"_s, [](Base &base, const QList<Id> &) {
                          const qint64 last = valueOf(workspace::lastChangeSeq(base.database()));
                          valueOf(workspace::changesAfter(base.database(), last - 10));
                      }};
}

void addFind(QList<ScreenAct> &acts) {
    const auto cache = std::make_shared<QTemporaryDir>();
    const auto index = std::make_shared<std::unique_ptr<search::Index>>();
    acts << ScreenAct{u"find: index"_s, [cache, index](Base &base, const QList<Id> &) {
                          *index = valueOf(search::Index::open(cache->path(), base.id()));
                          EXPECT_TRUE(valueOf((*index)->catchUp(base.database(), u"SE"_s)).isComplete);
                      }};
    acts << ScreenAct{u"find: keystrokes"_s, [index](Base &base, const QList<Id> &) {
                          for (const QString &typed : {u"a"_s, u"an"_s, u"anna"_s, u"ann lun"_s, u"4711"_s, u"@"_s, u"nna"_s})
                              valueOf((*index)->find(base.database(), search::parseQuery(typed), 50));
                          valueOf((*index)->progress(base.database()));
                      }};
}

void addSegments(QList<ScreenAct> &acts) {
    acts << ScreenAct{u"segments: templates"_s, [](Base &base, const QList<Id> &) {
                          valueOf(segments::segmentTemplates(base.database(), segments::contextOf(base)));
                      }};
    acts << ScreenAct{u"segments: a member explained"_s, [](Base &base, const QList<Id> &everybody) {
                          const segments::Context context = segments::contextOf(base);
                          for (const auto &ready : valueOf(segments::segmentTemplates(base.database(), context)))
                              valueOf(segments::isMember(base.database(), ready.rule, context, somebody(everybody)));
                      }};
    acts << ScreenAct{u"segments: count"_s, [](Base &base, const QList<Id> &) {
                          const segments::Context context = segments::contextOf(base);
                          for (const auto &ready : valueOf(segments::segmentTemplates(base.database(), context)))
                              valueOf(segments::count(base.database(), ready.rule, context));
                      }};
    acts << ScreenAct{u"segments: values of a field"_s, [](Base &base, const QList<Id> &) {
                          valueOf(segments::valueCounts(base.database(), segments::contextOf(base), u"city"_s));
                      }};
}

// Returns what was written, taken back again.
void writeAndUndo(Base &base, const QString &kind, const std::function<Result<void>(Recorder &)> &act) {
    expectDone(base.write({kind, "customer", {}}, act));
    valueOf(workspace::undo(base, valueOf(base.lastOperationId())));
}

void addWrites(QList<ScreenAct> &acts) {
    acts << ScreenAct{u"write: customer"_s, [](Base &base, const QList<Id> &) {
                          writeAndUndo(base, u"add"_s, [](Recorder &recorder) -> Result<void> {
                              NewCustomer draft;
                              draft.customer.name = u"Ida Berg"_s;
                              draft.phones = {u"+46701234567"_s};
                              draft.emails = {u"ida@mail.example"_s};
                              draft.tags = {u"vip"_s};
                              TRY(id, addCustomer(recorder, draft));
                              Q_UNUSED(id)
                              return {};
                          });
                      }};
    acts << ScreenAct{
        u"write: field"_s, [](Base &base, const QList<Id> &everybody) {
            const Id id = somebody(everybody);
            writeAndUndo(base, u"edit"_s, [id](Recorder &recorder) -> Result<void> {
                TRY(version, setCustomerFields(recorder, id, 1, {{"city", u"Ystad"_s}, {"phone", u"+46701234568"_s}}));
                Q_UNUSED(version)
                return {};
            });
        }};
    acts << ScreenAct{u"write: entry with next step"_s, [](Base &base, const QList<Id> &everybody) {
                          LogDraft draft;
                          draft.interaction.customerId = somebody(everybody);
                          draft.interaction.kind = u"call"_s;
                          draft.interaction.text = u"Asked"_s;
                          draft.interaction.outcome = u"reached"_s;
                          writeAndUndo(base, u"log"_s, [draft](Recorder &recorder) -> Result<void> {
                              TRY(logged, logInteraction(recorder, draft));
                              Q_UNUSED(logged)
                              return {};
                          });
                      }};
    acts << ScreenAct{u"write: purchase"_s, [](Base &base, const QList<Id> &everybody) {
                          Purchase draft;
                          draft.customerId = somebody(everybody);
                          draft.amount = 1'000;
                          writeAndUndo(base, u"purchase"_s, [draft](Recorder &recorder) -> Result<void> {
                              TRY(id, addPurchase(recorder, draft, u"Mower"_s));
                              Q_UNUSED(id)
                              return {};
                          });
                      }};
    acts << ScreenAct{u"write: to the trash"_s, [](Base &base, const QList<Id> &everybody) {
                          const Id id = somebody(everybody);
                          writeAndUndo(base, u"trash"_s, [id](Recorder &recorder) { return trashCustomer(recorder, id); });
                      }};
    acts << ScreenAct{
        u"write: delete for good"_s, [](Base &base, const QList<Id> &everybody) {
            const Id id = everybody.last();
            expectDone(
                base.write({u"trash"_s, "customer", id}, [id](Recorder &recorder) { return trashCustomer(recorder, id); }));
            valueOf(history::deleteForGood(base, valueOf(history::trashKeys(base.database(), base.catalogue(), "customer"))));
        }};
}

void addBulk(QList<ScreenAct> &acts) {
    const auto bulk = [&](const QString &name, const BulkChange &change) {
        acts << ScreenAct{u"bulk: "_s + name, [change](Base &base, const QList<Id> &everybody) {
                              valueOf(applyBulkChange(base, everybody.first(300), {change}));
                              valueOf(workspace::undo(base, valueOf(base.lastOperationId())));
                          }};
    };
    bulk(u"field"_s, {BulkChange::Kind::SetField, "lifecycle", u"former"_s});
    bulk(u"tag"_s, {BulkChange::Kind::AddTag, {}, u"autumn"_s});
    bulk(u"trash"_s, {BulkChange::Kind::Trash, {}, {}});
    acts << ScreenAct{u"export"_s, [](Base &base, const QList<Id> &) {
                          valueOf(exchange::exportCustomers(base, QFileInfo(base.path()).path() + u"/out.csv"_s));
                      }};
    acts << ScreenAct{u"import"_s, [](Base &base, const QList<Id> &) {
                          const QString path = QFileInfo(base.path()).path() + u"/in.csv"_s;
                          QFile file(path);
                          EXPECT_TRUE(file.open(QIODevice::WriteOnly));
                          file.write("id,display_name,phone1,email1,city,tags\n");
                          for (int i = 0; i < 300; ++i)
                              file.write(
                                  u"n%1,Nils Ek%1,+4671%2,n%1@mail.example,Lund,vip\n"_s.arg(i).arg(1'000'000 + i).toUtf8());
                          file.close();
                          valueOf(exchange::importFiles(base, {path}));
                          valueOf(exchange::importFiles(base, {path}));
                      }};
    acts << ScreenAct{
        u"import: tasks"_s, [](Base &base, const QList<Id> &) {
            const QString path = QFileInfo(base.path()).path() + u"/tasks.csv"_s;
            QFile file(path);
            EXPECT_TRUE(file.open(QIODevice::WriteOnly));
            file.write("id,customer_id,subject,due date\n1,n1,Call,2026-09-01\n2,,Order,2026-09-02\n,n2,Write,2026-09-03\n");
            file.close();
            exchange::ImportOptions options;
            options.kind = exchange::FileKind::Tasks;
            valueOf(exchange::importFiles(base, {path}, options));
            valueOf(exchange::importFiles(base, {path}, options));
        }};
    acts << ScreenAct{u"undo of an import"_s,
                      [](Base &base, const QList<Id> &) { valueOf(workspace::undo(base, valueOf(base.lastOperationId()))); }};
}

} // namespace

QList<ScreenAct> screenActs() {
    QList<ScreenAct> acts;
    addSorts(acts);
    addKeptSorts(acts);
    addFilters(acts);
    addList(acts);
    addCard(acts);
    addOtherPages(acts);
    addFind(acts);
    addSegments(acts);
    addWrites(acts);
    addBulk(acts);
    addDataCare(acts);
    return acts;
}

} // namespace kontor::tests
