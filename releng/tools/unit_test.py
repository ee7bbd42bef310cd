#!/usr/bin/python3
"""
Compiles what has changed of a bundle and of those that it needs, and runs its unit tests, in seconds and without Maven.

    releng/test BUNDLE [CLASS...]     core or org.keyhopper.core; a class by its simple name, or by a pattern with *

With DEBUG=yes in the environment the tests wait for a debugger at port 5005. Class paths are those that releng/ide writes. Compiler warnings and
formatting are the build's affair, as is which bundle may use what.
"""

import glob
import os
import re
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ElementTree

ROOT = os.path.abspath(os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", ".."))
CLASSES = f"{ROOT}/target/unit-test"
JDK = os.environ["JAVA_HOME"]
# A test that hangs is interrupted, unless someone debugs it, and fails with what all threads were doing.
TIMEOUT = {
    "junit.jupiter.execution.timeout.default": "5 m",
    "junit.jupiter.execution.timeout.mode": "disabled_on_debug",
    "junit.jupiter.execution.timeout.threaddump.enabled": "true",
}
CONSOLE = ("org.junit.platform", "junit-platform-console-standalone", "1.13.4")
# The console has its own of these.
JUNIT = re.compile(r"/(junit-|opentest4j-|apiguardian-)")


class Bundle:
    """A bundle that has sources in this tree, with its own class path."""

    known = {}

    def __init__(self, name):
        self.folder = f"{ROOT}/bundles/{name}"
        self.main, self.test = self.folders(name)
        entries = ElementTree.parse(f"{self.folder}/.classpath").getroot()
        paths = [(entry.get("kind"), entry.get("path")) for entry in entries]
        self.libraries = [path for kind, path in paths if kind == "lib"]
        self.needed = [bundle(path[1:]) for kind, path in paths if kind == "src" and path.startswith("/")]

    @staticmethod
    def folders(name):
        """Where the classes of a bundle and those of its tests are."""
        return f"{CLASSES}/{name}/main", f"{CLASSES}/{name}/test"

    @property
    def class_path(self):
        return [self.main, *(other.main for other in self.needed), *self.libraries]

    def compile(self):
        """Returns when the newest of what it consists of has changed."""
        newest = max((other.compile() for other in self.needed), default=0)
        return self._compile("main", self.main, self.class_path[1:], newest)

    def compile_tests(self):
        self._compile("test", self.test, self.class_path, self.compile())

    def _compile(self, kind, folder, class_path, newest):
        sources = files(f"{self.folder}/src/{kind}/java", ".java")
        resources = f"{self.folder}/src/{kind}/resources"
        newest = max([newest, *map(os.path.getmtime, sources + files(resources, ""))])
        stamp = f"{folder}.compiled"
        if os.path.exists(stamp) and os.path.getmtime(stamp) >= newest and read(stamp) == "\n".join(sources):
            return os.path.getmtime(stamp)
        print(f"compiling {folder[len(CLASSES) + 1:]}", file=sys.stderr, flush=True)
        shutil.rmtree(folder, ignore_errors=True)
        os.makedirs(folder)
        if sources:
            options = ["-proc:none", "-nowarn", "-g", "--release", "21", "-d", folder, "-cp", ":".join(class_path)]
            # The compiler has said what is wrong.
            if subprocess.run([f"{JDK}/bin/javac", "-J-XX:TieredStopAtLevel=1", *options, *sources]).returncode:
                sys.exit(1)
        if os.path.isdir(resources):
            shutil.copytree(resources, folder, dirs_exist_ok=True)
        with open(stamp, "w") as file:
            file.write("\n".join(sources))
        return os.path.getmtime(stamp)


def bundle(name):
    if name not in Bundle.known:
        Bundle.known[name] = Bundle(name)
    return Bundle.known[name]


def files(folder, ending):
    return sorted(path for path in glob.glob(f"{folder}/**/*{ending}", recursive=True) if os.path.isfile(path))


def read(path):
    with open(path) as file:
        return file.read()


def console():
    """The launcher of JUnit, fetched once."""
    group, name, version = CONSOLE
    jar = f"{CLASSES}/{name}-{version}.jar"
    if not os.path.exists(jar):
        artifact = f"-Dartifact={group}:{name}:{version}"
        command = ["mvn", "-B", "-ntp", "-q", "-N", "dependency:copy", artifact, f"-DoutputDirectory={CLASSES}"]
        subprocess.run(command, cwd=ROOT, check=True, stderr=subprocess.DEVNULL)
    return jar


def launch(tested, names, reports, details="summary"):
    class_path = [tested.test, *(path for path in tested.class_path if not JUNIT.search(path)), console()]
    command = [f"{JDK}/bin/java"]
    command += ["-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "--enable-native-access=ALL-UNNAMED", "-Djava.awt.headless=true"]
    if os.environ.get("DEBUG") == "yes":
        command.append("-agentlib:jdwp=transport=dt_socket,server=y,suspend=y,address=5005")
    command += ["-cp", ":".join(class_path), "org.junit.platform.console.ConsoleLauncher", "execute", "--disable-banner"]
    command += ["--scan-classpath", tested.test, *(argument for name in names for argument in ("-n", name))]
    command += [argument for key, value in TIMEOUT.items() for argument in ("--config", f"{key}={value}")]
    return [*command, "--details", details, "--reports-dir", reports]


def run(tested, patterns):
    # Nested classes belong to the one around them.
    names = [rf".*\b{re.escape(pattern).replace(re.escape('*'), '.*')}(\$.*)?" for pattern in patterns] or [".*"]
    started = launch(tested, names, f"{CLASSES}/reports", "tree" if patterns else "summary")
    return subprocess.run([f"{ROOT}/releng/tools/display", *started], cwd=tested.folder).returncode


def describe():
    """Writes the class paths anew if a build path has changed."""
    described = glob.glob(f"{ROOT}/bundles/*/.classpath")
    builds = glob.glob(f"{ROOT}/bundles/*/pde.bnd")
    if len(described) < len(builds) or max(map(os.path.getmtime, builds)) > min(map(os.path.getmtime, described)):
        subprocess.run([f"{ROOT}/releng/ide"], check=True)


def main():
    name = sys.argv[1] if sys.argv[1].startswith("org.keyhopper.") else f"org.keyhopper.{sys.argv[1]}"
    if not os.path.isfile(f"{ROOT}/bundles/{name}/pde.bnd"):
        sys.exit(f"There is no bundle {name}.")
    describe()
    tested = bundle(name)
    tested.compile_tests()
    sys.exit(run(tested, sys.argv[2:]))


if __name__ == "__main__":
    main()
