#!/usr/bin/env python3
"""Kills writers with SIGKILL at random moments and looks whether anything was lost.

kill_writers.py --cli PATH [--window PATH] [--hot N] [--seconds S] [--seed S]

Goes on until N kills have left a hot journal (a rollback journal with a valid header: the kill fell into a write), or S seconds have passed. After every kill `check --full`
must be clean, every acknowledged write must be there, and an import must be there whole or not at all after the next open for writing.
Ends with a line of counts; exit code 1 when anything was lost.
"""
import argparse
import contextlib
import csv
import json
import os
import random
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time

JOURNAL_MAGIC = bytes.fromhex("d9d505f920a163d7")


class Lab:
    def __init__(self, cli, window, seed):
        self.cli, self.window, self.random = cli, window, random.Random(seed)
        self.folder = tempfile.mkdtemp(prefix="kontor-kill-")
        self.base = os.path.join(self.folder, "base.kontor")
        self.environment = dict(os.environ, KONTOR_CACHE=os.path.join(self.folder, "cache"),
                                KONTOR_DATA=os.path.join(self.folder, "data"), KONTOR_PC="kill-pc", KONTOR_USER="kill",
                                QT_QPA_PLATFORM="offscreen")
        self.kills = self.hot = self.recovered = 0
        self.hot_of = {}
        self.duration = {}  # of one that was left alone, by kind
        self.acknowledged = set()
        self.run("new", self.base, "--country", "SE")
        self.customer = str(self.run("add", self.base, "--name", "Kill Counter")["id"])

    def run(self, *words):
        done = subprocess.run([self.cli, "--json", *words], env=self.environment, capture_output=True, text=True)
        if done.returncode != 0:
            sys.exit(f"kontor-cli {words[0]} failed: {done.stderr}{done.stdout}")
        return json.loads(done.stdout)

    def start(self, command, **more):
        return subprocess.Popen(command, env=self.environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, **more)

    def is_hot(self):
        try:
            with open(self.base + "-journal", "rb") as journal:
                return journal.read(8) == JOURNAL_MAGIC
        except FileNotFoundError:
            return False

    def kill(self, process, name):
        """True: the process was killed, False: it had ended by itself."""
        process.send_signal(signal.SIGKILL)
        process.wait()
        if process.returncode != -signal.SIGKILL:
            return False
        self.kills += 1
        if self.is_hot():
            self.hot += 1
            self.hot_of[name] = self.hot_of.get(name, 0) + 1
        return True

    def check(self):
        answer = subprocess.run([self.cli, "--json", "check", self.base, "--full"], env=self.environment, capture_output=True, text=True)
        report = json.loads(answer.stdout)
        if answer.returncode != 0 or not report["ok"]:
            sys.exit(f"NOT SOUND after kill {self.kills}: {answer.stdout}")

    def state_of_last_import(self):
        with contextlib.closing(sqlite3.connect(f"file:{self.base}?mode=ro", uri=True)) as base:
            return base.execute("SELECT state FROM operation WHERE kind = 'import' ORDER BY seq DESC LIMIT 1").fetchone()[0]

    def entries(self):
        return {entry["text"] for entry in self.run("show", self.base, self.customer)["interactions"]}

    def check_acknowledged(self):
        lost = self.acknowledged - self.entries()
        if lost:
            sys.exit(f"LOST {len(lost)} acknowledged writes after kill {self.kills}: {sorted(lost)[:5]}")


def wait_then_kill(lab, process, name, longest):
    """Waits a random part of the time that such a process takes on this machine. False: it ended before."""
    began = time.monotonic()
    until = began + lab.random.random() * lab.duration.get(name, longest)
    while time.monotonic() < until:
        if process.poll() is not None:
            lab.duration[name] = time.monotonic() - began
            return False
        time.sleep(0.0005)
    lab.duration[name] = lab.duration.get(name, longest) * 1.02  # it was not over yet: it may take longer
    if lab.random.random() < 0.7:
        wait_for_commit(lab, process)
    return lab.kill(process, name)


def wait_for_commit(lab, process):
    """A fast disk is in the middle of a commit for a millisecond or two: random moments alone would hardly ever hit one."""
    while process.poll() is None and not lab.is_hot():
        pass
    moment = time.monotonic() + lab.random.random() * 0.002
    while time.monotonic() < moment:
        pass


def kill_log(lab, number):
    """One entry by the command line. It is acknowledged when the program said so."""
    text = f"note {number}"
    process = lab.start([lab.cli, "--json", "log", lab.base, lab.customer, "--kind", "note", "--text", text])
    wait_then_kill(lab, process, "log", 0.08)
    process.wait()
    if process.stdout.read().startswith("{\"id\""):
        lab.acknowledged.add(text)


def kill_import(lab, number):
    """An import of many rows. It is all there when acknowledged; when not, all gone, or all there where the kill fell between its end and its answer."""
    path = os.path.join(lab.folder, "import.csv")
    with open(path, "w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["id", "name", "phone", "email", "city"])
        for row in range(12000):
            writer.writerow([f"k{number}-{row}", f"Batch{number} Person{row}", f"+4670{number % 10}{row:06d}", f"p{row}@b{number}.example", "Lund"])
    before = lab.run("stats", lab.base)["records"]["customer"]
    process = lab.start([lab.cli, "--json", "import", lab.base, path])
    killed = wait_then_kill(lab, process, "import", 1.6)
    output = process.stdout.read()
    lab.check()
    # The next open for writing takes an interrupted import back.
    lab.run("log", lab.base, lab.customer, "--kind", "note", "--text", f"after import {number}")
    lab.acknowledged.add(f"after import {number}")
    after = lab.run("stats", lab.base)["records"]["customer"]
    if not killed and output.startswith("{"):
        batch = json.loads(output)["batch"]
        if after != before + 12000:
            sys.exit(f"import {number} was acknowledged with {after - before} customers")
        lab.run("undo-import", lab.base, str(batch))
    elif after == before:
        lab.recovered += 1
    elif after != before + 12000 or lab.state_of_last_import() != "done":
        sys.exit(f"the interrupted import {number} left {after - before} customers")


def kill_window(lab, number):
    """The window's own process logs notes with keys and says each one that the window called saved."""
    process = lab.start([lab.window, lab.base, lab.customer, f"window {number}"])
    wait_then_kill(lab, process, "window", 2.5)
    process.wait()
    for line in process.stdout.read().splitlines():
        if line.startswith("saved "):
            lab.acknowledged.add(line[len("saved "):])


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--cli", required=True)
    parser.add_argument("--window")
    parser.add_argument("--hot", type=int, default=100)
    parser.add_argument("--seconds", type=float, default=float("inf"))
    parser.add_argument("--seed", type=int, default=int.from_bytes(os.urandom(4), "little"))
    options = parser.parse_args()
    lab = Lab(options.cli, options.window, options.seed)
    print(f"seed {options.seed}", flush=True)
    number = 0
    end = time.monotonic() + options.seconds
    while lab.hot < options.hot and time.monotonic() < end:
        number += 1
        if number % 5 == 0:
            kill_import(lab, number)
        elif lab.window and number % 3 == 0:
            kill_window(lab, number)
        else:
            kill_log(lab, number)
        lab.check()
        if number % 10 == 0:
            lab.check_acknowledged()
            print(f"{lab.kills} kills, {lab.hot} hot journals, {len(lab.acknowledged)} acknowledged", flush=True)
    lab.check_acknowledged()
    print(f"kills {lab.kills}, hot journals {lab.hot} ({', '.join(f'{name} {count}' for name, count in sorted(lab.hot_of.items()))}), "
          f"acknowledged {len(lab.acknowledged)}, lost 0, interrupted imports taken back {lab.recovered}, every check clean")


main()
