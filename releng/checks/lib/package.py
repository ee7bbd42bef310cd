"""Started by package."""

import os
import pwd
import random
import shutil
import stat
import subprocess
import sys

import product
import tally
from tally import check, equal

SEED = 20261127
STARTS = 200
DESKTOP = ["-product", "org.keyhopper.app.product"]
LINE = ["-application", "org.keyhopper.host.application"]

SCHEMES = ["keyhopper:", "KEYHOPPER:", "KeyHopper:", "keyhopper", " keyhopper:", "-", "--", "@", ""]
PLACES = ["//provision/", "//delete/", "/", "//provision/../", "//provision/%2e%2e/", ""]
TAILS = [
    "R7K3M", "", " --json", "\n--json", "\r\n", "\t", "%0a", "%n$s", "$(touch RAN)", "`touch RAN`", "; touch RAN", "| touch RAN", "&& touch RAN",
    "\ntouch RAN\n", "$IFS", "${HOME}", "~", "*", "?", "[a-z]", "\\", "\\\\", "'", '"', "'; touch RAN; '", '"; touch RAN; "', "$((1))", "!!", "#",
    ">RAN", "<RAN", "\u202e", "\u212a", "x" * 5000, "--headless", "-configuration", "/tmp", "-vmargs", "-Dx=y", "\x01", "\x7f", "ü",
]  # fmt: skip


def folder(name):
    path = os.path.join(product.WORK, name)
    os.makedirs(path)
    return path


def fake_java(name, version):
    """A Java that only says how it was started."""
    home = folder(name)
    os.mkdir(f"{home}/bin")
    with open(f"{home}/release", "w") as release:
        release.write(f'JAVA_VERSION="{version}"\n')
    with open(f"{home}/bin/java", "w") as java:
        java.write('#!/bin/sh\nprintf "%s\\0" "$@"\n')
    os.chmod(f"{home}/bin/java", 0o755)
    return f"{home}/bin/java"


def start(java, arguments, where):
    environment = {"PATH": "/usr/bin:/bin", "HOME": where, "KEYHOPPER_HOME": f"{where}/home", "KEYHOPPER_JAVA": java}
    return subprocess.run([f"{product.FOLDER}/keyhopper", *arguments], cwd=where, env=environment, capture_output=True, timeout=60)


def hostile(dice):
    """One argument or several."""
    count = dice.choice([1, 1, 1, 2, 3])
    made = [dice.choice(SCHEMES) + dice.choice(PLACES) + "".join(dice.choices(TAILS, k=dice.choice([1, 1, 2]))) for _ in range(count)]
    return [each.replace("\0", "") for each in made]


def is_desktop(arguments):
    return len(arguments) == 1 and (arguments[0] == "" or arguments[0].lower().startswith("keyhopper:"))


def hostile_arguments():
    java, where, dice = fake_java("java-21", "21.0.1"), folder("starts"), random.Random(SEED)
    links = lines = 0
    for _ in range(STARTS):
        given = hostile(dice)
        if given[0] == "rehearse":
            continue
        ran = start(java, given, where)
        passed = ran.stdout.decode().split("\0")[:-1]
        wanted = DESKTOP if is_desktop(given) else LINE
        whole = ran.returncode == 0 and passed[len(passed) - len(given) :] == given
        begun = [passed[i : i + 2] for i in range(len(passed) - len(given))]
        if not whole or wanted not in begun or passed.count("-configuration") - given.count("-configuration") != 1:
            check("passed on as given", False, (given, passed, ran.stderr))
        links, lines = links + is_desktop(given), lines + (not is_desktop(given))
    check(f"{links} links and {lines} others were passed on as they are", links > STARTS / 10 and lines > STARTS / 10)
    equal("nothing in them was run", sorted(os.listdir(where)), ["home"])


def no_java():
    where = folder("no-java")
    hidden = "mount -t tmpfs none /usr/lib/jvm && for folder in /opt; do mount -t tmpfs none $folder; done && exec \"$@\""
    apart = ["unshare", "--mount"] + ([] if os.getuid() == 0 else ["--user", "--map-root-user"])
    environment = {"PATH": "/usr/bin:/bin", "HOME": where}
    command = [*apart, "sh", "-c", hidden, "sh", f"{product.FOLDER}/keyhopper"]
    for arguments in ([], ["devices"]):
        ran = subprocess.run([*command, *arguments], env=environment, capture_output=True, text=True, timeout=60)
        said = ran.stderr.strip()
        equal(f"exit code without any Java {arguments}", ran.returncode, 2)
        check("one sentence that says what to do", said.startswith("Keyhopper needs Java 21 or later") and "\n" not in said, said)


def several_arguments():
    """A link is the only argument or none at all."""
    keyhopper = product.Product()
    ran = keyhopper("keyhopper://provision/R7K3M", "--json")
    equal("a link with an option is bad usage", ran.code, 2)
    check("and said to be", ran.err.strip() != "" and "Exception" not in ran.err, ran.err)


def everything_in(top):
    for where, folders, files in os.walk(top):
        for name in folders + files:
            yield os.path.join(where, name)


def take_rights(path):
    if not os.path.islink(path):
        os.chmod(path, stat.S_IMODE(os.stat(path).st_mode) & 0o555 | 0o444)


def facts(top):
    return {path: (os.lstat(path).st_mtime_ns, os.lstat(path).st_size) for path in everything_in(top)}


def read_only():
    os.chmod(product.WORK, 0o711)
    installed = os.path.join(product.WORK, "installed")
    shutil.copytree(product.FOLDER, installed, symlinks=True)
    for path in [installed, *everything_in(installed)]:
        take_rights(path)
    before = facts(installed)
    home = folder("plain")
    user = []
    if os.getuid() == 0:
        account = pwd.getpwnam("nobody")
        os.chown(home, account.pw_uid, account.pw_gid)
        user = ["setpriv", f"--reuid={account.pw_uid}", f"--regid={account.pw_gid}", "--clear-groups"]
    environment = {"PATH": "/usr/bin:/bin", "HOME": home, "KEYHOPPER_JAVA": product.JAVA, "LANG": "C.UTF-8"}
    # Java knows the home of an account from the system, and this account has none.
    environment["KEYHOPPER_HOME"] = f"{home}/.keyhopper"
    for again in ("first", "second"):
        command = [*user, f"{installed}/keyhopper", "directory", "list", "--json"]
        ran = subprocess.run(command, cwd="/", env=environment, capture_output=True, text=True, timeout=120)
        check(f"the {again} start as a plain user", ran.returncode == 0 and "cannot" not in ran.stderr, (ran.returncode, ran.stderr))
    check("its data is in the home", os.path.isfile(f"{home}/.keyhopper/station.db"), os.listdir(home))
    equal("nothing was written beside it", facts(installed), before)
    for path in everything_in(installed):
        if os.path.isdir(path):
            os.chmod(path, 0o755)


tally.run(
    [
        ("hostile arguments", hostile_arguments),
        ("several arguments", several_arguments),
        ("no Java", no_java),
        ("read-only", read_only),
    ],
    sys.argv[1] if len(sys.argv) > 1 else None,
)
