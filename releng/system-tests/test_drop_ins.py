"""
Puts drivers and other files into the folder dropins: one works at the next start and goes when it is deleted, and whatever cannot be used
is reported with its reason, never ignored. A policy can forbid them, want them signed, and lock directories and the profile; one with a
fault in it names the field and allows nothing.
"""

import contextlib
import glob
import json
import os
import shutil
import sqlite3
import subprocess
import tempfile
import zipfile

import product
import pytest
from tally import check


@pytest.fixture(scope="module", autouse=True)
def opened(no_readers):
    global COPY, DROPINS, keyhopper
    # Hard links: nothing in the copy is changed, only added.
    COPY = f"{product.WORK}/product"
    subprocess.run(["cp", "-al", product.FOLDER, COPY], check=True)
    product.FOLDER = COPY
    DROPINS = f"{COPY}/dropins"
    keyhopper = product.Product()
    yield


def fill(files):
    """Makes the folder hold these, by name; a file is given by the path of one to copy or by its bytes."""
    shutil.rmtree(DROPINS, ignore_errors=True)
    os.makedirs(DROPINS)
    for name, content in files.items():
        if isinstance(content, bytes):
            with open(f"{DROPINS}/{name}", "wb") as out:
                out.write(content)
        else:
            shutil.copy(content, f"{DROPINS}/{name}")


def bundle(name, **headers):
    """Returns a jar of nothing but a manifest."""
    path = tempfile.mktemp(dir=product.WORK, suffix=".jar")
    lines = {"Bundle-ManifestVersion": 2, "Bundle-SymbolicName": name, "Bundle-Version": "1.0.0", **headers}
    text = "Manifest-Version: 1.0\n" + "".join(f"{key.replace('_', '-')}: {value}\n" for key, value in lines.items() if value)
    with zipfile.ZipFile(path, "w") as jar:
        jar.writestr("META-INF/MANIFEST.MF", text + "\n")
    return path


def built(name):
    """Returns the jar of one of our bundles that is not in the product."""
    return max(glob.glob(f"{product.ROOT}/{name}/target/*SNAPSHOT.jar"), key=os.path.getmtime)


def signed(path, key=f"{product.ROOT}/releng/tools/signing/development-only.key"):
    """Returns the signature of a file, made with OpenSSL, so that it is seen that the format is the usual one."""
    signature = tempfile.mktemp(dir=product.WORK)
    subprocess.run(["openssl", "pkeyutl", "-sign", "-rawin", "-inkey", key, "-in", path, "-out", signature], check=True)
    with open(signature, "rb") as made:
        return made.read()


def policy(text):
    """Returns the environment in which this is the policy."""
    path = f"{product.WORK}/policy.json"
    with open(path, "w", encoding="utf-8") as out:
        out.write(text if isinstance(text, str) else json.dumps(text))
    return {"KEYHOPPER_JAVA_OPTIONS": f"-Dkeyhopper.policy={path}"}


def devices(**environment):
    """Returns the reason (None when used) of each drop-in by file, the drivers' ids, and the text."""
    result = keyhopper("devices", "--no-discovery", "--json", **environment)
    lines = result.lines
    reasons = {line["file"]: line["reason"] for line in lines if line["kind"] == "drop-in"}
    return reasons, {line["id"] for line in lines if line["kind"] == "printer-driver"}, result.err


def test_each_file_is_used_or_reported():
    fill(
        {
            "matica.jar": built("bundles/org.keyhopper.printer.matica"),
            "half.jar": b"PK\3\4 half of one",
            "library.jar": bundle(None, Bundle_ManifestVersion=None, Bundle_Version=None),
            "lacking.jar": bundle("lacking", Import_Package="com.example.kit"),
            "tomorrow.jar": bundle("tomorrow", Import_Package='org.keyhopper.api.printer;version="[9.0,10)"'),
            "newest-java.jar": bundle("newest", Require_Capability='osgi.ee;filter:="(&(osgi.ee=JavaSE)(version=99))"'),
            "twice.jar": glob.glob(f"{COPY}/plugins/org.keyhopper.printer.evolis_*.jar")[0],
            "README.txt": b"not a driver and not a jar",
        }
    )
    reasons, drivers, text = devices()
    check("a driver that was dropped in is there", "matica" in drivers, drivers)
    check(
        "and every other jar is reported with its reason",
        reasons
        == {
            "matica.jar": None,
            "half.jar": "drop-in.broken",
            "library.jar": "drop-in.not-a-bundle",
            "lacking.jar": "drop-in.package-missing",
            "tomorrow.jar": "drop-in.wrong-version",
            "newest-java.jar": "drop-in.java-too-old",
            "twice.jar": "drop-in.already-there",
        },
        reasons,
    )
    for words in ("com.example.kit", "[9.0.0,10.0.0)", "Java 99", "org.keyhopper.printer.evolis"):
        check(f"the report names {words}", words in text, text)
    check("the driver of the product goes on working", "evolis" in drivers, drivers)


def test_a_file_that_is_deleted():
    shutil.rmtree(DROPINS)
    reasons, drivers, _ = devices()
    check("what was deleted is gone at the next start", not reasons and "matica" not in drivers, (reasons, drivers))


def test_signatures():
    matica = built("bundles/org.keyhopper.printer.matica")
    fakes = built("bundles/org.keyhopper.ui.fakes")
    foreign = f"{product.WORK}/foreign.key"
    subprocess.run(["openssl", "genpkey", "-algorithm", "ed25519", "-out", foreign], check=True, stderr=subprocess.DEVNULL)
    other = bundle("other")
    fill(
        {
            "fakes.jar": fakes,
            "fakes.jar.sig": signed(fakes),
            "matica.jar": matica,
            "other.jar": other,
            "other.jar.sig": signed(other, foreign),
            "swapped.jar": bundle("swapped"),
            "swapped.jar.sig": signed(fakes),
        }
    )
    reasons, drivers, _ = devices(**policy({"dropIns": {"signed": True}}))
    check(
        "a policy that wants signatures lets in what a trusted key signed, and nothing else",
        reasons == {"fakes.jar": None, "matica.jar": "drop-in.unsigned", "other.jar": "drop-in.not-trusted", "swapped.jar": "drop-in.not-trusted"},
        reasons,
    )
    check("so the unsigned driver is not there", "matica" not in drivers, drivers)


def test_what_a_policy_locks():
    strict = policy({"dropIns": {"allowed": False}, "updates": {"allowed": False}, "locked": {"directories": True, "profile": True}})
    reasons, _, _ = devices(**strict)
    check("a policy can forbid drop-ins", set(reasons.values()) == {"drop-in.switched-off"}, reasons)
    added = keyhopper("directory", "add", "x", "--type", "okta", **strict)
    check("directories cannot be added where they are locked", added.code == 2 and "policy" in added.err, added.err)
    updated = keyhopper("update", "--check", "--site", "https://localhost:1/", **strict)
    check("nor the product updated", updated.code == 2 and "turned off" in updated.err, updated.err)


def test_the_profile_that_a_policy_brings():
    people = keyhopper.file("people.csv", "user\nanna@contoso.example\n")
    own = keyhopper.file("own.json", '{"pin": {"rule": "keep"}}')
    settings = ["--set", "orgUrl=https://contoso.okta.com", "--secret", "apiToken=env:TOKEN"]
    keyhopper("directory", "add", "contoso", "--type", "okta", *settings, TOKEN="kept")
    demanded = policy({"locked": {"directories": True}, "profile": {"pin": {"rule": "random", "length": 11}, "minimumPinLength": 9}})
    order = ["request", "import", people, "--name", "Berlin", "--directory", "contoso"]
    refused = keyhopper(*order, "--profile", own, **demanded)
    check("where the policy brings a profile no other can be chosen", refused.code == 2 and "policy" in refused.err, refused.err)
    check("and no request is made", keyhopper("request", "list", "--json").lines == [])
    made = keyhopper(*order, "--json", **demanded)
    with contextlib.closing(sqlite3.connect(f"{keyhopper.home}/station.db")) as store:
        profiles = list(store.execute("SELECT pin_length, minimum_pin_length FROM request"))
    check("but the policy's is that of a new request", made.code == 0 and profiles == [(11, 9)], (made.err, profiles))
    removed = keyhopper("directory", "remove", "contoso", **demanded)
    check("nor can a directory be removed where they are locked", removed.code == 2 and "policy" in removed.err, removed.err)
    check("which is still there", "contoso" in keyhopper("directory", "list").out)


def at_the_machines_place(text, mode, *arguments, **environment):
    """Runs a command where a policy is at the place of this computer: in a copy of /etc that only the command sees."""
    etc = tempfile.mkdtemp(dir=product.WORK, prefix="etc-")
    subprocess.run(["cp", "-a", "/etc/.", etc], check=True)
    os.makedirs(f"{etc}/keyhopper", exist_ok=True)
    with open(f"{etc}/keyhopper/policy.json", "w", encoding="utf-8") as out:
        out.write(text)
    os.chmod(f"{etc}/keyhopper/policy.json", mode)
    there = ["unshare", "--mount", "sh", "-c", 'mount --bind "$1" /etc && shift && exec "$@"', "sh", etc]
    return subprocess.run(
        [*there, f"{product.FOLDER}/keyhopper", *arguments],
        env={**keyhopper.environment, **environment},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can put a policy in its place")
def test_a_policy_at_its_place():
    text = json.dumps({"locked": {"directories": True}})
    locked = at_the_machines_place(text, 0o644, "directory", "remove", "x")
    check("the policy of this computer is followed", locked.returncode == 2 and "policy" in locked.stderr, locked.stderr)
    evaded = at_the_machines_place(text, 0o644, "directory", "remove", "x", **policy("{}"))
    check("options of the JVM do not evade it", evaded.returncode == 2 and "policy" in evaded.stderr, evaded.stderr)
    moved = at_the_machines_place(text, 0o644, "directory", "remove", "x", KEYHOPPER_JAVA_OPTIONS="-Dos.name=Windows")
    check("nor does another name of the system", moved.returncode == 2 and "policy" in moved.stderr, moved.stderr)
    planted = at_the_machines_place("{}", 0o666, "directory", "remove", "x")
    check("one that others can write allows nothing", planted.returncode == 2 and "other accounts" in planted.stderr, planted.stderr)


def test_a_fresh_home():
    home = f"{product.WORK}/fresh home"
    made = subprocess.run(
        ["sh", "-c", 'umask 002; exec "$@"', "sh", f"{product.FOLDER}/keyhopper", "request", "list"],
        env={**keyhopper.environment, "KEYHOPPER_HOME": home},
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )
    check("the command ran", made.returncode == 0, made.stderr)
    rights = {}
    for folder, folders, files in os.walk(home):
        for name in [*folders, *files]:
            path = os.path.join(folder, name)
            rights[os.path.relpath(path, home)] = oct(os.stat(path).st_mode & 0o777)
    check("its home is for its owner alone", oct(os.stat(home).st_mode & 0o777) == "0o700", os.stat(home))
    open_to_others = {path: mode for path, mode in rights.items() if mode not in ("0o700", "0o600")}
    check("and so is everything in it", not open_to_others, open_to_others)
    os.chmod(home, 0o770)
    shared = keyhopper("request", "list", KEYHOPPER_HOME=home)
    check("one that others can write to is refused", shared.code == 2 and "chmod go-w" in shared.err, shared.err)


def test_a_changed_row():
    people = keyhopper.file("people.csv", "user\nanna@contoso.example\n")
    settings = ["--set", "orgUrl=https://contoso.okta.com", "--secret", "apiToken=env:TOKEN"]
    keyhopper("directory", "add", "contoso", "--type", "okta", *settings, TOKEN="kept")
    made = keyhopper("request", "import", people, "--name", "Changed", "--directory", "contoso")
    check("a request is made", made.code == 0, made.err)
    with contextlib.closing(sqlite3.connect(f"{keyhopper.home}/station.db")) as store:
        store.execute("UPDATE recipient SET user_reference = 'ceo@contoso.example' WHERE request = ?", [made.out.strip()])
        store.commit()
    shown = keyhopper("request", "show", made.out.strip())
    check("a person whom another program changed is refused by name", shown.code != 0 and "ceo@contoso.example" in shown.err, shown.err)


def test_a_policy_with_a_fault():
    bad = keyhopper("directory", "remove", "x", **policy({"locked": {"directory": True}}))
    check("a fault in the policy is named by its field", bad.code == 2 and "locked.directory" in bad.err, bad.err)
    check("and what it could forbid is forbidden", "everything that a policy can forbid is forbidden" in bad.err, bad.err)
