"""The built Central as a child process, and a scripted station with a software authenticator."""

import base64
import hashlib
import json
import os
import signal
import ssl
import subprocess
import tempfile
import time
import urllib.error
import urllib.parse
import urllib.request
import uuid

import child
import product
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, utils
from fido2 import cbor

BUILT = f"{product.ROOT}/product/org.keyhopper.central.product/target/products/org.keyhopper.central.product/linux/gtk/x86_64"
FOLDER = os.environ.get("KEYHOPPER_CENTRAL_PRODUCT", BUILT)
# Central runs for minutes here, too short for the optimizing compiler to pay off.
JAVA_OPTIONS = {"KEYHOPPER_JAVA_OPTIONS": " ".join(["-XX:TieredStopAtLevel=1", *product.classes("central")])}
AAGUID = uuid.UUID("6b657968-6f70-7065-7200-00000000c0de")
UP, UV, AT = 0x01, 0x04, 0x40


def b64(data):
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def unb64(text):
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))


def sha256(data):
    return hashlib.sha256(data).digest()


class Central:
    """A server with a folder of its own, over HTTPS on a loopback port; or another instance of one, with its folder."""

    def __init__(self, port, *settings, instance_of=None, environment=None):
        """Settings are further lines of the configuration."""
        self.folder = instance_of.folder if instance_of else tempfile.mkdtemp(dir=product.WORK, prefix="central-")
        self.url = f"https://127.0.0.1:{port}"
        self.public = instance_of.url if instance_of else self.url
        self.certificate = os.path.join(self.folder, "server.pem")
        if not instance_of:
            self._certificate()
        self.config = os.path.join(self.folder, f"central-{port}.conf")
        lines = ["data = data", f"listen.port = {port}", f"public.url = {self.public}", "tls.certificate = server.pem", "tls.key = server.key"]
        with open(self.config, "w") as file:
            file.write("\n".join([*lines, "outgoing.allow = 127.0.0.1, localhost", *settings]) + "\n")
        self.environment = {**os.environ, **JAVA_OPTIONS, **(environment or {}), "KEYHOPPER_HOME": f"{self.folder}/home", "KEYHOPPER_CENTRAL_CONFIG": self.config}
        self._process = None

    def _certificate(self):
        command = ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "90", "-subj", "/CN=central"]
        command += ["-addext", "subjectAltName=IP:127.0.0.1", "-keyout", f"{self.folder}/server.key", "-out", self.certificate]
        subprocess.run(command, check=True, capture_output=True)

    def __call__(self, *arguments, code=0, **environment):
        """Runs a command beside the server; returns what it printed."""
        command = [f"{FOLDER}/keyhopper-central", *arguments]
        ran = subprocess.run(command, env={**self.environment, **environment}, capture_output=True, text=True, timeout=120)
        if ran.returncode != code:
            raise RuntimeError(f"{arguments} ended with {ran.returncode}: {ran.stdout}{ran.stderr}")
        return ran.stdout.strip() or ran.stderr.strip()

    def start(self):
        """Returns when it serves."""
        command = [f"{FOLDER}/keyhopper-central", "serve"]
        self._process = child.start(command, env=self.environment, stdout=subprocess.PIPE, text=True)
        line = self._process.stdout.readline()
        if not line or json.loads(line).get("event") != "ready":
            raise RuntimeError(f"Central is not ready: {line}")
        self.ready = json.loads(line)

    def next_line(self):
        """What it printed after that, such as the code of the first administrator."""
        return json.loads(self._process.stdout.readline())

    @property
    def pid(self):
        return self._process.pid

    def get(self, path):
        """Status and JSON of an open address."""
        trust = ssl.create_default_context(cafile=self.certificate)
        try:
            with urllib.request.urlopen(self.url + path, context=trust, timeout=60) as answer:
                return answer.status, json.load(answer)
        except urllib.error.HTTPError as refused:
            return refused.code, json.load(refused)

    def kill(self):
        """As a power cut would."""
        self._process.kill()
        self._process.wait()

    def stop(self):
        """Returns the exit code after SIGTERM."""
        self._process.send_signal(signal.SIGTERM)
        return self._process.wait(30)

    def close(self):
        if self._process and self._process.poll() is None:
            self.kill()

    def outcomes(self, request):
        lines = self("request", "show", request).splitlines()
        return {line["user"]: line["outcome"] for line in map(json.loads, lines)}

    def log(self):
        text = ""
        for name in sorted(os.listdir(f"{self.folder}/home/logs")):
            with open(f"{self.folder}/home/logs/{name}", errors="replace") as file:
                text += file.read()
        return text


class LoopbackCentral(Central):
    """Over plain HTTP, so that a proxy can see the calls."""

    def __init__(self, port, url, *settings):
        super().__init__(port, *settings)
        with open(self.config) as file:
            lines = [line for line in file if not line.startswith(("tls.", "public.url"))]
        with open(self.config, "w") as file:
            file.writelines([*lines, f"public.url = {url}\n"])


class Answer:
    """What came back."""

    def __init__(self, status, headers, content):
        self.status = status
        self.headers = headers
        self.content = json.loads(content) if content else None

    @property
    def code(self):
        """The code of a problem."""
        return (self.content or {}).get("code")


class Key:
    """A P-256 key and the JWTs that it signs."""

    def __init__(self):
        self._private = ec.generate_private_key(ec.SECP256R1())
        numbers = self._private.public_key().public_numbers()
        self.x, self.y = numbers.x.to_bytes(32, "big"), numbers.y.to_bytes(32, "big")

    @property
    def jwk(self):
        return {"kty": "EC", "crv": "P-256", "x": b64(self.x), "y": b64(self.y)}

    def sign(self, data):
        return self._private.sign(data, ec.ECDSA(hashes.SHA256()))

    def jwt(self, header, claims):
        text = f"{b64(json.dumps({'alg': 'ES256', **header}).encode())}.{b64(json.dumps(claims).encode())}"
        r, s = utils.decode_dss_signature(self.sign(text.encode()))
        return f"{text}.{b64(r.to_bytes(32, 'big') + s.to_bytes(32, 'big'))}"


class Station:
    """A station that joins, and makes the calls for a recipient."""

    def __init__(self, central):
        self.central = central
        self.key = Key()
        self.id = None
        self.token = None
        self._trust = ssl.create_default_context(cafile=central.certificate)

    def proof(self, method, path, **more):
        claims = {"jti": str(uuid.uuid4()), "htm": method, "htu": self.central.public + path, "iat": int(time.time())}
        if self.token:
            claims["ath"] = b64(sha256(self.token.encode()))
        return self.key.jwt({"typ": "dpop+jwt", "jwk": self.key.jwk}, {**claims, **more})

    def send(self, path, body, proof=None, token=None, **headers):
        """One POST; the body is JSON, or a form if it is a list."""
        form = isinstance(body, list)
        data = urllib.parse.urlencode(body).encode() if form else json.dumps(body).encode()
        kind = "application/x-www-form-urlencoded" if form else "application/json"
        sent = {"Content-Type": kind, "DPoP": proof or self.proof("POST", path), **headers}
        token = self.token if token is None else token
        if token:
            sent["Authorization"] = f"DPoP {token}"
        request = urllib.request.Request(self.central.url + path, data=data, headers=sent, method="POST")
        try:
            with urllib.request.urlopen(request, context=self._trust, timeout=60) as answer:
                return Answer(answer.status, answer.headers, answer.read())
        except urllib.error.HTTPError as refused:
            return Answer(refused.code, refused.headers, refused.read())

    def join(self, code):
        answer = self.send("/api/v1/stations", {"code": code})
        if answer.status == 201:
            self.id = answer.content["station"]
        return answer

    def sign_in(self):
        self.token = None
        audience = self.central.public + "/api/v1/token"
        now = int(time.time())
        claims = {"iss": self.id, "sub": self.id, "aud": audience, "jti": str(uuid.uuid4()), "iat": now, "exp": now + 60}
        form = [
            ("grant_type", "client_credentials"),
            ("client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer"),
            ("client_assertion", self.key.jwt({}, claims)),
        ]
        answer = self.send("/api/v1/token", form)
        if answer.status == 200:
            self.token = answer.content["access_token"]
        return answer

    def claim(self, request, key=None, printer=None):
        body = {"printer": printer} if printer else {}
        return self.send(f"/api/v1/requests/{request}/claims", body, **{"Idempotency-Key": key or str(uuid.uuid4())})

    def begin(self, claim, device):
        return self.send(f"/api/v1/claims/{claim}/enrolment", {"device": device.report()})

    def register(self, claim, made):
        return self.send(f"/api/v1/claims/{claim}/registration", {**made, "passkeyName": "Test key"})

    def prove(self, claim, proof):
        return self.send(f"/api/v1/claims/{claim}/proof", proof)

    def release(self, claim, **body):
        return self.send(f"/api/v1/claims/{claim}/release", body)


class Device:
    """A software authenticator with one credential and self attestation (WebAuthn level 3 section 8.2)."""

    def __init__(self, aaguid=AAGUID):
        self.aaguid = aaguid
        self.key = Key()
        self.id = os.urandom(32)

    def report(self):
        options = {"rk": True, "clientPin": True}
        return {"aaguid": str(self.aaguid), "model": "Test key", "versions": ["FIDO_2_0"], "options": options, "algorithms": [-7]}

    def make(self, begun):
        """Makes the credential for these options."""
        options = begun["publicKey"]
        client = {"type": "webauthn.create", "challenge": options["challenge"], "origin": begun["origin"], "crossOrigin": False}
        client_data = json.dumps(client, separators=(",", ":")).encode()
        self.rp_id_hash = sha256(options["rp"]["id"].encode())
        key = cbor.encode({1: 2, 3: -7, -1: 1, -2: self.key.x, -3: self.key.y})
        credential = self.aaguid.bytes + len(self.id).to_bytes(2, "big") + self.id + key
        data = self.rp_id_hash + bytes([UP | UV | AT]) + bytes(4) + credential
        statement = {"alg": -7, "sig": self.key.sign(data + sha256(client_data))}
        attestation = cbor.encode({"fmt": "packed", "attStmt": statement, "authData": data})
        return {
            "credentialId": b64(self.id),
            "clientDataJSON": b64(client_data),
            "attestationObject": b64(attestation),
            "transports": ["usb"],
        }

    def sign(self, client_data):
        """Signs the client data of the proof, which Central gave."""
        data = self.rp_id_hash + bytes([UP | UV]) + bytes(4)
        signature = self.key.sign(data + sha256(unb64(client_data)))
        return {"credentialId": b64(self.id), "authenticatorData": b64(data), "signature": b64(signature)}
