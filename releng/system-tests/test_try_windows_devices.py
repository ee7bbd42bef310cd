"""releng/try-windows-access and releng/try-windows-pipe: keys, cards and a printer's pipe under Wine."""

import product
import pytest

pytestmark = pytest.mark.extra


def test_windows_access():
    product.command("try-windows-access")


def test_windows_pipe():
    product.command("try-windows-pipe")
