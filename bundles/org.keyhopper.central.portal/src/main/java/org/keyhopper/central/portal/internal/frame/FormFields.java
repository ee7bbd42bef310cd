package org.keyhopper.central.portal.internal.frame;

import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.core.MultivaluedMap;

/** The fields of a form as they were typed. Immutable by convention; never stored. */
public record FormFields(MultivaluedMap<String, String> fields) {

    private static final int NAME = 200;

    /** Returns what a field has; an empty text for none. */
    public String get(String field) {
        String value = fields.getFirst(field);
        return value == null ? "" : value;
    }

    /** Returns whether a box is checked. */
    public boolean has(String field) {
        return !get(field).isEmpty();
    }

    /** Returns a name, which must be there. */
    public static String name(String field, String value) {
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
    public static long version(String value) {
        return value != null && value.matches("\\d{1,18}") ? Long.parseLong(value) : -1;
    }
}
