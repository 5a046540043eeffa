#!/usr/bin/env python3
"""How many requests to the server of a network drive the everyday acts of a window cost, by the counters of the guest's own client.

count_requests.py --lab FOLDER --cli PATH --actions PATH [--fs cifs|nfs] [--customers 10000]

A base of invented customers on the share; PC 2 has it open all the time. PC 1 opens it once to work out the order of the list, which it keeps
in its cache folder, and then --rounds times, its memory emptied before each, so that every page comes from the server. Medians count, of the cold
list that of all rounds. To join PC 2 in the presence file is a part of opening, which has no budget: it is counted by itself and shown. Two to four
minutes. FOLDER holds lab.sh, --actions is the program drive_actions. Exit code 1 when a budget is broken.
"""
import argparse
import json
import os
import statistics
import subprocess
import sys
import time

from lab import Guests

BASE = "requests.kontor"
BUDGETS = {"cold list": 100, "unchanged screen": 15, "save": 40}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--lab", required=True)
    parser.add_argument("--cli", required=True)
    parser.add_argument("--actions", required=True)
    parser.add_argument("--fs", choices=["cifs", "nfs"], default="cifs")
    parser.add_argument("--customers", type=int, default=10_000)
    parser.add_argument("--rounds", type=int, default=5, help="how often a base is opened with nothing in memory")
    options = parser.parse_args()
    lab = Guests(options.lab, options.fs)
    lab.renew()
    lab.remove(BASE)
    subprocess.run([options.cli, "new", os.path.join(lab.share, BASE), "--sample", str(options.customers)], check=True,
                   stdout=subprocess.DEVNULL)
    lab.run("mount", options.fs)
    folders = "export KONTOR_CACHE=/run/tmp/cache KONTOR_DATA=/run/tmp/data KONTOR_PC=pc-$ID KONTOR_USER=user-$ID; "
    act = f"{folders} {options.actions} /mnt/share/{BASE}"
    said = os.path.join(lab.folder, "io", "g2", "stay")
    if os.path.exists(said):
        os.remove(said)
    other = lab.start(2, f"{act} --stay 600 > /mnt/io/stay 2>&1")
    end = time.monotonic() + 60
    while not os.path.exists(said) or "open" not in open(said).read():
        if time.monotonic() > end:
            sys.exit("PC 2 did not open the base")
        time.sleep(0.2)
    answers = []
    for number in range(options.rounds + 1):
        code, output = lab.ask(1, f"sync; echo 3 > /proc/sys/vm/drop_caches; {act}")
        when = f"round {number}" if number else "order not known yet"
        if code != 0:
            sys.exit(f"{when}: {output}")
        answer = json.loads(output.strip().splitlines()[-1])
        kinds = answer.pop("kinds")
        print(f"{options.fs}, {when}: {answer}", flush=True)
        if number:
            answers.append((answer, kinds))
    if other.poll() is not None:
        sys.exit("PC 2 did not stay: " + open(said).read())
    lab.run("kill", 2)
    other.communicate()
    counts = {name: [count for answer, _ in answers for count in answer[name]] for name in answers[0][0]}
    medians = {name: round(statistics.median(of_all)) for name, of_all in counts.items()}
    over = {name: medians[name] for name, budget in BUDGETS.items() if medians[name] > budget}
    for name in BUDGETS | {"join others": None}:
        kinds = min(answers, key=lambda answer: abs(statistics.median(answer[0][name]) - medians[name]))[1]
        print(f"{name}: {min(counts[name])} to {max(counts[name])}, {len(counts[name])} times, like this: {kinds[name]}")
    print(f"RESULT {options.fs}, {options.customers} customers: {medians}, budgets {BUDGETS}: {'over: ' + str(over) if over else 'kept'}; "
          f"in none of them: {medians['join others']} to join PC 2 in the presence file")
    sys.exit(1 if over else 0)


main()
