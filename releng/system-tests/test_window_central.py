"""
A station joins the built Central at its window, by keyboard: the fingerprint of the server is shown before the code is sent. It works on Central's
requests, sees an outage and its end, is refused what its roles do not allow and links of another Central, and leaves, after which its own requests are
back. Pictures are left in target/window-central.
"""

import socket
import subprocess

import pytest
from central import Central, sha256
from desk import Desk
from messages import message, mnemonic
from tally import check, equal
from window import Window

pytestmark = pytest.mark.extra

PEOPLE = [f"person{number}@contoso.example" for number in range(1, 4)]
OWN, THEIRS = "Own", "Spring"


@pytest.fixture(scope="module", autouse=True)
def opened(no_readers):
    global station, central, request, own, code, window, desk
    station = Desk([(user, user) for user in PEOPLE])
    own = station.request(PEOPLE[:1], name=OWN)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    central = Central(port)
    central("directory", "add", "contoso", *station.sandbox.settings(), SANDBOX_SECRET=station.sandbox.secret)
    path = f"{central.folder}/people.csv"
    with open(path, "w") as file:
        file.write("user\n" + "\n".join(PEOPLE) + "\n")
    request = central("request", "import", path, "--name", THEIRS, "--directory", "contoso")
    code = central("station", "code", "Desk 1", "--directory", "contoso")
    central.start()
    window = Window("window-central", patience=90)
    process = window.start(station.product, OWN)
    desk = window.desk
    yield
    process.terminate()
    process.wait()
    central.close()
    station.close()


def fingerprint():
    key = subprocess.run(["openssl", "x509", "-in", central.certificate, "-pubkey", "-noout"], check=True, capture_output=True).stdout
    der = subprocess.run(["openssl", "pkey", "-pubin", "-outform", "DER"], input=key, check=True, capture_output=True).stdout
    digits = sha256(der).hex()
    return " ".join(digits[at : at + 4] for at in range(0, len(digits), 4))


def header(state):
    return message("central.header", "Main", message("central.noOperator"), message(f"central.connection.{state}"))


def open_dialog():
    window.press_until(["F10"], message("command.central"))
    window.press_until(["c"], message("central.message"))
    desk.wait_until_active(message("central.title"))


def follow(link):
    """As the desktop does, with a second start of the product."""
    ran = station.product(link)
    equal(f"{link}: passed on", ran.code, 0)


def test_join():
    open_dialog()
    desk.picture("dialog")
    desk.press("alt+a")
    desk.write(central.url)
    desk.press("alt+m")
    desk.write("Main")
    desk.press("alt+o")
    desk.write(code)
    desk.press(mnemonic("central.check"))
    desk.wait_for(fingerprint())
    desk.picture("fingerprint")
    desk.press(mnemonic("central.join.pinned"))
    desk.wait_for(message("central.joined"))
    desk.wait_for("Desk 1")
    desk.picture("joined")
    desk.press("Escape")
    desk.wait_until_gone(message("central.message"))
    desk.wait_for(THEIRS, header("CONNECTED"))
    check("own requests are hidden", not desk.has(OWN))
    check("requests are not made here", not desk.has(message("requests.import").replace("&", "")))
    desk.picture("requests")


def test_outage_and_its_end():
    central.kill()
    desk.press("F5")
    desk.wait_for(header("LOST"))
    desk.wait_for(THEIRS)
    desk.picture("lost")
    central.start()
    desk.wait_for(header("CONNECTED"))
    desk.picture("back")


def test_links():
    follow(f"keyhopper://provision/{own}")
    desk.wait_for(message("link.hidden", own, "Main"))
    desk.picture("link-own")
    desk.press("Escape")
    desk.wait_until_gone(message("link.hidden", own, "Main"))
    follow(f"keyhopper://provision/{request}?central=Elsewhere")
    desk.wait_for(message("link.otherCentral", request, "Elsewhere", "Main"))
    desk.press("Escape")
    desk.wait_until_gone(message("link.otherCentral", request, "Elsewhere", "Main"))
    follow(f"keyhopper://provision/{request}?central=Main")
    desk.wait_for(message("link.question", THEIRS, "contoso", 3))
    desk.picture("link")
    desk.press("Escape")
    desk.wait_until_gone(message("link.question", THEIRS, "contoso", 3))


def test_leave():
    open_dialog()
    desk.press(mnemonic("central.leave"))
    desk.wait_for(message("central.leave.question", "Main", 0))
    desk.picture("leave")
    desk.press(mnemonic("central.leave.confirm"))
    desk.wait_for(message("central.left"))
    desk.picture("left")
    desk.press("Escape")
    desk.wait_for(OWN)
    check("Central's requests are gone", not desk.has(THEIRS))
