"""
PIN letters are printed from the window through the print dialog of the system (GTK, CUPS): a page for each person, as a picture, with no file and no text
that holds a PIN. Printing into a file, and a printer that is gone or refuses jobs, release nothing.
"""

import os
import subprocess
import time

import product
import pytest
from cups import PRINTER, Cups
from desk import Desk
from messages import message, mnemonic
from tally import check, equal
from window import Window

pytestmark = [pytest.mark.readers(2), pytest.mark.extra]

USERS = ["anna@contoso.example", "bert@contoso.example"]
PASSWORD = "the key of the office"
PROFILE = '{"pin":{"rule":"random","length":9},"forcePinChange":false}'


@pytest.fixture(scope="module", autouse=True)
def opened(readers):
    global cups, desk, office, station, window
    cups = Cups()
    window = Window("window-letters")
    desk = window.desk
    station = Desk([(user, user) for user in USERS], KEY_PASSWORD=PASSWORD)
    office = f"{product.WORK}/office.p12"
    station.must("pins", "new-key", office, "--password", "env:KEY_PASSWORD")
    station.must("pins", "activate", office, "--password", "env:KEY_PASSWORD", "--yes")
    request = station.request(USERS, PROFILE)
    equal("provisioned", station.provision(request, dict(zip(USERS, station.cards("plain", len(USERS))))).code, 0)
    window.start(station.product, "Request")
    yield
    station.close()


def releases():
    """How often PINs were released, as the audit trail has it."""
    return sum(line["message"].startswith("PINS_RELEASED") for line in station.must("audit", "--json").lines)


def open_letters():
    window.press_until([mnemonic("pins.letters")], message("pins.letters.title"))
    desk.wait_until_active(message("pins.letters.title"))
    for key, text in (("pins.key.file", office), ("pins.key.password", PASSWORD), ("pins.key.reason", "letters for Berlin")):
        desk.press(mnemonic(key))
        desk.write(text)
    desk.press(mnemonic("pins.letters.print"))
    desk.wait_for("Print to File")


def print_with(name, meanwhile=lambda: None):
    """Chooses a printer in the dialog of the system, and prints."""
    desk.wait_until(lambda: any(cell.get_name() == name for cell in desk.find("table cell")), f"the printer {name}")
    desk.click(next(cell for cell in desk.find("table cell") if cell.get_name() == name))
    time.sleep(1)
    desk.picture(f"print-{name.replace(' ', '-')}")
    meanwhile()
    desk.click(next(each for each in desk.find("push button", "button") if each.get_name() == "Print"))


def test_printing_into_a_file_is_refused():
    window.press_until(["ctrl+4"], message("results.reconcile"))
    window.press_until([mnemonic("pins.open")], message("pins.summary", 2, 2, 0, 0))
    open_letters()
    print_with("Print to File")
    desk.wait_for(message("pins.letters.printer.toFile"))
    desk.picture("refused")
    equal("released", releases(), 0)
    desk.press("Escape")
    desk.wait_until_gone(message("pins.letters.printer.toFile"))


def test_letters_are_printed():
    open_letters()
    print_with(PRINTER)
    desk.wait_for(message("pins.letters.printer.written", 2, PRINTER))
    desk.picture("printed")
    desk.wait_until(cups.printed, "a job in the print queue")
    printed = cups.printed()
    equal("released", releases(), 1)
    images = subprocess.run(["pdfimages", "-list", printed], check=True, capture_output=True, text=True).stdout.splitlines()[2:]
    equal("pages with a picture", sorted({line.split()[0] for line in images}), ["1", "2"])
    text = subprocess.run(["pdftotext", printed, "-"], check=True, capture_output=True, text=True).stdout
    equal("no text", text.strip(), "")
    subprocess.run(["pdftoppm", "-r", "80", "-png", printed, f"{desk.pictures}/letter"], check=True)
    equal("no file is left in the queue", cups.kept(), [])
    temporary = [name for folder in ("/tmp", product.WORK) for name in os.listdir(folder) if name.startswith("gtkprint")]
    equal("nor by the print system here", temporary, [])


def test_printer_that_is_gone_releases_nothing():
    before = releases()
    open_letters()
    print_with(PRINTER, cups.close)
    desk.wait_for(message("pins.letters.printer.refused", PRINTER, message("pins.letters.printer.gone")))
    desk.picture("gone")
    equal("released", releases(), before)
    check("the window goes on", desk.has(message("pins.letters")))
