"""
The product as it is handed on: the start script passes hostile links and arguments on as they are and runs nothing in them, says when there
is no Java that will do, and everything runs for a plain user from a folder that only root can write.
"""

import glob
import os
import pwd
import random
import re
import shutil
import stat
import subprocess

import product
import pytest
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

JAVAS = {
    "8": ('openjdk version "1.8.0_392"', None, False),
    "17": ('openjdk version "17.0.21" 2026-10-20', "17.0.21", False),
    "17-without-note": ('openjdk version "17.0.21" 2026-10-20', None, False),
    "21": ('openjdk version "21.0.13.1" 2026-11-17', "21.0.13.1", True),
    "21-without-note": ('openjdk version "21" 2026-11-17', None, True),
    "25": ('java version "25.0.1" 2026-10-20 LTS', "25.0.1", True),
    "26-early": ('openjdk version "26-ea" 2027-03-17', "26-ea", True),
    "no-java": ("The operation couldn’t be completed. Unable to locate a Java Runtime.", None, False),
}


@pytest.fixture(scope="module", autouse=True)
def opened(no_readers):
    yield


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


def a_java(folder, name, said, release=None):
    """A Java that only tells its version, as one does, and how it was started."""
    home = f"{folder}/{name}"
    os.makedirs(f"{home}/bin")
    if release:
        with open(f"{home}/release", "w") as note:
            note.write(f'IMPLEMENTOR="Somebody"\nJAVA_VERSION_DATE="2026-01-01"\nJAVA_VERSION="{release}"\n')
    with open(f"{home}/bin/java", "w") as java:
        java.write(f"""#!/bin/sh
[ "$*" = -version ] && {{ printf '%s\\n' '{said}' >&2; exit; }}
printf '%s\\n' {name} "$@"
""")
    os.chmod(f"{home}/bin/java", 0o755)


def only_with(jvm, arguments, environment):
    """Starts the product where there are no other JDKs than those in a folder."""
    hidden = 'mount --bind "$1" /usr/lib/jvm && mount -t tmpfs none /opt && shift && exec "$@"'
    apart = ["unshare", "--mount"] + ([] if os.getuid() == 0 else ["--user", "--map-root-user"])
    command = [*apart, "sh", "-c", hidden, "sh", jvm, f"{product.FOLDER}/keyhopper", *arguments]
    return subprocess.run(command, env=environment, capture_output=True, text=True, timeout=60)


def everything_in(top):
    for where, folders, files in os.walk(top):
        for name in folders + files:
            yield os.path.join(where, name)


def take_rights(path):
    if not os.path.islink(path):
        os.chmod(path, stat.S_IMODE(os.stat(path).st_mode) & 0o555 | 0o444)


def facts(top):
    return {path: (os.lstat(path).st_mtime_ns, os.lstat(path).st_size) for path in everything_in(top)}


def test_hostile_arguments():
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


def test_several_arguments():
    """A link is the only argument or none at all."""
    keyhopper = product.Product()
    ran = keyhopper("keyhopper://provision/R7K3M", "--json")
    equal("a link with an option is bad usage", ran.code, 2)
    check("and said to be", ran.err.strip() != "" and "Exception" not in ran.err, ran.err)


def test_no_java():
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


def test_which_java():
    """Whatever kind is the only one where JDKs lie; on macOS as well, with the one flag that its windows need."""
    systems = folder("systems")
    with open(f"{systems}/uname", "w") as uname:
        uname.write("#!/bin/sh\necho Darwin\n")
    os.chmod(f"{systems}/uname", 0o755)
    for name, (said, release, will_do) in JAVAS.items():
        place, where = folder(f"jvm-{name}"), folder(f"home-{name}")
        a_java(place, name, said, release)
        for path in ("/usr/bin:/bin", f"{systems}:/usr/bin:/bin"):
            ran = only_with(place, [], {"PATH": path, "HOME": where})
            out = ran.stdout.splitlines()
            found = ran.returncode == 0 and out[:1] == [name] and ("-XstartOnFirstThread" in out) == (systems in path)
            refused = ran.returncode == 2 and ran.stderr.startswith("Keyhopper needs Java 21 or later")
            check(f"Java {name} {'is taken' if will_do else 'is said not to do'}", found if will_do else refused, (ran.stdout, ran.stderr))
    place = folder("jvm-several")
    a_java(place, "17", *JAVAS["17"][:2])
    a_java(place, "25", *JAVAS["25"][:2])
    older = f"{place}/17"
    environment = {"PATH": f"{older}/bin:/usr/bin:/bin", "HOME": where, "JAVA_HOME": older, "KEYHOPPER_JAVA": f"{older}/bin/java"}
    equal("one that is too old does not hide a later one", only_with(place, [], environment).stdout.splitlines()[:1], ["25"])


def test_scripts_for_other_systems():
    """What can be said of them here: that a shell reads those of macOS, and that those of Windows are what cmd wants."""
    for script in (f"{product.FOLDER}/keyhopper", f"{product.ROOT}/releng/packaging/macos/package", f"{product.ROOT}/releng/packaging/runtime"):
        for shell in ("dash", "bash --posix"):
            read = subprocess.run([*shell.split(), "-n", script], capture_output=True, text=True)
            check(f"{shell} reads {os.path.relpath(script, product.ROOT)}", read.returncode == 0, read.stderr)
    for script in glob.glob(f"{product.ROOT}/releng/packaging/windows/*.cmd") + [f"{product.ROOT}/features/org.keyhopper.feature/rootfiles/windows/keyhopper.cmd"]:
        with open(script, "rb") as file:
            text = file.read()
        name = os.path.basename(script)
        check(f"every line of {name} ends as cmd wants it", text.count(b"\n") == text.count(b"\r\n"))
        labels = set(re.findall(rb"(?m)^:(\w+)", text))
        wanted = set(re.findall(rb"(?i)goto (\w+)", text)) | set(re.findall(rb"(?i)call :(\w+)", text))
        check(f"every label of {name} is there", wanted <= labels, (wanted, labels))
        equal(f"the brackets of {name} match", text.count(b"("), text.count(b")"))
    for script in ("macos/package", "windows/package.cmd", "windows/register-link.cmd"):
        with open(f"{product.ROOT}/releng/packaging/{script}") as file:
            check(f"{script} says that it is unproven", "NEVER RUN" in file.read())


def test_the_program_for_windows():
    """What Keyhopper.exe runs, by a launcher that only says what reached it."""
    classes = folder("windows-program")
    sources = f"{classes}/org/eclipse/equinox/launcher"
    os.makedirs(sources)
    with open(f"{sources}/Main.java", "w") as main:
        main.write("package org.eclipse.equinox.launcher; public class Main { public static void main(String[] all) {")
        main.write(' System.out.print("reached " + String.join("|", all)); } }')
    compiler = os.path.join(os.path.dirname(product.JAVA), "javac")
    subprocess.run([compiler, "-d", classes, f"{sources}/Main.java", f"{product.ROOT}/releng/packaging/windows/Start.java"], check=True)

    def reached(*arguments):
        return subprocess.run([product.JAVA, "-cp", classes, "Start", *arguments], capture_output=True, text=True, timeout=60).stdout

    equal("Keyhopper.exe opens the desktop", reached(), "reached ")
    equal("Keyhopper.exe follows a link", reached("keyhopper://provision/R7K3M"), "reached keyhopper://provision/R7K3M")
    for hostile in (["keyhopper://x", "-configuration", "evil"], ["-data", "evil"], ["-debug"], [""]):
        equal(f"Keyhopper.exe takes nothing else: {hostile}", reached(*hostile), "")


def test_read_only():
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
    kept = f"{home}/.keyhopper"
    found = [path for path in [kept, *everything_in(kept)] if not os.path.islink(path)]
    open_to_others = [path for path in found if os.stat(path).st_mode & 0o077]
    check("and is for its owner alone", not open_to_others, open_to_others)
    equal("nothing was written beside it", facts(installed), before)
    for path in everything_in(installed):
        if os.path.isdir(path):
            os.chmod(path, 0o755)
