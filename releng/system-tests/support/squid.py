"""A proxy that requires an account (Debian's squid), as a child process; the names below .test are this computer for it."""

import os
import socket
import subprocess
import tempfile
import time

import child

PORT = 3128
USER, PASSWORD = "keyhopper", "Pr0xy: geheim"

CONFIGURATION = """
http_port 127.0.0.1:{port}
auth_param basic program /usr/lib/squid/basic_ncsa_auth {folder}/accounts
auth_param basic realm proxy
acl signed_in proxy_auth REQUIRED
http_access allow signed_in
http_access deny all
hosts_file {folder}/hosts
cache deny all
access_log stdio:{folder}/access.log
cache_log {folder}/cache.log
pid_filename none
coredump_dir {folder}
shutdown_lifetime 0 seconds
"""


class Squid:
    def __init__(self, *names):
        self._folder = tempfile.mkdtemp(prefix="keyhopper-squid-")
        os.chmod(self._folder, 0o777)
        hashed = subprocess.run(["openssl", "passwd", "-apr1", PASSWORD], check=True, capture_output=True, text=True).stdout
        self._write("accounts", f"{USER}:{hashed}")
        self._write("hosts", "".join(f"127.0.0.1 {name}\n" for name in names))
        self._write("squid.conf", CONFIGURATION.format(port=PORT, folder=self._folder))
        self._process = child.start(["squid", "-N", "-f", f"{self._folder}/squid.conf"])
        deadline = time.monotonic() + 60
        while not answers(PORT):
            if self._process.poll() is not None or time.monotonic() > deadline:
                raise RuntimeError(f"squid did not start, see {self._folder}/cache.log")
            time.sleep(0.1)

    def _write(self, name, text):
        with open(os.path.join(self._folder, name), "w", encoding="utf-8") as file:
            file.write(text)

    def tunnels(self):
        """The tunnels that were asked for: address and status."""
        with open(f"{self._folder}/access.log", encoding="utf-8") as log:
            lines = [line.split() for line in log]
        return [(line[6], line[3].rsplit("/", 1)[1]) for line in lines if line[5] == "CONNECT"]

    def close(self):
        self._process.kill()
        self._process.wait()


def answers(port):
    with socket.socket() as connection:
        return connection.connect_ex(("127.0.0.1", port)) == 0
