"""Archives of the classes that the command line, Central and the sandboxes load, from which Java reads them with less work."""

import os
import signal
import socket
import subprocess

import central
import product
from sandbox import Sandbox


def write(folder):
    """Raises if there is none in the end: all programs would start without, and nothing would tell."""
    desk = product.Product()
    desk("rehearse", "--headless", "--recipients", "1", KEYHOPPER_JAVA_OPTIONS=writing(folder, "command"))
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    server = central.Central(port, environment={"KEYHOPPER_JAVA_OPTIONS": f"-XX:TieredStopAtLevel=1 {writing(folder, 'central')}"})
    server.start()
    server.stop()
    java, *arguments = product.program(Sandbox.MAIN, "--users", "1")
    sandbox = subprocess.Popen([java, writing(folder, "program"), *arguments], stdout=subprocess.PIPE)
    sandbox.stdout.readline()
    sandbox.send_signal(signal.SIGTERM)
    sandbox.wait()
    missing = [name for name in ("command", "central", "program") if not os.path.exists(f"{folder}/{name}.jsa")]
    if missing:
        raise RuntimeError(f"There is no archive for {missing}.")


def writing(folder, name):
    return f"-XX:ArchiveClassesAtExit={folder}/{name}.jsa"
