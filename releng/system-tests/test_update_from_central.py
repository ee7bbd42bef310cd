"""
A joined station updates from its own Central, whose key it knows from the join and no authority: it installs a driver from the site that Central
serves. Before there is a site, after Central has got another key, and once the station has left, it says why there is none.
"""

import os
import shutil
import socket
import subprocess

import product
import pytest
from central import Central, sha256
from tally import check, equal

pytestmark = pytest.mark.extra

SITE = f"{product.ROOT}/releng/org.keyhopper.site/target/repository"
DRIVER = "printer.matica"


@pytest.fixture(scope="module", autouse=True)
def opened(no_readers):
    global central, station, folder
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    central = Central(port, "downloads.folder = packages")
    folder = f"{central.folder}/packages"
    os.mkdir(folder)
    code = central("station", "code", "Desk 1", "--directory", "contoso")
    central.start()
    station = product.Product()
    station.folder = f"{product.WORK}/station"
    shutil.copytree(product.FOLDER, station.folder, symlinks=True)
    joined = station("central", "join", central.url, "--code", code, "--fingerprint", fingerprint())
    equal("joined", (joined.code, joined.err if joined.code else ""), (0, ""))
    yield
    central.close()


def fingerprint():
    key = subprocess.run(["openssl", "x509", "-in", central.certificate, "-pubkey", "-noout"], check=True, capture_output=True).stdout
    return sha256(subprocess.run(["openssl", "pkey", "-pubin", "-outform", "DER"], input=key, check=True, capture_output=True).stdout).hex()


def update(*options):
    return station("update", *options, "--json", seconds=300)


def test_central_without_a_site():
    none = update("--check")
    equal("nothing to read", none.code, 2)
    check("the site is named", f"{central.url}/updates/" in none.err, none.err)


def test_driver_from_the_site_of_central():
    shutil.copytree(SITE, f"{folder}/updates")
    offered = [line["id"] for line in update("--check").lines if line["kind"] == "offered"]
    check("the driver is offered", DRIVER in offered, offered)
    installed = update("--install", DRIVER)
    equal("installed", (installed.code, installed.err if installed.code else ""), (0, ""))
    check("the driver is there", DRIVER in [line["id"] for line in installed.lines if line.get("kind") == "changed"], installed.out)
    check("and used after the next start", "Matica" in station("devices", "--no-discovery").out)


def test_server_with_another_key():
    central.kill()
    central._certificate()
    central.start()
    refused = update("--check")
    equal("refused", refused.code, 2)
    check("for its certificate", "certificate is not trusted" in refused.err, refused.err)


def test_station_that_has_left():
    equal("left", station("central", "leave").code, 0)
    none = update("--check")
    check("no site", none.code == 2 and central.url not in none.err, none.err)
