package org.keyhopper.central.portal.internal.administration;

import jakarta.ws.rs.BadRequestException;

/** Reads fields that a browser fills in correctly; anything else is a call that cannot be read. */
final class Texts {

    private static final int NAME = 200;

    private Texts() {}

    /** Returns a name, which must be there. */
    static String name(String field, String value) {
        boolean usable = value != null
                && !value.isBlank()
                && value.length() <= NAME
                && value.codePoints().noneMatch(Character::isISOControl);
        if (!usable) {
            throw new BadRequestException(field);
        }
        return value.strip();
    }

    /** Returns the version that was read; one that never is the current one if it cannot be read. */
    static long version(String value) {
        return value != null && value.matches("\\d{1,18}") ? Long.parseLong(value) : -1;
    }
}
