package org.keyhopper.store.internal;

import java.security.SecureRandom;
import java.util.Locale;
import org.keyhopper.core.request.RequestId;

/**
 * Ids to be read from a screen and typed: five characters without look-alikes, without vowels so that no words result,
 * and beginning with a letter so that spreadsheets do not convert them to numbers.
 */
final class RequestIds {

    private static final String LETTERS = "CDFGHJKMNPQRTVWXY";
    private static final String CHARACTERS = LETTERS + "3479";
    private static final int LENGTH = 5;

    private final SecureRandom random = new SecureRandom();

    RequestId fresh() {
        StringBuilder id = new StringBuilder(LENGTH).append(any(LETTERS));
        while (id.length() < LENGTH) {
            id.append(any(CHARACTERS));
        }
        return new RequestId(id.toString());
    }

    /** Returns the canonical form of an id as typed. */
    static String typed(RequestId id) {
        return id.value().strip().toUpperCase(Locale.ROOT);
    }

    private char any(String signs) {
        return signs.charAt(random.nextInt(signs.length()));
    }
}
