package org.keyhopper.central.portal.internal.frame;

import jakarta.ws.rs.core.MultivaluedMap;

/** The fields of a form as they were typed. Immutable by convention; never stored. */
public record FormFields(MultivaluedMap<String, String> fields) {

    /** Returns what a field has; an empty text for none. */
    public String get(String field) {
        String value = fields.getFirst(field);
        return value == null ? "" : value;
    }

    /** Returns whether a box is checked. */
    public boolean has(String field) {
        return !get(field).isEmpty();
    }
}
