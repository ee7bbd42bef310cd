"""
Provision Now in a real browser with the real Debian package: xdg-open starts the installed application at the request, which provisions three people on
rehearsal devices. Without the package the page reports within seconds that nothing answered, and leads to the downloads. In a view of this computer that is
gone afterwards; pictures are in target/portal-package.
"""

import json
import os
import subprocess
import sys

import packages
import product
import pytest
from tally import check, equal

pytestmark = pytest.mark.extra

SUPPORT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "support")


def test_provision_now_opens_the_installed_application():
    subprocess.run([f"{product.ROOT}/releng/tools/axe/fetch"], check=True, capture_output=True)
    command = [f"{SUPPORT}/over_root.sh", sys.executable, f"{SUPPORT}/installed_application.py", packages.debian(), "portal-package"]
    kept = {**os.environ, "KEYHOPPER_KEPT": f"{product.ROOT}/target/portal-package"}
    ran = subprocess.run(command, capture_output=True, text=True, timeout=900, env=kept)
    assert ran.returncode == 0, ran.stdout + ran.stderr
    seen = json.loads(ran.stdout.splitlines()[-1])
    equal("who opens links", seen["handler"], "keyhopper.desktop")
    check(f"the application is at the request after {seen['opened after']} s", seen["request"], seen)
    check("the page says so", seen["page"])
    equal("provisioned there, and counted in the portal without a reload", seen["provisioned"], 3)
    equal("passkeys in the directory", seen["passkeys"], 3)
    check(f"without it, that is reported after {seen['reported after']} s", seen["unanswered"] and seen["reported after"] < 15)
    check("and the package can be downloaded", seen["downloads"])
