"""The built product's command line, with a home of its own."""

import atexit
import glob
import json
import os
import shutil
import subprocess
import tempfile
import threading

import child

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__)))))
BUILT = f"{ROOT}/product/org.keyhopper.product/target/products/org.keyhopper.product/linux/gtk/x86_64"

FOLDER = os.environ.get("KEYHOPPER_PRODUCT", BUILT)
JDK = subprocess.run([f"{ROOT}/releng/jdk"], capture_output=True, text=True).stdout.strip()
JAVA = os.environ.get("KEYHOPPER_JAVA", f"{JDK}/bin/java")
CLASSPATH = ":".join(sorted(glob.glob(f"{FOLDER}/plugins/*.jar")))
WORK = tempfile.mkdtemp(prefix="keyhopper-test-")
# Whether everything is tested, as releng/test --all does.
ALL = True
# Archives of classes, kept by lanes.py for all modules: with them, a program of the built product starts with less work.
ARCHIVES = os.environ.get("KEYHOPPER_TEST_CLASSES") if FOLDER == BUILT else None
# The start script looks for one itself, which takes its time.
os.environ["KEYHOPPER_JAVA"] = JAVA
atexit.register(shutil.rmtree, WORK, ignore_errors=True)


class Result:
    """How a command ended."""

    def __init__(self, code, out, err):
        self.code = code
        self.out = out
        self.err = err

    @property
    def lines(self):
        """Standard output as JSON objects; raises if a line is none."""
        return [as_object(line) for line in self.out.splitlines()]


class Product:
    def __init__(self, **environment):
        self.folder = FOLDER
        self.home = tempfile.mkdtemp(dir=WORK, prefix="home-")
        self.environment = {**os.environ, **environment, "KEYHOPPER_HOME": self.home}

    def __call__(self, *arguments, seconds=120, **environment):
        """Runs a command to its end."""
        process = self.start(*arguments, **environment)
        try:
            out, err = process.communicate(timeout=seconds)
        except subprocess.TimeoutExpired:
            process.kill()
            out, err = process.communicate()
            raise RuntimeError(f"keyhopper {arguments} did not end within {seconds} s: {out}{err}") from None
        return Result(process.returncode, out, err)

    def start(self, *arguments, **environment):
        options = {"KEYHOPPER_JAVA_OPTIONS": " ".join(classes("command"))}
        return child.start(
            [f"{self.folder}/keyhopper", *arguments],
            env={**options, **self.environment, **environment},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            encoding="utf-8",
            # What is said to people on Windows is in its own encoding.
            errors="replace",
        )

    def run(self, react, *arguments, seconds=240, started=None, **environment):
        """Runs a command with --json; calls react with each object as it comes, and started, if given, with the process."""
        process = self.start(*arguments, "--json", **environment)
        if started:
            started(process)
        err = []
        reader = threading.Thread(target=lambda: err.append(process.stderr.read()), daemon=True)
        reader.start()
        watch = threading.Timer(seconds, process.kill)
        watch.daemon = True
        watch.start()
        out = []
        try:
            for line in process.stdout:
                out.append(line)
                if os.environ.get("CHECK_TRACE"):
                    print(line, end="", flush=True)
                react(as_object(line))
            code = process.wait()
        finally:
            watch.cancel()
            process.kill()
        reader.join()
        if code == 2 or code < 0:
            print(f"  keyhopper {' '.join(arguments)} ended with {code}: {err[0].strip()}", flush=True)
        return Result(code, "".join(out), "".join(err))

    def file(self, name, content):
        """Writes a file of this text or these bytes; returns its path."""
        path = os.path.join(self.home, name)
        with open(path, "wb") as file:
            file.write(content if isinstance(content, bytes) else content.encode())
        return path


def classes(name):
    """The options of a JVM that reads its classes from this archive."""
    return [f"-XX:SharedArchiveFile={ARCHIVES}/{name}.jsa"] if ARCHIVES else []


def program(main, *arguments):
    """The command of a program in the product's bundles, such as a sandbox. It uses the C1 compiler only, since it runs for seconds."""
    # What the JVM itself has to say is not part of what the program prints.
    messages = ["-Xlog:disable", "-Xlog:all=warning,cds*=off:stderr"]
    return [JAVA, *messages, "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", *classes("program"), "-cp", CLASSPATH, main, *arguments]


def command(name, *arguments):
    """Runs one of the commands in releng that try something for themselves."""
    subprocess.run([f"{ROOT}/releng/{name}", *arguments], check=True)


def as_object(line):
    parsed = json.loads(line)
    if not isinstance(parsed, dict):
        raise ValueError(f"not an object: {line}")
    return parsed
