#!/usr/bin/env python3
"""Two accidents on a real network drive, staged again and again with Kontor's own writer; then the books are checked.

share_accidents.py sleeper|nap|hotjournal --lab FOLDER --cli PATH [--fs cifs|nfs] [--repeat 20]

sleeper     PC 1 falls asleep between BEGIN and COMMIT, the server drops it, PC 2 works on, PC 1 wakes up later than the fence and goes on.
nap         The same, but it wakes up before the fence: only what stands in the file can tell it that it lost its lock.
hotjournal  PC 2 loses power in the middle of a COMMIT while PC 1 reads and writes. PC 1 must never see half of it.

FOLDER holds lab.sh, which starts two guests that mount one share over wires that can be cut; $NETSHARE_LAB is where it keeps its files. The NFS
server gets a lease of 5 s, so that it drops a PC within a nap. About half a minute for each repetition, so ten minutes for twenty. Exit code 1 when
anything was lost, or a wrong view was seen.
"""
import argparse
import json
import os
import shutil
import subprocess
import sys
import time

from lab import Guests

JOURNAL_MAGIC = bytes.fromhex("d9d505f920a163d7")
BASE = "accident.kontor"


class Lab(Guests):
    def __init__(self, options):
        super().__init__(options.lab, options.fs)
        self.cli = options.cli
        self.wire_kind = "smb" if options.fs == "cifs" else "nfs"
        if options.fs == "nfs":
            os.environ.update(NFS_LEASE="5", NFS_GRACE="5")
            self.run("nfs_down")

    def wire(self, what, pc, *more):
        self.run("wire", what, f"{self.wire_kind}{pc}", *more)

    def writer(self, pc, number, seconds, hold=0):
        command = (f"XDG_DATA_HOME=/mnt/io/data {self.cli} selftest-writer /mnt/share/{BASE} /mnt/io/ack{number} --writer {number} "
                   f"--seconds {seconds} --hold {hold} | dd of=/mnt/io/said{number} bs=4096 oflag=sync status=none; sync; cat /mnt/io/said{number}")
        return self.start(pc, command)

    def said(self, number):
        path = os.path.join(self.folder, "io", f"g{number // 10}", f"said{number}")
        return open(path, errors="replace").read() if os.path.exists(path) else ""

    def files(self, prefix):
        return [os.path.join(self.folder, "io", f"g{pc}", name) for pc in (1, 2)
                for name in os.listdir(os.path.join(self.folder, "io", f"g{pc}")) if name.startswith(prefix)]

    def acks(self, number):
        path = os.path.join(self.folder, "io", f"g{number // 10}", f"ack{number}")
        return sum(1 for line in open(path) if len(line) > 1) if os.path.exists(path) else 0

    def begin(self):
        self.renew()
        self.remove(BASE)
        for path in self.files("ack") + self.files("said"):
            os.remove(path)
        subprocess.run([self.cli, "new", os.path.join(self.share, BASE)], check=True, stdout=subprocess.DEVNULL)
        self.run("mount", self.fs)

    def books(self):
        copy = os.path.join(self.folder, "run")
        shutil.rmtree(copy, ignore_errors=True)
        os.makedirs(copy)
        for name in os.listdir(self.share):
            if name.startswith(BASE):
                shutil.copy(os.path.join(self.share, name), copy)
        answer = subprocess.run([self.cli, "--json", "selftest-verify", os.path.join(copy, BASE), *self.files("ack")],
                                capture_output=True, text=True)
        return answer.returncode == 0, answer.stdout.strip() + answer.stderr.strip()

    def is_hot(self):
        with open(os.path.join(self.share, BASE + "-journal"), "rb") as journal:
            return journal.read(8) == JOURNAL_MAGIC


def wait_until(condition, seconds):
    end = time.time() + seconds
    while time.time() < end:
        if condition():
            return True
        time.sleep(0.02)
    return False


def saw_wrong(output):
    return any(line.startswith(("BAD", "CORRUPT")) for line in output.splitlines())


def sleep_in_transaction(lab, is_short):
    first = lab.writer(1, 11, 4, hold=4000)
    if not wait_until(lambda: "in transaction" in lab.said(11), 60):
        return None, "PC 1 did not begin", first.communicate()[0]
    second = lab.writer(2, 21, 14 if is_short else 20)
    time.sleep(0.5)
    lab.run("pause", 1)
    slept = time.time()
    lab.wire("cutserver", 1)
    got = wait_until(lambda: lab.acks(21) > 0, 7 if is_short else 40)
    if not is_short:
        time.sleep(max(0, slept + 9 - time.time()))
    seconds = time.time() - slept
    meanwhile = lab.acks(21)
    lab.run("resume", 1)
    time.sleep(0.3)
    lab.wire("cut", 1)
    outputs = first.communicate()[0], second.communicate()[0]
    sound, books = lab.books()
    staged = got and meanwhile > 0
    bad = not sound or any(map(saw_wrong, outputs))
    return (not bad) if staged or bad else None, f"asleep {seconds:.1f} s, {meanwhile} saved by PC 2 meanwhile, {books}", "\n".join(outputs)


def power_loss_in_commit(lab):
    """PC 2 begins over a quick wire, which then becomes slow, so that its COMMIT takes long enough to be met. PC 1 looks on all the time."""
    first = lab.writer(1, 11, 25)
    wait_until(lambda: lab.acks(11) > 2, 30)
    second = lab.writer(2, 21, 60, hold=1500)
    if not wait_until(lambda: "in transaction" in lab.said(21), 20):
        lab.run("kill", 2)
        return None, "PC 2 did not begin", first.communicate()[0] + second.communicate()[0]
    lab.wire("delay", 2, 20 if lab.fs == "cifs" else 60)  # an NFS client sends what it wrote all at once
    base = os.path.join(lab.share, BASE)
    began = 0

    def is_half_written():
        """The journal was made valid, and pages of the base were written after that."""
        nonlocal began
        if not lab.is_hot():
            began = 0
            return False
        began = began or os.stat(base).st_mtime_ns
        return os.stat(base).st_mtime_ns != began and "committing" in lab.said(21) and lab.acks(21) == 0

    hit = wait_until(is_half_written, 10)
    lab.run("kill", 2)
    hot = lab.is_hot()
    lab.wire("cut", 2)
    lab.wire("delay", 2, 0)
    second.communicate()
    before = lab.acks(11)
    output = first.communicate()[0]
    sound, books = lab.books()
    after = lab.acks(11) - before
    bad = not sound or saw_wrong(output)
    staged = hit and hot and after > 0
    return (not bad) if staged or bad else None, f"half written {hit}, journal hot {hot}, PC 1 saved {after} after it, {books}", output


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=["sleeper", "nap", "hotjournal"])
    parser.add_argument("--lab", required=True)
    parser.add_argument("--cli", required=True)
    parser.add_argument("--fs", choices=["cifs", "nfs"], default="cifs")
    parser.add_argument("--repeat", type=int, default=20)
    options = parser.parse_args()
    lab = Lab(options)
    good = bad = missed = 0
    while good + bad < options.repeat and missed < 3 * options.repeat:
        lab.begin()
        ok, facts, output = power_loss_in_commit(lab) if options.what == "hotjournal" else sleep_in_transaction(lab, options.what == "nap")
        good, bad, missed = good + (ok is True), bad + (ok is False), missed + (ok is None)
        print(f"{options.what} {options.fs} {good + bad}: {facts} -> {'NOT STAGED' if ok is None else 'OK' if ok else 'BAD'}", flush=True)
        if not ok:
            print(output, flush=True)
    print(f"RESULT {options.what} {options.fs}: sound {good}, bad {bad}, not staged {missed}", flush=True)
    sys.exit(1 if bad or good == 0 else 0)


main()
