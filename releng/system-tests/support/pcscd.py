"""
A PC/SC service with virtual readers.

    pcscd.py [--name NAME]... [--preload LIBRARY] READERS COMMAND...

Runs the command beside a service that has READERS readers (0 to 16) of the driver vpcd, and ends with the command's exit code. The command
finds the TCP ports of the readers in CHECK_PORTS and their names, one a line, in CHECK_READERS. Each --name is for two more readers.

pcscd has one place for its socket, and vpcd listens on all interfaces. So the process gets a folder /run/pcscd of its own and a network of its
own, where there is only loopback. Where that is not allowed, the service holds a lock until it is stopped, and says that others can reach it.
"""

import argparse
import fcntl
import glob
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time

import child

RUN = "/run/pcscd"
LOCK = "/run/lock/keyhopper-pcscd.lock"
LOCK_SECONDS = 1800
FIRST_PORT = 35963

# Of the service that runs, or of the one that the command above has started.
PORTS = os.environ.get("CHECK_PORTS", "").split()
READERS = os.environ.get("CHECK_READERS", "").splitlines()


def go_alone():
    """Moves this process into a network and a folder /run/pcscd of its own, where that is allowed; returns whether it is."""
    try:
        os.makedirs(RUN, exist_ok=True)
        os.unshare(os.CLONE_NEWNS | os.CLONE_NEWNET)
        for command in (
            ["mount", "--make-rprivate", "/"],
            ["mount", "-t", "tmpfs", "-o", "mode=755", "pcscd", RUN],
            ["ip", "link", "set", "lo", "up"],
        ):
            subprocess.run(command, check=True, capture_output=True)
        return True
    except (OSError, subprocess.CalledProcessError) as e:
        print(f"pcscd: no network of our own, the virtual readers can be reached from outside while this runs: {e}", file=sys.stderr)
        return False


class Pcscd:
    """A service that runs from start to stop; in between it can be killed, started again and made to hang."""

    def __init__(self, readers, names=(), preload=None, alone=True):
        self._readers = readers
        self._names = list(names)
        self._preload = preload
        self._alone = alone
        self._lock = None
        self._folder = None
        self._process = None

    def __enter__(self):
        if not self._alone:
            self._lock = locked()
        if runs():
            raise RuntimeError("pcscd: one is running that no test started; stop it first")
        self._folder = tempfile.mkdtemp(prefix="pcscd-")
        self._configure()
        try:
            self.start()
            wait_until(lambda: counted() >= self._readers)
        except RuntimeError:
            with open(f"{self._folder}/log", errors="replace") as log:
                print(log.read()[-2000:], file=sys.stderr)
            raise
        return self

    def __exit__(self, *_):
        if self._process:
            # It may have been made to hang.
            self._process.kill()
            self._process.wait()
        shutil.rmtree(self._folder, ignore_errors=True)
        PORTS.clear()
        READERS.clear()
        if self._lock:
            self._lock.close()

    def start(self):
        """Starts it with the readers it had, and returns when they are there."""
        environment = dict(os.environ, **({"LD_PRELOAD": self._preload} if self._preload else {}))
        command = ["pcscd", "--foreground", "--disable-polkit", "-c", f"{self._folder}/conf"]
        with open(f"{self._folder}/log", "ab") as log:
            self._process = child.start(command, stdout=log, stderr=log, env=environment)
        wait_until(lambda: len(listening()) == len(PORTS) and os.path.exists(f"{RUN}/pcscd.comm"))

    def kill(self):
        self._process.kill()
        self._process.wait()
        wait_until(lambda: not listening())
        remove_what_was_left()

    def hang(self):
        """Leaves every question without an answer, as a service does that waits for a reader."""
        self._process.send_signal(signal.SIGSTOP)

    def go_on(self):
        self._process.send_signal(signal.SIGCONT)

    def _configure(self):
        """One copy of the driver serves two readers, on two ports in a row: its slots are static data."""
        driver = os.path.realpath(driver_file())
        os.mkdir(f"{self._folder}/conf")
        PORTS.clear()
        READERS.clear()
        port = FIRST_PORT
        for copy in range((self._readers + 1) // 2):
            while taken(port) or taken(port + 1):
                port += 2
            library = f"{self._folder}/libifdvpcd{copy}.so"
            shutil.copy(driver, library)
            # pcscd numbers the slots of a reader, not readers of one name.
            name = self._names[copy] if copy < len(self._names) else f"Virtual PCD {copy + 1}" if copy else "Virtual PCD"
            with open(f"{self._folder}/conf/vpcd{copy}", "w") as file:
                file.write(f'FRIENDLYNAME "{name}"\nDEVICENAME /dev/null:{port:#X}\nLIBPATH {library}\nCHANNELID {port:#X}\n'.replace("0X", "0x"))
            PORTS.extend([str(port), str(port + 1)])
            READERS.extend([f"{name} 00 00", f"{name} 00 01"])
            port += 2


def driver_file():
    found = glob.glob("/usr/lib/pcsc/drivers/serial/libifdvpcd.so") + glob.glob("/usr/lib/*/pcsc/drivers/serial/libifdvpcd.so")
    if not found or not shutil.which("pcscd"):
        raise RuntimeError("pcscd: install pcscd and vsmartcard-vpcd")
    return found[0]


def locked():
    """The lock of who has the only service of this computer; it is free again when it is closed."""
    lock = open(LOCK, "w")
    end = time.monotonic() + LOCK_SECONDS
    while True:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            return lock
        except BlockingIOError:
            if time.monotonic() > end:
                raise RuntimeError(f"pcscd: no turn within {LOCK_SECONDS} seconds") from None
            time.sleep(1)


def runs():
    """A service that was killed leaves its files, and in a container perhaps its zombie; neither may keep the next from starting."""
    try:
        with open(f"{RUN}/pcscd.pid") as file:
            pid = int(file.read())
        with open(f"/proc/{pid}/stat") as file:
            name, state = file.read().split("(", 1)[1].rsplit(") ", 1)
        if name == "pcscd" and state[0] != "Z":
            return True
    except (OSError, ValueError):
        pass  # none, or it has ended
    remove_what_was_left()
    return False


def remove_what_was_left():
    for name in ("pcscd.pid", "pcscd.comm"):
        if os.path.exists(f"{RUN}/{name}"):
            os.remove(f"{RUN}/{name}")


def taken(port):
    return bool(subprocess.run(["ss", "-Hltn", f"sport = :{port}"], capture_output=True, text=True).stdout.strip())


def listening():
    lines = subprocess.run(["ss", "-Hltn"], capture_output=True, text=True).stdout.splitlines()
    return {port for port in PORTS if any(f":{port} " in line for line in lines)}


def counted():
    """How many readers a program sees that asks now; a program that has asked keeps what it knows."""
    command = [sys.executable, "-c", "from smartcard.System import readers; print(len(readers()))"]
    return int(subprocess.run(command, capture_output=True, text=True).stdout or 0)


def wait_until(condition, seconds=10):
    deadline = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > deadline:
            raise RuntimeError("pcscd did not do what was asked")
        time.sleep(0.05)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--name", action="append", default=[])
    parser.add_argument("--preload")
    parser.add_argument("readers", type=int)
    parser.add_argument("command", nargs=argparse.REMAINDER)
    options = parser.parse_args()
    alone = go_alone()
    # In its own process group a signal for this one ends the command, and its end the service.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    if options.readers == 0:
        with tempfile.TemporaryDirectory() as none:
            sys.exit(run(options.command, PCSCLITE_CSOCK_NAME=f"{none}/no-pcscd"))
    with Pcscd(options.readers, options.name, options.preload, alone):
        sys.exit(run(options.command, CHECK_PORTS=" ".join(PORTS), CHECK_READERS="\n".join(READERS)))


def run(command, **environment):
    """The command's Python finds the modules beside this file."""
    process = child.start(command, env={**os.environ, "PYTHONPATH": os.path.dirname(os.path.abspath(__file__)), **environment})
    try:
        return process.wait()
    finally:
        process.terminate()
        process.wait()


if __name__ == "__main__":
    main()
