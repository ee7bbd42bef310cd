package org.keyhopper.rehearsal.authenticator.internal.command;

import org.keyhopper.rehearsal.authenticator.internal.AuthenticatorContext;
import org.keyhopper.rehearsal.authenticator.internal.CtapFailure;
import org.keyhopper.rehearsal.authenticator.internal.Status;
import org.keyhopper.rehearsal.authenticator.internal.cbor.CborParameters;
import org.keyhopper.rehearsal.authenticator.internal.crypto.P256;
import org.keyhopper.rehearsal.authenticator.internal.crypto.PinProtocol;

/**
 * The encrypted channel between platform and device during one clientPIN command.
 *
 * @param protocol the protocol
 * @param secret the shared secret
 */
record PinChannel(PinProtocol protocol, byte[] secret) {
    /** Derives it from the protocol in key 1 and the platform's key in key 3. */
    static PinChannel open(AuthenticatorContext device, CborParameters parameters) {
        return open(device, parameters.integer(0x01), parameters.map(0x03));
    }

    /** Derives it from a platform key. */
    static PinChannel open(AuthenticatorContext device, int version, CborParameters platformKey) {
        PinProtocol protocol = new VerificationPolicy(device).protocol(version);
        byte[] agreed = P256.agree(device.session().keyAgreement().getPrivate(), platformKey);
        return new PinChannel(protocol, protocol.derive(agreed));
    }

    /** Decrypts a value from the platform. */
    byte[] decrypt(byte[] encrypted) {
        return protocol.decrypt(secret, encrypted);
    }

    /** Encrypts a value for the platform. */
    byte[] encrypt(AuthenticatorContext device, byte[] plain) {
        return protocol.encrypt(secret, plain, device.random());
    }

    /** Ends the command with 0x33 if the message is not authenticated by the platform. */
    void requireSigned(byte[] message, byte[] signature) {
        if (!protocol.verify(secret, message, signature)) {
            throw new CtapFailure(Status.PIN_AUTH_INVALID);
        }
    }
}
