#!/usr/bin/env python3
"""How many requests to the server of a network drive the everyday acts of a window cost, by the counters of the guest's own client.

count_requests.py --lab FOLDER --cli PATH --actions PATH [--fs cifs|nfs] [--customers 10000]

A base of invented customers on the share; PC 2 has it open all the time, PC 1 opens it twice: the first time it has to work out the order of
the list and keeps it in its cache folder; before the second time its memory is emptied, so that every page comes from the server. The second
time counts. About a minute. FOLDER holds lab.sh, --actions is the program drive_actions. Exit code 1 when a budget is broken.
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
    for when in ("first", "second"):
        code, output = lab.ask(1, f"sync; echo 3 > /proc/sys/vm/drop_caches; {act}")
        if code != 0:
            sys.exit(f"{when} time: {output}")
        answers.append(json.loads(output.strip().splitlines()[-1]))
        print(f"{options.fs}, {when} time: {answers[-1]}", flush=True)
    if other.poll() is not None:
        sys.exit("PC 2 did not stay: " + open(said).read())
    lab.run("kill", 2)
    other.communicate()
    kinds = answers[1].pop("kinds")
    medians = {name: round(statistics.median(counts)) for name, counts in answers[1].items()}
    over = {name: medians[name] for name, budget in BUDGETS.items() if medians[name] > budget}
    for act, sent in kinds.items():
        print(f"{act}: {sent}")
    print(f"RESULT {options.fs}, {options.customers} customers: {medians}, budgets {BUDGETS}: {'over: ' + str(over) if over else 'kept'}")
    sys.exit(1 if over else 0)


main()
