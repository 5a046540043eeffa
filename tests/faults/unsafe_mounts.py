#!/usr/bin/env python3
"""Network drives that lie about locks or pages: a base there is opened for reading only, with the reason.

unsafe_mounts.py --lab FOLDER --cli PATH --actions PATH

The mounts that the system tells of are each tried with `selftest`, with an act on a base and with an open window. Then a server that grants every
lock to everybody, which no mount option shows: two PCs that have the base open must find out within 15 s. About two minutes. FOLDER holds
lab.sh, --actions is the program drive_actions. Exit code 1 when anything could be written, or was not found out.
"""
import argparse
import json
import os
import subprocess
import sys

from lab import Guests

BASE = "unsafe.kontor"
MOUNTS = [("cifs", "nobrl"), ("cifs", "cache=loose"), ("cifs", "nobrl,cache=none"), ("nfs", "local_lock=all"), ("nfs", "vers=3,nolock")]
LYING_SERVER = "locking = no"
LONGEST_MS = 15_000


class Test:
    def __init__(self, options):
        self.options = options
        self.bad = 0

    def tell(self, name, good, facts):
        self.bad += not good
        print(f"{name}: {facts} -> {'OK' if good else 'BAD'}", flush=True)

    def begin(self, fs, mount):
        """A clean lab with a new base. False: the lab cannot mount that."""
        lab = Guests(self.options.lab, fs)
        lab.renew()
        lab.remove(BASE)
        subprocess.run([self.options.cli, "new", os.path.join(lab.share, BASE)], check=True, stdout=subprocess.DEVNULL)
        said = lab.run("mount", fs, *([mount] if mount else []))
        shown = {option for line in said.splitlines() if len(line.split()) > 3 for option in line.split()[3].split(",")}
        return lab, " /mnt/share " in said and shown.issuperset(mount.split(",") if mount else [])

    def cli(self, lab, pc, words):
        code, output = lab.ask(pc, f"KONTOR_CACHE=/run/tmp/cache KONTOR_DATA=/run/tmp/data KONTOR_PC=pc-$ID KONTOR_USER=user-$ID "
                                   f"{self.options.cli} --json {words}")
        answers = [line for line in output.splitlines() if line.startswith("{")]
        return code, json.loads(answers[0]) if answers else {"said": output}

    def window(self, lab, pc, seconds):
        return lab.start(pc, f"KONTOR_CACHE=/run/tmp/cache KONTOR_DATA=/run/tmp/data KONTOR_PC=pc-$ID KONTOR_USER=user-$ID "
                             f"{self.options.actions} /mnt/share/{BASE} --stay {seconds}")

    def unsafe_mount(self, fs, mount):
        name = f"{fs} {mount}"
        lab, isMounted = self.begin(fs, mount)
        if not isMounted:
            return print(f"{name}: cannot be mounted here, left out", flush=True)
        code, tested = self.cli(lab, 1, "selftest /mnt/share")
        self.tell(f"{name}, selftest", code == 1 and tested.get("may_write") is False, tested.get("reason") or tested)
        code, refused = self.cli(lab, 1, f"add /mnt/share/{BASE} --name Anna")
        self.tell(f"{name}, act", code == 1 and refused.get("error", {}).get("code") == "read_only",
                  refused.get("error", refused))
        said = self.window(lab, 1, 1).communicate()[0]
        self.tell(f"{name}, window", "read-only after" in said, said.strip().splitlines()[-1] if said.strip() else "nothing")

    def lying_server(self):
        os.environ["SMB_EXTRA"] = LYING_SERVER
        Guests(self.options.lab, "cifs").run("smb_restart")
        lab, _ = self.begin("cifs", "")
        windows = [self.window(lab, pc, 25) for pc in (1, 2)]
        for pc, window in enumerate(windows, 1):
            said = window.communicate()[0]
            found = [int(line.split()[2]) for line in said.splitlines() if line.startswith("read-only after")]
            self.tell(f"server without locks, PC {pc}", bool(found) and found[0] <= LONGEST_MS, said.strip().splitlines()[-1])
        del os.environ["SMB_EXTRA"]
        lab.run("smb_restart")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--lab", required=True)
    parser.add_argument("--cli", required=True)
    parser.add_argument("--actions", required=True)
    test = Test(parser.parse_args())
    for fs, mount in MOUNTS:
        test.unsafe_mount(fs, mount)
    test.lying_server()
    print(f"RESULT {'every one found out' if test.bad == 0 else f'{test.bad} bad'}")
    sys.exit(1 if test.bad else 0)


main()
