package org.keyhopper.rehearsal.authenticator.internal.command;

import java.util.Arrays;
import org.keyhopper.rehearsal.authenticator.internal.AuthenticatorContext;
import org.keyhopper.rehearsal.authenticator.internal.CtapFailure;
import org.keyhopper.rehearsal.authenticator.internal.Status;
import org.keyhopper.rehearsal.authenticator.internal.cbor.CborMapBuilder;
import org.keyhopper.rehearsal.authenticator.internal.cbor.CborParameters;
import org.keyhopper.rehearsal.authenticator.internal.crypto.Digests;
import org.keyhopper.rehearsal.authenticator.model.Credential;

/** Extension hmac-secret in getAssertion (CTAP 2.1, section 12.5). */
final class HmacSecret {
    private static final String NAME = "hmac-secret";
    private static final int SALT = 32;

    private final AuthenticatorContext device;

    HmacSecret(AuthenticatorContext device) {
        this.device = device;
    }

    /** Returns the extension outputs, empty unless requested. */
    CborMapBuilder evaluate(AssertionRequest request, Credential credential, boolean verified) {
        if (!device.personality().abilities().extensions().contains(NAME)) {
            return CborMapBuilder.empty();
        }
        return request.extensions()
                .optionalMap(NAME)
                .map(input -> CborMapBuilder.empty().put(NAME, output(input, secret(credential, verified))))
                .orElseGet(CborMapBuilder::empty);
    }

    private byte[] output(CborParameters input, byte[] secret) {
        PinChannel channel = PinChannel.open(device, input.optionalInteger(0x04).orElse(1), input.map(0x01));
        byte[] encrypted = input.bytes(0x02);
        channel.requireSigned(encrypted, input.bytes(0x03));
        byte[] salts = channel.decrypt(encrypted);
        return switch (salts.length) {
            case SALT -> channel.encrypt(device, Digests.hmac(secret, salts));
            case 2 * SALT -> channel.encrypt(device, both(salts, secret));
            default -> throw new CtapFailure(Status.INVALID_LENGTH);
        };
    }

    private static byte[] both(byte[] salts, byte[] secret) {
        return Digests.join(
                Digests.hmac(secret, Arrays.copyOf(salts, SALT)),
                Digests.hmac(secret, Arrays.copyOfRange(salts, SALT, 2 * SALT)));
    }

    private static byte[] secret(Credential credential, boolean verified) {
        byte[] both = credential.key().secrets();
        return verified ? Arrays.copyOf(both, SALT) : Arrays.copyOfRange(both, SALT, 2 * SALT);
    }
}
