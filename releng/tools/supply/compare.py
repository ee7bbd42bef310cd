"""
Compares the products and update sites of two builds byte by byte, and what is in archives of different bytes, so that the cause is seen.

    compare.py FIRST SECOND EXCEPTIONS    two checkouts, and a file with patterns of paths that may differ, each with its reason after a number sign
"""

import fnmatch
import hashlib
import os
import sys
import zipfile

PLACES = [
    "releng/org.keyhopper.site/target/repository",
    "product/org.keyhopper.product/target/products",
    "product/org.keyhopper.central.product/target/products",
]


def digest(content):
    return hashlib.sha256(content).hexdigest()


def files(root):
    found = {}
    for place in PLACES:
        for folder, _, names in os.walk(os.path.join(root, place)):
            for name in names:
                path = os.path.join(folder, name)
                content = os.readlink(path).encode() if os.path.islink(path) else open(path, "rb").read()
                mode = "link" if os.path.islink(path) else oct(os.stat(path).st_mode & 0o777)
                found[os.path.relpath(path, root)] = (digest(content), mode)
    return found


def inside(first, second):
    """What differs in two archives: entries, their order, or their times."""
    try:
        with zipfile.ZipFile(first) as one, zipfile.ZipFile(second) as other:
            mine, theirs = one.infolist(), other.infolist()
            if [entry.filename for entry in mine] != [entry.filename for entry in theirs]:
                same = {entry.filename for entry in mine} == {entry.filename for entry in theirs}
                return ["the order of entries" if same else "the names of entries"]
            changed = [entry.filename for entry in mine if one.read(entry) != other.read(entry.filename)]
            times = any(a.date_time != b.date_time for a, b in zip(mine, theirs))
            return changed + (["the times of entries"] if times else [])
    except zipfile.BadZipFile:
        return []


def patterns(path):
    with open(path, encoding="utf-8") as file:
        lines = (line.split("#")[0].strip() for line in file)
        return [line for line in lines if line]


def main():
    first, second, exceptions = sys.argv[1:]
    mine, theirs, allowed = files(first), files(second), patterns(exceptions)
    if not mine:
        sys.exit(f"There is no build in {first}.")
    different = sorted(path for path in mine.keys() | theirs.keys() if mine.get(path) != theirs.get(path))
    excepted = [path for path in different if any(fnmatch.fnmatch(path, pattern) for pattern in allowed)]
    for path in different:
        where = "only in one" if path not in mine or path not in theirs else ""
        details = where or ", ".join(inside(os.path.join(first, path), os.path.join(second, path)))
        print(f"{'excepted ' if path in excepted else 'differs  '} {path} {details}".rstrip())
    print(f"{len(mine)} files: {len(mine.keys() - set(different))} are identical, {len(excepted)} differ as named, {len(different) - len(excepted)} differ.")
    sys.exit(1 if len(different) > len(excepted) else 0)


if __name__ == "__main__":
    main()
