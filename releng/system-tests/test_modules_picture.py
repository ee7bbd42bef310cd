"""The picture of the modules in CONTRIBUTING.md is that of these sources."""

import subprocess

import product
from tally import check


def test_picture_is_current():
    done = subprocess.run([f"{product.ROOT}/releng/tools/modules.py", "--check"], capture_output=True, text=True)
    check("releng/tools/modules.py --check", done.returncode == 0, done.stderr)
