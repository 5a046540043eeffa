#include "selftest_writer.h"

#include "records/all_records.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QRandomGenerator>
#include <QTextStream>
#include <QThread>

#ifdef Q_OS_UNIX
#include <fcntl.h>
#include <unistd.h>
#endif

using namespace kontor;
using namespace Qt::StringLiterals;

namespace {

constexpr int kPauseAfterErrorMs = 200;
constexpr int kStepsPerRead = 4;

void say(const QString &text) { QTextStream(stdout) << text << Qt::endl; }

#ifdef Q_OS_UNIX
bool appendSynced(const QString &path, const QByteArray &line) {
    const int file = ::open(QFile::encodeName(path).constData(), O_WRONLY | O_CREAT | O_APPEND | O_SYNC, 0644);
    if (file < 0)
        return false;
    const bool written = ::write(file, line.constData(), size_t(line.size())) == line.size();
    return ::close(file) == 0 && written;
}
#else
bool appendSynced(const QString &path, const QByteArray &line) {
    QFile file(path);
    return file.open(QIODevice::WriteOnly | QIODevice::Append | QIODevice::Unbuffered) && file.write(line) == line.size();
}
#endif

} // namespace

QString SelftestWriter::Tally::line() const {
    return u"commits %1 in %2 s, tx mean %3 ms max %4 ms, reads %5, busy %6, errors %7, BAD %8, corrupt %9"_s.arg(commits)
        .arg(seconds, 0, 'f', 1)
        .arg(commits ? totalMs / commits : 0, 0, 'f', 1)
        .arg(longestMs, 0, 'f', 0)
        .arg(reads)
        .arg(busy)
        .arg(errors)
        .arg(bad)
        .arg(corrupt);
}

void SelftestWriter::note(const Error &error) {
    if (error.code == Code::Conflict)
        return;
    if (error.code == Code::Busy) {
        ++m_tally.busy;
        return say(u"busy: "_s + error.detail);
    }
    ++m_tally.errors;
    m_tally.corrupt += error.code == Code::Corrupt;
    say(u"%1 %2 (%3) %4"_s.arg(error.code == Code::Corrupt ? u"CORRUPT"_s : u"error"_s, codeWord(error.code), error.message,
                               error.detail));
    endReader();
    m_base.reset(); // as a window that is closed and opened again
    m_nextSeq = 0;
    QThread::msleep(kPauseAfterErrorMs);
}

void SelftestWriter::endReader() {
    const std::unique_ptr<SelftestReader> reader = std::exchange(m_reader, nullptr);
    if (!reader)
        return;
    reader->end();
    m_tally.reads += reader->reads();
    m_tally.bad += reader->bad();
    m_tally.corrupt += reader->corrupt();
}

Result<void> SelftestWriter::open() {
    if (!m_base) {
        TRY(base, workspace::Base::open(m_options.base, records::openOptions()));
        m_base = std::move(base);
        TRY(places, records::prepareSelftest(*m_base, m_options.writer));
        m_places = places;
    }
    if (!m_reader)
        m_reader = std::make_unique<SelftestReader>(m_options.base, m_places);
    if (m_nextSeq == 0) {
        TRY(last, m_base->read([&](db::Database &database) { return records::lastSelftestStep(database, m_places); }));
        m_nextSeq = last + 1;
    }
    return {};
}

Result<records::SelftestView> SelftestWriter::view() {
    TRY(view, m_base->read([&](db::Database &database) { return records::selftestView(database, m_places); }));
    if (!view.isConsistent() || view.counter < m_highestSeen) {
        ++m_tally.bad;
        say(u"BAD view: counter %1, notes %2, seen before %3"_s.arg(view.counter).arg(view.notes).arg(m_highestSeen));
    }
    m_highestSeen = qMax(m_highestSeen, view.counter);
    return view;
}

Result<void> SelftestWriter::append(const QByteArray &line) {
    if (appendSynced(m_options.ackFile, line))
        return {};
    m_cannotAcknowledge = true;
    return Error{Code::Full, QCoreApplication::translate("kontor-cli", "“%1” cannot be written.").arg(m_options.ackFile),
                 QString(), QByteArrayLiteral("ackfile")};
}

Result<void> SelftestWriter::step() {
    TRY_VOID(open());
    TRY(read, view());
    const auto pause = [&] {
        if (m_options.holdMs == 0)
            return;
        say(u"in transaction"_s);
        QThread::msleep(ulong(m_options.holdMs));
        say(u"committing"_s);
    };
    QElapsedTimer timer;
    timer.start();
    auto written = records::selftestStep(*m_base, m_places, read, m_options.writer, m_nextSeq, pause);
    if (!written) {
        if (written.error().code == Code::Conflict) // whoever has just lost waits a moment, so that each gets its turn
            QThread::msleep(QRandomGenerator::global()->bounded(20u));
        return written.error();
    }
    TRY_VOID(append(written->text().toUtf8() + '\n'));
    const double ms = double(timer.nsecsElapsed()) / 1e6;
    m_tally.totalMs += ms;
    m_tally.longestMs = qMax(m_tally.longestMs, ms);
    ++m_nextSeq;
    if (++m_tally.commits % kStepsPerRead == 0) {
        TRY_VOID(view());
        ++m_tally.reads;
    }
    return {};
}

Result<SelftestWriter::Tally> SelftestWriter::run() {
    TRY_VOID(append({}));
    QElapsedTimer timer;
    timer.start();
    while (timer.elapsed() < m_options.seconds * qint64(1'000))
        if (const auto done = step(); !done) {
            if (m_cannotAcknowledge)
                return done.error();
            note(done.error());
        }
    endReader();
    m_tally.seconds = double(timer.elapsed()) / 1e3;
    return m_tally;
}
