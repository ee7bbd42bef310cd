package org.keyhopper.store.internal;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** The location of an encrypted value, authenticated with it, so that encrypted values cannot be moved between rows. */
record AssociatedData(List<String> names) {

    AssociatedData(String... names) {
        this(List.of(names));
    }

    /** Encodes the names with their lengths, which makes the encoding unambiguous. */
    byte[] bytes() {
        StringBuilder text = new StringBuilder();
        names.forEach(name -> text.append(name.length()).append(':').append(name));
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
