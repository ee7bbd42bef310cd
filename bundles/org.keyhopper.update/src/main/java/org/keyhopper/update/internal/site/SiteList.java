package org.keyhopper.update.internal.site;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The list of a site's files in the format of {@code sha256sum}: on each line the SHA-256 in 64 hexadecimal digits, two
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

    /** Returns the list, or empty if the text is invalid or contains a path outside of the site. */
    static Optional<Checksums> parse(String text) {
        Map<String, String> sums = new TreeMap<>();
        for (String line : text.lines().toList()) {
            Matcher parts = LINE.matcher(line);
            if (!parts.matches() || isOutside(parts.group(2)) || sums.put(parts.group(2), parts.group(1)) != null) {
                return Optional.empty();
            }
        }
        return sums.isEmpty() ? Optional.empty() : Optional.of(new Checksums(sums));
    }

    /** Returns the checksum of a file, or empty if it is not listed. */
    Optional<String> of(String path) {
        return Optional.ofNullable(sums.get(path));
    }

    private static boolean isOutside(String path) {
        return path.startsWith("/")
                || path.contains("\\")
                || path.contains(":")
                || ("/" + path + "/").contains("/../")
                || ("/" + path + "/").contains("/./");
    }
}
