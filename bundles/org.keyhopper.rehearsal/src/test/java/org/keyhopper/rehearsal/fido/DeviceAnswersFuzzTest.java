package org.keyhopper.rehearsal.fido;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.keyhopper.api.directory.NewCredential;
import org.keyhopper.api.transport.ChannelException;
import org.keyhopper.api.transport.Deadline;
import org.keyhopper.api.transport.ExchangeControl;
import org.keyhopper.api.transport.FidoChannel;
import org.keyhopper.fido.Authenticator;
import org.keyhopper.fido.Authenticators;
import org.keyhopper.fido.CredentialVerifier;
import org.keyhopper.fido.DeviceException;
import org.keyhopper.testkit.fuzz.Fuzz;

/** CBOR that a device answers with. */
class DeviceAnswersFuzzTest {

    @Test
    void infoIsReadOrRefused() throws DeviceException, ChannelException {
        List<byte[]> corpus = new ArrayList<>();
        for (String traits : List.of("x5c", "x5c+pin=123456", "self")) {
            corpus.add(new SoftwareChannel(traits).exchange(new byte[] {4}, AuthenticatorRig.control()));
        }
        Fuzz.assertIsReadOrRefused("cbor", corpus, input -> {
            try {
                Authenticator device = Authenticators.factory().open(new Answering(input));
                device.info().has("rk");
                device.credentials().list(AuthenticatorRig.pin());
            } catch (DeviceException declared) {
                return;
            }
        });
    }

    @Test
    void attestationIsVerifiedWithoutAFault() throws DeviceException {
        AuthenticatorRig rig = AuthenticatorRig.of("x5c+pin=123456");
        NewCredential made = rig.make(AuthenticatorRig.options());
        CredentialVerifier verifier = Authenticators.verifier();
        Fuzz.assertIsReadOrRefused("attestation", List.of(made.attestationObject()), input -> {
            NewCredential changed = new NewCredential(
                    made.id(), made.clientDataJson(), input, made.transports(), made.enterpriseAttested());
            verifier.checkNew(changed, AuthenticatorRig.options(), rig.authenticator.info());
        });
    }

    /** A device that has one answer to everything. */
    private record Answering(byte[] answer) implements FidoChannel {

        @Override
        public byte[] exchange(byte[] message, ExchangeControl control) {
            return answer.clone();
        }

        @Override
        public Hold beginExclusive(Deadline deadline) {
            return () -> {};
        }

        @Override
        public boolean powerCycle(Deadline deadline) {
            return false;
        }

        @Override
        public boolean wink() {
            return false;
        }

        @Override
        public void close() {}
    }
}
