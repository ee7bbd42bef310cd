package org.keyhopper.fido.internal.ctap;

import java.nio.CharBuffer;
import java.text.Normalizer;
import java.util.Arrays;
import org.keyhopper.api.device.AuthenticatorInfo.PinRules;
import org.keyhopper.api.device.DeviceProblem;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.settings.Secret;
import org.keyhopper.fido.DeviceException;

/**
 * A PIN in the form of CTAP 2.2 section 6.5.1: Unicode normalisation form C, measured in code points and UTF-8 bytes.
 */
public final class PinText implements AutoCloseable {

    private static final int MIN_CODE_POINTS = 4;
    private static final int MAX_BYTES = 63;

    private final char[] characters;

    private PinText(char[] characters) {
        this.characters = characters;
    }

    /** Returns an existing PIN; one that no device can have is refused and costs no attempt. */
    public static PinText existing(Secret pin) throws DeviceException {
        return normalised(pin).within(MIN_CODE_POINTS, MAX_BYTES);
    }

    /** Returns a PIN to be set. */
    public static PinText future(Secret pin, PinRules rules) throws DeviceException {
        return normalised(pin).within(rules.minLength(), rules.maxLength());
    }

    /** Returns the characters, which are wiped by {@link #close()}. */
    public char[] characters() {
        return characters;
    }

    /** Copies through a String, which cannot be wiped, only for the rare PIN that is not in normalised form. */
    private static PinText normalised(Secret pin) {
        char[] typed = pin.toChars();
        if (Normalizer.isNormalized(CharBuffer.wrap(typed), Normalizer.Form.NFC)) {
            return new PinText(typed);
        }
        char[] normal = Normalizer.normalize(CharBuffer.wrap(typed), Normalizer.Form.NFC)
                .toCharArray();
        Arrays.fill(typed, '\0');
        return new PinText(normal);
    }

    private PinText within(int minCodePoints, int maxBytes) throws DeviceException {
        int codePoints = 0;
        int bytes = 0;
        boolean valid = true;
        for (int i = 0; i < characters.length; codePoints++) {
            int codePoint = Character.codePointAt(characters, i);
            valid &= codePoint != 0 && Character.getType(codePoint) != Character.SURROGATE;
            bytes += Utf8.length(codePoint);
            i += Character.charCount(codePoint);
        }
        if (bytes > maxBytes) {
            throw refused(Problem.of(DeviceProblem.PIN_TOO_LONG, Integer.toString(maxBytes)));
        }
        if (!valid || codePoints < minCodePoints) {
            throw refused(Problem.of(DeviceProblem.PIN_POLICY_VIOLATION)
                    .withDetail("at least " + minCodePoints + " characters"));
        }
        return this;
    }

    private DeviceException refused(Problem problem) {
        close();
        return DeviceException.refused(problem);
    }

    @Override
    public void close() {
        Arrays.fill(characters, '\0');
    }
}
