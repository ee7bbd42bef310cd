"""releng/try-package: the Debian package installed in a Debian of its own, updated, replaced and removed."""

import packages
import product
import pytest

pytestmark = pytest.mark.extra


def test_package():
    product.command("try-package", packages.debian())
