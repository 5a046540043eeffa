#include "bench/measure.h"

#include <QElapsedTimer>
#include <QJsonDocument>
#include <QJsonObject>
#include <QList>

#include <algorithm>
#include <cstdio>
#include <ctime>

namespace kontor::bench {

namespace {

constexpr qint64 kEnoughMs = 3'000;

double cpuMs() { return double(std::clock()) * 1000 / CLOCKS_PER_SEC; }

double middleOf(QList<double> times) {
    std::sort(times.begin(), times.end());
    return times.at(times.size() / 2);
}

} // namespace

Result<Cost> measureOnce(const std::function<Result<qint64>()> &work) {
    QElapsedTimer wall;
    wall.start();
    const double cpu = cpuMs();
    TRY(rows, work());
    return Cost{double(wall.nsecsElapsed()) / 1e6, cpuMs() - cpu, rows, 1};
}

Result<Cost> measure(int runs, const std::function<Result<qint64>()> &work) {
    TRY(cost, measureOnce(work));
    QList<double> walls, cpus;
    QElapsedTimer all;
    all.start();
    while (walls.size() < runs && (walls.isEmpty() || all.elapsed() < kEnoughMs)) {
        TRY(run, measureOnce(work));
        walls << run.wallMs;
        cpus << run.cpuMs;
        cost.rows = run.rows;
    }
    return Cost{middleOf(walls), middleOf(cpus), cost.rows, int(walls.size())};
}

void print(const QByteArray &name, const Cost &cost) {
    const QJsonObject line{{QStringLiteral("name"), QString::fromUtf8(name)},
                           {QStringLiteral("ms"), cost.wallMs},
                           {QStringLiteral("cpu_ms"), cost.cpuMs},
                           {QStringLiteral("rows"), cost.rows},
                           {QStringLiteral("runs"), cost.runs}};
    std::puts(QJsonDocument(line).toJson(QJsonDocument::Compact).constData());
    std::fflush(stdout);
}

} // namespace kontor::bench
