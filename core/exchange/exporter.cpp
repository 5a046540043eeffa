#include "exchange/exporter.h"

#include "customers/customer.h"
#include "db/id_list.h"
#include "exchange/csv_writer.h"
#include "exchange/export_columns.h"
#include "exchange/export_photos.h"
#include "exchange/layout_writer.h"
#include "exchange/record_import.h"
#include "exchange/vcard_writer.h"
#include "exchange/xlsx_writer.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QSet>

#include <algorithm>

namespace kontor::exchange {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kCustomersPerPage = 500; // a reading transaction keeps every writer waiting: it is to be short

Result<QList<Id>> everyone(db::Database &database) {
    return idsOf(database, u"SELECT id FROM customer WHERE trashed_at IS NULL AND merged_into IS NULL ORDER BY id"_s);
}

enum class Format { Csv, VCard3, VCard4, Xlsx };

// Phones and mail programs of all ages read version 3.0, so it is the usual one.
Result<Format> formatOf(const QString &path, const QString &preset) {
    const QString ending = QFileInfo(path).suffix().toLower();
    if (preset.isEmpty() && ending == "xlsx"_L1)
        return Format::Xlsx;
    if (preset.isEmpty())
        return ending == "vcf"_L1 || ending == "vcard"_L1 ? Format::VCard3 : Format::Csv;
    if (preset == "csv"_L1 || preset == "xlsx"_L1)
        return preset == "csv"_L1 ? Format::Csv : Format::Xlsx;
    if (preset == "vcard3"_L1 || preset == "vcard4"_L1)
        return preset == "vcard3"_L1 ? Format::VCard3 : Format::VCard4;
    return Error{Code::Invalid,
                 QCoreApplication::translate(
                     "kontor::exchange",
                     "There is no preset “%1” to export with. No file was written. Choose csv, xlsx, vcard3 or vcard4.")
                     .arg(preset),
                 {},
                 "preset"};
}

// The customers without those who do not want e-mails: the newest decision counts, one about any channel too, as everywhere.
Result<QList<Id>> withoutOptedOut(db::Database &database, const QList<Id> &customers) {
    TRY(optedOut,
        idsOf(
            database,
            u"SELECT customer_id FROM contact_point WHERE kind = 'email' AND opted_out = 1 UNION "
            "SELECT customer_id FROM (SELECT customer_id, state, row_number() OVER (PARTITION BY customer_id ORDER BY decided_at "
            "DESC, id DESC) AS place FROM consent WHERE channel IN ('', 'email')) WHERE place = 1 AND state <> 'given'"_s));
    const QSet<Id> left(optedOut.cbegin(), optedOut.cend());
    QList<Id> others;
    std::copy_if(customers.cbegin(), customers.cend(), std::back_inserter(others), [&left](Id id) { return !left.contains(id); });
    return others;
}

Error noLayout(const QString &name) {
    return {
        Code::Invalid,
        QCoreApplication::translate("kontor::exchange", "There is no layout “%1” to export with. No file was written. Choose %2.")
            .arg(name, exportLayoutNames().join(u", "_s)),
        {},
        "layout"};
}

template <class Writer>
Result<ExportReport> writeAll(workspace::Base &base, Writer &writer, const QString &path, const ExportOptions &options) {
    db::Database &database = base.database();
    TRY(ids, options.customers ? Result<QList<Id>>(*options.customers) : everyone(database));
    TRY(columns, ExportColumns::create(database, base.clock()));
    TRY(reader, RowReader::create(database, db::recordType<Customer>()));
    if constexpr (requires { writer.setKinds(columns->kinds()); })
        writer.setKinds(columns->kinds());
    TRY(photos, ExportPhotos::create(database));
    TRY_VOID(writer.open());
    TRY_VOID(writer.writeRow(columns->titles()));
    ExportReport report{QFileInfo(path).absoluteFilePath(), 0};
    for (qsizetype first = 0; first < ids.size(); first += kCustomersPerPage) {
        TRY_VOID(base.read([&](db::Database &) -> Result<void> {
            for (qsizetype i = first; i < std::min(first + kCustomersPerPage, ids.size()); ++i) {
                TRY(customer, reader.read(ids.at(i)));
                if (!customer)
                    continue; // removed since the list was made
                TRY(cells, columns->row(*customer));
                if constexpr (requires { writer.setPhoto(QByteArray()); }) {
                    TRY(photo, photos.of(ids.at(i)));
                    writer.setPhoto(photo);
                }
                TRY_VOID(writer.writeRow(cells));
                ++report.rows;
            }
            return {};
        }));
        if (options.progress && !options.progress(report.rows))
            return Error{Code::Cancelled,
                         QCoreApplication::translate("kontor::exchange", "The export was stopped. No file was written."),
                         {},
                         {}};
    }
    TRY_VOID(writer.commit());
    return report;
}

Result<ExportReport> exportInLayout(workspace::Base &base, const QString &path, const ExportOptions &options) {
    const ExportLayout *layout = exportLayoutNamed(options.layout);
    if (!layout)
        return noLayout(options.layout);
    ExportOptions chosen = options;
    TRY(all, options.customers ? Result<QList<Id>>(*options.customers) : everyone(base.database()));
    chosen.customers = all;
    if (layout->isForMailing) {
        TRY(wanted, withoutOptedOut(base.database(), all));
        chosen.customers = wanted;
    }
    LayoutWriter writer(path, options.delimiter ? options.delimiter : u',', *layout);
    TRY(report, writeAll(base, writer, path, chosen));
    report.leftOut = all.size() - chosen.customers->size() + writer.leftOut();
    report.rows -= writer.leftOut();
    return report;
}

} // namespace

Result<ExportReport> exportCustomers(workspace::Base &base, const QString &path, const ExportOptions &options) {
    if (!options.layout.isEmpty())
        return exportInLayout(base, path, options);
    TRY(format, formatOf(path, options.preset));
    if (format == Format::Csv) {
        const char16_t delimiter = options.delimiter ? options.delimiter : usualDelimiter(base.settings().language);
        CsvWriter writer(path, delimiter);
        return writeAll(base, writer, path, options);
    }
    if (format == Format::Xlsx) {
        XlsxWriter writer(path, QCoreApplication::translate("kontor::exchange", "Customers"), base.clock());
        return writeAll(base, writer, path, options);
    }
    VCardWriter writer(path, format == Format::VCard4 ? VCardVersion::V4 : VCardVersion::V3);
    return writeAll(base, writer, path, options);
}

} // namespace kontor::exchange
