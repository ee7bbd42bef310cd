package org.keyhopper.transport.helper.internal.wire;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.SecureRandom;

/**
 * Mutual authentication by a shared secret that is never sent. The helper begins with its version and a nonce; the
 * client responds with its version, a nonce and an HMAC over both nonces; the helper completes with its HMAC. The two
 * HMACs include different labels, which prevents reflection, and fresh nonces prevent replay.
 */
public final class Handshake {

    private static final byte VERSION = 1;
    private static final int NONCE = 32;
    private static final int PROOF = 32;
    private static final byte[] GREETING = "keyhopper helper".getBytes(US_ASCII);
    private static final byte[] BY_CLIENT = "client".getBytes(US_ASCII);
    private static final byte[] BY_HELPER = "helper".getBytes(US_ASCII);

    private Handshake() {}

    /** The helper's side: returns when the client is authenticated and has received the helper's HMAC. */
    public static void authenticateClient(FrameChannel frames, SharedSecret secret) throws IOException {
        byte[] own = nonce();
        frames.write(joined(GREETING, new byte[] {VERSION}, own));
        ByteBuffer answer = ByteBuffer.wrap(frames.read());
        requireLength(answer, 1 + NONCE + PROOF);
        requireVersion(answer.get());
        byte[] theirs = taken(answer, NONCE);
        requireEqual(secret.proof(BY_CLIENT, new byte[] {VERSION}, own, theirs), taken(answer, PROOF));
        frames.write(secret.proof(BY_HELPER, new byte[] {VERSION}, own, theirs));
    }

    /** The client's side: returns when the helper is authenticated. */
    public static void authenticateHelper(FrameChannel frames, SharedSecret secret) throws IOException {
        ByteBuffer greeting = ByteBuffer.wrap(frames.read());
        requireLength(greeting, GREETING.length + 1 + NONCE);
        requireEqual(GREETING, taken(greeting, GREETING.length));
        requireVersion(greeting.get());
        byte[] theirs = taken(greeting, NONCE);
        byte[] own = nonce();
        byte[] version = {VERSION};
        frames.write(joined(version, own, secret.proof(BY_CLIENT, version, theirs, own)));
        requireEqual(secret.proof(BY_HELPER, version, theirs, own), frames.read());
    }

    private static byte[] nonce() {
        byte[] bytes = new byte[NONCE];
        new SecureRandom().nextBytes(bytes);
        return bytes;
    }

    private static byte[] taken(ByteBuffer from, int length) {
        byte[] part = new byte[length];
        from.get(part);
        return part;
    }

    private static byte[] joined(byte[]... parts) {
        int length = 0;
        for (byte[] part : parts) {
            length += part.length;
        }
        ByteBuffer all = ByteBuffer.allocate(length);
        for (byte[] part : parts) {
            all.put(part);
        }
        return all.array();
    }

    private static void requireLength(ByteBuffer message, int length) throws MalformedMessage {
        if (message.remaining() != length) {
            throw new MalformedMessage("a greeting of " + message.remaining() + " bytes");
        }
    }

    private static void requireVersion(byte version) throws MalformedMessage {
        if (version != VERSION) {
            throw new MalformedMessage("unsupported version: " + version);
        }
    }

    private static void requireEqual(byte[] expected, byte[] found) throws MalformedMessage {
        if (!MessageDigest.isEqual(expected, found)) {
            throw new MalformedMessage("authentication failed");
        }
    }
}
