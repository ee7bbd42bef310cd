#!/usr/bin/python3
"""
Runs the system tests: each module in a process of its own, several at a time, the one that takes longest first; those marked long follow one by one,
since they want an idle machine.

    lanes.py [--all] [--lanes N] [PYTEST OPTIONS...]

--all runs those marked extra or long, too. An option of pytest such as "-k window_keys" chooses among them. Each module leaves a report in
target/system-tests as JUnit XML; seconds.properties beside this file says how long each takes, and --measure writes that anew.
"""

import argparse
import os
import queue
import re
import signal
import subprocess
import sys
import tempfile
import threading
import time
import xml.etree.ElementTree as ElementTree

HERE = os.path.dirname(os.path.abspath(__file__))
REPORTS = os.path.join(HERE, "..", "..", "target", "system-tests")
SECONDS = os.path.join(HERE, "seconds.properties")
# One of them keeps a processor busy for 0.4 of its time, measured over nine modules.
LANES = os.cpu_count() + 2
# A module that hangs is ended; those that only --all runs try whole installations.
MOST_SECONDS = 1200
MOST_SECONDS_OF_EXTRA = 7200
CLEAN_UP_SECONDS = 30
NOTHING_CHOSEN = 5
# A mark of all tests of a module.
MARK = r"^pytestmark = .*\bpytest\.mark\.{}\b"


class Lanes:
    def __init__(self, options):
        self._options = options
        self._printing = threading.Lock()
        self.failed = False
        self.took = {}

    def run(self, modules, count):
        """The first lane begins with those that have a window: two of them at once would be too slow for what they wait for."""
        common = queue.SimpleQueue()
        windows = queue.SimpleQueue()
        for module in modules:
            (windows if has(module, "^from window import") else common).put(module)
        lanes = [threading.Thread(target=self._lane, args=([] if lane else [windows], common)) for lane in range(count)]
        for lane in lanes:
            lane.start()
        for lane in lanes:
            lane.join()

    def _lane(self, before, common):
        for modules in [*before, common]:
            while not modules.empty():
                try:
                    self._one(modules.get_nowait())
                except queue.Empty:
                    pass  # another lane was quicker

    def _one(self, module):
        report = os.path.join(REPORTS, f"{module}.xml")
        command = [sys.executable, "-m", "pytest", "-q", "--tb=short", f"--junit-xml={report}", *self._options, f"{module}.py"]
        if has(module, MARK.format("hidraw")):
            command.insert(0, "umockdev-wrapper")
        print(f"begin {module}", flush=True)
        began = time.monotonic()
        code, output = execute(command, MOST_SECONDS_OF_EXTRA if has(module, MARK.format("(extra|long)")) else MOST_SECONDS)
        self.took[module] = took = time.monotonic() - began
        if not has_tests(report):
            write_failure(report, module, output.decode(errors="replace"))
        with self._printing:
            self.failed |= code != 0
            print(f"--- {module}")
            sys.stdout.flush()
            sys.stdout.buffer.write(output)
            print(f"{'FAILED' if code else 'PASSED'}: {module} ({took:.0f} s)", flush=True)


def execute(command, most_seconds):
    """
    Returns the exit code and what was printed. What runs too long is asked to clean up, then killed. The output goes to a file: at a pipe, the end
    of what a test has left running would be waited for, too.
    """
    with tempfile.TemporaryFile() as output:
        streams = {"stdin": subprocess.DEVNULL, "stdout": output, "stderr": subprocess.STDOUT}
        started = subprocess.Popen(command, cwd=HERE, **streams)
        try:
            started.wait(most_seconds)
        except subprocess.TimeoutExpired:
            started.send_signal(signal.SIGINT)
            try:
                started.wait(CLEAN_UP_SECONDS)
            except subprocess.TimeoutExpired:
                started.kill()
                started.wait()
            output.write(f"\nStill running after {most_seconds} s.\n".encode())
        output.seek(0)
        return started.returncode, output.read()


def has(module, pattern):
    with open(os.path.join(HERE, f"{module}.py")) as file:
        return re.search(pattern, file.read(), re.MULTILINE) is not None


def chosen(options):
    """The modules with a test that these options choose."""
    command = [sys.executable, "-m", "pytest", "--collect-only", "-q", *options]
    found = subprocess.run(command, cwd=HERE, capture_output=True, text=True)
    if found.returncode not in (0, NOTHING_CHOSEN):
        sys.exit(found.stdout + found.stderr)
    return sorted(set(re.findall(r"^(test_\w+)\.py", found.stdout, re.MULTILINE)))


def measured():
    with open(SECONDS) as file:
        return {name: int(seconds) for name, seconds in re.findall(r"^(\w+)=(\d+)$", file.read(), re.MULTILINE)}


def keep(took):
    with open(SECONDS, "w") as file:
        file.write("# Written by lanes.py --measure.\n")
        file.writelines(f"{name}={seconds:.0f}\n" for name, seconds in sorted({**measured(), **took}.items()))


def keep_classes(folder):
    """Lets programs start with less work: what one run of each loads is kept for all modules."""
    sys.path.insert(0, os.path.join(HERE, "support"))
    import class_archives

    class_archives.write(folder)
    os.environ["KEYHOPPER_TEST_CLASSES"] = folder


def has_tests(report):
    return os.path.exists(report) and ElementTree.parse(report).find(".//testcase") is not None


def write_failure(report, module, output):
    """A module that ended before its first test has failed, too."""
    suite = ElementTree.Element("testsuite", name=module)
    case = ElementTree.SubElement(suite, "testcase", classname=module, name="process")
    ElementTree.SubElement(case, "error", message="ended without a report").text = re.sub(r"[^\t\n\x20-\ud7ff]", "?", output[-20000:])
    ElementTree.ElementTree(suite).write(report)


def main():
    parser = argparse.ArgumentParser(usage=__doc__)
    parser.add_argument("--all", action="store_true")
    parser.add_argument("--lanes", type=int, default=LANES)
    parser.add_argument("--measure", action="store_true")
    own, options = parser.parse_known_args()
    if not own.all:
        options = ["-m", "not long and not extra", *options]
    os.makedirs(REPORTS, exist_ok=True)
    for report in os.listdir(REPORTS):
        os.remove(os.path.join(REPORTS, report))
    seconds = measured()
    modules = chosen(options)
    if not modules:
        sys.exit("No test was chosen.")
    lanes = Lanes(options)
    without_long = [module for module in modules if not has(module, MARK.format("long"))]
    with tempfile.TemporaryDirectory() as folder:
        if len(modules) > own.lanes:
            keep_classes(folder)
        lanes.run(sorted(without_long, key=lambda module: -seconds.get(module, MOST_SECONDS)), own.lanes)
        lanes.run([module for module in modules if module not in without_long], 1)
    if own.measure:
        keep(lanes.took)
    sys.exit(1 if lanes.failed else 0)


if __name__ == "__main__":
    main()
