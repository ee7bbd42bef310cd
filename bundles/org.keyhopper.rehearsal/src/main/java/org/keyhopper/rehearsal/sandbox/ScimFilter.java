package org.keyhopper.rehearsal.sandbox;

import java.util.Locale;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Filters of SCIM (RFC 7644 section 3.4.2.2): {@code eq} and {@code sw}, {@code and} before {@code or}, parentheses, and one
 * level of {@code attribute[…]}.
 */
public final class ScimFilter {

    private static final Pattern COMPARISON = Pattern.compile("([A-Za-z.]+) (eq|sw) \"((?:[^\"\\\\]|\\\\[\"\\\\])*)\"");
    private static final Pattern WITHIN = Pattern.compile("([A-Za-z]+)\\[");

    private final String text;
    private int at;

    private ScimFilter(String text) {
        this.text = text;
    }

    /**
     * Reads a filter; IllegalArgumentException when it is not well formed.
     *
     * @param attributes finds the values of a named attribute of an entry
     */
    public static <T> Predicate<T> read(String text, BiFunction<T, String, Iterable<String>> attributes) {
        ScimFilter filter = new ScimFilter(text);
        Predicate<T> read = filter.either(attributes, "");
        if (filter.at < text.length()) {
            throw new IllegalArgumentException("not a filter, from character " + filter.at + " on");
        }
        return read;
    }

    private <T> Predicate<T> either(BiFunction<T, String, Iterable<String>> attributes, String within) {
        Predicate<T> all = both(attributes, within);
        while (takes(" or ")) {
            all = all.or(both(attributes, within));
        }
        return all;
    }

    private <T> Predicate<T> both(BiFunction<T, String, Iterable<String>> attributes, String within) {
        Predicate<T> all = one(attributes, within);
        while (takes(" and ")) {
            all = all.and(one(attributes, within));
        }
        return all;
    }

    private <T> Predicate<T> one(BiFunction<T, String, Iterable<String>> attributes, String within) {
        if (takes("(")) {
            Predicate<T> inner = either(attributes, within);
            require(")");
            return inner;
        }
        Matcher bracket = WITHIN.matcher(text).region(at, text.length());
        if (bracket.lookingAt()) {
            at = bracket.end();
            Predicate<T> inner = either(attributes, bracket.group(1) + ".");
            require("]");
            return inner;
        }
        return comparison(attributes, within);
    }

    private <T> Predicate<T> comparison(BiFunction<T, String, Iterable<String>> attributes, String within) {
        Matcher found = COMPARISON.matcher(text).region(at, text.length());
        if (!found.lookingAt()) {
            throw new IllegalArgumentException("not a comparison, from character " + at + " on");
        }
        at = found.end();
        String name = within + found.group(1);
        boolean whole = found.group(2).equals("eq");
        String wanted = found.group(3).replaceAll("\\\\(.)", "$1").toLowerCase(Locale.ROOT);
        return entry -> {
            for (String value : attributes.apply(entry, name)) {
                String has = value.toLowerCase(Locale.ROOT);
                if (whole ? has.equals(wanted) : has.startsWith(wanted)) {
                    return true;
                }
            }
            return false;
        };
    }

    private boolean takes(String word) {
        boolean there = text.startsWith(word, at);
        at += there ? word.length() : 0;
        return there;
    }

    private void require(String word) {
        if (!takes(word)) {
            throw new IllegalArgumentException("missing " + word + " at character " + at);
        }
    }
}
