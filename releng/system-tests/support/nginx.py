"""nginx with its default settings in front of a server on this computer, as a child process."""

import socket
import subprocess
import tempfile
import time

import child
import product


class Nginx:
    def __init__(self, port, target):
        """Leads to the target, HOST:PORT, which need not answer yet."""
        self.url = f"http://127.0.0.1:{port}"
        self._port = port
        folder = tempfile.mkdtemp(dir=product.WORK, prefix="nginx-")
        self._config = f"{folder}/nginx.conf"
        temporary = "".join(f"{name}_temp_path {folder}/{name};" for name in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi"))
        location = f"location / {{ proxy_pass http://{target}; proxy_set_header X-Forwarded-For $proxy_add_x_forwarded_for; }}"
        with open(self._config, "w") as file:
            file.write(f"daemon off; pid {folder}/pid; error_log {folder}/error.log; events {{}}\n")
            file.write(f"http {{ access_log off; {temporary} server {{ listen 127.0.0.1:{port}; {location} }} }}\n")
        self._folder = folder
        self.start()

    def start(self):
        command = ["/usr/sbin/nginx", "-p", self._folder, "-e", f"{self._folder}/error.log", "-c", self._config]
        self._process = child.start(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        deadline = time.monotonic() + 20
        while True:
            try:
                socket.create_connection(("127.0.0.1", self._port), timeout=1).close()
                return
            except OSError:
                if time.monotonic() > deadline or self._process.poll() is not None:
                    with open(f"{self._folder}/error.log") as log:
                        raise RuntimeError(f"nginx did not start: {log.read()}") from None
                time.sleep(0.05)

    def stop(self):
        self._process.terminate()
        self._process.wait()
