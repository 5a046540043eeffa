// The import, step by step, with a file of the kind that spreadsheets of small firms write.
#include "screenshots.h"

#include "customers/customer_repository.h"
#include "duplicates/duplicates_page.h"
#include "exchange/import_page.h"
#include "main_window/page_table.h"

#include <QFile>

namespace kontor {

using namespace Qt::StringLiterals;

namespace {

constexpr int kReading = 1;
constexpr int kDone = 5;
constexpr int kWait = 6; // steps in which a check or an import of a few rows is over

// Windows-1251, as a spreadsheet in Russian saves it; one day that does not exist.
const auto kFile = u"ФИО;Тел.;Дата рожд;Город;Менеджер;Размер\n"
                   "Иванова Анна;8 (912) 345-67-89;03.04.1980;Пермь;Ольга;42\n"
                   "Петров Игорь;79123456700;31.12.1975;Казань;Ольга;44\n"
                   "Сидорова Мария;8 912 345 67 01;31.02.1990;Пермь;;38\n"
                   "ООО «Волга»;+7 843 200-00-00;;Казань;Павел;\n"
                   "Петров Игорь;79123456700;;Казань;Павел;45\n"_s;

QByteArray inWindows1251(const QString &text) {
    QByteArray bytes;
    for (QChar letter : text) {
        const ushort code = letter.unicode();
        bytes += code < 0x80                        ? char(code)
                 : code >= 0x0410 && code <= 0x044F ? char(code - 0x0410 + 0xC0)
                 : code == u'«'                     ? char(0xAB)
                                                    : char(0xBB);
    }
    return bytes;
}

} // namespace

void Screenshots::addImportShots() {
    const auto page = [this] { return m_window.findChild<ui::ImportPage *>(); };
    m_shots.append({u"import-source"_s, [this] {
                        m_window.resize(1366, 768);
                        m_window.go({ui::page::kImport});
                    }});
    const auto start = [this, page](const QByteArray &content) {
        QFile file(m_bases.filePath(u"клиенты.csv"_s));
        if (file.open(QIODevice::WriteOnly))
            file.write(content);
        file.close();
        page()->start(file.fileName());
    };
    m_shots.append({{}, [start] { start(kFile.toUtf8()); }});
    m_shots.append({u"import-wrong-letters"_s, [page] { page()->session().setCharset("windows-1252"); }});
    m_shots.append({u"import-reading"_s, [page, start] {
                        page()->goTo(0);
                        start(inWindows1251(kFile));
                    }});
    m_shots.append({u"import-columns"_s, [page] { page()->goTo(kReading + 1); }});
    m_shots.append({{}, [page] { page()->goTo(kReading + 2); }});
    pause(kWait);
    m_shots.append({u"import-duplicates"_s, [] {}});
    m_shots.append({{}, [page] { page()->goTo(kReading + 3); }});
    pause(kWait);
    m_shots.append({u"import-check"_s, [] {}});
    m_shots.append({{}, [page] {
                        page()->session().import(u"Import 9 Mar 2026"_s);
                        page()->goTo(kDone);
                    }});
    pause(kWait);
    m_shots.append({u"import-done"_s, [] {}});
}

// The file has some of its customers twice now.
void Screenshots::addDuplicateShots() {
    const auto addTwins = [](workspace::Recorder &recorder) -> Result<void> {
        for (const auto &[name, city] : {std::pair{u"Иванова Анна Сергеевна"_s, u"Казань"_s}, {u"Anna Ivanova"_s, u"Пермь"_s}}) {
            NewCustomer twin;
            twin.customer.name = name;
            twin.customer.city = city;
            twin.customer.note = u"Met at the fair"_s;
            twin.phones = {u"+7 912 345-67-89"_s};
            twin.emails = {u"anna@example.org"_s};
            TRY_VOID(addCustomer(recorder, twin));
        }
        return {};
    };
    m_shots.append(
        {{}, [this, addTwins] {
             m_window.workspace()->write({u"add"_s, Customer::kTable, {}}, addTwins, this, [](const Result<void> &) {});
         }});
    m_shots.append({u"duplicates-looking"_s, [this] { m_window.go({ui::page::kDuplicates}); }});
    pause(kWait);
    m_shots.append({u"duplicates"_s, [] {}});
    m_shots.append({u"merge"_s, [this] { press(Qt::Key_Return); }});
    m_shots.append({{}, [this] { press(Qt::Key_Escape); }});
}

} // namespace kontor
