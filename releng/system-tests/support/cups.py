"""A print server (Debian's CUPS) with one printer, as a child process. What is printed is kept as it arrives."""

import os
import subprocess
import tempfile
import time

import child

PRINTER = "Office"
FILES = """
ServerBin {folder}/bin
SystemGroup root
ServerRoot {folder}
RequestRoot {folder}/spool
TempDir {folder}/tmp
CacheDir {folder}/cache
StateDir {folder}/state
ErrorLog {folder}/error.log
AccessLog {folder}/access.log
PageLog {folder}/page.log
"""
# What brings a job to the printer: keeps what there is to print.
BACKEND = """#!/bin/sh
[ $# -gt 1 ] || exit 0
cat "${{6:--}}" > "{folder}/printed.part" && mv "{folder}/printed.part" "{folder}/printed.pdf"
"""
CONFIGURATION = """
Listen {folder}/cups.sock
PreserveJobFiles No
PreserveJobHistory Yes
Browsing Off
<Location />
  Order allow,deny
  Allow all
</Location>
<Policy default>
  JobPrivateAccess all
  JobPrivateValues none
  <Limit All>
    Order allow,deny
    Allow all
  </Limit>
</Policy>
"""


class Cups:
    def __init__(self):
        self._folder = tempfile.mkdtemp(prefix="keyhopper-cups-")
        os.chmod(self._folder, 0o755)
        for name in ("spool", "tmp", "cache", "state", "bin/backend"):
            os.makedirs(f"{self._folder}/{name}")
        self._write("cups-files.conf", FILES)
        self._write("cupsd.conf", CONFIGURATION)
        for name in ("cgi-bin", "daemon", "driver", "filter", "monitor", "notifier"):
            os.symlink(f"/usr/lib/cups/{name}", f"{self._folder}/bin/{name}")
        self._write("bin/backend/keep", BACKEND)
        os.chmod(f"{self._folder}/bin/backend/keep", 0o700)
        # Programs find the server by this.
        os.environ["CUPS_SERVER"] = f"{self._folder}/cups.sock"
        self._process = child.start(["cupsd", "-f", "-c", f"{self._folder}/cupsd.conf", "-s", f"{self._folder}/cups-files.conf"])
        deadline = time.monotonic() + 30
        while "is running" not in subprocess.run(["lpstat", "-r"], capture_output=True, text=True, env={**os.environ, "LC_ALL": "C"}).stdout:
            if self._process.poll() is not None or time.monotonic() > deadline:
                raise RuntimeError(f"cupsd did not start, see {self._folder}/error.log")
            time.sleep(0.2)
        self._run("lpadmin", "-p", PRINTER, "-E", "-v", "keep://printer/", "-m", "raw")

    def _write(self, name, text):
        with open(f"{self._folder}/{name}", "w") as file:
            file.write(text.format(folder=self._folder))

    def _run(self, *command):
        ran = subprocess.run(command, capture_output=True, text=True)
        if ran.returncode:
            raise RuntimeError(f"{command}: {ran.stderr}")
        return ran.stdout

    def printed(self):
        """The path of what was printed last; None while nothing was."""
        path = f"{self._folder}/printed.pdf"
        return path if os.path.exists(path) else None

    def kept(self):
        """The files of all jobs in the queue and below the folders for what is temporary."""
        return [name for part in ("spool", "tmp") for _, _, names in os.walk(f"{self._folder}/{part}") for name in names if not name.startswith("c")]

    def close(self):
        self._process.kill()
        self._process.wait()
