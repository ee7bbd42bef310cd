#!/usr/bin/env python3
"""
Counts the classes of the core that one recipient passes through: at the desk, and with a printed card.

  recipient_path.py [--list]      --list names them, in the order in which they are entered

A rehearsal of eight recipients runs under the flight recorder, which traces every method of the core (JEP 520: this needs Java 25). Counted are the
top-level classes entered from the end of the third recipient's ceremony to the end of the fourth's: claim, look-up, device, identification, ceremony,
outcome and removal. Records, enums and interfaces are not counted.

  KEYHOPPER_PRODUCT   the product to trace; default: the one of this source, built if need be
"""

import datetime
import glob
import json
import os
import re
import subprocess
import sys
import tempfile
import zipfile

HERE = os.path.dirname(os.path.abspath(__file__))
CORE = os.path.join(HERE, "..", "..", "bundles", "org.keyhopper.core", "src", "main", "java")
TYPE = re.compile(r"^(?:public |final |abstract |sealed |non-sealed )*(class|interface|record|enum) (\w+)", re.M)
CEREMONY = "org.keyhopper.core.internal.ceremony.Ceremony"
WHICH = 3


def kinds():
    """Returns the kind of each top-level type of the core by its name."""
    found = {}
    for path in glob.glob(CORE + "/**/*.java", recursive=True):
        name = os.path.relpath(path, CORE)[: -len(".java")].replace(os.sep, ".")
        with open(path, encoding="utf-8") as source:
            for kind, simple in TYPE.findall(source.read()):
                if simple == name.rsplit(".", 1)[1]:
                    found[name] = kind
    return found


def compiled(product):
    """Returns the names of all classes of the core, nested ones included."""
    (jar,) = glob.glob(product + "/plugins/org.keyhopper.core_*.jar")
    names = zipfile.ZipFile(jar).namelist()
    return [name[: -len(".class")].replace("/", ".") for name in names if name.endswith(".class") and not name.endswith("-info.class")]


def java_home():
    for release in sorted(glob.glob("/usr/lib/jvm/*/release"), reverse=True):
        with open(release, encoding="utf-8") as lines:
            if re.search(r'JAVA_VERSION="(2[5-9]|[3-9]\d)', lines.read()):
                return os.path.dirname(release)
    sys.exit("Tracing methods needs Java 25; none was found under /usr/lib/jvm.")


def rehearse(product, java, *arguments):
    """Returns what was traced: end, class and method of each call, in order of the ends."""
    with tempfile.TemporaryDirectory() as folder:
        options = folder + "/options"
        with open(options, "w", encoding="utf-8") as file:
            print("-XX:StartFlightRecording:method-trace=" + ";".join(compiled(product)), file=file)
            # The product ends without a last word of the recorder, so its own files are read.
            print(f"-XX:FlightRecorderOptions:repository={folder}/recording,preserve-repository=true", file=file)
        environment = {**os.environ, "KEYHOPPER_HOME": folder + "/home", "KEYHOPPER_JAVA": java + "/bin/java", "KEYHOPPER_JAVA_OPTIONS": "@" + options}
        command = [product + "/keyhopper", "rehearse", "--headless", "--recipients", "8", *arguments]
        run = subprocess.run(command, env=environment, capture_output=True, text=True)
        if run.returncode != 0:
            sys.exit(run.stdout + run.stderr)
        calls = []
        for recording in glob.glob(folder + "/recording/*/*.jfr"):
            printing = [java + "/bin/jfr", "print", "--json", "--events", "jdk.MethodTrace", "--stack-depth", "1", recording]
            printed = subprocess.run(printing, capture_output=True, text=True, check=True).stdout
            calls += [call(event["values"]) for event in json.loads(printed)["recording"]["events"]]
    return sorted(calls)


def call(values):
    start = datetime.datetime.fromisoformat(re.sub(r"\.(\d{6})\d*", r".\1", values["startTime"]))
    seconds = float(re.match(r"PT([\d.]+)S", values["duration"]).group(1))
    method = values["method"]
    return (start + datetime.timedelta(seconds=seconds), method["type"]["name"].replace("/", "."), method["name"])


def path(calls, wanted):
    ends = [end for end, owner, method in calls if owner == CEREMONY and method in ("perform", "performAtDevice")]
    # The public method ends right after the private one of the same name.
    ends = [end for i, end in enumerate(ends) if i == 0 or end - ends[i - 1] > datetime.timedelta(milliseconds=5)]
    first, last = ends[WHICH - 1], ends[WHICH]
    entered = dict.fromkeys(owner.split("$")[0] for end, owner, method in calls if first < end <= last)
    return [name for name in entered if wanted.get(name) == "class"]


def main():
    product = os.environ.get("KEYHOPPER_PRODUCT") or subprocess.check_output([os.path.join(HERE, "..", "build")], text=True).strip()
    java = java_home()
    wanted = kinds()
    for title, arguments in (("one person at the desk", []), ("one printed card", ["--printer"])):
        names = path(rehearse(product, java, *arguments), wanted)
        print(f"{title}: {len(names)} classes")
        if "--list" in sys.argv[1:]:
            print("".join(f"    {name}\n" for name in names), end="")


if __name__ == "__main__":
    main()
