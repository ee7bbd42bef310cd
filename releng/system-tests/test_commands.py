"""What is tried by commands of their own, which take their time or want an idle machine."""

import subprocess

import product
import pytest

pytestmark = pytest.mark.long

COMMANDS = ["try-package", "try-update", "try-windows", "try-windows-access", "try-windows-pipe", "try-kernel"]


@pytest.mark.parametrize("command", COMMANDS)
def test_command(command):
    subprocess.run([f"{product.ROOT}/releng/{command}"], check=True)
