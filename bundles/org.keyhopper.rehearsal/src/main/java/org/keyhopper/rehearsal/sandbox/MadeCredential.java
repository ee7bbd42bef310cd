package org.keyhopper.rehearsal.sandbox;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.keyhopper.api.device.CredentialId;
import org.keyhopper.api.directory.EnrolmentOptions;
import org.keyhopper.api.directory.NewCredential;

/** A credential as a device makes it, small enough to get every byte wrong on purpose. */
public final class MadeCredential {

    public static final UUID MODEL = UUID.fromString("ee882879-721c-4913-9775-3dfcce97072a");

    /** What to do differently from a good device. */
    public record Twist(int idLength, int flags, String format, String origin, boolean spoilSignature) {
        public static final Twist NONE = new Twist(32, 0x45, "packed", null, false);

        public Twist idLength(int bytes) {
            return new Twist(bytes, flags, format, origin, spoilSignature);
        }

        public Twist flags(int bits) {
            return new Twist(idLength, bits, format, origin, spoilSignature);
        }

        public Twist format(String name) {
            return new Twist(idLength, flags, name, origin, spoilSignature);
        }

        public Twist origin(String text) {
            return new Twist(idLength, flags, format, text, spoilSignature);
        }

        public Twist spoiltSignature() {
            return new Twist(idLength, flags, format, origin, true);
        }
    }

    private final KeyPair keys;
    private final byte[] id;
    private final EnrolmentOptions options;
    private final Twist twist;

    private MadeCredential(KeyPair keys, byte[] id, EnrolmentOptions options, Twist twist) {
        this.keys = keys;
        this.id = id;
        this.options = options;
        this.twist = twist;
    }

    public static MadeCredential make(EnrolmentOptions options, Twist twist) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            byte[] id = new byte[twist.idLength()];
            new SecureRandom().nextBytes(id);
            return new MadeCredential(generator.generateKeyPair(), id, options, twist);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    public static NewCredential good(EnrolmentOptions options) {
        return make(options, Twist.NONE).credential();
    }

    /** Returns the same credential made for other options. */
    public MadeCredential with(EnrolmentOptions others) {
        return new MadeCredential(keys, id, others, twist);
    }

    public NewCredential credential() {
        byte[] authData = concat(header(twist.flags()), attested());
        byte[] signature = sign(authData, sha256(clientData()));
        if (twist.spoilSignature()) {
            signature[signature.length - 1] ^= 1;
        }
        byte[] statement = twist.format().equals("none")
                ? new byte[] {(byte) 0xA0}
                : concat(new byte[] {(byte) 0xA2}, text("alg"), new byte[] {0x26}, text("sig"), bytes(signature));
        byte[] object = concat(
                new byte[] {(byte) 0xA3},
                text("fmt"),
                text(twist.format()),
                text("attStmt"),
                statement,
                text("authData"),
                bytes(authData));
        return new NewCredential(CredentialId.of(id), clientData(), object, List.of("usb"));
    }

    public byte[] assertionData() {
        return header(0x05);
    }

    public byte[] assertionSignature(byte[] clientDataHash) {
        return sign(assertionData(), clientDataHash);
    }

    public CredentialId id() {
        return CredentialId.of(id);
    }

    private byte[] clientData() {
        String origin = twist.origin() == null ? options.relyingParty().origin() : twist.origin();
        return ("{\"type\":\"webauthn.create\",\"challenge\":\"" + options.challenge() + "\",\"origin\":\"" + origin
                        + "\",\"crossOrigin\":false}")
                .getBytes(StandardCharsets.UTF_8);
    }

    private byte[] header(int flags) {
        byte[] rpIdHash = sha256(options.relyingParty().id().getBytes(StandardCharsets.UTF_8));
        return concat(rpIdHash, new byte[] {(byte) flags, 0, 0, 0, 1});
    }

    private byte[] attested() {
        ByteBuffer start = ByteBuffer.allocate(18);
        start.putLong(MODEL.getMostSignificantBits())
                .putLong(MODEL.getLeastSignificantBits())
                .putShort((short) id.length);
        ECPublicKey key = (ECPublicKey) keys.getPublic();
        return concat(
                start.array(),
                id,
                new byte[] {(byte) 0xA5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21},
                bytes(coordinate(key.getW().getAffineX().toByteArray())),
                new byte[] {0x22},
                bytes(coordinate(key.getW().getAffineY().toByteArray())));
    }

    private static byte[] coordinate(byte[] number) {
        byte[] fixed = new byte[32];
        int from = Math.max(0, number.length - 32);
        System.arraycopy(number, from, fixed, 32 - (number.length - from), number.length - from);
        return fixed;
    }

    private byte[] sign(byte[] data, byte[] hash) {
        try {
            Signature signature = Signature.getInstance("SHA256withECDSA");
            signature.initSign(keys.getPrivate());
            signature.update(data);
            signature.update(hash);
            return signature.sign();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static byte[] text(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        return concat(new byte[] {(byte) (0x60 | utf8.length)}, utf8);
    }

    private static byte[] bytes(byte[] content) {
        byte[] head = content.length < 256
                ? new byte[] {0x58, (byte) content.length}
                : new byte[] {0x59, (byte) (content.length >> 8), (byte) content.length};
        return concat(head, content);
    }

    public static byte[] sha256(byte[] data) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(data);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static byte[] concat(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        Arrays.stream(parts).forEach(all::writeBytes);
        return all.toByteArray();
    }
}
