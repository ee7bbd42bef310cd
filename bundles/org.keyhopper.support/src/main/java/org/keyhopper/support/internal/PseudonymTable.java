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

/** Codes that replace people and other values that must remain distinguishable. Not thread-safe. */
public final class PseudonymTable {

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");
    private static final int MIN_LENGTH = 3;
    private static final int CODE_BYTES = 4;
    /** A system account and common word, not a person. */
    private static final String SYSTEM_ACCOUNT = "root";

    private final byte[] salt;
    /** The names of people, by the first word of each in lower case, the longest first. */
    private final Map<String, List<Name>> names = new HashMap<>();

    private record Name(String name, String code) {}

    public PseudonymTable(byte[] salt) {
        this.salt = salt.clone();
    }

    /**
     * Returns the code of a value: its kind, and eight letters; equal values have equal codes at one station. Contains
     * no digits, which could be taken for a PIN.
     */
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
            throw new IllegalStateException("every Java platform has HmacSHA256", e);
        }
    }

    private static char letter(int bits) {
        return (char) ('a' + (bits & 0xf));
    }

    /** Registers all names of a person; returns the code, which is derived from the first. */
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
        if (name.length() < MIN_LENGTH || name.equals(SYSTEM_ACCOUNT) || !first.lookingAt()) {
            return;
        }
        List<Name> known = names.computeIfAbsent(first.group().toLowerCase(Locale.ROOT), unknown -> new ArrayList<>());
        if (known.stream().noneMatch(one -> one.name().equalsIgnoreCase(name))) {
            known.add(new Name(name, code));
            known.sort(Comparator.comparingInt(each -> -each.name().length()));
        }
    }

    /** Replaces the names of all registered people in a text by their codes. Whole words only, case-insensitive. */
    String replaceIn(String text) {
        StringBuilder replaced = new StringBuilder();
        Matcher words = WORD.matcher(text);
        int done = 0;
        int from = 0;
        while (words.find(from)) {
            from = words.end();
            for (Name one : names.getOrDefault(words.group().toLowerCase(Locale.ROOT), List.of())) {
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
