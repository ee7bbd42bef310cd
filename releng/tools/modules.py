#!/usr/bin/python3
"""
Draws which bundle uses which, from the imports of their sources, and writes the picture (Mermaid) into CONTRIBUTING.md.

    modules.py            writes it
    modules.py --check    fails when the picture there is out of date

Drivers, connectors and transports are one box each. An arrow that follows from others is left out.
"""

import glob
import os
import re
import sys

ROOT = os.path.abspath(os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", ".."))
DOCUMENT = f"{ROOT}/CONTRIBUTING.md"
BEGIN, END = "<!-- releng/tools/modules.py writes what follows -->\n", "<!-- up to here -->\n"
# Bundles for tests only, and the logger, which is beneath all.
LEFT_OUT = {"testkit", "ui.fakes", "logging", "logging.slf4j"}
FAMILIES = ("directory", "printer", "transport")


def box(bundle):
    family = bundle.split(".")[0]
    return f"{family}.*" if family in FAMILIES and bundle != family and not bundle.endswith(".support") else bundle


def uses():
    """What each box uses of the others."""
    bundles = [os.path.basename(folder)[len("org.keyhopper.") :] for folder in glob.glob(f"{ROOT}/bundles/org.keyhopper.*")]
    arrows = {box(bundle): set() for bundle in bundles if bundle not in LEFT_OUT}
    for bundle in bundles:
        if bundle in LEFT_OUT:
            continue
        for path in glob.glob(f"{ROOT}/bundles/org.keyhopper.{bundle}/src/main/java/**/*.java", recursive=True):
            with open(path, encoding="utf-8") as file:
                for package in re.findall(r"^import (?:static )?org\.keyhopper\.([\w.]+)", file.read(), re.MULTILINE):
                    owners = [other for other in bundles if package.startswith(f"{other}.") and other not in LEFT_OUT]
                    if owners:
                        arrows[box(bundle)].add(box(max(owners, key=len)))
    return {source: targets - {source} for source, targets in arrows.items()}


def reached(arrows, source):
    found, waiting = set(), [source]
    while waiting:
        for target in arrows[waiting.pop()]:
            if target not in found:
                found.add(target)
                waiting.append(target)
    return found


def picture():
    arrows = uses()
    lines = ["```mermaid", "flowchart BT"]
    names = {source: source.replace(".*", "s").replace(".", "_") for source in arrows}
    lines += [f'    {names[source]}["{source}"]' for source in sorted(arrows)]
    for source in sorted(arrows):
        implied = set().union(*(reached(arrows, target) for target in arrows[source])) if arrows[source] else set()
        lines += [f"    {names[source]} --> {names[target]}" for target in sorted(arrows[source] - implied)]
    return "\n".join([*lines, "```", ""])


def main():
    with open(DOCUMENT, encoding="utf-8") as file:
        text = file.read()
    before, rest = text.split(BEGIN)
    now = before + BEGIN + picture() + END + rest.split(END)[1]
    if sys.argv[1:] == ["--check"]:
        sys.exit(0 if now == text else "The picture in CONTRIBUTING.md is out of date: releng/tools/modules.py")
    with open(DOCUMENT, "w", encoding="utf-8") as file:
        file.write(now)


if __name__ == "__main__":
    main()
