"""Two guests that mount one share over wires that can be cut, as lab.sh of a folder starts them; $NETSHARE_LAB is where it keeps its files."""
import os
import shutil
import subprocess


class Guests:
    def __init__(self, folder, fs):
        self.script = os.path.join(folder, "lab.sh")
        self.folder = os.environ.get("NETSHARE_LAB", os.path.expanduser("~/.cache/netshare-lab"))
        self.share = os.environ.get("NETSHARE_SHARE", os.path.join(self.folder, "share"))
        self.fs = fs

    def run(self, *words):
        return subprocess.run([self.script, *map(str, words)], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True).stdout

    def start(self, pc, command):
        return subprocess.Popen([self.script, "guest", str(pc), command], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)

    def ask(self, pc, command):
        process = self.start(pc, command)
        output = process.communicate()[0]
        return process.returncode, output

    def remove(self, prefix):
        for name in os.listdir(self.share):
            path = os.path.join(self.share, name)
            if name.startswith(prefix):
                shutil.rmtree(path) if os.path.isdir(path) else os.remove(path)

    def renew(self):
        """Clean guests: nothing that ran, was locked or kept in memory before."""
        if "g1 up" not in self.run("status"):
            self.run("up", self.fs)
        self.run(f"{'smb' if self.fs == 'cifs' else 'nfs'}_up")
        for pc in (1, 2):
            self.run("kill", pc)
            self.run("wire", "delay", f"*{pc}", 0)
            self.run("wire", "cut", f"*{pc}")
        boots = [subprocess.Popen([self.script, "boot", str(pc)], stdout=subprocess.DEVNULL) for pc in (1, 2)]
        for boot in boots:
            boot.wait()
