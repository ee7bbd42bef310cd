package org.keyhopper.update.internal.site;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The list of a site's files in the format of {@code sha256sum}: on each line the SHA-256 in 64 hexadecimal digits, two
 * spaces, and the path relative to the site. What else is signed stands in lines that {@code sha256sum} takes for comments:
 * {@code # serial NUMBER} and {@code # expires TIME} once, {@code # size BYTES PATH} for each file.
 *
 * @param serial grows with each list of a site
 * @param expires when the list is no longer accepted
 */
record SiteList(long serial, Instant expires, Map<String, Entry> entries) {

    static final String FILE = "SHA256SUMS";
    static final String SIGNATURE = "SHA256SUMS.sig";

    private static final Pattern SUM = Pattern.compile("([0-9a-f]{64})  (\\S.*)");
    private static final Pattern SERIAL = Pattern.compile("# serial (\\d{1,18})");
    private static final Pattern EXPIRES = Pattern.compile("# expires (\\S+)");
    private static final Pattern SIZE = Pattern.compile("# size (\\d{1,12}) (\\S.*)");

    /** A file of the site. */
    record Entry(String sum, long size) {}

    /** Returns the list, or empty if the text is invalid, incomplete, or contains a path outside of the site. */
    static Optional<SiteList> parse(String text) {
        return new Parser().parse(text);
    }

    /** Returns the entry of a file, or empty if it is not listed. */
    Optional<Entry> of(String path) {
        return Optional.ofNullable(entries.get(path));
    }

    private static boolean isOutside(String path) {
        return path.startsWith("/")
                || path.contains("\\")
                || path.contains(":")
                || ("/" + path + "/").contains("/../")
                || ("/" + path + "/").contains("/./");
    }

    private static final class Parser {

        private final Map<String, String> sums = new TreeMap<>();
        private final Map<String, Long> sizes = new HashMap<>();
        private Optional<Long> serial = Optional.empty();
        private Optional<Instant> expires = Optional.empty();

        Optional<SiteList> parse(String text) {
            for (String line : text.lines().toList()) {
                if (!take(line)) {
                    return Optional.empty();
                }
            }
            if (sums.isEmpty()
                    || serial.isEmpty()
                    || expires.isEmpty()
                    || !sizes.keySet().equals(sums.keySet())) {
                return Optional.empty();
            }
            Map<String, Entry> entries = new TreeMap<>();
            sums.forEach((path, sum) -> entries.put(path, new Entry(sum, sizes.get(path))));
            return Optional.of(new SiteList(serial.get(), expires.get(), entries));
        }

        /** Each statement is made once. */
        private boolean take(String line) {
            Matcher sum = SUM.matcher(line);
            if (sum.matches()) {
                return !isOutside(sum.group(2)) && sums.put(sum.group(2), sum.group(1)) == null;
            }
            Matcher size = SIZE.matcher(line);
            if (size.matches()) {
                return sizes.put(size.group(2), Long.valueOf(size.group(1))) == null;
            }
            Matcher number = SERIAL.matcher(line);
            if (number.matches() && serial.isEmpty()) {
                serial = Optional.of(Long.valueOf(number.group(1)));
                return true;
            }
            Matcher time = EXPIRES.matcher(line);
            if (time.matches() && expires.isEmpty()) {
                expires = instant(time.group(1));
                return expires.isPresent();
            }
            return false;
        }

        private static Optional<Instant> instant(String text) {
            try {
                return Optional.of(Instant.parse(text));
            } catch (DateTimeException e) {
                return Optional.empty();
            }
        }
    }
}
