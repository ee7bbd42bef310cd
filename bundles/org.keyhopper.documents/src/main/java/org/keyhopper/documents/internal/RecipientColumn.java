package org.keyhopper.documents.internal;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The columns of a list of recipients. */
enum RecipientColumn {
    /** Maximum length of an e-mail address (RFC 5321). */
    USER("user", 320),
    DISPLAY_NAME("displayName", 256),
    EMAIL("email", 320),
    /** Maximum length of a passkey name in Entra ID. */
    DEVICE_NAME("deviceName", 30);

    private final String title;
    private final int longest;

    RecipientColumn(String title, int longest) {
        this.title = title;
        this.longest = longest;
    }

    String title() {
        return title;
    }

    /** Returns the maximum length in Unicode code points. */
    int longest() {
        return longest;
    }

    static Optional<RecipientColumn> named(String name) {
        String wanted = name.toLowerCase(Locale.ROOT);
        return Stream.of(values())
                .filter(column -> column.title.toLowerCase(Locale.ROOT).equals(wanted))
                .findFirst();
    }
}
