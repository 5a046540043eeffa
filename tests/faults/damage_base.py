#!/usr/bin/env python3
"""Writes noise into the middle of a base while several processes count in it, repairs it, and looks whether everything acknowledged came back.

damage_base.py --cli PATH [--writers 4] [--seconds 20] [--customers 20000] [--noise 1048576] [--rounds 1] [--seed S]

Each round: a base of invented customers, writers that count in it, a backup, noise in its middle, and the writers go on for as long as they
can. Then it is repaired three times: from the backup and all journals, from all journals and what can be read, and from what can be read alone.
The first two must bring back every acknowledged step; all three must pass `check --full`. Ends with a line of counts for each; exit code 1 when
anything acknowledged is missing.
"""
import argparse
import glob
import json
import os
import random
import shutil
import subprocess
import sys
import tempfile
import time


class Round:
    def __init__(self, options, seed):
        self.options, self.random = options, random.Random(seed)
        self.folder = tempfile.mkdtemp(prefix="kontor-damage-", dir=options.folder)
        self.base = self.path("base.kontor")

    def path(self, name):
        return os.path.join(self.folder, name)

    def environment(self, pc):
        return dict(os.environ, KONTOR_CACHE=self.path(f"cache-{pc}"), KONTOR_DATA=self.path(f"data-{pc}"), KONTOR_PC=str(pc), KONTOR_USER="count")

    def cli(self, pc, *words):
        answer = subprocess.run([self.options.cli, "--json", *words], capture_output=True, text=True, env=self.environment(pc))
        return answer.returncode, json.loads(answer.stdout or "{}"), answer.stderr

    def acks(self):
        return [path for number in range(self.options.writers) if os.path.exists(path := self.path(f"acks-{number}"))]

    def acknowledged(self):
        return sum(sum(1 for _ in open(path, encoding="ascii")) for path in self.acks())

    def start(self, number):
        return subprocess.Popen([self.options.cli, "selftest-writer", self.base, self.path(f"acks-{number}"), "--writer", str(number),
                                 "--seconds", str(self.options.seconds)], env=self.environment(number), stdout=subprocess.PIPE,
                                stderr=subprocess.STDOUT, text=True)

    def make_noise(self):
        size = os.path.getsize(self.base)
        noise = min(self.options.noise, size // 4)
        with open(self.base, "r+b") as file:
            file.seek((size - noise) // 2)
            file.write(self.random.randbytes(noise))
            os.fsync(file.fileno())
        return size, noise

    def write_and_damage(self):
        self.cli("new", "new", self.base, "--sample", str(self.options.customers))
        writers = [self.start(number) for number in range(self.options.writers)]
        time.sleep(self.options.seconds * 0.25)
        code, _, message = self.cli("new", "backup", self.base, self.path("backup.kontor"))
        if code != 0:
            sys.exit(f"no backup: {message}")
        time.sleep(self.options.seconds * 0.25)
        at_noise = self.acknowledged()
        size, noise = self.make_noise()
        outputs = [writer.communicate()[0] for writer in writers]
        reports = sum(output.count("CORRUPT") for output in outputs)
        print(f"base {size} bytes, noise {noise}, acknowledged before {at_noise}, after {self.acknowledged() - at_noise}, "
              f"reports of damage {reports}", flush=True)

    def repair(self, name, journals, backup):
        words = ["repair", self.base, self.path(f"{name}.kontor")]
        words += ["--backup", self.path("backup.kontor")] if backup else ["--no-backup"]
        if journals:
            for folder in sorted(glob.glob(self.path("data-*/bases/*"))):
                words += ["--journal", folder]
        began = time.monotonic()
        code, report, message = self.cli("repair", *words)
        if code != 0:
            return False, f"{name}: not repaired: {message} {report}"
        seconds = time.monotonic() - began
        _, check, _ = self.cli("repair", "check", report["file"], "--full")
        _, books, _ = self.cli("repair", "selftest-verify", report["file"], *self.acks())
        counts = {key: report[key] for key in ("rows_salvaged", "rows_refused", "operations_from_journals", "operations_from_file",
                                               "operations_lost", "placeholders")}
        good = check.get("ok") and (not journals or (books.get("ok") and books.get("lost") == 0))
        return good, f"{name}: {seconds:.1f} s, check {check.get('ok')}, books {books}, {counts}"

    def run(self):
        self.write_and_damage()
        good = True
        for name, journals, backup in (("backup-and-journals", True, True), ("file-and-journals", True, False), ("file-alone", False, False)):
            done, line = self.repair(name, journals, backup)
            print(line, flush=True)
            good = good and done
        if self.acknowledged() == 0:
            sys.exit("nothing was acknowledged")
        if good:
            shutil.rmtree(self.folder)
        return good


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--cli", required=True)
    parser.add_argument("--writers", type=int, default=4)
    parser.add_argument("--seconds", type=int, default=20)
    parser.add_argument("--customers", type=int, default=20_000)
    parser.add_argument("--noise", type=int, default=1 << 20)
    parser.add_argument("--rounds", type=int, default=1)
    parser.add_argument("--folder", help="where the base is made, for example on a network drive; a temporary folder otherwise")
    parser.add_argument("--seed", type=int, default=int.from_bytes(os.urandom(4), "little"))
    options = parser.parse_args()
    print(f"seed {options.seed}", flush=True)
    for number in range(options.rounds):
        attempt = Round(options, options.seed + number)
        if not attempt.run():
            sys.exit(f"NOT REPAIRED, left in {attempt.folder}")


main()
