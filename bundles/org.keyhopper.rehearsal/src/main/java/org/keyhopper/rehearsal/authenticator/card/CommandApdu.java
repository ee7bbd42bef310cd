package org.keyhopper.rehearsal.authenticator.card;

import java.util.Arrays;
import java.util.Optional;

/**
 * A parsed command APDU (ISO 7816-4, section 5.1).
 *
 * @param cla class byte
 * @param ins instruction byte
 * @param p1 first parameter
 * @param p2 second parameter
 * @param data body
 * @param expected maximum response length; -1 if Le is absent
 * @param extended whether the lengths are extended
 */
record CommandApdu(int cla, int ins, int p1, int p2, byte[] data, int expected, boolean extended) {
    private static final int NO_LE = -1;

    /** Parses an APDU; empty if its lengths are inconsistent. */
    static Optional<CommandApdu> parse(byte[] apdu) {
        if (apdu.length < 4) {
            return Optional.empty();
        }
        byte[] body = Arrays.copyOfRange(apdu, 4, apdu.length);
        if (body.length == 0) {
            return Optional.of(of(apdu, body, NO_LE, false));
        }
        if (body.length == 1) {
            return Optional.of(of(apdu, new byte[0], shortLe(body[0]), false));
        }
        return body[0] == 0 && body.length >= 3 ? extended(apdu, body) : brief(apdu, body);
    }

    /** Returns class and instruction as one number. */
    int kind() {
        return cla << 8 | ins;
    }

    /** Returns whether the commands are equal apart from Le. */
    boolean sameButForLe(CommandApdu other) {
        boolean header = kind() == other.kind() && p1 == other.p1 && p2 == other.p2;
        return header && Arrays.equals(data, other.data);
    }

    private static Optional<CommandApdu> brief(byte[] apdu, byte[] body) {
        int length = body[0] & 0xFF;
        byte[] data = Arrays.copyOfRange(body, 1, Math.min(body.length, 1 + length));
        return switch (body.length - 1 - length) {
            case 0 -> Optional.of(of(apdu, data, NO_LE, false));
            case 1 -> Optional.of(of(apdu, data, shortLe(body[body.length - 1]), false));
            default -> Optional.empty();
        };
    }

    private static Optional<CommandApdu> extended(byte[] apdu, byte[] body) {
        int length = twoBytes(body, 1);
        if (body.length == 3) {
            return Optional.of(of(apdu, new byte[0], extendedLe(body, 1), true));
        }
        byte[] data = Arrays.copyOfRange(body, 3, Math.min(body.length, 3 + length));
        return switch (body.length - 3 - length) {
            case 0 -> Optional.of(of(apdu, data, NO_LE, true));
            case 2 -> Optional.of(of(apdu, data, extendedLe(body, body.length - 2), true));
            default -> Optional.empty();
        };
    }

    private static CommandApdu of(byte[] apdu, byte[] data, int expected, boolean extended) {
        return new CommandApdu(
                apdu[0] & 0xFF, apdu[1] & 0xFF, apdu[2] & 0xFF, apdu[3] & 0xFF, data, expected, extended);
    }

    private static int shortLe(byte le) {
        return le == 0 ? 256 : le & 0xFF;
    }

    private static int extendedLe(byte[] body, int at) {
        int le = twoBytes(body, at);
        return le == 0 ? 65536 : le;
    }

    private static int twoBytes(byte[] body, int at) {
        return (body[at] & 0xFF) << 8 | body[at + 1] & 0xFF;
    }
}
