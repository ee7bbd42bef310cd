package org.keyhopper.central.server.internal.api;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.central.problem.CentralProblem;

/** Checks of what a caller gives. The message of a refusal names the member or header, and never quotes its value. */
final class Given {

    static final int NAME = 200;
    static final int NOTE = 2000;

    private static final int PAGE = 100;
    private static final int LONGEST_PAGE = 500;
    private static final int KEY = 100;

    private static final Pattern TAG = Pattern.compile("\"(\\d{1,18})\"");

    private Given() {}

    /** Returns a text that must be there. */
    static String text(String member, String value, int longest) {
        String text = optionalText(member, value, longest);
        if (text.isBlank()) {
            throw new BadCallException(member);
        }
        return text.strip();
    }

    /** Returns a text, empty if it is missing. A database does not take every character. */
    static String optionalText(String member, String value, int longest) {
        String text = value == null ? "" : value;
        boolean plain = text.length() <= longest && text.codePoints().noneMatch(Given::isForbidden);
        if (!plain) {
            throw new BadCallException(member);
        }
        return text;
    }

    private static boolean isForbidden(int character) {
        boolean isLineBreak = character == '\n' || character == '\r' || character == '\t';
        return Character.isISOControl(character) && !isLineBreak || Character.getType(character) == Character.SURROGATE;
    }

    static <T> List<T> list(String member, List<T> value, int most) {
        if (value == null || value.size() > most || value.contains(null)) {
            throw new BadCallException(member);
        }
        return value;
    }

    static Optional<LocalDate> date(String member, String value) {
        try {
            return Optional.ofNullable(value).filter(text -> !text.isEmpty()).map(LocalDate::parse);
        } catch (DateTimeException e) {
            throw new BadCallException(member);
        }
    }

    static int limit(Integer limit) {
        if (limit == null) {
            return PAGE;
        }
        if (limit < 1 || limit > LONGEST_PAGE) {
            throw new BadCallException("limit");
        }
        return limit;
    }

    static Optional<String> cursor(String cursor) {
        return Optional.ofNullable(cursor).map(text -> text("cursor", text, NAME));
    }

    /** Returns the Idempotency-Key. */
    static String key(String key) {
        boolean usable = key != null
                && !key.isBlank()
                && key.length() <= KEY
                && key.chars().allMatch(character -> character > ' ' && character < 0x7f);
        if (!usable) {
            throw new ProblemException(Problem.of(CentralProblem.IDEMPOTENCY_KEY_MISSING));
        }
        return key;
    }

    /** Returns the version in If-Match, which is the ETag that was read. */
    static long version(String ifMatch) {
        if (ifMatch == null) {
            throw new ProblemException(Problem.of(CentralProblem.VERSION_MISSING));
        }
        Matcher tag = TAG.matcher(ifMatch);
        if (!tag.matches()) {
            throw new ProblemException(Problem.of(CentralProblem.VERSION_DIFFERS));
        }
        return Long.parseLong(tag.group(1));
    }
}
