"""Child processes that never outlive the check."""

import ctypes
import signal
import subprocess

LIBC = ctypes.CDLL(None, use_errno=True)
PR_SET_PDEATHSIG = 1


def _die_with_parent():
    LIBC.prctl(PR_SET_PDEATHSIG, signal.SIGKILL)
    # A shell makes what it puts into the background deaf to Ctrl-C, and that is inherited.
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def start(command, **more):
    return subprocess.Popen(command, preexec_fn=_die_with_parent, **more)
