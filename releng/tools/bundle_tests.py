#!/usr/bin/python3
"""
Runs the unit tests of all bundles, or of those named, against the classes that a build has left, several bundles at a time: most tests wait for simulated devices and
printers. Each bundle's output comes when it has ended, and its report is in its target/surefire-reports. Fails when a test failed.

Maven could build several modules at a time itself, but Tycho 4.0.13 then fails now and then: "Could not find specification for custom execution environment profile".
"""

import concurrent.futures
import glob
import os
import subprocess
import sys
import time

import unit_test

# Tests mostly wait.
AT_A_TIME = os.cpu_count() + 1


def folders(name):
    """What Maven compiled."""
    return f"{unit_test.ROOT}/bundles/{name}/target/classes", f"{unit_test.ROOT}/bundles/{name}/target/test-classes"


def run(name):
    began = time.monotonic()
    tested = unit_test.bundle(name)
    command = unit_test.launch(tested, [".*"], f"{tested.folder}/target/surefire-reports")
    ended = subprocess.run(command, cwd=tested.folder, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    return name, ended, time.monotonic() - began


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
            name, ended, took = done.result()
            failed |= ended.returncode != 0
            print(f"--- {name}", flush=True)
            sys.stdout.buffer.write(ended.stdout)
            print(f"{'FAILED' if ended.returncode else 'PASSED'}: {name} ({took:.0f} s)", flush=True)
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
