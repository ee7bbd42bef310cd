"""
Okta in place of Entra: many people, what the directory can do wrong, and runs that are killed while a factor waits there for its activation:
none is left waiting.
"""

import kept_enrolments
import pytest
from sandbox import Okta

pytestmark = [pytest.mark.extra, pytest.mark.readers(3)]

# Its token is a fixed one, its options have one form, and neither MFA nor a name is set.
WITHOUT = ("no-mfa", "token1", "token2", "object", "text", "nameless")


@pytest.fixture(scope="module", autouse=True)
def opened(readers):
    yield from kept_enrolments.opened(Okta, "contoso.okta.example", WITHOUT)


def test_many_people():
    kept_enrolments.people()


def test_one_run_a_misbehaviour_for_everybody():
    kept_enrolments.misbehave()


def test_killed_while_a_device_waits():
    kept_enrolments.killed()
