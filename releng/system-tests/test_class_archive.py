"""
Java keeps the classes of the window in an archive in the home folder, which it writes when the window is closed for the first time. The second start
reads most classes from it; a truncated archive is replaced, and nothing is printed about any of this.
"""

import glob
import os
import re
import shutil

import product
import pytest
from messages import message
from tally import check, equal
from window import LOG, Window

CLASSES = os.path.join(product.WORK, "classes.log")


@pytest.fixture(scope="module", autouse=True)
def opened(no_readers):
    global window, keyhopper
    window = Window("class-archive")
    keyhopper = product.Product()


def open_and_close(**environment):
    """Opens the window and closes it; returns the names of the loaded classes, by whether they came from the archive."""
    log = f"-Xlog:class+load:file={CLASSES}"
    process = window.start(keyhopper, message("requests.empty.noDirectory.title"), KEYHOPPER_JAVA_OPTIONS=log, **environment)
    process.terminate()
    process.wait()
    with open(LOG) as output:
        equal("nothing is printed", [line for line in output if not line.startswith("Picked up JAVA_TOOL_OPTIONS")], [])
    with open(CLASSES) as file:
        # Classes of lambda expressions are made anew at each start.
        lines = [line for line in file if " org.keyhopper." in line and "$$Lambda" not in line]
    return {archived: [line for line in lines if ("shared objects file (top)" in line) is archived] for archived in (True, False)}


def archives():
    return glob.glob(f"{keyhopper.home}/.eclipse/*/classes.jsa")


def test_classes_come_from_the_archive_at_the_second_start():
    first = open_and_close()
    check("without an archive, none", first[False] and not first[True], len(first[True]))
    equal("one archive", len(archives()), 1)
    second = open_and_close()
    check("with it, nearly all", len(second[True]) > 10 * len(second[False]), re.sub(r"\s+", " ", str(second[False][:20])))


def test_a_truncated_archive_is_replaced():
    (archive,) = archives()
    size = os.path.getsize(archive)
    os.truncate(archive, size // 2)
    open_and_close()
    check("it is whole again", os.path.getsize(archive) > size // 2, os.path.getsize(archive))
    third = open_and_close()
    check("and is used", len(third[True]) > 10 * len(third[False]), len(third[False]))


def test_a_copy_with_the_archive_of_the_first_stays_itself():
    (archive,) = archives()
    copy = product.Product()
    copy.folder = shutil.copytree(product.FOLDER, os.path.join(product.WORK, "copy"), symlinks=True)
    process = window.start(copy, message("requests.empty.noDirectory.title"), KEYHOPPER_JAVA_OPTIONS=f"-XX:SharedArchiveFile={archive} -Xlog:class+load:file={CLASSES}")
    opened = {os.path.realpath(file) for file in glob.glob(f"/proc/{process.pid}/fd/*")}
    process.terminate()
    process.wait()
    with open(CLASSES) as file:
        lines = file.read().splitlines()
    check("with the archive", sum("shared objects file (top)" in line for line in lines) > 100)
    # For a class from an archive, Java reports the folder in which the archive was written, also for the launcher.
    check("files of its own", any(file.startswith(f"{copy.folder}/") for file in opened), sorted(opened))
    equal("none of the first", [file for file in opened if file.startswith(f"{product.FOLDER}/")], [])
