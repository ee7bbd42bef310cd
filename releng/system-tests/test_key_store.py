"""
A station made where the Secret Service of the desktop is unlocked has its key there, finds it again in later sessions, and does not fall back
when it is locked or missing. Where there is none, the key file is used at once.
"""

import os
import shutil
import subprocess

import product
import pytest
from tally import check

HOME = f"{product.WORK}/user"
STATION = f"{HOME}/station"
UNLOCKED = "printf word | gnome-keyring-daemon --unlock --components=secrets >/dev/null"
LOCKED = "gnome-keyring-daemon --start --components=secrets >/dev/null"


@pytest.fixture(scope="module", autouse=True)
def user(no_readers):
    """The variables of a user without a session."""
    os.makedirs(f"{HOME}/run", mode=0o700)
    unset = ("DISPLAY", "WAYLAND_DISPLAY", "DBUS_SESSION_BUS_ADDRESS", "XDG_DATA_HOME")
    variables = {name: value for name, value in os.environ.items() if name not in unset}
    variables |= {"HOME": HOME, "XDG_RUNTIME_DIR": f"{HOME}/run", "KEYHOPPER_HOME": STATION, "CHECK_SECRET": "none"}
    variables["KEYHOPPER_JAVA_OPTIONS"] = f"-Duser.home={HOME}"
    return variables


def keeps_a_secret(user, name, session=None):
    """Whether the product keeps one, in a session that begins with this command or in none."""
    command = [f"{product.FOLDER}/keyhopper", "directory", "add", "--type=entra", "--set=tenant=contoso.example"]
    command += ["--set=clientId=11111111-1111-1111-1111-111111111111", "--secret=clientSecret=env:CHECK_SECRET", name]
    if session:
        command = ["dbus-run-session", "--", "sh", "-c", f'{session}; sleep 1; exec "$@"', "sh", *command]
    ran = subprocess.run(command, env=user, capture_output=True, text=True)
    print(ran.stdout, ran.stderr)
    return ran.returncode == 0


def test_a_new_station_keeps_a_secret(user):
    check("it keeps it", keeps_a_secret(user, "one", UNLOCKED))
    check("no key file beside the key store", not os.path.exists(f"{STATION}/station.key"))


def test_it_opens_in_a_later_session(user):
    check("it opens", keeps_a_secret(user, "two", UNLOCKED))


def test_it_does_not_open_with_a_locked_key_ring(user):
    check("refused", not keeps_a_secret(user, "three", LOCKED))


def test_it_does_not_open_without_a_session(user):
    check("refused", not keeps_a_secret(user, "four"))


def test_a_new_station_without_a_session_keeps_a_secret_in_a_file(user):
    shutil.rmtree(STATION)
    check("it keeps it", keeps_a_secret(user, "one"))
    check("there is a key file", os.path.exists(f"{STATION}/station.key"))
