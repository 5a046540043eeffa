#!/usr/bin/env python3
"""Several writers edit one card at the same time, as several people would: a field that is everybody's, and a field of their own.

edit_fields.py --cli PATH [--writers 8] [--seconds 60] [--folder FOLDER]

Each reads the card, thinks for a moment, and saves by the version that it read. Of the field that is everybody's nothing may be overwritten that the
writer had not seen: whoever comes second is asked, looks again and enters it again. Of the own fields nothing is ever asked, although the card
has moved on. The history must have every acknowledged edit once, each one following on what its writer had seen. Takes the seconds that are
asked for and a few more. Ends with a line of counts; exit code 1 when an edit was lost.
"""
import argparse
import json
import os
import random
import shutil
import subprocess
import sys
import tempfile
import threading
import time

SHARED = "job_title"
OWN = ["city", "street", "region", "district", "occupation", "industry", "hobby", "likes", "postal_code", "income", "education", "note"]


class Desk:
    """One base, and what its writers were told."""

    def __init__(self, options):
        self.options = options
        self.folder = tempfile.mkdtemp(prefix="kontor-edit-", dir=options.folder)
        self.base = os.path.join(self.folder, "base.kontor")
        self.end = time.monotonic() + options.seconds
        self.lock = threading.Lock()
        self.saved = {}  # field: [(what the writer had seen, what it entered)]
        self.asked = {"shared": 0, "own": 0}
        self.busy = 0
        self.wrong = []
        self.cli(0, "new", self.base)
        self.card = str(self.cli(0, "add", self.base, "--name", "Anna Everybody")[1]["id"])

    def cli(self, number, *words):
        environment = dict(os.environ, KONTOR_CACHE=os.path.join(self.folder, f"cache-{number}"), KONTOR_USER=f"user-{number}",
                           KONTOR_DATA=os.path.join(self.folder, f"data-{number}"), KONTOR_PC=f"pc-{number}")
        answer = subprocess.run([self.options.cli, "--json", *words], env=environment, capture_output=True, text=True)
        return answer.returncode, json.loads(answer.stdout or "{}")

    def edit(self, number, field, value):
        """Reads, thinks and saves until it is saved."""
        kind = "shared" if field == SHARED else "own"
        while time.monotonic() < self.end:
            code, card = self.cli(number, "show", self.base, self.card)
            if code != 0:
                self.busy += 1
                continue
            time.sleep(random.uniform(0, 0.1))
            code, answer = self.cli(number, "set", self.base, self.card, "--version", str(card["version"]), f"{field}={value}")
            error = answer.get("error", {})
            with self.lock:
                if code == 0:
                    self.saved.setdefault(field, []).append((card[field], value))
                    return
                if error.get("code") == "conflict":
                    self.asked[kind] += 1
                    if f"“{value}”" not in error["message"]:
                        self.wrong.append(f"asked without naming what was entered: {error}")
                elif error.get("code") == "busy":
                    self.busy += 1
                else:
                    self.wrong.append(str(answer))
                    return

    def write(self, number):
        step = 0
        while time.monotonic() < self.end:
            step += 1
            self.edit(number, SHARED, f"shared {number} {step}")
            self.edit(number, OWN[number % len(OWN)], f"own {number} {step}")

    def check(self):
        _, history = self.cli(0, "history", self.base, self.card, "--limit", "1000000")
        _, card = self.cli(0, "show", self.base, self.card)
        kept = {}
        for operation in reversed(history["operations"]):
            for change in operation["changes"]:
                if change["what"] == "update":
                    kept.setdefault(change["field"], []).append((change["old"], change["new"]))
        lost = 0
        for field, saved in self.saved.items():
            chain = kept.get(field, [])
            missing = [edit for edit in saved if chain.count(edit) != 1] if field == SHARED else \
                [edit for edit in saved if [new for _, new in chain].count(edit[1]) != 1]
            lost += len(missing) + (len(chain) != len(saved))
            for (_, before), (old, new) in zip(chain, chain[1:]):
                if before != old:
                    self.wrong.append(f"{field}: “{new}” took the place of “{old}”, where “{before}” stood")
            if card[field] != chain[-1][1]:
                self.wrong.append(f"{field}: the card has “{card[field]}”, the history ends with “{chain[-1][1]}”")
        code, report = self.cli(0, "check", self.base, "--full")
        return lost, code == 0 and report["ok"]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--cli", required=True)
    parser.add_argument("--writers", type=int, default=8)
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--folder", help="where the base is made, for example on a network drive; a temporary folder otherwise")
    desk = Desk(parser.parse_args())
    writers = [threading.Thread(target=desk.write, args=(number,)) for number in range(desk.options.writers)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    lost, sound = desk.check()
    shared = len(desk.saved.get(SHARED, []))
    own = sum(len(saved) for field, saved in desk.saved.items() if field != SHARED)
    print(f"writers {len(writers)}, one field: saved {shared}, asked {desk.asked['shared']}; own fields: saved {own}, "
          f"asked {desk.asked['own']}; lost {lost}, busy {desk.busy}, check --full {'clean' if sound else 'NOT CLEAN'}")
    if lost or not sound or desk.wrong or desk.asked["own"] or not shared or not own:
        sys.exit("\n".join([f"LOST OR WRONG, left in {desk.folder}", *desk.wrong[:10]]))
    shutil.rmtree(desk.folder)


main()
