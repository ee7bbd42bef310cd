"""Central's Debian package, installed by dpkg on a view of this computer that is thrown away: it serves as its own account and can be operated."""

import glob
import json
import os
import shutil
import subprocess

import product
import pytest
from central import FOLDER
from tally import check, equal

pytestmark = pytest.mark.extra

SUPPORT = os.path.join(os.path.dirname(__file__), "support")
PACKAGING = f"{product.ROOT}/releng/packaging/central"


@pytest.fixture(scope="module")
def package():
    given = os.environ.get("KEYHOPPER_CENTRAL_PACKAGE")
    if given:
        return given
    folder = f"{product.WORK}/packages"
    subprocess.run([f"{PACKAGING}/build", FOLDER, "1.0.0", folder, "gzip"], check=True, capture_output=True)
    return glob.glob(f"{folder}/keyhopper-central_*.deb")[0]


def test_unit():
    """What the unit may do; the highest exposure is 10."""
    if not shutil.which("systemd-analyze"):
        pytest.skip("There is no systemd here.")
    command = ["systemd-analyze", "security", "--offline=true", "--threshold=15", f"{PACKAGING}/keyhopper-central.service"]
    ran = subprocess.run(command, capture_output=True, text=True)
    equal("exposure of at most 1.5", ran.returncode, 0)


def test_installed(package):
    if os.geteuid() != 0:
        pytest.skip("Installing a package needs root.")
    command = [f"{SUPPORT}/over_root.sh", f"{SUPPORT}/installed_central.py", package]
    ran = subprocess.run(command, capture_output=True, text=True, timeout=900)
    assert ran.returncode == 0, ran.stdout + ran.stderr
    seen = json.loads(ran.stdout.splitlines()[-1])
    equal("the key", seen["key"], "keyhopper-central 0600")
    equal("the configuration", seen["configuration"], "root 0640")
    equal("the data", seen["data"], "keyhopper-central 0700")
    check("check", "can be used" in seen["check"], seen["check"])
    equal("the account", seen["account"], "keyhopper-central")
    equal("health", seen["health"]["status"], "UP")
    check("no version for all", "version" not in seen["health"])
    equal("instances", len(seen["local health"]["instances"]), 1)
    check("metrics", seen["metrics"])
    check("the key is not in the backup, and it says so", "master key is not in it" in seen["backup"]["note"])
    equal("the backup", seen["backup's mode"], "keyhopper-central 0600")
    check("a graceful stop", seen["stopped"] in (0, 143), seen["stopped"])
    check("each line of the log is JSON", seen["log"])
    equal("restored", seen["restore"]["event"], "restored")
    check("another key", seen["another key"])
    equal("as private as before", seen["key afterwards"], "keyhopper-central 0600")
    check("it works with it", "can be used" in seen["check afterwards"], seen["check afterwards"])
    equal("all files are of the account", seen["foreign files"], [])
    check("an upgrade keeps the key", seen["key after an upgrade"])
    equal("data and key stay", len(seen["left"]), 2)
    check("the program is gone", not seen["program left"])
