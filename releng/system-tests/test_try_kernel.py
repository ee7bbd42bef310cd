"""releng/try-kernel: keys behind the USB of a kernel in an emulated machine, which wants an idle computer."""

import product
import pytest

pytestmark = pytest.mark.long


def test_kernel():
    product.command("try-kernel")
