package org.keyhopper.central.load;

import com.google.gson.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** A software authenticator with one credential and self attestation (WebAuthn level 3 section 8.2). */
final class LoadDevice {

    private static final UUID AAGUID = UUID.fromString("6b657968-6f70-7065-7200-00000000c0de");
    private static final byte MADE = 0x45;
    private static final byte SIGNED = 0x05;

    private final SigningKey key = new SigningKey();
    private final byte[] id = new byte[32];
    private byte[] relyingParty;

    LoadDevice() throws GeneralSecurityException {
        ThreadLocalRandom.current().nextBytes(id);
    }

    static String report() {
        return "{\"device\":{\"aaguid\":\"" + AAGUID + "\",\"model\":\"Load key\",\"versions\":[\"FIDO_2_0\"],"
                + "\"options\":{\"rk\":true,\"clientPin\":true},\"algorithms\":[-7]}}";
    }

    /** Makes the credential for the options of an enrolment; returns the body of the registration. */
    String registration(JsonObject begun) throws GeneralSecurityException, IOException {
        JsonObject options = begun.getAsJsonObject("publicKey");
        JsonObject client = new JsonObject();
        client.addProperty("type", "webauthn.create");
        client.add("challenge", options.get("challenge"));
        client.add("origin", begun.get("origin"));
        client.addProperty("crossOrigin", false);
        byte[] clientData = client.toString().getBytes(StandardCharsets.UTF_8);
        relyingParty = SigningKey.sha256(options.getAsJsonObject("rp")
                .get("id")
                .getAsString()
                .getBytes(StandardCharsets.UTF_8));
        byte[] data = authenticatorData();
        byte[] signature = key.sign(joined(data, SigningKey.sha256(clientData)));
        JsonObject body = new JsonObject();
        body.addProperty("credentialId", SigningKey.text(id));
        body.addProperty("clientDataJSON", SigningKey.text(clientData));
        body.addProperty("attestationObject", SigningKey.text(attestation(data, signature)));
        body.addProperty("passkeyName", "Load key");
        return body.toString();
    }

    /** Signs the client data of the proof; returns its body. */
    String proof(JsonObject begun) throws GeneralSecurityException {
        byte[] clientData = SigningKey.bytes(begun.get("proofClientDataJSON").getAsString());
        byte[] data = joined(relyingParty, new byte[] {SIGNED, 0, 0, 0, 0});
        JsonObject body = new JsonObject();
        body.addProperty("credentialId", SigningKey.text(id));
        body.addProperty("authenticatorData", SigningKey.text(data));
        body.addProperty("signature", SigningKey.text(key.sign(joined(data, SigningKey.sha256(clientData)))));
        return body.toString();
    }

    private byte[] authenticatorData() {
        ByteBuffer aaguid = ByteBuffer.allocate(16);
        aaguid.putLong(AAGUID.getMostSignificantBits()).putLong(AAGUID.getLeastSignificantBits());
        // {1: 2, 3: -7, -1: 1, -2: x, -3: y}
        byte[] coseKey = joined(
                new byte[] {(byte) 0xa5, 1, 2, 3, 0x26, 0x20, 1, 0x21, 0x58, 32},
                key.x(),
                new byte[] {0x22, 0x58, 32},
                key.y());
        return joined(
                relyingParty, new byte[] {MADE, 0, 0, 0, 0}, aaguid.array(), new byte[] {0, (byte) id.length}, id, coseKey);
    }

    private static byte[] attestation(byte[] data, byte[] signature) throws IOException {
        ByteArrayOutputStream cbor = new ByteArrayOutputStream();
        cbor.write(0xa3);
        text(cbor, "fmt");
        text(cbor, "packed");
        text(cbor, "attStmt");
        cbor.write(0xa2);
        text(cbor, "alg");
        cbor.write(0x26);
        text(cbor, "sig");
        bytes(cbor, signature);
        text(cbor, "authData");
        bytes(cbor, data);
        return cbor.toByteArray();
    }

    private static void text(ByteArrayOutputStream cbor, String text) throws IOException {
        cbor.write(0x60 + text.length());
        cbor.write(text.getBytes(StandardCharsets.US_ASCII));
    }

    private static void bytes(ByteArrayOutputStream cbor, byte[] bytes) throws IOException {
        cbor.write(0x58);
        cbor.write(bytes.length);
        cbor.write(bytes);
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }
}
