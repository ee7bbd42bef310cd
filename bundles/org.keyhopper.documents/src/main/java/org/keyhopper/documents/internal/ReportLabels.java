package org.keyhopper.documents.internal;

import java.text.MessageFormat;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.keyhopper.api.request.PinRule;
import org.keyhopper.api.request.Profile;

/** The headings and time format of a report in one language and time zone. */
public final class ReportLabels {

    private static final List<Profile.Option> SHOWN =
            List.of(Profile.Option.ALWAYS_UV, Profile.Option.ENTERPRISE_ATTESTATION, Profile.Option.PROVEN_MAKER);

    private final Locale locale;
    private final Clock clock;
    private final ResourceBundle texts;

    public ReportLabels(Locale locale, Clock clock) {
        this.locale = locale;
        this.clock = clock;
        texts = ResourceBundle.getBundle(
                "org.keyhopper.documents.report",
                locale,
                ReportLabels.class.getClassLoader(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    String text(String key, Object... values) {
        return new MessageFormat(texts.getString(key), locale).format(values);
    }

    /** Returns what stands before the name of a rehearsal's request, whose people and devices are made up; otherwise nothing. */
    String mark(boolean rehearsal) {
        return rehearsal ? text("rehearsal") + " · " : "";
    }

    /** Uses an unambiguous format in every language: 2026-03-01 14:05. */
    String time(Instant instant) {
        return DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", locale).format(instant.atZone(clock.getZone()));
    }

    String now() {
        return DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm ('UTC'xxx)", locale)
                .format(clock.instant().atZone(clock.getZone()));
    }

    String seconds(Duration took) {
        return text("seconds", Math.round(took.toMillis() / 100.0) / 10.0);
    }

    String language() {
        return texts.getLocale().getLanguage().isEmpty()
                ? "en"
                : texts.getLocale().getLanguage();
    }

    String pin(Profile profile) {
        List<String> parts = new ArrayList<>();
        parts.add(
                switch (profile.pin()) {
                    case PinRule.Random(int length) -> text("pin.random", length);
                    case PinRule.Entered entered -> text("pin.entered");
                    case PinRule.Keep keep -> text("pin.keep");
                });
        profile.minimumPinLength().ifPresent(length -> parts.add(text("pin.minimum", length)));
        if (profile.wants(Profile.Option.FORCE_PIN_CHANGE)) {
            parts.add(text("pin.change"));
        }
        return String.join(", ", parts);
    }

    String options(Profile profile) {
        List<String> parts = new ArrayList<>();
        for (Profile.Option option : SHOWN) {
            if (profile.wants(option)) {
                parts.add(text("options." + option));
            }
        }
        return parts.isEmpty() ? text("options.none") : String.join(", ", parts);
    }

    String models(Profile profile) {
        List<String> aaguids =
                profile.allowedAaguids().stream().map(Object::toString).sorted().toList();
        return aaguids.isEmpty() ? text("models.all") : String.join(", ", aaguids);
    }
}
