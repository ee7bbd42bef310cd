"""The product updates itself from good and bad sites. Started by releng/try-update."""

import functools
import glob
import hashlib
import http.server
import os
import shutil
import signal
import subprocess
import sys
import threading
import time

import product
from debugger import killed_at
from tally import check, equal, run

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__)))))
SITE = f"{ROOT}/releng/org.keyhopper.site/target/repository"
NEWER = os.environ["KEYHOPPER_NEWER"]
TRUST = f"{ROOT}/bundles/org.keyhopper.update/src/main/resources/trust"
ORIGINAL = product.FOLDER
OURS = "org.keyhopper.host_"
P2 = "org.eclipse.equinox.internal.p2"

# Where nothing is whole: how far the update has come, and what is called there.
POINTS = {
    "after the old parts, before the new ones": f"{P2}.engine.phases.Install$BeforeInstallEventAction.execute",
    "after the record, before the bundles are switched": f"{P2}.touchpoint.eclipse.EclipseTouchpoint.commit",
    "after the bundles, before the last file": "org.eclipse.equinox.internal.frameworkadmin.equinox.EquinoxFwConfigFileParser.saveFwConfig",
    "among the files beside the start script": "org.keyhopper.update.internal.install.RootFiles.permissions",
}


class Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_):
        pass


class Station:
    """A copy of the first version, in a folder it was not built in, with a home that holds a directory."""

    def __init__(self, name):
        self.folder = f"{product.WORK}/a place with spaces/{name}"
        shutil.copytree(ORIGINAL, self.folder, symlinks=True)
        product.FOLDER = self.folder
        self.keyhopper = product.Product()
        added = self.run(
            *("directory", "add", "contoso", "--type", "okta", "--set", "orgUrl=https://contoso.okta.com"),
            *("--secret", "apiToken=env:TOKEN"),
            TOKEN="kept",
        )
        if added.code:
            raise RuntimeError(added.err)

    def run(self, *arguments, **environment):
        product.FOLDER = self.folder
        return self.keyhopper(*arguments, seconds=400, **environment)

    def content(self):
        """Returns what is in the folder: the hash of every file but p2's notes of repositories it looked at."""
        found = {}
        for folder, _, files in os.walk(self.folder):
            for name in files:
                path = os.path.join(folder, name)
                if "/.settings/" not in path and not name.endswith(".lock"):
                    with open(path, "rb") as file:
                        found[os.path.relpath(path, self.folder)] = hashlib.sha256(file.read()).hexdigest()
        return found

    def works(self):
        """Returns whether what was kept is there, and every part of the product that is asked."""
        listed = self.run("directory", "list")
        drivers = self.run("devices", "--no-discovery")
        return "contoso" in listed.out and all(name in drivers.out for name in ("Evolis", "Entrust"))


def serve(folder):
    """Serves a folder on this computer and returns its address."""
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=folder))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return f"http://127.0.0.1:{server.server_port}/"


def bad_site(name, spoil):
    """Returns a copy of the newer site in which something was spoilt."""
    folder = f"{product.WORK}/sites/{name}"
    shutil.copytree(NEWER, folder, copy_function=os.link)
    spoil(folder)
    return folder


def replace(path, content):
    """Writes a new file in place of a link to the good one."""
    os.remove(path)
    with open(path, "wb") as out:
        out.write(content)


def read(path):
    with open(path, "rb") as file:
        return file.read()


def some_jar(folder):
    return glob.glob(f"{folder}/plugins/{OURS}*.jar")[0]


def cut_off(path):
    replace(path, read(path)[:-1000])


def flip(path):
    content = bytearray(read(path))
    content[len(content) // 2] ^= 1
    replace(path, bytes(content))


def sign_with_foreign_key(folder):
    key = f"{product.WORK}/foreign.key"
    subprocess.run(["openssl", "genpkey", "-algorithm", "ed25519", "-out", key], check=True, stderr=subprocess.DEVNULL)
    os.remove(f"{folder}/SHA256SUMS")
    os.remove(f"{folder}/SHA256SUMS.sig")
    subprocess.run([product.JAVA, f"{ROOT}/releng/tools/signing/Sign.java", key, "-", folder], check=True)


def sign_at(folder, time):
    """Signs the site anew with the key that is trusted, as if at another time."""
    for name in ("SHA256SUMS", "SHA256SUMS.sig"):
        os.remove(f"{folder}/{name}")
    subprocess.run(
        [product.JAVA, f"{ROOT}/releng/tools/signing/Sign.java", f"{ROOT}/releng/tools/signing/development-only.key", "-", folder],
        env={**os.environ, "SOURCE_DATE_EPOCH": str(int(time))},
        check=True,
    )


def exchange_jar_and_list(folder):
    """What somebody does who has the site but not the key: another jar, and a list that goes with it."""
    jar = some_jar(folder)
    old = hashlib.sha256(read(jar)).hexdigest()
    flip(jar)
    listed = read(f"{folder}/SHA256SUMS").decode()
    replace(f"{folder}/SHA256SUMS", listed.replace(old, hashlib.sha256(read(jar)).hexdigest()).encode())


BAD = {
    "metadata changed": (lambda f: flip(f"{f}/content.jar"), "content.jar"),
    "metadata cut off": (lambda f: cut_off(f"{f}/content.jar"), "content.jar"),
    "list of artifacts missing": (lambda f: os.remove(f"{f}/artifacts.jar"), "artifacts.jar"),
    "a bundle changed": (lambda f: flip(some_jar(f)), "differs from the one that was signed"),
    "a bundle cut off": (lambda f: cut_off(some_jar(f)), "differs from the one that was signed"),
    "a bundle missing": (lambda f: os.remove(some_jar(f)), "does not have it"),
    "a bundle and the list exchanged": (exchange_jar_and_list, "not trusted"),
    "no signature": (lambda f: os.remove(f"{f}/SHA256SUMS.sig"), "not signed"),
    "a foreign signature": (sign_with_foreign_key, "not trusted"),
    "an expired list": (lambda f: sign_at(f, time.time() - 500 * 86400), "was valid until"),
    "no list": (lambda f: os.remove(f"{f}/SHA256SUMS"), "Not an update site"),
}


def bad_sites_change_nothing():
    station = Station("bad")
    before = station.content()
    for name, (spoil, words) in BAD.items():
        folder = bad_site(name.replace(" ", "-"), spoil)
        result = station.run("update", "--site", serve(folder))
        check(f"{name}: refused, and it says why", result.code == 2 and words in result.err, result.err)
        check(f"{name}: nothing was changed", station.content() == before, difference(before, station.content()))
    for address, words in (
        ("http://updates.example/", "neither an https address"),
        ("https://localhost:1/", "cannot be reached"),
        ("https://updates.example/", "for development only"),
        ("file:///nowhere/", "Not an update site"),
    ):
        result = station.run("update", "--site", address)
        check(f"{address}: refused, and it says why", result.code == 2 and words in result.err, result.err)
    check("nothing was changed by addresses either", station.content() == before, difference(before, station.content()))
    check("and it still works", station.works())


def difference(before, after):
    return sorted(path for path in before.keys() | after.keys() if before.get(path) != after.get(path))[:20]


def what_policies_say():
    station = Station("policy")
    before = station.content()
    unsigned = serve(bad_site("unsigned", lambda f: os.remove(f"{f}/SHA256SUMS.sig")))
    path = f"{product.WORK}/policy.json"

    def under(policy, *arguments):
        with open(path, "w", encoding="utf-8") as out:
            out.write(policy)
        return station.run("update", *arguments, KEYHOPPER_JAVA_OPTIONS=f"-Dkeyhopper.policy={path}")

    other = under('{"updates": {"sites": ["https://updates.example/"]}}', "--site", serve(NEWER))
    check("only the policy's sites may be used", other.code == 2 and "not allowed" in other.err, other.err)
    off = under('{"updates": {"allowed": false}}', "--site", serve(NEWER))
    check("updates can be switched off", off.code == 2 and "turned off" in off.err, off.err)
    silent = under('{"updates": {"unsigned": true}}', "--site", unsigned)
    check("unsigned content is not installed silently where it is allowed", silent.code == 2 and "not signed" in silent.err, silent.err)
    check("nothing was changed", station.content() == before, difference(before, station.content()))
    usual = under('{"updates": {"sites": ["%s"]}}' % serve(NEWER), "--check")
    check("without an address the policy's first site is used", usual.code == 0 and "Newer: product" in usual.out, usual.out + usual.err)
    asked = under('{"updates": {"unsigned": true}}', "--site", unsigned, "--accept-unsigned")
    check("but it is for somebody who says so", asked.code == 0 and "Installed: product" in asked.out, asked.out + asked.err)


def from_the_first_to_the_newer():
    station = Station("good")
    first, newer = serve(SITE), serve(NEWER)
    added = station.run("update", "--site", first, "--install", "printer.matica")
    check("a driver is added from the site of the same version", added.code == 0 and "printer.matica" in added.out, added.out + added.err)
    check("and is there at the next start", "Matica" in station.run("devices", "--no-discovery").out)
    old = station.run("--version").out.strip()

    looked = station.run("update", "--check", "--site", newer)
    check("the check tells the news", "The newer one is newer." in looked.out, looked.out + looked.err)
    lines = station.run("update", "--check", "--site", newer, "--json").lines
    roots = {line["id"] for line in lines if line["kind"] == "installed"}
    equal("every root is listed", roots, {"product", "printer.evolis", "printer.entrust", "printer.sdk", "printer.matica",
                                          "directory.entra", "directory.pingone", "directory.okta", "directory.keycloak"})
    equal("and each has something newer", {line["id"] for line in lines if line["kind"] == "newer"}, roots)
    check("looking changes nothing", station.run("--version").out.strip() == old)

    updated = station.run("update", "--site", newer)
    check("the update succeeds and asks for a restart", updated.code == 0 and "Restart" in updated.out, updated.out + updated.err)
    equal("the newer one runs", station.run("--version").out.strip(), "Keyhopper 1.0.0, the newer one")
    check("with what was kept, and all its parts", station.works())
    check("the added driver was updated too", "Matica" in station.run("devices", "--no-discovery").out)
    lines = station.run("update", "--check", "--site", newer, "--json").lines
    equal("nothing is newer any more", [line["id"] for line in lines if line["kind"] == "newer"], [])
    again = station.run("update", "--site", newer)
    check("a second update has nothing to do", again.code == 0 and "nothing was changed" in again.out, again.out + again.err)
    back = station.run("update", "--site", first)
    check("and an older site takes nothing back", back.code == 0 and "nothing was changed" in back.out, back.out + back.err)


def an_older_list():
    station = Station("older")
    folder = bad_site("older", lambda f: None)
    site = serve(folder)
    updated = station.run("update", "--site", site)
    check("the update succeeds", updated.code == 0 and "Restart" in updated.out, updated.out + updated.err)
    sign_at(folder, time.time() - 300 * 86400)
    older = station.run("update", "--site", site)
    check("a list that is older than the one it came from is refused", older.code == 2 and "older than this installation" in older.err, older.err)


def read_only():
    station = Station("read-only")
    subprocess.run(["chmod", "-R", "a-w", station.folder], check=True)
    try:
        if os.access(f"{station.folder}/plugins", os.W_OK):
            print("  --   not tried: this account may write everywhere", flush=True)
            return
        result = station.run("update", "--site", serve(NEWER))
        check("a folder that cannot be written is said to be so", result.code == 2 and "no write access" in result.err, result.err)
    finally:
        subprocess.run(["chmod", "-R", "u+w", station.folder], check=True)


def killed_on_the_way():
    """Wherever it is killed, what starts afterwards works, and an update leads to the newer one."""
    for seconds in (0.5, 1.5, 3):
        station = Station(f"killed-{seconds}")
        began = threading.Event()
        process = station.keyhopper.start("update", "--site", serve(NEWER), "--json")
        watch = threading.Thread(target=lambda: (process.stdout.readline(), began.set()), daemon=True)
        watch.start()
        began.wait(120)
        time.sleep(seconds)
        process.send_signal(signal.SIGKILL)
        process.wait()
        goes_on(station, f"killed {seconds} s after the first file")


def killed_at_each_point():
    for number, (where, method) in enumerate(POINTS.items()):
        station = Station(f"point-{number}")
        check(f"killed {where}", killed_at(station.keyhopper, method, "update", "--site", serve(NEWER)))
        goes_on(station, where)


def cut_while_it_is_written():
    """As a power cut leaves the files that a start reads, while they are written: half of them, or nothing."""
    where = "after the bundles, before the last file"
    for name, left in (("half of the bundles", 0.5), ("no bundles", 0), ("half of the last file", 0.5)):
        station = Station(name.replace(" ", "-"))
        killed_at(station.keyhopper, POINTS[where], "update", "--site", serve(NEWER))
        path = f"{station.folder}/configuration/" + ("config.ini" if "last" in name else "org.eclipse.equinox.simpleconfigurator/bundles.info")
        whole = read(path)
        replace(path, whole[: int(len(whole) * left)].rstrip(b"\n"))
        goes_on(station, name)


def goes_on(station, where):
    version = station.run("--version").out.strip()
    check(f"{where}: a version runs", version.startswith("Keyhopper 1.0.0"), version)
    check("with what was kept", station.works())
    result = station.run("update", "--site", serve(NEWER))
    check("and an update leads to the newer one", result.code == 0, result.err)
    equal("which runs", station.run("--version").out.strip(), "Keyhopper 1.0.0, the newer one")
    check("with what was kept, too", station.works())


run(
    [
        ("from the first version to the newer one", from_the_first_to_the_newer),
        ("bad sites", bad_sites_change_nothing),
        ("an older list", an_older_list),
        ("policies", what_policies_say),
        ("a folder that cannot be written", read_only),
        ("killed on the way", killed_on_the_way),
        ("killed at each point", killed_at_each_point),
        ("cut while it is written", cut_while_it_is_written),
    ],
    sys.argv[1] if len(sys.argv) > 1 else None,
)
