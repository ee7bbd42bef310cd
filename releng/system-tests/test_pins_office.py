"""
The PIN office of a lone station: a key in a PKCS#11 token opens PINs, with the Java runtime of the packages, too. A template with a fault, a missing address,
a wrong key and a full disk are each told clearly: nothing is lost, and nothing is released for letters that are not written.
"""

import contextlib
import os
import re
import shutil
import subprocess

import product
import pytest
from desk import PORTS, READERS, Desk
from sign_in import assertion
from tally import check, equal

pytestmark = [pytest.mark.readers(2), pytest.mark.extra]

MODULE = "/usr/lib/softhsm/libsofthsm2.so"
USERS = [f"person{number}@contoso.example" for number in range(1, 4)]
PROFILE = '{"pin":{"rule":"random","length":9},"forcePinChange":false}'
ENVIRONMENT = {"TOKEN_PIN": "24681357", "KEY_PASSWORD": "the key of the office", "LETTER_PASSWORD": "the letters of Berlin"}
REASON = ["--reason", "letters for Berlin", "--password", "env:LETTER_PASSWORD"]
PLAIN_KEY = ["--key-password", "env:KEY_PASSWORD"]
TOKEN_KEY = ["--token", MODULE, "--key-password", "env:TOKEN_PIN"]


@pytest.fixture(scope="module", autouse=True)
def opened(readers):
    global desk, request_id, cards, office, other, certificate
    os.environ["SOFTHSM2_CONF"] = f"{product.WORK}/softhsm2.conf"
    desk = Desk([(user, user) for user in USERS], **ENVIRONMENT)
    office, other, certificate = (f"{product.WORK}/{name}" for name in ("office.p12", "other.p12", "token.pem"))
    for key in (office, other):
        desk.must("pins", "new-key", key, "--password", "env:KEY_PASSWORD")
    make_token()
    desk.must("pins", "activate", certificate, "--yes")
    desk.must("pins", "activate", office, "--password", "env:KEY_PASSWORD", "--yes")
    cards = dict(zip(USERS, desk.cards("plain", len(USERS))))
    request_id = desk.request(USERS, PROFILE)
    equal("provisioned", desk.provision(request_id, cards).code, 0)
    yield
    desk.close()


def make_token():
    """A token with a key that does not leave it, and its certificate, which is exported."""
    tokens = f"{product.WORK}/tokens"
    os.makedirs(tokens)
    with open(os.environ["SOFTHSM2_CONF"], "w") as file:
        file.write(f"directories.tokendir = {tokens}\nobjectstore.backend = file\nlog.level = ERROR\n")
    pin = ENVIRONMENT["TOKEN_PIN"]
    softhsm = ["softhsm2-util", "--init-token", "--free", "--label", "office", "--so-pin", "12345678", "--pin", pin]
    subprocess.run(softhsm, check=True, capture_output=True)
    settings = f"{product.WORK}/token.cfg"
    with open(settings, "w") as file:
        file.write(f"name=office\nlibrary={MODULE}\nslotListIndex=0\n")
    keytool = [os.path.join(os.path.dirname(product.JAVA), "keytool"), "-keystore", "NONE", "-storetype", "PKCS11", "-storepass", pin]
    keytool += ["-providerClass", "sun.security.pkcs11.SunPKCS11", "-providerArg", settings, "-alias", "office"]
    made = ["-genkeypair", "-keyalg", "RSA", "-keysize", "3072", "-dname", "CN=Office token", "-validity", "30"]
    for more in (made, ["-exportcert", "-rfc", "-file", certificate]):
        subprocess.run([*keytool, *more], check=True, capture_output=True)


def letters(name, *more, **environment):
    """Has letters written into a file of this name, or at this path."""
    path = os.path.join(product.WORK, name)
    return path, desk.product("pins", "letters", request_id, *REASON, "--out", path, *more, **environment)


def pages(path):
    command = ["pdftotext", "-layout", "-upw", ENVIRONMENT["LETTER_PASSWORD"], path, "-"]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout.split("\f")[:-1]


def releases():
    """How often PINs were released, as the audit trail has it."""
    return counted(desk.must("audit", "--json"))


def counted(audit):
    return sum(line["message"].startswith("PINS_RELEASED") for line in audit.lines)


def refused(what, words, name, *more, **environment):
    """Nothing is written or released, and the message has these words."""
    before = releases()
    path, ran = letters(name, *more, **environment)
    equal(f"{what}: exit", ran.code, 2)
    for word in words:
        check(f"{what}: says {word}", word in ran.err, ran.err)
    check(f"{what}: is no fault of the product", "Exception" not in ran.err, ran.err)
    check(f"{what}: no file is left", not os.path.exists(path))
    equal(f"{what}: nothing was released", releases(), before)


def test_faults_release_nothing():
    template = desk.product.file("letter.txt", "PIN\n\n{nmae}\n\n{pin}\n")
    refused("template", ["Line 3, {nmae}"], "a.pdf", "--key", office, *PLAIN_KEY, "--template", template)
    addresses = desk.product.file("addresses.csv", f"user,street\n{USERS[0]},Weg 7\n")
    refused("addresses", [*USERS[1:], "No PIN was released"], "b.pdf", "--key", office, *PLAIN_KEY, "--addresses", addresses)
    refused("another key", ["does not open the PINs"], "c.pdf", "--key", other, *PLAIN_KEY)
    refused("password", ["office.p12"], "d.pdf", "--key", office, *PLAIN_KEY, KEY_PASSWORD="the wrong password")
    logo = desk.product.file("logo.png", "no image")
    refused("logo", ["No PIN was released"], "e.pdf", "--key", office, *PLAIN_KEY, "--logo", logo)
    refused("folder", ["no-such-folder"], "no-such-folder/f.pdf", "--key", office, *PLAIN_KEY)


@contextlib.contextmanager
def disk(kilobytes):
    """A disk of this size."""
    folder = f"{product.WORK}/disk"
    os.makedirs(folder, exist_ok=True)
    subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={kilobytes}k,mode=700", "disk", folder], check=True)
    try:
        yield folder
    finally:
        subprocess.run(["umount", folder], check=True)


def test_disk_of_the_letters_is_full():
    with disk(8) as folder:
        refused("full disk", ["No space left on device", "No PIN was released"], f"{folder}/letters.pdf", "--key", office, *PLAIN_KEY)


def test_disk_of_the_station_is_full():
    """What cannot be recorded is not released; with room again, all is as it was."""
    home = desk.product.home
    before = releases()
    size = int(subprocess.run(["du", "-sk", home], check=True, capture_output=True, text=True).stdout.split()[0])
    with disk(size + 8192) as folder:
        shutil.copytree(home, folder, dirs_exist_ok=True)
        os.chmod(folder, 0o700)
        with contextlib.suppress(OSError), open(f"{folder}/filling", "wb", buffering=0) as file:
            while True:
                file.write(b"\0" * 4096)
        path, ran = letters("g.pdf", "--key", office, *PLAIN_KEY, KEYHOPPER_HOME=folder)
        check("full disk: not done", ran.code not in (0, None), ran.out)
        check("full disk: said", "full" in ran.err or "No space left" in ran.err, ran.err)
        check("full disk: no letters", not os.path.exists(path))
        os.remove(f"{folder}/filling")
        audit = desk.product("audit", "--json", KEYHOPPER_HOME=folder)
        equal("the trail is intact", audit.code, 0)
        equal("nothing was released", counted(audit), before)
        path, ran = letters("g.pdf", "--key", office, *PLAIN_KEY, KEYHOPPER_HOME=folder)
        equal("with room again", (ran.code, len(pages(path))), (0, len(USERS)))
        check("no reprints", "REPRINT" not in "".join(pages(path)))


def test_token_is_refused():
    refused("PIN of the token", ["libsofthsm2.so"], "h.pdf", *TOKEN_KEY, TOKEN_PIN="00000000")
    refused("empty slot", ["libsofthsm2.so"], "i.pdf", *TOKEN_KEY, "--slot", "1")
    refused("module", ["no-such-module.so"], "j.pdf", "--token", "/usr/lib/no-such-module.so", "--key-password", "env:TOKEN_PIN")


def test_token_opens_pins():
    path, ran = letters("token.pdf", *TOKEN_KEY)
    equal("letters by the token", (ran.code, ran.err if ran.code else ""), (0, ""))
    for user, page in zip(USERS, pages(path)):
        pin = re.findall(r"(?m)^\s*(\d{9})\s*$", page)
        check(f"letter of {user}", user in page and len(pin) == 1, page)
        check(f"{user}: released for the first time", "REPRINT" not in page)
        desk.insert(cards[user])
        credential = desk.card(cards[user])["credentials"][0]
        check(f"{user}: the PIN is that of the card", assertion(READERS[desk.slot], credential, bytes(32), pin[0]))
        desk.remove()
    equal("readers", len(PORTS), 2)


def test_token_opens_pins_with_the_runtime_of_the_packages():
    runtime = f"{product.WORK}/runtime"
    subprocess.run([f"{product.ROOT}/releng/packaging/runtime", os.path.dirname(os.path.dirname(product.JAVA)), runtime], check=True, capture_output=True)
    archive = {"KEYHOPPER_JAVA_OPTIONS": ""}
    path, ran = letters("again.pdf", *TOKEN_KEY, KEYHOPPER_JAVA=f"{runtime}/bin/java", **archive)
    equal("letters", (ran.code, ran.err if ran.code else ""), (0, ""))
    equal("reprints", sum("REPRINT" in page for page in pages(path)), len(USERS))
