"""The licence of everything shipped is known, the bill of materials is one by CycloneDX's own schema, and the product tells what is true."""

import filecmp
import os
import subprocess

import product

BILL = f"{product.ROOT}/product/org.keyhopper.product/target/bill"


CENTRAL = f"{product.ROOT}/product/org.keyhopper.central.product/target"


def test_bill():
    products = os.path.abspath(f"{product.FOLDER}/../../..")
    subprocess.run([f"{product.ROOT}/releng/bill"], env={**os.environ, "KEYHOPPER_PRODUCTS": products}, check=True)
    assert filecmp.cmp(f"{product.ROOT}/LICENSE", f"{product.FOLDER}/LICENSE", shallow=False)
    server = f"{CENTRAL}/products/org.keyhopper.central.product/linux/gtk/x86_64"
    for bill, shipped in ((BILL, product.FOLDER), (f"{CENTRAL}/bill", server)):
        compared = subprocess.run(["diff", f"{bill}/NOTICES.txt", f"{shipped}/NOTICES.txt"], capture_output=True, text=True)
        assert compared.returncode == 0, "What is shipped has changed: run releng/bill --keep and commit what it changes.\n" + compared.stdout
