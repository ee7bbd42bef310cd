"""Kills the product where it calls a method: no clock hits the instant between two of its writes, but a debugger does."""

import os
import re
import signal
import subprocess
import threading

import product

AGENT = "-agentlib:jdwp=transport=dt_socket,server=y,suspend=y,address=127.0.0.1:0"


def killed_at(keyhopper, method, *arguments, seconds=300):
    """Runs a command until it enters the method, given by class and name, and kills it there; returns whether it came there."""
    process = keyhopper.start(*arguments, KEYHOPPER_JAVA_OPTIONS=AGENT)
    threading.Thread(target=process.stderr.read, daemon=True).start()
    port = re.search(r"address: (\d+)", process.stdout.readline()).group(1)
    threading.Thread(target=process.stdout.read, daemon=True).start()
    debugger = subprocess.Popen(
        [os.path.join(os.path.dirname(product.JAVA), "jdb"), "-attach", f"127.0.0.1:{port}"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    watch = threading.Timer(seconds, process.kill)
    watch.start()
    try:
        for words, answer in (("main[1]", f"stop in {method}"), ("main[1]", "cont"), ("Breakpoint hit", "")):
            if not told(debugger, words):
                return False
            debugger.stdin.write(f"{answer}\n".encode())
            debugger.stdin.flush()
        return True
    finally:
        watch.cancel()
        process.send_signal(signal.SIGKILL)
        process.wait()
        debugger.kill()
        debugger.wait()


def told(debugger, words):
    """Waits for words, which may be a prompt without the end of a line; returns whether they came before the end."""
    read = b""
    while words.encode() not in read:
        some = os.read(debugger.stdout.fileno(), 4096)
        if not some:
            return False
        read += some
    return True
