"""
Install Drivers in the window: a driver that the product does not contain is offered by the update site, installed, and there after the restart that the window
asks for. A site of an author whom the station does not trust is refused.
"""

import os
import shutil
import subprocess

import product
import pytest
from messages import message, mnemonic, problem
from tally import check
from window import Window

pytestmark = pytest.mark.extra

SITE = f"{product.ROOT}/releng/org.keyhopper.site/target/repository"
DRIVER = "Matica"


@pytest.fixture(scope="module", autouse=True)
def opened(no_readers):
    global desk, keyhopper, window
    copy = f"{product.WORK}/product"
    shutil.copytree(product.FOLDER, copy, symlinks=True)
    product.FOLDER = copy
    window = Window("window-drivers")
    desk = window.desk
    keyhopper = product.Product()
    start()
    yield


def start():
    global process
    process = window.start(keyhopper, message("requests.empty.noDirectory.title"))


def drivers():
    lines = keyhopper("devices", "--no-discovery", "--json").lines
    return {line["id"] for line in lines if line["kind"] == "printer-driver"}


def look_at(site):
    window.press_until(["F10"], message("menu.preferences"))
    desk.press(mnemonic("menu.help")[-1])
    desk.wait_for(message("menu.drivers"))
    desk.press(mnemonic("menu.drivers")[-1])
    desk.wait_until_active(message("drivers.title"))
    desk.press(mnemonic("upkeep.site"), "ctrl+a")
    desk.write(f"file://{site}/")
    desk.press(mnemonic("upkeep.look"))


def test_site_of_another_author_is_refused():
    other = f"{product.WORK}/other"
    shutil.copytree(SITE, other)
    key = f"{product.WORK}/other.key"
    subprocess.run(["openssl", "genpkey", "-algorithm", "ed25519", "-out", key], check=True, capture_output=True)
    signed = f"{other}/SHA256SUMS"
    subprocess.run(["openssl", "pkeyutl", "-sign", "-rawin", "-inkey", key, "-in", signed, "-out", f"{signed}.sig"], check=True)
    look_at(other)
    desk.wait_for(problem("update.not-trusted"))
    check("nothing is offered", not desk.has(message("upkeep.state.offered")), desk.words())
    desk.picture("refused")
    desk.press("Escape")
    desk.wait_until_gone(message("drivers.message"))


def test_driver_is_installed_from_the_site():
    check("not there yet", "matica" not in drivers())
    look_at(SITE)
    desk.wait_until(lambda: any(DRIVER in cell.get_name() for cell in desk.find("table cell")), "the driver in the list")
    desk.click(next(cell for cell in desk.find("table cell") if DRIVER in cell.get_name()))
    desk.picture("offered")
    desk.press(mnemonic("upkeep.apply"))
    desk.wait_for(message("upkeep.restart"))
    desk.picture("installed")
    desk.press("Escape")


def test_driver_is_there_after_the_restart():
    process.terminate()
    process.wait(60)
    start()
    check("there", "matica" in drivers(), drivers())
    check("the window runs from the same folder", os.path.samefile(product.FOLDER, f"{product.WORK}/product"))
