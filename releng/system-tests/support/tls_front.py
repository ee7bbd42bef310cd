"""Servers behind TLS, with certificates of an authority that no computer knows."""

import datetime
import functools
import http.server
import os
import socket
import ssl
import threading

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID


class Authority:
    """A private certificate authority; its certificate is in the PEM file."""

    def __init__(self, folder):
        self._folder = folder
        self._key = ec.generate_private_key(ec.SECP256R1())
        self._name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Contoso private authority")])
        constraints = (x509.BasicConstraints(ca=True, path_length=0), True)
        self._certificate = self._certify(self._name, self._key.public_key(), constraints)
        self.pem = self._write("authority.pem", self._certificate.public_bytes(serialization.Encoding.PEM))

    def context(self, host):
        """The TLS context of a server with this name."""
        key = ec.generate_private_key(ec.SECP256R1())
        name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, host)])
        certificate = self._certify(name, key.public_key(), (x509.SubjectAlternativeName([x509.DNSName(host)]), False))
        plain = key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(self._write(f"{host}.pem", plain + certificate.public_bytes(serialization.Encoding.PEM)))
        return context

    def _certify(self, name, key, extension):
        now = datetime.datetime.now(datetime.timezone.utc)
        builder = x509.CertificateBuilder().subject_name(name).issuer_name(self._name).public_key(key)
        builder = builder.serial_number(x509.random_serial_number()).not_valid_before(now - datetime.timedelta(hours=1))
        builder = builder.not_valid_after(now + datetime.timedelta(days=1)).add_extension(extension[0], critical=extension[1])
        return builder.sign(self._key, hashes.SHA256())

    def _write(self, name, content):
        path = os.path.join(self._folder, name)
        with open(path, "wb") as file:
            file.write(content)
        return path


class Front:
    """Ends TLS in front of a plain server on this computer."""

    def __init__(self, authority, host, port):
        self._context = authority.context(host)
        self._target = port
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.url = f"https://{host}:{self._listener.getsockname()[1]}"
        threading.Thread(target=self._serve, daemon=True).start()

    def _serve(self):
        while True:
            try:
                connection, _ = self._listener.accept()
            except OSError:
                return
            threading.Thread(target=self._forward, args=(connection,), daemon=True).start()

    def _forward(self, connection):
        try:
            with self._context.wrap_socket(connection, server_side=True) as outside, socket.create_connection(("127.0.0.1", self._target)) as inside:
                back = threading.Thread(target=copy, args=(inside, outside), daemon=True)
                back.start()
                copy(outside, inside)
                back.join()
        except OSError:
            connection.close()

    def close(self):
        self._listener.close()


def copy(source, target):
    try:
        while block := source.recv(65536):
            target.sendall(block)
        target.shutdown(socket.SHUT_WR)
    except OSError:
        # The other side is gone; so is the need to copy.
        return


class Site(Front):
    """A folder of files."""

    def __init__(self, authority, host, folder):
        handler = functools.partial(http.server.SimpleHTTPRequestHandler, directory=folder)
        self._files = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
        threading.Thread(target=self._files.serve_forever, daemon=True).start()
        super().__init__(authority, host, self._files.server_address[1])

    def close(self):
        super().close()
        self._files.shutdown()
