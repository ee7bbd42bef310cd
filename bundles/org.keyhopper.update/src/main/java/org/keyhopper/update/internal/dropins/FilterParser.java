package org.keyhopper.update.internal.dropins;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.osgi.framework.Version;
import org.osgi.framework.VersionRange;

/**
 * Parses the LDAP filters that the framework generates for imports, such as {@code
 * (&(osgi.wiring.package=a.b)(version>=1.0)(!(version>=2.0)))}.
 */
final class FilterParser {

    private static final Pattern FROM = Pattern.compile("(?<!\\(!)\\(version>=([^)]+)\\)");
    private static final Pattern BELOW = Pattern.compile("\\(!\\(version>=([^)]+)\\)\\)");

    private FilterParser() {}

    /** Returns the value with which an attribute is compared for equality. */
    static Optional<String> value(String filter, String attribute) {
        Matcher found = Pattern.compile("\\(" + Pattern.quote(attribute) + "=([^)]+)\\)")
                .matcher(filter);
        return found.find() ? Optional.of(found.group(1)) : Optional.empty();
    }

    /** Returns the range of matching versions; empty if all versions match. */
    static Optional<VersionRange> range(String filter) {
        Matcher from = FROM.matcher(filter);
        if (!from.find()) {
            return Optional.empty();
        }
        Matcher below = BELOW.matcher(filter);
        Version left = Version.parseVersion(from.group(1));
        return Optional.of(
                below.find()
                        ? new VersionRange('[', left, Version.parseVersion(below.group(1)), ')')
                        : new VersionRange('[', left, null, ')'));
    }
}
