"""
PingOne in place of Entra: many people, what the directory can do wrong, and runs that are killed while a device waits there for its activation:
none is left waiting.
"""

import kept_enrolments
import pytest
from sandbox import PingOne

pytestmark = pytest.mark.readers(3)


@pytest.fixture(scope="module", autouse=True)
def opened(readers):
    yield from kept_enrolments.opened(PingOne, "pingone.eu")


def test_many_people():
    kept_enrolments.people()


def test_one_run_a_misbehaviour_for_everybody():
    kept_enrolments.misbehave()


def test_killed_while_a_device_waits():
    kept_enrolments.killed()


def test_asked_at_a_terminal():
    kept_enrolments.asked()
