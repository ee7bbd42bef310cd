package org.keyhopper.rehearsal.entra;

import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.keyhopper.rehearsal.sandbox.Json;

/** The little of OData's {@code $filter} that Graph clients use: {@code eq} and {@code startswith}, joined by or. */
final class ODataQuery {

    private static final String TEXT = "'((?:[^']|'')*)'";
    private static final Pattern EQUALS = Pattern.compile("\\s*(\\w+) eq " + TEXT + "\\s*");
    private static final Pattern STARTS = Pattern.compile("\\s*startswith\\((\\w+),\\s*" + TEXT + "\\)\\s*");
    private static final Pattern OR = Pattern.compile("or\\b");

    private ODataQuery() {}

    /** Returns the condition; IllegalArgumentException when it cannot be read. */
    static Predicate<JsonObject> filter(String filter) {
        List<Predicate<JsonObject>> terms = new ArrayList<>();
        int at = 0;
        do {
            Matcher term = matcher(filter, at);
            terms.add(term.pattern() == EQUALS ? equal(term) : starts(term));
            at = or(filter, term.end());
        } while (at < filter.length());
        return entry -> terms.stream().anyMatch(term -> term.test(entry));
    }

    private static Matcher matcher(String filter, int at) {
        for (Pattern pattern : List.of(EQUALS, STARTS)) {
            Matcher matcher = pattern.matcher(filter).region(at, filter.length());
            if (matcher.lookingAt()) {
                return matcher;
            }
        }
        throw new IllegalArgumentException("Invalid filter clause");
    }

    private static int or(String filter, int at) {
        if (at == filter.length()) {
            return at;
        }
        Matcher or = OR.matcher(filter).region(at, filter.length());
        if (!or.lookingAt()) {
            throw new IllegalArgumentException("Invalid filter clause");
        }
        return or.end();
    }

    private static Predicate<JsonObject> equal(Matcher term) {
        String wanted = lower(term);
        String field = term.group(1);
        return entry -> value(entry, field).equals(wanted);
    }

    private static Predicate<JsonObject> starts(Matcher term) {
        String wanted = lower(term);
        String field = term.group(1);
        return entry -> value(entry, field).startsWith(wanted);
    }

    private static String lower(Matcher term) {
        return term.group(2).replace("''", "'").toLowerCase(Locale.ROOT);
    }

    private static String value(JsonObject entry, String field) {
        return Json.text(entry, field).orElse("").toLowerCase(Locale.ROOT);
    }
}
