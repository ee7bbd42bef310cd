"""A screen of its own: X server, session bus and window manager, none of them under umockdev. Sets DISPLAY and the bus for what follows."""

import contextlib
import os
import subprocess

import child


@contextlib.contextmanager
def outside_umockdev():
    """What is started here is not under umockdev."""
    preloaded = os.environ.pop("LD_PRELOAD", None)
    try:
        yield
    finally:
        if preloaded is not None:
            os.environ["LD_PRELOAD"] = preloaded


def open_screen(work, size="1280x800"):
    """Starts everything; it ends with this process."""
    with outside_umockdev():
        ready, told = os.pipe()
        quiet = dict(stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        child.start(["Xvfb", "-displayfd", str(told), "-screen", "0", f"{size}x24"], pass_fds=[told], **quiet)
        os.close(told)
        with os.fdopen(ready) as line:
            os.environ["DISPLAY"] = ":" + line.readline().strip()
        os.environ.update(HOME=work, XDG_CONFIG_HOME=f"{work}/config", LANG="C.UTF-8", GTK_A11Y="atspi")
        os.makedirs(f"{work}/config", exist_ok=True)
        bus = child.start(
            ["dbus-daemon", "--session", "--nofork", "--print-address=1"],
            stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)  # fmt: skip
        os.environ["DBUS_SESSION_BUS_ADDRESS"] = bus.stdout.readline().strip()
        child.start(["openbox"], **quiet)
