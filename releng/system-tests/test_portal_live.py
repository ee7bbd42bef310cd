"""
The page of a request behind nginx with its default settings: what happens at a station arrives within a second, for one viewer in Chromium and for 50 at once;
the page connects again after nginx was away.
"""

import html
import http.client
import json
import socket
import threading
import time
import urllib.parse

import pytest
from central import Device, Station
from central_browser import CentralBrowser
from nginx import Nginx
from portal_browser import PortalBrowser
from running_central import RunningCentral
from tally import check, equal

pytestmark = pytest.mark.long

VIEWERS = 50
PEOPLE = 4
SECOND = 1.0
BEGUN = "making the passkey"


@pytest.fixture(scope="module", autouse=True)
def opened(network):
    global central, nginx, station, request
    central_port, port = free_port(), free_port()
    nginx = Nginx(port, f"127.0.0.1:{central_port}")
    central = RunningCentral("--people", "8", "--public", nginx.url, port=central_port)
    request = central.ready["requests"]["contoso"]
    station = Station(central)
    equal("joined through nginx", station.join(central.ready["codes"]["contoso"]).status, 201)
    equal("signed in", station.sign_in().status, 200)
    yield
    central.close()
    nginx.stop()


def free_port():
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return free.getsockname()[1]


class Viewer(threading.Thread):
    """Reads the events of the request; notes when each part arrived."""

    def __init__(self, cookies):
        super().__init__(daemon=True)
        self.parts = []
        place = urllib.parse.urlsplit(nginx.url)
        self._connection = http.client.HTTPConnection(place.hostname, place.port, timeout=60)
        self._connection.request("GET", f"/requests/{request}/events", headers={"Cookie": "; ".join(f"{name}={value}" for name, value in cookies.items())})
        self._socket = self._connection.sock
        self.answer = self._connection.getresponse()
        self.start()

    def run(self):
        event = None
        try:
            for line in self.answer:
                text = line.decode().rstrip("\n")
                if text.startswith("event: "):
                    event = text.removeprefix("event: ")
                elif text.startswith("data: ") and event == "part":
                    # Names are escaped in it, such as that of Ms O'Brien.
                    self.parts.append((time.monotonic(), html.unescape(json.loads(text.removeprefix("data: ")))))
        except (OSError, ValueError, AttributeError):
            pass  # It was closed.

    def until(self, condition, deadline):
        """When a part arrived for which this is true; None if none did by then."""
        seen = 0
        while time.monotonic() < deadline:
            parts = self.parts[seen:]
            seen += len(parts)
            for at, part in parts:
                if condition(part):
                    return at
            time.sleep(0.02)
        return None

    def close(self):
        """Ends the reading, which has the connection to itself."""
        self._socket.shutdown(socket.SHUT_RDWR)


class Measured:
    """How long what happened took to reach each viewer."""

    def __init__(self, viewers):
        self._viewers = viewers
        self.seconds = []

    def event(self, what, happen, condition):
        """Lets something happen. What reaches a viewer before the station has its answer took no time."""
        answer = happen()
        answered = time.monotonic()
        arrived = [viewer.until(condition(answer), answered + 20) for viewer in self._viewers]
        check(f"{what}: it reaches all", None not in arrived)
        late = [round(max(0.0, at - answered), 3) for at in arrived if at]
        print(f"  {what}: median {median(late)} s, maximum {max(late)} s", flush=True)
        self.seconds += late
        return answer


def median(numbers):
    return sorted(numbers)[len(numbers) // 2]


def name(claimed):
    return claimed["recipient"]["displayName"] or claimed["recipient"]["user"]


def test_fifty_viewers_see_every_event_within_a_second():
    browser = CentralBrowser(central.url)
    browser.sign_in("operator")
    viewers = [Viewer(browser.cookies) for _ in range(VIEWERS)]
    equal("all are served", [viewer.answer.status for viewer in viewers], [200] * VIEWERS)
    deadline = time.monotonic() + 20
    check("a first part each", all(viewer.until(lambda part: "No one is being provisioned yet." in part, deadline) for viewer in viewers))
    measured = Measured(viewers)
    for number in range(1, PEOPLE + 1):
        # An event may be at any moment between two looks at the database.
        time.sleep(0.07 * number)
        claimed = measured.event("claimed", lambda: station.claim(request).content, lambda claim: lambda part: name(claim) in part)
        device = Device()
        begun = measured.event("begun", lambda: station.begin(claimed["claim"], device).content, lambda _: lambda part: BEGUN in part and name(claimed) in part)
        equal("registered", station.register(claimed["claim"], device.make(begun)).status, 200)
        proof = device.sign(begun["proofClientDataJSON"])
        proved = lambda part: part.count("outcome PROVISIONED") == number  # noqa: E731
        measured.event("proved", lambda: station.prove(claimed["claim"], proof), lambda _: proved)
    slowest = max(measured.seconds)
    check(f"{len(measured.seconds)} arrivals: median {median(measured.seconds)} s, maximum {slowest} s", slowest < SECOND)
    status, began = CentralBrowser(central.url), time.monotonic()
    check("other pages answer meanwhile", status.get("/health").status == 200 and time.monotonic() - began < SECOND)
    for viewer in viewers:
        viewer.close()


def test_page_connects_again():
    browser = PortalBrowser(central.url, "portal-live")
    try:
        browser.sign_in("operator").open(f"/requests/{request}")
        check("shown", browser.wait(lambda: browser.all("#live .tiles")))
        nginx.stop()
        check("the interruption is reported", browser.wait_for("The connection is interrupted."))
        browser.picture("interrupted")
        nginx.start()
        claimed = station.claim(request).content
        check("what happened meanwhile", browser.wait(lambda: name(claimed) in browser.one("#live").text, 30))
        check("no notice any more", browser.wait(lambda: "The connection is interrupted." not in browser.text))
        equal("released", station.release(claimed["claim"], reason="device.gone", deviceClean=True).status, 200)
    finally:
        browser.close()
