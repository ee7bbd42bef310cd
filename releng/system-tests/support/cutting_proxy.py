"""Stands between stations and Central on plain HTTP of this computer, and cuts chosen calls of chosen stations."""

import base64
import http.client
import json
import re
import threading
import time
import urllib.parse
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

# The calls for one person; the PIN travels with two of them.
CALLS = ("/claims$", "/enrolment$", "/registration$", "/proof$", "/release$")
HOP_BY_HOP = {"connection", "content-length", "host", "transfer-encoding", "upgrade", "http2-settings", "keep-alive"}


class Cut:
    """From the first matching call on, and for some seconds, such calls of the station are not answered."""

    def __init__(self, path, seconds, answer=False):
        """With answer, Central gets the call, and what it answers is lost."""
        self.path = re.compile(path)
        self.seconds = seconds
        self.answer = answer
        self.since = None
        self.station = None
        self.calls = 0

    def takes(self, station, path):
        if not self.path.search(path) or self.station not in (None, station):
            return False
        now = time.monotonic()
        if self.since is None:
            self.since, self.station = now, station
        if now - self.since > self.seconds:
            return False
        self.calls += 1
        return True


class CuttingProxy:
    def __init__(self, port):
        self.target = port
        self.cuts = []
        self.calls = []
        self._lock = threading.Lock()
        self._stations = {}
        proxy = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def log_message(self, *_):
                pass

            def handle_any(self):
                proxy.forward(self)

            do_GET = do_POST = do_PUT = do_DELETE = handle_any

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._server.daemon_threads = True
        self.url = f"http://127.0.0.1:{self._server.server_address[1]}"
        threading.Thread(target=self._server.serve_forever, daemon=True).start()

    def cut(self, path, seconds, answer=False):
        cut = Cut(path, seconds, answer)
        with self._lock:
            self.cuts.append(cut)
        return cut

    def forward(self, handler):
        body = handler.rfile.read(int(handler.headers.get("Content-Length") or 0))
        token = handler.headers.get("Authorization", "").removeprefix("DPoP ")
        station = self._stations.get(token) or assertion(body)
        with self._lock:
            self.calls.append((station, handler.command, handler.path))
            cut = next((each for each in self.cuts if each.takes(station, handler.path)), None)
        if cut and not cut.answer:
            handler.close_connection = True
            return
        headers = {name: value for name, value in handler.headers.items() if name.lower() not in HOP_BY_HOP}
        connection = http.client.HTTPConnection("127.0.0.1", self.target, timeout=60)
        try:
            connection.request(handler.command, handler.path, body=body or None, headers=headers)
            answer = connection.getresponse()
            content = answer.read()
        except OSError:
            handler.close_connection = True
            return
        finally:
            connection.close()
        if handler.path.endswith("/token") and answer.status == 200:
            self._stations[json.loads(content)["access_token"]] = station
        if cut:
            handler.close_connection = True
            return
        handler.send_response(answer.status)
        for name, value in answer.getheaders():
            if name.lower() not in HOP_BY_HOP | {"date", "server"}:
                handler.send_header(name, value)
        handler.send_header("Content-Length", str(len(content)))
        handler.end_headers()
        handler.wfile.write(content)

    def close(self):
        self._server.shutdown()
        self._server.server_close()


def assertion(body):
    """The station that asks for a token."""
    form = urllib.parse.parse_qs(body.decode(errors="replace"))
    claims = form.get("client_assertion", ["."])[0].split(".")
    if len(claims) != 3:
        return None
    payload = claims[1] + "=" * (-len(claims[1]) % 4)
    return json.loads(base64.urlsafe_b64decode(payload))["iss"]
