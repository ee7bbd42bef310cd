package org.keyhopper.support.internal;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Codes in place of people, and of whatever else is told apart but not told. Not thread-safe. */
public final class PseudonymTable {

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");
    private static final int SHORTEST = 3;
    private static final int CODE_BYTES = 4;
    /** An account of systems, not of a person, and a word of its own. */
    private static final String NOBODY = "root";

    private final byte[] salt;
    /** The ways a person is called, by the first word of each in lower case, the longest first. */
    private final Map<String, List<Called>> called = new HashMap<>();

    private record Called(String name, String code) {}

    public PseudonymTable(byte[] salt) {
        this.salt = salt.clone();
    }

    /** Returns the code of a value: the kind, and eight letters; the same value has the same code here. Digits could be taken for a PIN. */
    public String code(String kind, String value) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(salt, "HmacSHA256"));
            byte[] hash = mac.doFinal(value.strip().toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8));
            StringBuilder code = new StringBuilder(kind).append('-');
            for (int i = 0; i < CODE_BYTES; i++) {
                code.append(letter(hash[i] >> 4)).append(letter(hash[i]));
            }
            return code.toString();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HmacSHA256 is in every JRE", e);
        }
    }

    private static char letter(int bits) {
        return (char) ('a' + (bits & 0xf));
    }

    /** Learns all the ways in which one person may be called; returns the code, which is made of the first. */
    public String learn(String user, String... others) {
        String code = code("person", user);
        add(user, code);
        for (String other : others) {
            add(other, code);
        }
        return code;
    }

    private void add(String given, String code) {
        String name = given.replaceFirst("^[^\\p{L}\\p{N}]+", "").strip();
        Matcher first = WORD.matcher(name);
        if (name.length() < SHORTEST || name.equals(NOBODY) || !first.lookingAt()) {
            return;
        }
        List<Called> known =
                called.computeIfAbsent(first.group().toLowerCase(Locale.ROOT), unknown -> new ArrayList<>());
        if (known.stream().noneMatch(one -> one.name().equalsIgnoreCase(name))) {
            known.add(new Called(name, code));
            known.sort(Comparator.comparingInt(each -> -each.name().length()));
        }
    }

    /** Puts codes in place of all people in a text that were learned. Whole words only, in any case. */
    String replaceIn(String text) {
        StringBuilder replaced = new StringBuilder();
        Matcher words = WORD.matcher(text);
        int done = 0;
        int from = 0;
        while (words.find(from)) {
            from = words.end();
            for (Called one : called.getOrDefault(words.group().toLowerCase(Locale.ROOT), List.of())) {
                int end = words.start() + one.name().length();
                if (text.regionMatches(
                                true, words.start(), one.name(), 0, one.name().length())
                        && endsWord(text, end)) {
                    replaced.append(text, done, words.start()).append(one.code());
                    done = end;
                    from = end;
                    break;
                }
            }
        }
        return replaced.append(text, done, text.length()).toString();
    }

    private static boolean endsWord(String text, int end) {
        return end >= text.length() || !Character.isLetterOrDigit(text.charAt(end));
    }
}
