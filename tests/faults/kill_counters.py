#!/usr/bin/env python3
"""Several writers count in one base at the same time and are killed with SIGKILL at random moments; then the books are checked.

kill_counters.py --cli PATH [--writers 8] [--kills N | --seconds 60] [--every 0.5] [--folder FOLDER] [--seed S]

Takes N times --every, or the seconds that are asked for, and a few more. Every acknowledged step must be there once, the counter must equal the notes, and
`check --full` must be clean. Ends with a line of counts; exit code 1 when anything was lost.
"""
import argparse
import json
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time


LONGEST = 24 * 3600


def start(options, number, folder, end):
    environment = dict(os.environ, KONTOR_CACHE=os.path.join(folder, f"cache-{number}"),
                       KONTOR_DATA=os.path.join(folder, f"data-{number}"), KONTOR_PC=f"pc-{number}", KONTOR_USER="count")
    seconds = max(1, round(end - time.monotonic()))
    return subprocess.Popen([options.cli, "selftest-writer", os.path.join(folder, "base.kontor"), os.path.join(folder, f"acks-{number}"),
                             "--writer", str(number), "--seconds", str(seconds)], env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                            text=True)


def kill_now_and_then(options, chance, folder, writers, end):
    """Whoever is killed is started again, as a person would do it. Returns the number of kills, and what the killed ones had said."""
    kills = 0
    outputs = []
    while kills < options.kills if options.kills else time.monotonic() < end - 1:
        time.sleep(options.every * chance.uniform(0.2, 1.8))
        number = chance.randrange(options.writers)
        writers[number].send_signal(signal.SIGKILL)
        outputs.append(writers[number].communicate()[0])
        kills += writers[number].returncode == -signal.SIGKILL
        writers[number] = start(options, number, folder, end)
    return kills, outputs


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--cli", required=True)
    parser.add_argument("--writers", type=int, default=8)
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--kills", type=int, help="goes on until so many writers were killed while they ran")
    parser.add_argument("--every", type=float, default=0.5)
    parser.add_argument("--folder", help="where the base is made, for example on a network drive; a temporary folder otherwise")
    parser.add_argument("--seed", type=int, default=int.from_bytes(os.urandom(4), "little"))
    options = parser.parse_args()
    seconds = options.kills * options.every if options.kills else options.seconds
    print(f"seed {options.seed}, about {seconds + 10:.0f} s", flush=True)
    folder = tempfile.mkdtemp(prefix="kontor-count-", dir=options.folder)
    os.environ["KONTOR_DATA"] = os.path.join(folder, "data")
    base = os.path.join(folder, "base.kontor")
    subprocess.run([options.cli, "new", base], check=True, stdout=subprocess.DEVNULL)
    end = time.monotonic() + (LONGEST if options.kills else options.seconds)
    writers = [start(options, number, folder, end) for number in range(options.writers)]
    kills, outputs = kill_now_and_then(options, random.Random(options.seed), folder, writers, end)
    if options.kills:  # the last ones are not waited for
        for writer in writers:
            writer.kill()
    outputs += [writer.communicate()[0] for writer in writers]
    acks = [path for number in range(options.writers) if os.path.exists(path := os.path.join(folder, f"acks-{number}"))]
    answer = subprocess.run([options.cli, "--json", "selftest-verify", base, *acks], capture_output=True, text=True)
    books = json.loads(answer.stdout)
    bad = [line for output in outputs for line in output.splitlines() if line.startswith(("BAD", "CORRUPT"))]
    print(f"writers {options.writers}, kills {kills}, {answer.stdout.strip()}, bad views or damage reports {len(bad)}")
    if answer.returncode != 0 or bad or kills == 0 or books["acked"] == 0:
        sys.exit(f"NOT SOUND, left in {folder}: {answer.stderr}" + "\n".join(bad[:5]))
    shutil.rmtree(folder)


main()
