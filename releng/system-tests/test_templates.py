"""
The SDK as authors get it: each template is copied out of the tree, renamed and built as its guide says, with the contracts of the test kit; then it is
signed, and provisions five people in the product: the driver as a drop-in, the connector installed from its site.
"""

import glob
import os
import re
import shlex
import shutil
import subprocess
import xml.etree.ElementTree as ElementTree

import printer_desk
import product
import pytest
import sandbox
from desk import PORTS, READERS, Desk
from printer_desk import Machine, PrinterDesk
from tally import check, equal

pytestmark = [pytest.mark.extra, pytest.mark.readers(2)]

SDK = f"{product.WORK}/keyhopper-sdk"
KEY = f"{product.ROOT}/releng/tools/signing/development-only.key"
TRUST = f"{product.ROOT}/bundles/org.keyhopper.update/src/main/resources/trust"
PIN = "73529416"
PEOPLE = [(f"person{number}@globex.example", f"Person {number}") for number in range(1, 6)]
USERS = [account for account, _ in PEOPLE]
BUILT = {"printer": f"{product.WORK}/authors/printer", "directory": f"{product.WORK}/authors/directory"}
MODULE = {"printer": "driver", "directory": "connector"}

keyhopper = None


def commands(guide, section):
    """The commands of a section of a guide; what stands to the right of them is explanation."""
    with open(f"{guide}/README.md", encoding="utf-8") as file:
        text = re.search(rf"^## {section}\..*?(?=^## |\Z)", file.read(), re.MULTILINE | re.DOTALL).group()
    lines = [line.strip() for line in text.splitlines() if line.startswith("    ")]
    return [re.sub(r" {4,}.*", "", line) for line in lines]


def follow(template, lines, folder):
    """Types these commands."""
    script = "\n".join(["set -e", *lines]).replace("~/globex", shlex.quote(BUILT[template]))
    environment = {**os.environ, "JAVA_HOME": product.JDK, "PATH": f"{product.FOLDER}:{product.JDK}/bin:{os.environ['PATH']}"}
    environment["KEYHOPPER_HOME"] = f"{product.WORK}/home-of-the-author"
    done = subprocess.run(["bash", "-c", script], cwd=folder, env=environment, capture_output=True, text=True)
    if done.returncode != 0:
        pytest.fail(f"{template}: the guide's commands\n{script}\n{done.stdout[-8000:]}{done.stderr[-4000:]}")


@pytest.fixture(scope="module")
def authors():
    """Builds both; once the module has a network of its own, Maven can fetch nothing."""
    archive = f"{SDK}.zip"
    subprocess.run([f"{product.ROOT}/releng/tools/sdk", archive], check=True, stdout=subprocess.DEVNULL)
    shutil.unpack_archive(archive, product.WORK)
    os.makedirs(f"{product.WORK}/authors")
    for template in BUILT:
        follow(template, commands(f"{SDK}/templates/{template}", 1), SDK)


@pytest.fixture(scope="module", autouse=True)
def opened(authors, readers):
    global keyhopper
    copy = f"{product.WORK}/product"
    shutil.copytree(product.FOLDER, copy, symlinks=True)
    product.FOLDER = copy
    keyhopper = product.Product()
    yield


def jar(template):
    (path,) = glob.glob(f"{BUILT[template]}/{MODULE[template]}/target/com.globex*-SNAPSHOT.jar")
    return path


def sign(content, key=KEY):
    subprocess.run([product.JAVA, f"{SDK}/Sign.java", key, TRUST if key == KEY else "-", content], check=True)


@pytest.mark.parametrize("template, least", [("printer", 30), ("directory", 45)])
def test_contract(template, least):
    reports = glob.glob(f"{BUILT[template]}/*/target/surefire-reports/TEST-*.xml")
    cases = [case for report in reports for case in ElementTree.parse(report).iter("testcase")]
    bad = [case.get("name") for case in cases if case.find("failure") is not None or case.find("error") is not None]
    check(f"the contract was run ({len(cases)} tests)", len(cases) >= least and not bad, bad)


def test_nothing_of_the_example_is_left():
    for folder in BUILT.values():
        left = subprocess.run(["grep", "-ril", "--include=*.java", "--include=*.xml", "--include=*.bnd", "--include=*.md", "acme", folder], capture_output=True, text=True)
        equal("files that name Acme", left.stdout, "")


@pytest.mark.parametrize("template", list(BUILT))
def test_signing_with_the_authors_own_key(template):
    follow(template, commands(BUILT[template], 5)[:3], BUILT[template])
    for path in (f"{jar(template)}.sig", f"{BUILT[template]}/site/target/repository/SHA256SUMS.sig"):
        check(f"{path} is there", os.path.exists(path))


def drop_in(key):
    """Drops the driver in, signed with this key, where a policy demands signatures; returns what became of it and the ids of drivers."""
    folder = f"{product.FOLDER}/dropins"
    shutil.rmtree(folder, ignore_errors=True)
    os.makedirs(folder)
    copy = shutil.copy(jar("printer"), folder)
    sign(copy, key)
    policy = keyhopper.file("policy.json", '{"dropIns": {"signed": true}}')
    lines = keyhopper("devices", "--no-discovery", "--json", KEYHOPPER_JAVA_OPTIONS=f"-Dkeyhopper.policy={policy}").lines
    reasons = [line["reason"] for line in lines if line["kind"] == "drop-in"]
    return reasons, {line["id"] for line in lines if line["kind"] == "printer-driver"}


def test_driver_as_a_drop_in():
    reasons, drivers = drop_in(f"{BUILT['printer']}/globex.key")
    check("a key that the product does not trust", reasons == ["drop-in.not-trusted"] and "globex" not in drivers, (reasons, drivers))
    reasons, drivers = drop_in(KEY)
    check("a key that it trusts", reasons == [None] and "globex" in drivers, (reasons, drivers))


def test_five_people_through_the_printer():
    printer_desk.CLASSPATH = f"{product.CLASSPATH}:{BUILT['printer']}/driver/target/test-classes"
    desk = PrinterDesk(PEOPLE)
    machine = Machine("globex", PORTS[0], before=[f"load {len(USERS)}", "fault misfeed feed next"])
    try:
        done = desk.automatic(desk.request(USERS), [(machine, READERS[0])])
        equal("five people provisioned", (done.code, done.summary.get("provisioned")), (0, len(USERS)))
        equal("five cards in the output tray", list(machine.places().values()), ["output"] * len(USERS))
        stops = [event for event in done.of("printer", state="needs-operator") if event["reason"] == "globex.cards-stuck"]
        check("a problem of the driver's own, in its own words", stops and "Cards stick together" in stops[0]["message"], done.events)
    finally:
        machine.close()
        desk.close()


def test_driver_from_a_site_with_the_authors_own_signature():
    shutil.rmtree(f"{product.FOLDER}/dropins")
    follow("printer", commands(BUILT["printer"], 5)[3:5], BUILT["printer"])
    drivers = {line["id"] for line in keyhopper("devices", "--no-discovery", "--json").lines if line["kind"] == "printer-driver"}
    check("the driver is installed", "globex" in drivers, drivers)


def test_connector_from_its_site():
    site = f"{BUILT['directory']}/site/target/repository"
    url = f"file://{site}/"
    refused = keyhopper("update", "--site", url, "--install", "com.globex.directory")
    check("a site signed with another key is refused", refused.code == 2 and "not trusted" in refused.err, refused.err)
    sign(site)
    offered = keyhopper("update", "--site", url, "--check")
    check("the part is offered", "com.globex.directory" in offered.out + offered.err, offered.out + offered.err)
    installed = keyhopper("update", "--site", url, "--install", "com.globex.directory", seconds=400)
    equal("installed", installed.code, 0)
    added = keyhopper("directory", "add", "x", "--type", "globex", "--set", "url=https://id.globex.example", "--set", "tenant=A B", "--secret", "apiToken=env:T", T="t")
    check("what is wrong with a setting is in the connector's own words", "small letters" in added.err, added.err)


class Globex(sandbox.Sandbox):
    MAIN = "com.globex.sandbox.GlobexSandbox"
    TYPE = "globex"
    KEYS = ("url", "tenant")
    SECRET = "apiToken"


def test_five_people_of_the_directory(monkeypatch):
    monkeypatch.setattr(product, "CLASSPATH", f"{product.CLASSPATH}:{BUILT['directory']}/connector/target/test-classes")
    desk = Desk(PEOPLE, Globex, CARD_PIN=PIN)
    try:
        tested = desk.must("directory", "test", "contoso", "--json").lines
        check("the subjects of the connection test are texts", "Passkeys" in [line["subject"] for line in tested], tested)
        request = desk.request(USERS)
        run = desk.provision(request, zip(USERS, desk.cards("plain", len(USERS))))
        equal("five people provisioned", (run.code, run.summary.get("provisioned")), (0, len(USERS)))
        equal("passkeys at the directory", sorted(desk.sandbox.passkeys()), USERS)
    finally:
        desk.close()
