package org.keyhopper.fido.internal.verification;

import com.yubico.yubikit.fido.Cbor;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.keyhopper.api.device.CredentialId;
import org.keyhopper.api.directory.EnrolmentOptions;
import org.keyhopper.api.directory.EnrolmentOptions.Account;
import org.keyhopper.api.directory.EnrolmentOptions.Attestation;
import org.keyhopper.api.directory.EnrolmentOptions.Extensions;
import org.keyhopper.api.directory.EnrolmentOptions.RelyingParty;
import org.keyhopper.api.directory.NewCredential;
import org.keyhopper.fido.internal.ctap.SamplePoint;

/** A registration that passes every check, for warming up the WebAuthn library. */
final class SampleRegistration {

    static final EnrolmentOptions OPTIONS = new EnrolmentOptions(
            "",
            new RelyingParty("sample.invalid", "Sample", "https://sample.invalid"),
            new Account(new byte[] {1}, "sample", "Sample"),
            "c2FtcGxlIGNoYWxsZW5nZQ",
            List.of(-7),
            List.of(),
            Extensions.NONE,
            Attestation.NONE,
            Instant.MAX);

    private static final byte[] ID = {1};
    private static final byte FLAGS_UP_UV_AT = 0x45;
    private static final String CLIENT_DATA = "{\"type\":\"webauthn.create\",\"challenge\":\"c2FtcGxlIGNoYWxsZW5nZQ\","
            + "\"origin\":\"https://sample.invalid\",\"crossOrigin\":false}";

    private SampleRegistration() {}

    /**
     * Returns the credential.
     *
     * @param rpIdHash of {@code sample.invalid}
     */
    static NewCredential credential(byte[] rpIdHash) {
        byte[] key = Cbor.encode(Map.of(1, 2, 3, -7, -1, 1, -2, SamplePoint.X, -3, SamplePoint.Y));
        byte[] data = ByteBuffer.allocate(55 + ID.length + key.length)
                .put(rpIdHash)
                .put(FLAGS_UP_UV_AT)
                .position(53)
                .putShort((short) ID.length)
                .put(ID)
                .put(key)
                .array();
        return new NewCredential(
                CredentialId.of(ID),
                CLIENT_DATA.getBytes(StandardCharsets.UTF_8),
                Cbor.encode(Map.of("fmt", "none", "attStmt", Map.of(), "authData", data)),
                List.of());
    }
}
