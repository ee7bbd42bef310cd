package org.keyhopper.ui.model.pins;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.keyhopper.api.device.AuthenticatorInfo.PinComplexity;
import org.keyhopper.api.device.DeviceProblem;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.request.PinQuestion;
import org.keyhopper.api.settings.Secret;
import org.keyhopper.ui.model.Messages;

/** The window facing a person: rules before, faults after. */
class PinChoiceTest {

    private static PinChoice choice(Optional<Problem> refusal, Optional<PinComplexity> complexity) {
        return new PinChoice(
                Messages.in(Locale.ENGLISH),
                new PinQuestion(PinQuestion.Kind.NEW, "Mara Köhler", 6, OptionalInt.empty(), refusal, complexity));
    }

    @Test
    void rulesOfTheDeviceAreKnownBeforehand() {
        PinChoice choice =
                choice(Optional.empty(), Optional.of(new PinComplexity(Optional.of("https://keys.example/rules"))));
        assertEquals("Choose a PIN, Mara Köhler", choice.title());
        assertEquals(
                List.of(
                        "At least 6 characters",
                        "No dates, sequences or repetitions",
                        "The device demands more: https://keys.example/rules"),
                choice.rules());
        assertEquals("", choice.refusal());
    }

    @Test
    void refusalOfTheDeviceIsShown() {
        PinChoice choice = choice(Optional.of(Problem.of(DeviceProblem.PIN_POLICY_VIOLATION)), Optional.empty());
        assertEquals("The device rejected this PIN. Enter another one.", choice.refusal());
    }

    @Test
    void faultIsFoundBeforeTheDeviceGetsThePin() {
        PinChoice choice = choice(Optional.empty(), Optional.empty());
        assertEquals(Optional.empty(), choice.faultOf(Secret.of("836150"), Secret.of("836150")));
        assertEquals(Optional.of("The PINs do not match."), choice.faultOf(Secret.of("836150"), Secret.of("836151")));
        assertTrue(choice.faultOf(Secret.of("123456"), Secret.of("123456")).isPresent());
        assertTrue(choice.faultOf(Secret.of("83615"), Secret.of("83615")).isPresent());
    }
}
