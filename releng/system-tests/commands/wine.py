"""The built product for Windows under Wine, elevated or not, and what Wine itself needs. In the rig of hid_rig."""

import os
import subprocess

import child
import product

PRODUCT = os.environ["KEYHOPPER_WINDOWS_PRODUCT"]
JAVA = os.environ["KEYHOPPER_WINDOWS_JAVA"]
FOLDER = os.environ["TRY_FOLDER"]
# The account that everything runs under, in Wine as outside.
ACCOUNT = os.environ.get("USER") or "root"


def path(unix):
    """Wine shows everything of this machine as drive Z."""
    return "Z:" + unix.replace("/", "\\")


def environment():
    mine = {
        "WINEPREFIX": f"{FOLDER}/prefix",
        "WINEDEBUG": os.environ.get("WINEDEBUG", "-all"),
        # Neither .NET nor a browser nor a debugger that waits for a person.
        "WINEDLLOVERRIDES": "mscoree,mshtml,winedbg.exe=",
        "XDG_RUNTIME_DIR": FOLDER,
        "KEYHOPPER_JAVA": path(f"{JAVA}/bin/java.exe"),
        "KEYHOPPER_JAVA_OPTIONS": f"-agentpath:{path(f'{FOLDER}/rules.dll')} {os.environ.get('TRY_JAVA_OPTIONS', '')}",
    }
    # The rig keeps the readers of this machine away from what runs in it; these here are our own.
    return {**{key: value for key, value in os.environ.items() if key != "PCSCLITE_CSOCK_NAME"}, **mine}


class Wine:
    """A new Windows that stays up while this lives, so that its driver for keys is in the rig and hears of each."""

    def __init__(self):
        self._log = open(f"{FOLDER}/wine.log", "wb")
        # The server has nothing to do with keys, and umockdev would end it: of what it opens below /dev it remembers fifty, some for ever.
        alone = {key: value for key, value in environment().items() if key != "LD_PRELOAD"}
        os.makedirs(f"{FOLDER}/prefix")
        subprocess.run(["wineserver", "--persistent"], env=alone, stderr=self._log, check=True)
        # Services end with the last program of a person: this shell is one that waits.
        self._shell = child.start(["wine", "cmd"], env=environment(), stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=self._log)
        self._shell.stdin.write(b"echo up\r\n")
        self._shell.stdin.flush()
        while self._shell.stdout.readline().strip() not in (b"up", b""):
            pass

    def close(self):
        subprocess.run(["wineserver", "-k"], env=environment(), check=False)
        self._shell.wait()
        self._log.close()


class Windows(product.Product):
    """A Keyhopper with a home of its own."""

    def __init__(self, elevated=False, **more):
        super().__init__(**more)
        self.elevated = elevated
        self.environment = {**environment(), **more, "KEYHOPPER_HOME": path(self.home)}

    def start(self, *arguments, **more):
        before = [f"{FOLDER}/elevated.exe"] if self.elevated else []
        return child.start(
            ["wine", *before, "cmd", "/c", path(f"{PRODUCT}/keyhopper.cmd"), *arguments],
            env={**self.environment, **more},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            encoding="utf-8",
        )

    def file(self, name, content):
        return path(super().file(name, content))

    def logs(self):
        folder = f"{self.home}/logs"
        text = ""
        for name in sorted(os.listdir(folder)) if os.path.isdir(folder) else []:
            with open(f"{folder}/{name}", encoding="utf-8", errors="replace") as file:
                text += file.read()
        return text
