"""releng/try-update: the product updates itself from good and bad sites, and is killed on the way."""

import product
import pytest

pytestmark = pytest.mark.extra


def test_update():
    product.command("try-update")
