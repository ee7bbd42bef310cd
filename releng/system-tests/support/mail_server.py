"""A mail server on this computer, which keeps what it takes; with TLS, its certificate is one of an authority of its own. Needs python3-aiosmtpd."""

import email
import os
import socket
import ssl
import subprocess
import threading

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult

USER, PASSWORD = "keyhopper", "the password of the mail account"


class MailServer:
    def __init__(self, folder, security="tls"):
        """With TLS for certificate and authority, in plain for messages as files."""
        os.makedirs(folder, exist_ok=True)
        self.messages = []
        self.refused = set()
        self._arrived = threading.Condition()
        self._folder = folder if security == "plain" else None
        options = {}
        if security == "tls":
            options = {"ssl_context": self._context(folder), "authenticator": self._known, "auth_required": True, "auth_require_tls": False}
        self.port = free_port()
        self._controller = Controller(self, hostname="127.0.0.1", port=self.port, **options)
        self._controller.start()

    def _context(self, folder):
        self.authority, key = (os.path.join(folder, name) for name in ("mail.pem", "mail.key"))
        command = ["openssl", "req", "-x509", "-nodes", "-newkey", "rsa:2048", "-days", "2", "-subj", "/CN=Mail", "-addext", "subjectAltName=IP:127.0.0.1"]
        subprocess.run([*command, "-keyout", key, "-out", self.authority], check=True, capture_output=True)
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(self.authority, key)
        return context

    @staticmethod
    def _known(_server, _session, _envelope, _mechanism, data):
        return AuthResult(success=(data.login, data.password) == (USER.encode(), PASSWORD.encode()))

    async def handle_RCPT(self, _server, _session, envelope, address, _options):
        if address in self.refused:
            return "550 no such person"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, _server, _session, envelope):
        message = email.message_from_bytes(envelope.content)
        message.envelope = envelope
        with self._arrived:
            self.messages.append(message)
            self._arrived.notify_all()
        if self._folder:
            with open(os.path.join(self._folder, f"{len(self.messages)}-{envelope.rcpt_tos[0]}.txt"), "w", encoding="utf-8") as file:
                file.write(text(message))
        return "250 taken"

    def to(self, address, count=1, seconds=30):
        """The last message to an address, once there are so many; None if there are fewer."""

        def found():
            return [each for each in self.messages if address in each.envelope.rcpt_tos]

        with self._arrived:
            self._arrived.wait_for(lambda: len(found()) >= count, seconds)
            return found()[-1] if len(found()) >= count else None

    def close(self):
        self._controller.stop()


def free_port():
    """The controller connects to its port by number, so that it cannot choose one."""
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]


def text(message):
    return message.get_payload(decode=True).decode()
