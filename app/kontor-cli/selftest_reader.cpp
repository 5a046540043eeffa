#include "selftest_reader.h"

#include "records/all_records.h"

#include <QTextStream>

using namespace kontor;
using namespace Qt::StringLiterals;

namespace {

constexpr int kPauseMs = 20;

void say(const QString &text) { QTextStream(stdout) << (text + u'\n') << Qt::flush; }

} // namespace

SelftestReader::SelftestReader(QString base, records::SelftestPlaces places)
    : m_path(std::move(base)), m_places(places), m_thread(QThread::create([this] { run(); })) {
    m_thread->start();
}

SelftestReader::~SelftestReader() { end(); }

void SelftestReader::end() {
    m_isEnding = true;
    m_thread->wait();
}

void SelftestReader::run() {
    while (!m_isEnding) {
        if (const auto looked = look(); !looked) {
            if (looked.error().code == Code::Corrupt) {
                ++m_corrupt;
                say(u"CORRUPT to the reader (%1) %2"_s.arg(looked.error().message, looked.error().detail));
            }
            m_base.reset();
        }
        QThread::msleep(kPauseMs);
    }
    m_base.reset(); // in the thread that opened it
}

Result<void> SelftestReader::look() {
    if (!m_base) {
        workspace::OpenOptions options = records::openOptions();
        options.readOnly = true;
        TRY(base, workspace::Base::open(m_path, options));
        m_base = std::move(base);
    }
    TRY(view, m_base->read([&](db::Database &database) { return records::selftestView(database, m_places); }));
    ++m_reads;
    if (!view.isConsistent() || view.counter < m_highestSeen) {
        ++m_bad;
        say(u"BAD view of the reader: counter %1, notes %2, seen before %3"_s.arg(view.counter).arg(view.notes).arg(m_highestSeen));
    }
    m_highestSeen = qMax(m_highestSeen, view.counter);
    return {};
}
