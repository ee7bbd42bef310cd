package org.keyhopper.rehearsal.authenticator.internal.command;

import org.keyhopper.rehearsal.authenticator.internal.CtapFailure;
import org.keyhopper.rehearsal.authenticator.internal.Device;
import org.keyhopper.rehearsal.authenticator.internal.Status;
import org.keyhopper.rehearsal.authenticator.internal.cbor.Parameters;
import org.keyhopper.rehearsal.authenticator.internal.crypto.P256;
import org.keyhopper.rehearsal.authenticator.internal.crypto.PinProtocol;

/**
 * The encrypted way between platform and device during one clientPIN command.
 *
 * @param protocol protocol in use
 * @param secret shared secret
 */
record PinChannel(PinProtocol protocol, byte[] secret) {
    /** From the protocol under key 1 and the platform's key under key 3. */
    static PinChannel open(Device device, Parameters parameters) {
        return open(device, parameters.integer(0x01), parameters.map(0x03));
    }

    /** With a platform key. */
    static PinChannel open(Device device, int version, Parameters platformKey) {
        PinProtocol protocol = new Policy(device).protocol(version);
        byte[] agreed = P256.agree(device.session().keyAgreement().getPrivate(), platformKey);
        return new PinChannel(protocol, protocol.derive(agreed));
    }

    /** Decrypts what the platform sent. */
    byte[] decrypt(byte[] encrypted) {
        return protocol.decrypt(secret, encrypted);
    }

    /** Encrypts for the platform. */
    byte[] encrypt(Device device, byte[] plain) {
        return protocol.encrypt(secret, plain, device.random());
    }

    /** Ends the command with 0x33 if the message is not signed by the platform. */
    void requireSigned(byte[] message, byte[] signature) {
        if (!protocol.verify(secret, message, signature)) {
            throw new CtapFailure(Status.PIN_AUTH_INVALID);
        }
    }
}
