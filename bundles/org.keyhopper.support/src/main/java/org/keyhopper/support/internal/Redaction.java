package org.keyhopper.support.internal;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Removes secrets and personal data from a text. Removes too much rather than too little, as it does not know the
 * meaning of a text. Recognises secrets by their names, by their format, and those of the directories by comparison.
 */
public final class Redaction {

    static final String REMOVED = "[removed]";

    private static final String SECRET_NAME =
            "[\\w.-]*(?:secret|token|passw|passphrase|pin|credential|authorization|api[_-]?key|assertion|verifier|cookie|private)[\\w.-]*";

    private static final Pattern NAMED = Pattern.compile("(?i)(\\b" + SECRET_NAME
            + "\"?'?\\s{0,3}[:=]\\s{0,3})(\"(?:\\\\.|[^\"\\\\])*\"|'[^']*'|[^\\s,;&\"'}\\])]+)");
    private static final Pattern SCHEME = Pattern.compile("(?i)\\b(bearer|basic|ssws)(\\s+)[^\\s,;\"']+");
    private static final Pattern QUERY = Pattern.compile("([?&][\\w.-]+=)[^&\\s\"']+");
    private static final Pattern JWT = Pattern.compile("eyJ[\\w-]+(\\.[\\w-]*)*");
    private static final Pattern PEM = Pattern.compile("(?s)-----BEGIN [^-]+-----.*?(-----END [^-]+-----|\\z)");
    private static final Pattern MAIL = Pattern.compile("[\\p{L}\\p{N}._%+'-]+@[\\p{L}\\p{N}-]+(\\.[\\p{L}\\p{N}-]+)*");
    private static final Pattern GUID =
            Pattern.compile("(?i)\\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\\b");
    private static final Pattern RUN = Pattern.compile("[A-Za-z0-9+_~=-]{16,}");
    /** Excludes ports, line numbers and durations. */
    private static final Pattern DIGITS = Pattern.compile(
            "(?<![\\p{L}\\p{N}_.])(?:(?<!:)\\d{4,}|\\d{6,})(?![\\p{L}\\p{N}_]|[.-]\\d|\\s?(?:ms|bytes)\\b)");

    private final PseudonymTable people;
    private final List<String> secrets;
    private final Set<String> plain = new HashSet<>();

    /** @param secrets known values that must not occur in any text */
    public Redaction(PseudonymTable people, List<String> secrets) {
        this.people = people;
        this.secrets = List.copyOf(secrets);
    }

    /** Keeps the AAGUID of a model readable. */
    void keep(UUID aaguid) {
        plain.add(aaguid.toString());
    }

    /** Returns the redacted text. */
    public String text(String text) {
        String left = text;
        for (String secret : secrets) {
            left = left.replace(secret, REMOVED);
        }
        left = PEM.matcher(left).replaceAll(REMOVED);
        left = NAMED.matcher(left).replaceAll("$1" + REMOVED);
        left = SCHEME.matcher(left).replaceAll("$1$2" + REMOVED);
        left = QUERY.matcher(left).replaceAll("$1" + REMOVED);
        left = JWT.matcher(left).replaceAll(REMOVED);
        left = left.replace(System.getProperty("user.home"), "~");
        left = people.replaceIn(left);
        left = coded(left, MAIL, found -> people.code("person", found));
        left = coded(
                left, GUID, found -> plain.contains(found.toLowerCase(Locale.ROOT)) ? found : people.code("id", found));
        left = coded(left, RUN, found -> looksGenerated(found) ? people.code("value", found) : found);
        return DIGITS.matcher(left).replaceAll("[digits]");
    }

    private static String coded(String text, Pattern pattern, Function<String, String> code) {
        Function<MatchResult, String> replacement =
                found -> java.util.regex.Matcher.quoteReplacement(code.apply(found.group()));
        return pattern.matcher(text).replaceAll(replacement);
    }

    /**
     * A long run of upper-case letters, lower-case letters and digits, or of sixteen hexadecimal digits, is not natural
     * text.
     */
    private static boolean looksGenerated(String run) {
        boolean digit = run.chars().anyMatch(Character::isDigit);
        boolean small = run.chars().anyMatch(Character::isLowerCase);
        boolean large = run.chars().anyMatch(Character::isUpperCase);
        return digit && small && large || digit && run.matches("(?i)[0-9a-f]+") || run.length() >= 64;
    }
}
