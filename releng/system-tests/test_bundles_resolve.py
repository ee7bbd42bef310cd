"""Every bundle of the product resolves, every bundle with components is started or waits to be, and what is logged reaches the log file."""

import glob

import probe
import product

PACKAGES = ["org.osgi.framework", "org.osgi.framework.startlevel", "org.osgi.framework.wiring"]


def test_bundles_resolve(no_readers):
    found = f"{product.WORK}/found"
    keyhopper = product.Product()
    ran = keyhopper("--version", KEYHOPPER_JAVA_OPTIONS=f"-Dprobe.out={found} {probe.install('Probe', PACKAGES)}")
    with open(found) as file:
        lines = file.read().splitlines()
    print(ran.err, *lines, sep="\n")
    assert [line for line in lines if line.startswith(("unresolved ", "unstarted "))] == []
    assert any(line.startswith("done ") for line in lines)
    assert any(line.startswith("logging org.slf4j.jul") for line in lines)
    with open(*glob.glob(f"{keyhopper.home}/logs/keyhopper-0.0.log")) as log:
        assert "the probe was here" in log.read()
