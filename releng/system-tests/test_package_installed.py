"""
The real Debian package, installed in a view of this computer that is gone afterwards: what a new user has is for that user alone, whatever the umask, and a
policy that someone else has planted allows nothing.
"""

import json
import os
import subprocess
import sys

import packages
import pytest
from tally import check, equal

pytestmark = pytest.mark.extra

SUPPORT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "support")


@pytest.fixture(scope="module")
def seen():
    if os.geteuid() != 0:
        pytest.skip("Installing a package needs root.")
    command = [f"{SUPPORT}/over_root.sh", sys.executable, f"{SUPPORT}/installed_station.py", packages.debian()]
    ran = subprocess.run(command, capture_output=True, text=True, timeout=600)
    assert ran.returncode == 0, ran.stdout + ran.stderr
    return json.loads(ran.stdout.splitlines()[-1])


def test_a_fresh_home(seen):
    equal("a secret was kept", seen["added"][0], 0)
    rights = seen["rights"]
    print(f"  {len(rights)} files and folders")
    check("key and data are there", {"station.key", "station.db", "logs"} <= set(rights), sorted(rights))
    equal("the home", rights["."], "0o700")
    equal("the key", rights["station.key"], "0o600")
    equal("open to others", {path: mode for path, mode in rights.items() if mode not in ("0o700", "0o600")}, {})
    check("another user cannot read the key", seen["another user reads the key"] != 0)


def test_planted_policies(seen):
    for what in ("policy of another user", "policy that all can write"):
        code, said = seen[what]
        check(f"{what}: allows nothing, and it is said", code == 2 and "everything that a policy can forbid is forbidden" in said, said)
    code, said = seen["policy of the administrator"]
    check("that of the administrator is followed", code == 2 and "policy" in said, said)
    code, said = seen["no policy"]
    check("without one, nothing of a policy is said", "policy" not in said, said)
