#!/usr/bin/python3
"""
Runs the unit tests of all bundles, or of those named, against the classes that a build has left, several bundles at a time: most tests wait for simulated devices and
printers. Each bundle's output comes when it has ended, and its report is in its target/surefire-reports. Fails when a test failed. A bundle that takes
too long is ended, after all its threads have said where they are.

Maven could build several modules at a time itself, but Tycho 4.0.13 then fails now and then: "Could not find specification for custom execution environment profile".
"""

import concurrent.futures
import glob
import os
import signal
import subprocess
import sys
import tempfile
import time

import unit_test

# Tests mostly wait.
AT_A_TIME = os.cpu_count() + 1
# The slowest takes a quarter of this on a slow computer.
MOST_SECONDS = 900
THREAD_DUMP_SECONDS = 5


def folders(name):
    """What Maven compiled."""
    return f"{unit_test.ROOT}/bundles/{name}/target/classes", f"{unit_test.ROOT}/bundles/{name}/target/test-classes"


def run(name):
    print(f"begin {name}", flush=True)
    began = time.monotonic()
    tested = unit_test.bundle(name)
    command = unit_test.launch(tested, [".*"], f"{tested.folder}/target/surefire-reports")
    # At a pipe, the end of what a test has left running would be waited for, too.
    with tempfile.TemporaryFile() as output:
        streams = {"stdin": subprocess.DEVNULL, "stdout": output, "stderr": subprocess.STDOUT}
        started = subprocess.Popen(command, cwd=tested.folder, **streams)
        try:
            started.wait(MOST_SECONDS)
        except subprocess.TimeoutExpired:
            end(started)
            output.write(f"\nStill running after {MOST_SECONDS} s.\n".encode())
        output.seek(0)
        return name, started.returncode, output.read(), time.monotonic() - began


def end(java):
    """Ends a bundle's tests that hang, after each thread has printed where it is."""
    java.send_signal(signal.SIGQUIT)
    try:
        java.wait(THREAD_DUMP_SECONDS)
    except subprocess.TimeoutExpired:
        pass  # that signal ends nothing
    java.kill()
    java.wait()


def size_of_tests(name):
    """Those that have most tests begin."""
    return sum(os.path.getsize(path) for path in unit_test.files(f"{unit_test.ROOT}/bundles/{name}/src/test/java", ".java"))


def main():
    unit_test.Bundle.folders = staticmethod(folders)
    unit_test.describe()
    unit_test.console()
    names = sys.argv[1:] or [os.path.basename(os.path.dirname(path)) for path in glob.glob(f"{unit_test.ROOT}/bundles/*/pde.bnd")]
    tested = sorted((name for name in names if size_of_tests(name)), key=size_of_tests, reverse=True)
    failed = False
    with concurrent.futures.ThreadPoolExecutor(AT_A_TIME) as pool:
        for done in concurrent.futures.as_completed([pool.submit(run, name) for name in tested]):
            name, code, output, took = done.result()
            failed |= code != 0
            print(f"--- {name}", flush=True)
            sys.stdout.buffer.write(output)
            print(f"{'FAILED' if code else 'PASSED'}: {name} ({took:.0f} s)", flush=True)
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
