"""Counts what a check found. The last line is "N passed, N failed", the exit code 0 only when none failed."""

import signal
import sys
import time
import traceback

passed = 0
failed = 0


def check(what, truth, detail=""):
    """Counts one finding and prints it; the detail only when it is bad."""
    global passed, failed
    if truth:
        passed += 1
        print(f"  ok   {what}", flush=True)
    else:
        failed += 1
        print(f"  FAIL {what}{': ' if detail != '' else ''}{detail}", flush=True)
    return bool(truth)


def equal(what, found, wanted):
    return check(what, found == wanted, f"found {found!r}, wanted {wanted!r}")


def run(sections, only=None):
    """Runs named functions one after the other, each to its end or first exception, and ends the process."""
    global failed
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    for name, section in sections:
        if only and only not in name:
            continue
        print(name, flush=True)
        began = time.monotonic()
        try:
            section()
        except Exception:
            failed += 1
            print(f"  FAIL {name} ended early")
            traceback.print_exc(file=sys.stdout)
        print(f"  ({time.monotonic() - began:.1f} s)", flush=True)
    print(f"{passed} passed, {failed} failed", flush=True)
    sys.exit(1 if failed else 0)
