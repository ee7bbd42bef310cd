package org.keyhopper.rehearsal.authenticator.internal.command;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.keyhopper.rehearsal.authenticator.internal.AuthenticatorContext;
import org.keyhopper.rehearsal.authenticator.internal.CtapFailure;
import org.keyhopper.rehearsal.authenticator.internal.Status;
import org.keyhopper.rehearsal.authenticator.internal.crypto.Digests;
import org.keyhopper.rehearsal.authenticator.model.Abilities;

/**
 * A PIN that meets the requirements of the device.
 *
 * @param hash LEFT(SHA-256(PIN), 16)
 * @param codePoints its length
 */
record NewPin(byte[] hash, int codePoints) {
    private static final int PADDED = 64;
    private static final int LEAST_DIFFERENT = 4;

    /** Parses 64 bytes: the PIN in UTF-8, padded with zeros. */
    static NewPin fromPadded(byte[] padded, AuthenticatorContext device) {
        if (padded.length != PADDED) {
            throw new CtapFailure(Status.INVALID_PARAMETER);
        }
        byte[] pin = Arrays.copyOf(padded, lengthWithoutPadding(padded));
        int codePoints = codePoints(pin);
        boolean tooShort = codePoints < device.state().pin().minLength();
        boolean tooSimple = device.personality().abilities().has(Abilities.Function.PIN_COMPLEXITY)
                && new String(pin, StandardCharsets.UTF_8)
                                .codePoints()
                                .distinct()
                                .count()
                        < LEAST_DIFFERENT;
        if (tooShort
                || tooSimple
                || pin.length > device.personality().delivery().maxPinLength()) {
            throw new CtapFailure(Status.PIN_POLICY_VIOLATION);
        }
        return new NewPin(hashOf(pin), codePoints);
    }

    /** Returns the stored part of the hash of a PIN. */
    static byte[] hashOf(byte[] pin) {
        return Arrays.copyOf(Digests.sha256(pin), 16);
    }

    private static int lengthWithoutPadding(byte[] padded) {
        int length = 0;
        while (length < padded.length && padded[length] != 0) {
            length++;
        }
        for (int i = length; i < padded.length; i++) {
            if (padded[i] != 0) {
                throw new CtapFailure(Status.PIN_POLICY_VIOLATION);
            }
        }
        return length;
    }

    private static int codePoints(byte[] utf8) {
        try {
            CharBuffer text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(utf8));
            return Character.codePointCount(text, 0, text.length());
        } catch (CharacterCodingException e) {
            throw new CtapFailure(Status.PIN_POLICY_VIOLATION);
        }
    }
}
