package org.keyhopper.directory.support.json;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Ids of 8-4-4-4-12 hexadecimal digits. */
public final class Guid {

    private static final Pattern FORM = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private Guid() {}

    public static boolean isGuid(String text) {
        return FORM.matcher(text).matches();
    }

    public static Optional<UUID> parse(String text) {
        return isGuid(text) ? Optional.of(UUID.fromString(text)) : Optional.empty();
    }

    /** Returns the first one within a text. */
    public static Optional<String> findIn(String text) {
        Matcher found = FORM.matcher(text);
        return found.find() ? Optional.of(found.group()) : Optional.empty();
    }
}
