"""Kills pcscd and starts it again, with the readers it had."""

import os
import signal
import subprocess
import time

import child

CONFIGURATION = os.environ["CHECK_PCSCD_CONF"]
PORTS = os.environ["CHECK_PORTS"].split()
RUN = "/run/pcscd"


class Pcscd:
    def __init__(self):
        self._pid = int(os.environ["CHECK_PCSCD"])
        self._process = None

    def kill(self):
        os.kill(self._pid, signal.SIGKILL)
        if self._process:
            self._process.wait()
        wait_until(lambda: not listening())
        # What a daemon that was killed leaves behind would keep the next from starting.
        for name in ("pcscd.pid", "pcscd.comm"):
            if os.path.exists(f"{RUN}/{name}"):
                os.remove(f"{RUN}/{name}")

    def hang(self):
        """Leaves every question without an answer, as a daemon does that waits for a reader."""
        os.kill(self._pid, signal.SIGSTOP)

    def go_on(self):
        os.kill(self._pid, signal.SIGCONT)

    def start(self):
        command = ["pcscd", "--foreground", "--disable-polkit", "-c", CONFIGURATION]
        self._process = child.start(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        self._pid = self._process.pid
        wait_until(lambda: len(listening()) == len(PORTS))


def listening():
    lines = subprocess.run(["ss", "-Hltn"], capture_output=True, text=True).stdout.splitlines()
    return {port for port in PORTS if any(f":{port} " in line for line in lines)}


def wait_until(condition, seconds=10):
    deadline = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > deadline:
            raise RuntimeError("pcscd did not do what was asked")
        time.sleep(0.05)
