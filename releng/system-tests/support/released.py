"""A product as it is handed on: it trusts a release key instead of that of development, and so takes updates from other computers."""

import glob
import os
import shutil
import subprocess
import zipfile

import product

SIGN = f"{product.ROOT}/releng/tools/signing/Sign.java"
DEVELOPMENT = "trust/development-only.pem"


class Released:
    """A copy of the product in a folder, and a way to sign for it."""

    def __init__(self, folder):
        os.makedirs(folder)
        self.key = os.path.join(folder, "release.key")
        self.trust = os.path.join(folder, "trust")
        self.folder = os.path.join(folder, "product")
        os.mkdir(self.trust)
        self.public = os.path.join(self.trust, "release.pem")
        subprocess.run(["openssl", "genpkey", "-algorithm", "ed25519", "-out", self.key], check=True)
        subprocess.run(["openssl", "pkey", "-in", self.key, "-pubout", "-out", self.public], check=True)
        shutil.copytree(product.FOLDER, self.folder, symlinks=True)
        (updates,) = glob.glob(f"{self.folder}/plugins/org.keyhopper.update_*.jar")
        self._trust_in(updates)

    def _trust_in(self, jar):
        os.rename(jar, f"{jar}.before")
        with zipfile.ZipFile(f"{jar}.before") as before, zipfile.ZipFile(jar, "w", zipfile.ZIP_DEFLATED) as after:
            for entry in before.infolist():
                if entry.filename != DEVELOPMENT:
                    after.writestr(entry, before.read(entry))
            after.write(self.public, "trust/release.pem")
        os.remove(f"{jar}.before")

    def site(self, source, folder):
        """Copies an update site and signs it; returns its folder."""
        shutil.copytree(source, folder)
        subprocess.run([product.JAVA, SIGN, self.key, self.trust, folder], check=True)
        return folder
