package org.keyhopper.core.internal.ceremony;

import java.security.SecureRandom;
import java.util.Arrays;
import org.keyhopper.api.settings.Secret;
import org.keyhopper.core.vault.TrivialPin;

/** Draws random digits that are no {@link TrivialPin}. */
public final class RandomPin {

    private static final int RADIX = 10;

    private final SecureRandom random;

    public RandomPin(SecureRandom random) {
        this.random = random;
    }

    /** Returns that many random digits. */
    public Secret digits(int length) {
        char[] digits = new char[length];
        try {
            do {
                fill(digits);
            } while (TrivialPin.matches(digits));
            return Secret.of(digits);
        } finally {
            Arrays.fill(digits, '\0');
        }
    }

    private void fill(char[] digits) {
        for (int i = 0; i < digits.length; i++) {
            digits[i] = (char) ('0' + random.nextInt(RADIX));
        }
    }
}
