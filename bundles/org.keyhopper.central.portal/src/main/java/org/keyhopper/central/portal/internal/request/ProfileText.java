package org.keyhopper.central.portal.internal.request;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.keyhopper.api.request.PinRule;
import org.keyhopper.api.request.Profile;
import org.keyhopper.central.portal.internal.frame.PageTexts;

/** A profile in sentences. */
public final class ProfileText {

    private ProfileText() {}

    public static List<String> of(Profile profile, Locale locale) {
        PageTexts texts = PageTexts.of(locale);
        List<String> sentences = new ArrayList<>();
        sentences.add(
                switch (profile.pin()) {
                    case PinRule.Random(int length) -> texts.get("profile.means.RANDOM", length);
                    case PinRule.Entered entered -> texts.get("profile.means.ENTERED");
                    case PinRule.Keep keep -> texts.get("profile.means.KEEP");
                });
        profile.minimumPinLength().ifPresent(length -> sentences.add(texts.get("profile.means.minimum", length)));
        for (Profile.Option option : Profile.Option.values()) {
            if (profile.wants(option)) {
                sentences.add(texts.get("profile.means." + option));
            }
        }
        if (!profile.allowedAaguids().isEmpty()) {
            sentences.add(
                    texts.get("profile.means.models", profile.allowedAaguids().size()));
        }
        if (!profile.minPinLengthRpIds().isEmpty()) {
            sentences.add(texts.get(
                    "profile.means.rpIds",
                    profile.minPinLengthRpIds().stream().sorted().collect(Collectors.joining(", "))));
        }
        sentences.add(texts.get("profile.means." + profile.unsupported()));
        return sentences;
    }
}
