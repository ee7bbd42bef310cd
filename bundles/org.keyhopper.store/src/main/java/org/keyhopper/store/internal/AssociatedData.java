package org.keyhopper.store.internal;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** Where a sealed value stands. It opens there and nowhere else, so that rows cannot be swapped. */
record AssociatedData(List<String> names) {

    AssociatedData(String... names) {
        this(List.of(names));
    }

    /** Returns the names with their lengths, so that no two places have the same bytes. */
    byte[] bytes() {
        StringBuilder text = new StringBuilder();
        names.forEach(name -> text.append(name.length()).append(':').append(name));
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
