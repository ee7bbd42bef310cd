package org.keyhopper.ui.model.requests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.keyhopper.api.request.Profile;
import org.keyhopper.ui.model.Messages;
import org.keyhopper.ui.model.requests.ProfileForm.PinSource;

class ProfileExplanationTest {

    private final Messages english = Messages.in(Locale.ENGLISH);

    @Test
    void aRandomPinIsToldToThePerson() {
        assertEquals(
                "Each device gets a random PIN of 6 digits, which you hand to its holder. The holder must choose"
                        + " another PIN at first use.",
                ProfileExplanation.of(
                        new ProfileForm(PinSource.RANDOM, 6, 0, Set.of(Profile.Option.FORCE_PIN_CHANGE), ""), english));
    }

    @Test
    void everySettingHasASentenceInEachLanguage() {
        for (Locale locale : new Locale[] {Locale.ENGLISH, Locale.GERMAN}) {
            for (PinSource source : PinSource.values()) {
                ProfileForm all = new ProfileForm(source, 6, 8, EnumSet.allOf(Profile.Option.class), "");
                int sentences = ProfileExplanation.of(all, Messages.in(locale)).split("\\. ").length;
                assertEquals(2 + Profile.Option.values().length, sentences, source + " " + locale);
            }
        }
    }
}
