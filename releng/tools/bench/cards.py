"""Keyhopper against python-fido2 on the same virtual reader and card, by turns. Started by cards.sh."""

import argparse
import hashlib
import random
import statistics
import subprocess
import sys
import tempfile
import time

from card_stack import CardStack
from fido2.ctap import CtapError
from fido2.ctap2 import ClientPin, Ctap2
from fido2.pcsc import CtapPcscDevice
from pcscd import PORTS, READERS
from smartcard.System import readers
from smartcard.scard import SCARD_LEAVE_CARD

RP = {"id": "login.example.org", "name": "Example"}
USER = {"id": b"\1\2\3\4", "name": "anna@example.org", "displayName": "Anna Example"}
ALGORITHMS = [{"type": "public-key", "alg": -7}, {"type": "public-key", "alg": -257}]
EXCLUDED = [random.Random(7 + i).randbytes(64) for i in range(8)]
PIN = "123456"
ANY_HASH = b"\0" * 32

# The first says in its ATR that it takes extended APDUs, without which we do not try.
KINDS = {"card with extended APDUs": "atr=3B8580018073C021C0D6", "card with short APDUs": "short-apdu"}
CEREMONY = ["open", "set-pin", "make", "assert"]
NAMES = {
    "open": "open: connect, select, getInfo",
    "set-pin": "set the first PIN",
    "make": "PIN token, 8 excluded, make",
    "assert": "PIN token, assertion",
    "ceremony": "all of these",
    "make-anew": "PIN token, 8 excluded, make (*)",
}


class Measured:
    """Exchanges, and nanoseconds in all, inside transmit, and for PC/SC transactions."""

    def __init__(self, exchanges, total, inside, transactions=0):
        self.exchanges, self.total, self.inside, self.transactions = exchanges, total, inside, transactions

    def __add__(self, other):
        return Measured(*(getattr(self, each) + getattr(other, each) for each in self.__dict__))

    @property
    def host(self):
        return self.total - self.inside


class PythonFido2:
    """The other side: python-fido2 as its own client uses it, over pyscard."""

    def __init__(self, reader):
        self._reader = next(each for each in readers() if each.name == reader)
        self._exchanges = self._inside = 0

    def round(self):
        steps = {}
        ctap = self._open(steps, "open")
        self._step(steps, "set-pin", lambda: ClientPin(ctap).set_pin(PIN))
        self._step(steps, "make", lambda: self._make(ctap))
        credential = self._last.auth_data.credential_data.credential_id
        self._step(steps, "assert", lambda: self._assert(ctap, credential))
        self._close()
        ctap = self._open(steps, "reopen")
        self._step(steps, "make-anew", lambda: self._make(ctap))
        self._step(steps, "reset", ctap.reset)
        self._close()
        return steps

    def _open(self, steps, name):
        self._step(steps, name, self._opened)
        return self._last

    def _opened(self):
        self._connection = self._reader.createConnection()
        self._count(self._connection)
        return Ctap2(CtapPcscDevice(self._connection, "reader"))

    def _close(self):
        """Leaves the card powered, as Keyhopper does."""
        self._connection.component.disposition = SCARD_LEAVE_CARD
        self._connection.disconnect()
        self._connection.component.release()

    def _count(self, connection):
        transmit = connection.transmit

        def counted(*arguments):
            start = time.perf_counter_ns()
            try:
                return transmit(*arguments)
            finally:
                self._inside += time.perf_counter_ns() - start
                self._exchanges += 1

        connection.transmit = counted

    def _step(self, steps, name, action):
        self._exchanges = self._inside = 0
        start = time.perf_counter_ns()
        self._last = action()
        steps[name] = Measured(self._exchanges, time.perf_counter_ns() - start, self._inside)

    @staticmethod
    def _make(ctap):
        """What Fido2Client does: one token for both, the excluded ids first, then the credential."""
        client = ClientPin(ctap)
        token = client.get_pin_token(PIN, ClientPin.PERMISSION(3), RP["id"])
        fitting = [each for each in EXCLUDED if len(each) <= (ctap.info.max_cred_id_length or 1024)]
        most = ctap.info.max_creds_in_list or 1
        param = client.protocol.authenticate(token, ANY_HASH)
        for at in range(0, len(fitting), most):
            listed = [{"type": "public-key", "id": each} for each in fitting[at : at + most]]
            try:
                ctap.get_assertions(
                    RP["id"], ANY_HASH, listed, None, {"up": False}, param, client.protocol.VERSION
                )
                raise RuntimeError("an excluded credential is on the card")
            except CtapError as e:
                if e.code != CtapError.ERR.NO_CREDENTIALS:
                    raise
        client_data = b'{"type":"webauthn.create","challenge":"AAECAwQFBgcICQoLDA0ODw","origin":"https://login.example.org"}'
        digest = hashlib.sha256(client_data).digest()
        return ctap.make_credential(
            digest,
            RP,
            USER,
            ALGORITHMS,
            options={"rk": True},
            pin_uv_param=client.protocol.authenticate(token, digest),
            pin_uv_protocol=client.protocol.VERSION,
        )

    @staticmethod
    def _assert(ctap, credential):
        client = ClientPin(ctap)
        token = client.get_pin_token(PIN, ClientPin.PERMISSION.GET_ASSERTION, RP["id"])
        param = client.protocol.authenticate(token, ANY_HASH)
        listed = [{"type": "public-key", "id": credential}]
        return ctap.get_assertion(
            RP["id"], ANY_HASH, listed, None, {"up": False}, param, client.protocol.VERSION
        )


class Keyhopper:
    """Our side, in a process of its own."""

    def __init__(self, command, reader):
        self._process = subprocess.Popen(
            command + [reader], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, bufsize=1
        )
        self._steps()

    def round(self):
        self._process.stdin.write("round\n")
        return self._steps()

    def close(self):
        self._process.stdin.close()
        self._process.wait(10)

    def _steps(self):
        steps = {}
        for line in self._process.stdout:
            if line == "end\n":
                return steps
            name, *numbers = line.split("\t")
            steps[name] = Measured(*map(int, numbers))
        raise RuntimeError("Keyhopper's side of the benchmark has ended")


class Comparison:
    """Rounds of both with one kind of card."""

    def __init__(self, stack, kind, traits):
        self._stack = stack
        self._kind = kind
        self._serial = stack(f"new {traits}")["cards"][0]
        self.rounds = []
        self.disagreements = 0
        stack(f"insert {self._serial}")

    def run(self, ours, theirs, warm_up, count):
        for number in range(warm_up + count):
            sides = [(0, ours), (1, theirs)] if number % 2 else [(1, theirs), (0, ours)]
            results = [None, None]
            for at, side in sides:
                results[at] = self._checked(side)
            if number >= warm_up:
                self.rounds.append(results)

    def _checked(self, side):
        """One round, of which the card must have seen as many APDUs as the side counted."""
        before = self._apdus()
        steps = side.round()
        counted = sum(each.exchanges for each in steps.values())
        self.disagreements += counted != self._apdus() - before
        steps["ceremony"] = sum((steps[each] for each in CEREMONY[1:]), steps[CEREMONY[0]])
        return steps

    def _apdus(self):
        return self._stack(f"state {self._serial}")["card"]["apdus"]

    def exchanges(self, side, step):
        return max(each[side][step].exchanges for each in self.rounds)

    def report(self):
        print(f"\n{self._kind}: {len(self.rounds)} rounds each, by turns")
        print(f"  {'':32}{'exchanges':>13}   {'milliseconds':>15}   ratio of times   ratio of host times")
        print(f"  {'':32}{'ours theirs':>13}   {'ours   theirs':>15}   (middle half)    (middle half)")
        for step in CEREMONY + ["ceremony", "make-anew"]:
            times = [self.milliseconds(side, step, "total") for side in (0, 1)]
            print(
                f"  {NAMES[step]:32}{self.exchanges(0, step):5}{self.exchanges(1, step):8}   "
                f"{times[0]:6.2f}{times[1]:9.2f}   {self.ratios(step, 'total'):16} {self.ratios(step, 'host')}"
            )
        print("  (*) with the card opened anew: nothing is left of an earlier PIN token")
        agreed = "agrees with every count" if not self.disagreements else f"DISAGREES in {self.disagreements} rounds"
        print(f"  The card's own log {agreed}.")

    def ratios(self, step, figure):
        all_ratios = [getattr(ours[step], figure) / getattr(theirs[step], figure) for ours, theirs in self.rounds]
        low, middle, high = statistics.quantiles(all_ratios, n=4)
        return f"{middle:.2f} ({low:.2f}-{high:.2f})"

    def milliseconds(self, side, step, figure):
        return statistics.median(getattr(each[side][step], figure) for each in self.rounds) / 1e6


def main():
    parser = argparse.ArgumentParser()
    for name in ("java", "classpath", "classes", "flags"):
        parser.add_argument(f"--{name}", required=True)
    parser.add_argument("--rounds", type=int, default=40)
    parser.add_argument("--warm-up", type=int, default=100)
    options = parser.parse_args()

    ours = [options.java, *options.flags.split(), "-cp", f"{options.classes}:{options.classpath}"]
    ours.append("org.keyhopper.transport.pcsc.internal.Benchmark")
    good = True
    with tempfile.TemporaryDirectory() as folder:
        with CardStack(folder, [PORTS[0]]) as stack:
            for kind, traits in KINDS.items():
                comparison = Comparison(stack, kind, f"{traits}+list-limit=8+ids=64")
                side = Keyhopper(ours, READERS[0])
                comparison.run(side, PythonFido2(READERS[0]), options.warm_up, options.rounds)
                side.close()
                stack("remove")
                comparison.report()
                good &= judged(comparison)
    sys.exit(0 if good else 1)


def judged(comparison):
    ours, theirs = (comparison.exchanges(side, "make-anew") for side in (0, 1))
    milliseconds = [comparison.milliseconds(side, "make-anew", "host") for side in (0, 1)]
    print(f"  PIN token + 8 excluded of 64 bytes + makeCredential: {ours} exchanges, python-fido2 {theirs}")
    print(
        f"  host time of that: {milliseconds[0]:.2f} ms, python-fido2 {milliseconds[1]:.2f} ms; "
        f"ratio {comparison.ratios('make-anew', 'host')}"
    )
    transactions = comparison.milliseconds(0, "make-anew", "transactions")
    print(f"  of ours, for PC/SC transactions, which python-fido2 does without: {transactions:.2f} ms")
    more = [step for step in [*CEREMONY, "make-anew"] if comparison.exchanges(0, step) > comparison.exchanges(1, step)]
    for step in more:
        print(f"  FAILED: more exchanges than python-fido2: {NAMES[step]}")
    return not more and not comparison.disagreements


if __name__ == "__main__":
    main()
