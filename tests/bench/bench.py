#!/usr/bin/env python3
"""Kontor and the sqlite3 shell on the same work, in turn, as a table: tests/bench/bench.py [--sizes N ...] [--only GROUP ...]

Times are CPU time (user and system) where a ratio is made, since that bears a busy machine; the clock stands beside it. README.md says what is
measured and what the budgets are.
"""
import argparse
import json
import os
import shutil
import subprocess
import sys
import time

import customer_data
import same_rows
import segment_rules
import shell_work
import tables

GROUPS = ["import", "find", "card", "list", "segment", "care", "bulk", "undo", "window", "meanwhile"]
HERE = os.path.dirname(os.path.abspath(__file__))
BUILD = os.path.join(HERE, "..", "..", "build", "release")
FILES = ("customers", "interactions", "purchases")
TURNS = 3


def arguments():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", type=int, nargs="+", default=[10_000, 100_000, 1_000_000], metavar="N")
    parser.add_argument("--only", nargs="+", choices=GROUPS, default=GROUPS, metavar="GROUP", help=", ".join(GROUPS))
    parser.add_argument("--folder", default="/tmp/kontor-bench", help="for data and bases; up to 3 GB at a million")
    parser.add_argument("--kontor-cli", default=os.path.join(BUILD, "app", "kontor-cli", "kontor-cli"))
    parser.add_argument("--kontor-bench", default=os.path.join(BUILD, "tests", "bench", "kontor_bench"))
    parser.add_argument("--kontor-window-bench", default=os.path.join(BUILD, "tests", "bench", "kontor_window_bench"))
    parser.add_argument("--check", action="store_true", help="fail where an answer is not that of the shell; for the smoke test")
    return parser.parse_args()


class Run:
    """One size: its data, its bases, and what was measured: name -> {"kontor", "shell": (ms, CPU ms)}."""

    def __init__(self, options, n):
        self.options, self.n, self.results, self.wrong = options, n, {}, []
        self.folder = os.path.join(options.folder, str(n))
        self.data = customer_data.make(n, os.path.join(self.folder, "data"))
        with open(os.path.join(self.data, "probes.json"), encoding="utf-8") as file:
            self.probes = json.load(file)
        self.base, self.shell = self.path("base.kontor"), self.path("shell.db")
        self.work = self.path("work.json")
        with open(self.work, "w", encoding="utf-8") as file:
            json.dump(dict(self.probes, segments=segment_rules.rules(), meanwhile=os.path.join(self.data, "customers.csv")), file, ensure_ascii=False)
        self.environment = dict(os.environ, KONTOR_CACHE=self.path("cache"), KONTOR_DATA=self.path("data"), KONTOR_PC="bench", KONTOR_USER="Bench",
                                XDG_CONFIG_HOME=self.path("config"), QT_QPA_PLATFORM="offscreen", TZ="UTC")

    def path(self, name):
        return os.path.join(self.folder, name)

    def note(self, name, side, wall, cpu, rows=None):
        entry = self.results.setdefault(name, {})
        entry[side] = (wall, cpu)
        if rows is not None:
            entry["rows"] = rows

    def expect(self, name, found, wanted):
        if found != wanted:
            self.wrong.append(f"{name}: {found}, but {wanted} is right")

    def command(self, *command, **environment):
        """(milliseconds, CPU milliseconds, peak MB, answer) of a process."""
        start = time.monotonic()
        process = subprocess.Popen(command, env=dict(self.environment, **environment), stdout=subprocess.PIPE)
        out = process.stdout.read()
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode != 0:
            sys.exit(f"failed: {' '.join(command)}")
        return 1000 * (time.monotonic() - start), 1000 * (usage.ru_utime + usage.ru_stime), usage.ru_maxrss / 1024, out.decode()

    def cli(self, *words):
        wall, cpu, memory, out = self.command(self.options.kontor_cli, "--json", "--now", self.probes["today"] + "T12:00", *words)
        return wall, cpu, memory, json.loads(out)

    def bench(self, group, base, **environment):
        for line in self.command(self.options.kontor_bench, group, base, self.work, **environment)[3].splitlines():
            cost = json.loads(line)
            self.note(cost["name"], "kontor", cost["ms"], cost["cpu_ms"], cost["rows"])

    def shell_times(self, base, queries):
        for name, (wall, cpu) in shell_work.timed(base, queries).items():
            self.note(name, "shell", wall, cpu)


def remove(*paths):
    for path in paths:
        for name in (path, path + "-journal", path + "-wal", path + "-shm"):
            if os.path.exists(name):
                os.remove(name)


def megabytes(path):
    return os.path.getsize(path) / 1e6


def evict(path):
    """Out of the page cache, so that the next reader reads the disk."""
    with open(path, "rb") as file:
        os.fsync(file.fileno())
        os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)


def index_file(run):
    found = [os.path.join(run.path("cache"), name) for name in os.listdir(run.path("cache")) if name.endswith(".index")]
    return max(found, key=os.path.getmtime)


def cached_files(run):
    return [entry.path for entry in os.scandir(run.path("cache")) if entry.is_file()]


def import_files(run):
    remove(run.base, run.shell)
    shutil.rmtree(run.path("cache"), ignore_errors=True)
    start = time.monotonic()
    cpu, _ = shell_work.run(run.shell, shell_work.load(run.shell, run.data))
    run.note("beside three plain tables", "shell", 1000 * (time.monotonic() - start), 1000 * cpu)
    plain = megabytes(run.shell)
    start = time.monotonic()
    more, _ = shell_work.run(run.shell, shell_work.ENTRY_INDEX)
    run.note("the same with the texts of entries", "shell", *(a + b for a, b in zip(run.results["beside three plain tables"]["shell"],
                                                                                      (1000 * (time.monotonic() - start), 1000 * more))))
    run.cli("new", run.base, "--country", "DE")
    wall, cpu, memory, answer = run.cli("import", run.base, *(os.path.join(run.data, name + ".csv") for name in FILES))
    run.note("import of the files", "kontor", wall, cpu, answer["added"])
    run.note("memory of the import (MB)", "kontor", memory, memory)
    found, found_cpu, _, _ = run.cli("find", run.base, "zzqxzz")
    run.note("first find after it", "kontor", found, found_cpu)
    start = time.monotonic()
    again = same_rows.load(run.base, index_file(run), run.folder)
    run.note("import until find is ready", "shell", 1000 * (time.monotonic() - start), 1000 * again)
    start = time.monotonic()
    again = same_rows.load_in_steps(run.base, run.folder)
    run.note("beside the same transactions", "shell", 1000 * (time.monotonic() - start), 1000 * again)
    for name in ("import until find is ready", "beside the same transactions", "beside three plain tables", "the same with the texts of entries"):
        run.note(name, "kontor", wall + found, cpu + found_cpu)
    run.expect("rows taken in", answer["added"], run.n + run.probes["interactions"] + run.probes["purchases"])
    run.note("size of the base (MB)", "kontor", megabytes(run.base), megabytes(run.base))
    run.note("size of the base (MB)", "shell", plain, plain)
    both = megabytes(run.base) + megabytes(index_file(run))
    run.note("size with the index (MB)", "kontor", both, both)
    run.note("size with the index (MB)", "shell", plain, plain)
    copy = run.path("copy.kontor")
    remove(copy)
    shutil.copyfile(run.base, copy)
    with open(run.path("batches.json"), "w") as file:
        json.dump([batch["batch"] for batch in answer["files"]], file)
    for name in ("heavy_customers", "heavy"):
        run.cli("import", run.base, os.path.join(run.data, name + ".csv"), "--as", "customers" if "customers" in name else "interactions")
        target = "customers(id, display_name, phone1)" if "customers" in name else "interactions"
        shell_work.run(run.shell, f'.import --csv "{os.path.join(run.data, name + ".csv")}" fresh\nINSERT INTO {target} SELECT * FROM fresh;\nDROP TABLE fresh;\n')
    run.cli("find", run.base, "zzqxzz")


def find(run):
    run.bench("find", run.base)
    run.shell_times(run.shell, shell_work.find_queries(run.probes["find"]))
    for key, count in run.probes["occurs_in"].items():
        name = f"find {key.replace('_', ' ')}, whole"
        if run.results[name]["rows"] < min(50, count):
            run.wrong.append(f"{name}: {run.results[name]['rows']} hits, but it occurs in {count} customers")


def card(run):
    run.bench("card", run.base)
    run.shell_times(run.shell, shell_work.card_queries(run.probes["heavy"]))


def lists(run):
    run.bench("list", run.base)
    for name, entry in run.results.items():
        if name.startswith("filter by "):
            run.expect(name, entry["rows"], run.results["unprepared " + name]["rows"])
    run.expect("totals", run.results["list, totals of the footer"]["rows"], run.results["unprepared totals of the footer"]["rows"])
    run.shell_times(run.shell, shell_work.list_queries(run.probes["today"]))


def segment(run):
    """In turns, of which the middle one counts: two processes that do the same differ by a fifth where it takes some milliseconds."""
    turns = {}
    for _ in range(TURNS):
        run.bench("segment", run.base)
        for name, texts in segment_rules.queries(run.probes["today"]).items():
            for what, query in (("count", "SELECT count(*) FROM ({})"), ("list", "{}")):
                side = turns.setdefault(f"segment {what}, {name}", {"kontor": [], "shell": []})
                side["kontor"].append(run.results[f"segment {what}, {name}"]["kontor"])
                side["shell"].append(shell_work.fastest(run.base, [query.format(sql) for sql in texts]))
            run.expect(f"segment {name}", run.results[f"segment count, {name}"]["rows"], int(shell_work.single(run.base, f"SELECT count(*) FROM ({texts[0]})")))
    for name, sides in turns.items():
        for side, costs in sides.items():
            run.note(name, side, *sorted(costs, key=lambda cost: cost[1])[TURNS // 2])


def care(run):
    run.bench("care", run.base)


def copied(run, name):
    copy = run.path(name)
    remove(copy)
    shutil.copyfile(run.base, copy)
    os.sync()     # else the first COMMIT waits for the copy to be written out
    return copy


def bulk(run):
    copy = copied(run, "bulk.kontor")
    run.bench("bulk", copy)
    remove(copy)
    copy = run.path("bulk.db")
    remove(copy)
    shell_work.run(run.shell, "PRAGMA wal_checkpoint(TRUNCATE);\n")
    shutil.copyfile(run.shell, copy)
    for name, script in shell_work.bulk_queries(100_000).items():
        start = time.monotonic()
        cpu, _ = shell_work.run(copy, script)
        run.note(name, "shell", 1000 * (time.monotonic() - start), 1000 * cpu)
    remove(copy)


def meanwhile(run):
    """A person works while as many customers as there are come in."""
    copy, cache = copied(run, "meanwhile.kontor"), run.path("meanwhile-cache")
    shutil.rmtree(cache, ignore_errors=True)
    os.mkdir(cache)
    run.cli("find", run.base, "zzqxzz")     # the index is ready, and all of it in one file
    shutil.copy(index_file(run), cache)
    os.sync()
    run.bench("meanwhile", copy, KONTOR_CACHE=cache)
    shutil.rmtree(cache)
    remove(copy)


def undo(run):
    """All three files of the import are taken back, the last one first."""
    copy = run.path("copy.kontor")
    if not os.path.exists(copy):
        return
    with open(run.path("batches.json")) as file:
        batches = json.load(file)
    walls, cpus, removed = 0, 0, 0
    for batch in reversed(batches):
        wall, cpu, _, answer = run.cli("undo-import", copy, str(batch))
        walls, cpus, removed = walls + wall, cpus + cpu, removed + answer["removed"]
    run.note("undo of the import", "kontor", walls, cpus, removed)
    if "import of the files" in run.results:        # its measure is the import, not the shell
        run.note("undo of the import", "shell", *run.results["import of the files"]["kontor"])
    remove(copy)


def window(run):
    if not os.path.exists(run.options.kontor_window_bench):
        return
    run.cli("find", run.base, "zzqxzz")     # the index is ready
    first = costs_of_window(run)            # the orders of the list are worked out and kept
    run.note("start to usable list, the first after an import", "kontor", *first.pop("start to usable list"))
    every_day = costs_of_window(run, "--start-only")
    for name, cost in {**every_day, **{name: cost for name, cost in first.items() if name not in every_day}}.items():
        run.note(name, "kontor", *cost)


def costs_of_window(run, *more):
    """Name -> (ms, CPU ms); of memory (MB, MB)."""
    for path in (run.base, *cached_files(run)):
        evict(path)
    out = run.command(run.options.kontor_window_bench, run.base, "--started-at", str(time.monotonic_ns()), *more)[3]
    costs = {}
    for cost in map(json.loads, out.splitlines()):
        megabytes_of = cost["ms"] / 1024
        costs[cost["name"].replace("(KB)", "(MB)")] = (megabytes_of, megabytes_of) if cost["name"].endswith("(KB)") else (cost["ms"], cost["cpu_ms"])
    return costs


def main():
    options = arguments()
    work = {"import": import_files, "find": find, "card": card, "list": lists, "segment": segment, "care": care, "bulk": bulk, "undo": undo, "window": window,
            "meanwhile": meanwhile}
    runs = []
    for n in options.sizes:
        run = Run(options, n)
        for group in GROUPS:
            if group in options.only:
                print(f"{n}: {group}", file=sys.stderr, flush=True)
                work[group](run)
        runs.append(run)
        tables.print_size(n, run.results)
        for wrong in run.wrong:
            print("WRONG", wrong)
        with open(run.path("results.json"), "w", encoding="utf-8") as file:
            json.dump(run.results, file, indent=1, ensure_ascii=False)
    tables.print_growth([(run.n, run.results) for run in runs])
    return 1 if options.check and any(run.wrong for run in runs) else 0


if __name__ == "__main__":
    sys.exit(main())
