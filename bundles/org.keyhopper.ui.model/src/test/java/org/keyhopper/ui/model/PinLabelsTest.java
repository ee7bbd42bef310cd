package org.keyhopper.ui.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.keyhopper.api.device.AuthenticatorInfo.PinComplexity;
import org.keyhopper.api.device.DeviceProblem;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.request.PinQuestion;
import org.keyhopper.api.settings.Secret;

class PinLabelsTest {

    private final Messages messages = Messages.in(Locale.ENGLISH);

    @Test
    void wrongPinShowsTheRemainingRetries() {
        assertEquals("8 attempts left.", reminder(8, Optional.empty()));
        assertEquals(
                "The PIN is wrong. 7 attempts left.",
                reminder(7, Optional.of(Problem.of(DeviceProblem.PIN_INVALID, "7"))));
        assertEquals(
                "A device PIN has 4 to 63 characters. One attempt left.",
                reminder(1, Optional.of(Problem.of(DeviceProblem.PIN_TOO_LONG, "63"))));
    }

    @Test
    void newPinIsNormalizedBeforeMeasuring() {
        assertEquals(Optional.empty(), fault("1".repeat(61) + "e\u0301"));
        assertEquals(
                Optional.of("Enter at most 63 characters. Accented letters and symbols count as two to four."),
                fault("1".repeat(64)));
        assertEquals(Optional.of("Enter at least 6 characters."), fault("e\u0301e\u0301e\u0301"));
    }

    @Test
    void newPinThatIsGuessedFirstIsRefusedBeforeItIsSent() {
        assertEquals(
                Optional.of("This PIN is one of those guessed first. Avoid dates, sequences and repetitions."),
                fault("123456"));
        assertEquals(Optional.empty(), fault("836150"));
    }

    @Test
    void rulesNameTheAddressOfTheDevicesPolicy() {
        String general = "At least 6 characters; no dates, sequences or repetitions.";
        assertEquals(general, PinLabels.rules(messages, 6, Optional.empty()));
        assertEquals(
                general + " The device demands more: https://keys.example/pin-rules",
                PinLabels.rules(
                        messages, 6, Optional.of(new PinComplexity(Optional.of("https://keys.example/pin-rules")))));
    }

    @Test
    void newPinMustBeRepeated() {
        assertEquals(
                Optional.of("The PINs do not match."),
                PinLabels.fault(messages, Secret.of("836150"), Secret.of("836151"), 6));
    }

    private Optional<String> fault(String pin) {
        return PinLabels.fault(messages, Secret.of(pin), Secret.of(pin), 6);
    }

    private String reminder(int left, Optional<Problem> refusal) {
        return PinLabels.reminder(
                messages, new PinQuestion(PinQuestion.Kind.EXISTING, "Anna", 4, OptionalInt.of(left), refusal));
    }
}
