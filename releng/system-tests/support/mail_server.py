"""A mail server with TLS on this computer, which keeps what it takes. Its certificate is one of an authority of its own."""

import email
import os
import ssl
import subprocess
import threading

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult

USER, PASSWORD = "keyhopper", "the password of the mail account"


class MailServer:
    def __init__(self, folder, starttls=False):
        os.makedirs(folder, exist_ok=True)
        self.authority, certificate, key = (os.path.join(folder, name) for name in ("mail-authority.pem", "mail.pem", "mail.key"))
        command = ["openssl", "req", "-x509", "-nodes", "-newkey", "rsa:2048", "-days", "2", "-subj", "/CN=Mail", "-addext", "subjectAltName=IP:127.0.0.1"]
        subprocess.run([*command, "-keyout", key, "-out", certificate], check=True, capture_output=True)
        with open(certificate, encoding="ascii") as source, open(self.authority, "w", encoding="ascii") as target:
            target.write(source.read())
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(certificate, key)
        self.messages = []
        self.refused = set()
        self._arrived = threading.Condition()
        protection = {"tls_context": context, "require_starttls": True} if starttls else {"ssl_context": context}
        self._controller = Controller(self, hostname="127.0.0.1", port=0, authenticator=self._known, auth_required=True, auth_require_tls=starttls, **protection)
        self._controller.start()
        self.port = self._controller.server.sockets[0].getsockname()[1]

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
        return "250 taken"

    def to(self, address, count=1, seconds=30):
        """The last message to an address, once there are so many; None if there are fewer."""
        found = lambda: [each for each in self.messages if address in each.envelope.rcpt_tos]
        with self._arrived:
            self._arrived.wait_for(lambda: len(found()) >= count, seconds)
            return found()[-1] if len(found()) >= count else None

    def close(self):
        self._controller.stop()


def text(message):
    return message.get_payload(decode=True).decode()
