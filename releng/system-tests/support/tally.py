"""What a test found: each finding is printed, and a test goes on after a bad one, so that all are known in the end."""

import signal
import sys
import time
import traceback

passed = 0
# The bad ones since they were asked for last.
bad = []


def check(what, truth, detail=""):
    """Prints one finding; the detail only when it is bad."""
    global passed
    if truth:
        passed += 1
        print(f"  ok   {what}", flush=True)
    else:
        bad.append(f"{what}{': ' if detail != '' else ''}{detail}")
        print(f"  FAIL {bad[-1]}", flush=True)
    return bool(truth)


def equal(what, found, wanted):
    return check(what, found == wanted, f"found {found!r}, wanted {wanted!r}")


def raise_if_bad():
    """Raises one error for all findings that were bad."""
    found = "\n".join(bad)
    bad.clear()
    if found:
        raise AssertionError(found)


def run(sections, only=None):
    """
    Runs named functions one after the other where there is no pytest, each to its end or first exception, and ends the process. The last line is
    "N passed, N failed", the exit code 0 only when none failed.
    """
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    for name, section in sections:
        if only and only not in name:
            continue
        print(name, flush=True)
        began = time.monotonic()
        try:
            section()
        except Exception:
            bad.append(f"{name} ended early")
            traceback.print_exc(file=sys.stdout)
        print(f"  ({time.monotonic() - began:.1f} s)", flush=True)
    print(f"{passed} passed, {len(bad)} failed", flush=True)
    sys.exit(1 if bad else 0)
