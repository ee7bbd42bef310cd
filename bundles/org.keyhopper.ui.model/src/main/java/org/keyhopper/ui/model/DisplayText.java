package org.keyhopper.ui.model;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.keyhopper.api.request.PinRule;
import org.keyhopper.api.request.Profile;

/** Formats values for display. */
public final class DisplayText {

    private DisplayText() {}

    /** Returns seconds with one decimal below a minute, else minutes and seconds; empty for zero. No line breaks before the unit. */
    public static String time(Duration time, Locale locale) {
        if (time.isZero()) {
            return "";
        }
        if (time.toMinutes() == 0) {
            return String.format(locale, "%.1f\u00a0s", time.toMillis() / 1000.0);
        }
        return String.format(locale, "%d:%02d\u00a0min", time.toMinutes(), time.toSecondsPart());
    }

    public static String date(Instant instant, Locale locale) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                .withLocale(locale)
                .withZone(ZoneId.systemDefault())
                .format(instant);
    }

    public static String dateAndTime(Instant instant, Locale locale) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.SHORT)
                .withLocale(locale)
                .withZone(ZoneId.systemDefault())
                .format(instant);
    }

    /** Returns the first and the last digits, which suffice to distinguish two models by eye. */
    public static String aaguid(UUID aaguid) {
        String text = aaguid.toString();
        return text.substring(0, 8) + "…" + text.substring(text.length() - 4);
    }

    /**
     * Returns the distinctive part of a PC/SC reader name: the name in brackets if there is one, else everything but
     * the numbers that the system appends.
     */
    public static String reader(String slot) {
        String name = slot.replaceFirst("( [0-9A-Fa-f]{2}){1,2}$", "");
        Matcher bracket = Pattern.compile("\\[([^\\]]+)\\]").matcher(name);
        return bracket.find() ? bracket.group(1) : name;
    }

    /** Returns one or two capital letters as initials. */
    public static String initials(String name) {
        String[] words = name.strip().split("[\\s.@_-]+");
        String first = firstLetter(words[0]);
        return name.strip().contains(" ") ? first + firstLetter(words[words.length - 1]) : first;
    }

    private static String firstLetter(String word) {
        return word.isEmpty() ? "?" : new String(Character.toChars(Character.toUpperCase(word.codePointAt(0))));
    }

    /** Returns a summary of the profile, such as "random PIN of 6 digits, to be changed at first use". */
    public static String profile(Profile profile, Messages messages) {
        String pin =
                switch (profile.pin()) {
                    case PinRule.Random(int length) -> messages.text("profile.pin.random", length);
                    case PinRule.Entered entered -> messages.text("profile.pin.entered");
                    case PinRule.Keep keep -> messages.text("profile.pin.keep");
                };
        return profile.wants(Profile.Option.FORCE_PIN_CHANGE) ? messages.text("profile.forced", pin) : pin;
    }
}
