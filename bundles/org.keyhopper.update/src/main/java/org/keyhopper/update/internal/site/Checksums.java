package org.keyhopper.update.internal.site;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The list of a site's content, as {@code sha256sum} writes it: on each line the SHA-256 in 64 hexadecimal digits, two
 * spaces, and the path relative to the site.
 */
final class Checksums {

    static final String FILE = "SHA256SUMS";
    static final String SIGNATURE = "SHA256SUMS.sig";

    private static final Pattern LINE = Pattern.compile("([0-9a-f]{64})  (\\S.*)");

    private final Map<String, String> sums;

    private Checksums(Map<String, String> sums) {
        this.sums = sums;
    }

    /** Returns the list, or empty when the text is none. A path that would lead out of the site makes it none. */
    static Optional<Checksums> parse(String text) {
        Map<String, String> sums = new TreeMap<>();
        for (String line : text.lines().toList()) {
            Matcher parts = LINE.matcher(line);
            if (!parts.matches() || leadsOut(parts.group(2)) || sums.put(parts.group(2), parts.group(1)) != null) {
                return Optional.empty();
            }
        }
        return sums.isEmpty() ? Optional.empty() : Optional.of(new Checksums(sums));
    }

    /** Returns the sum of a file, or empty when the site does not list it. */
    Optional<String> of(String path) {
        return Optional.ofNullable(sums.get(path));
    }

    private static boolean leadsOut(String path) {
        return path.startsWith("/")
                || path.contains("\\")
                || path.contains(":")
                || ("/" + path + "/").contains("/../")
                || ("/" + path + "/").contains("/./");
    }
}
