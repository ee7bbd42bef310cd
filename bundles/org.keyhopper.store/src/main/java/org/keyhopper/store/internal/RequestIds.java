package org.keyhopper.store.internal;

import java.security.SecureRandom;
import java.util.Locale;
import org.keyhopper.core.request.RequestId;

/**
 * Ids that a person reads from a screen and types: five signs, none that looks like another, no vowels that would make
 * words, and a letter first so that no spreadsheet takes one for a number.
 */
final class RequestIds {

    private static final String LETTERS = "CDFGHJKMNPQRTVWXY";
    private static final String SIGNS = LETTERS + "3479";
    private static final int LENGTH = 5;

    private final SecureRandom random = new SecureRandom();

    RequestId fresh() {
        StringBuilder id = new StringBuilder(LENGTH).append(any(LETTERS));
        while (id.length() < LENGTH) {
            id.append(any(SIGNS));
        }
        return new RequestId(id.toString());
    }

    /** Returns the id as it is kept, however it was typed. */
    static String typed(RequestId id) {
        return id.value().strip().toUpperCase(Locale.ROOT);
    }

    private char any(String signs) {
        return signs.charAt(random.nextInt(signs.length()));
    }
}
