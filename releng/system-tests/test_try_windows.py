"""releng/try-windows: the archive for Windows under Wine, at the command line and in its window."""

import product
import pytest

pytestmark = pytest.mark.extra


def test_windows():
    product.command("try-windows")
