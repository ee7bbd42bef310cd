"""
What the system tests share. Each module runs in a process of its own, since network, screen, session bus and simulated USB belong to a process;
releng/test starts these processes, several at a time.
"""

import glob
import json
import os
import subprocess
import sys

import child
import pcscd
import product
import pytest
import screen
import tally
import window
from postgres import Postgres

HID_RIG = os.path.join(os.path.dirname(__file__), "support", "hid_rig.py")


def pytest_configure(config):
    """Without the long tests, those with many cases of one kind take fewer of them."""
    product.ALL = "not long" not in config.option.markexpr


def pytest_collection_finish(session):
    modules = {item.path for item in session.items}
    if len(modules) > 1 and not session.config.option.collectonly:
        raise pytest.UsageError("Each module wants a process of its own: use releng/test -k EXPRESSION.")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call(item):
    """Fails a test with all its bad findings together."""
    result = yield
    tally.raise_if_bad()
    return result


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item, call):
    report = yield
    if report.failed:
        tally.bad.clear()
        for path in [window.LOG, *glob.glob(f"{product.WORK}/home-*/logs/*.log")]:
            if os.path.exists(path):
                with open(path, errors="replace") as log:
                    report.sections.append((path, log.read()[-20000:]))
    return report


@pytest.fixture(scope="session", autouse=True)
def built_product():
    if not os.access(f"{product.FOLDER}/keyhopper", os.X_OK):
        pytest.exit(f"There is no product in {product.FOLDER}; build it first.", returncode=2)


@pytest.fixture(scope="module")
def network():
    """A network of the module's own; tells whether there is one."""
    return pcscd.go_alone()


@pytest.fixture(scope="module")
def readers(request, network):
    """The PC/SC service, with the readers that the module's mark asks for."""
    mark = request.node.get_closest_marker("readers")
    with pcscd.Pcscd(*mark.args, alone=network, **mark.kwargs) as service:
        yield service


@pytest.fixture(scope="module")
def no_readers(network):
    """No PC/SC service, whatever runs on this computer."""
    os.environ["PCSCLITE_CSOCK_NAME"] = f"{product.WORK}/no-pcscd"


@pytest.fixture(scope="module")
def hidraw(request, network):
    """
    Simulated USB; keys connect to the port in KEYHOPPER_USB_PORT. Only what is started under umockdev sees them, this process included. The mark says
    whether keys show a serial number.
    """
    if "umockdev" not in os.environ.get("LD_PRELOAD", ""):
        pytest.exit("This module has to run under umockdev-wrapper, as releng/test does it.", returncode=2)
    serials = request.node.get_closest_marker("hidraw").kwargs.get("serials", True)
    shown = {} if serials else {"KEYHOPPER_USB_SERIALS": "none"}
    rig = child.start([sys.executable, HID_RIG], env={**os.environ, **shown}, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    os.environ.update(json.loads(rig.stdout.readline()))
    yield rig
    rig.kill()
    rig.wait()


@pytest.fixture(scope="module")
def postgres():
    server = Postgres()
    yield server
    server.close()


@pytest.fixture(scope="module")
def display():
    """A screen with window manager and session bus, for what is started from now on."""
    screen.open_screen(product.WORK)
