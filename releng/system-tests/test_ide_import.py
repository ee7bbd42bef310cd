"""
A newcomer's first hour: a fresh copy of the sources, releng/ide, "Import existing projects" in an Eclipse without windows. Every project has to
build there without an error, main and test sources both, and a test class has to pass on the class path that Eclipse would start it with.
"""

import os
import subprocess

import product
import pytest

pytestmark = pytest.mark.extra


def test_ide_import():
    environment = {**os.environ, "KEYHOPPER_PRODUCT": product.FOLDER}
    subprocess.run([os.path.join(os.path.dirname(__file__), "support", "eclipse", "import.sh")], env=environment, check=True)
