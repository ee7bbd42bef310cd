"""The Debian package of the built product, as releng/package makes it: once for all modules."""

import fcntl
import filecmp
import glob
import os
import shutil
import subprocess

from product import ROOT

FOLDER = f"{ROOT}/target/tested-package"
SOURCES = f"{ROOT}/product/org.keyhopper.product/target/sources"


def debian():
    """Returns its path. Builds it unless that of these sources is there."""
    os.makedirs(FOLDER, exist_ok=True)
    with open(f"{FOLDER}/lock", "w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        kept = f"{FOLDER}/sources"
        if not (os.path.exists(kept) and filecmp.cmp(SOURCES, kept, shallow=False)):
            folder = {"KEYHOPPER_PACKAGES": f"{FOLDER}/packages"}
            subprocess.run([f"{ROOT}/releng/package", "--development", "--quick"], check=True, capture_output=True, env={**os.environ, **folder})
            shutil.copy(SOURCES, kept)
        return glob.glob(f"{FOLDER}/packages/keyhopper_*.deb")[0]
