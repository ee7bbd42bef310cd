package org.keyhopper.ui.model;

import java.nio.CharBuffer;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Optional;
import org.keyhopper.api.device.AuthenticatorInfo.PinComplexity;
import org.keyhopper.api.device.DeviceProblem;
import org.keyhopper.api.request.PinQuestion;
import org.keyhopper.api.settings.Secret;
import org.keyhopper.core.vault.TrivialPin;

/** The texts of PIN dialogs. */
public final class PinLabels {

    /** Maximum PIN length in UTF-8 bytes (CTAP 2.2 section 6.5.1), in Unicode normalization form C. */
    private static final int MOST_BYTES = 63;

    private PinLabels() {}

    /** Returns what a new PIN must be like, to be shown before it is entered. */
    public static String rules(Messages messages, int minimumLength, Optional<PinComplexity> complexity) {
        String general = messages.text("pin.rules", minimumLength);
        return complexity
                .map(policy -> general + " "
                        + policy.url()
                                .map(url -> messages.text("pin.rules.complexity.url", url))
                                .orElseGet(() -> messages.text("pin.rules.complexity")))
                .orElse(general);
    }

    /** Returns the initial message: why the previous PIN was rejected, and the number of remaining retries. */
    public static String reminder(Messages messages, PinQuestion question) {
        String tries = question.retries().isPresent()
                ? messages.text("pin.existing.retries", question.retries().getAsInt())
                : "";
        if (question.kind() == PinQuestion.Kind.NEW) {
            return question.refusal()
                    .map(refusal -> messages.text("pin.new.refused"))
                    .orElse("");
        }
        return question.refusal()
                .map(refusal -> messages.text(
                        refusal.is(DeviceProblem.PIN_INVALID) ? "pin.existing.wrong" : "pin.existing.unfit", tries))
                .orElse(tries)
                .strip();
    }

    /** Returns what is wrong with a new PIN, if anything; the device may impose further rules. */
    public static Optional<String> fault(Messages messages, Secret typed, Secret again, int fewestCodePoints) {
        Secret normal = normalised(typed);
        try (normal) {
            if (normal.codePoints() < fewestCodePoints) {
                return Optional.of(messages.text("pin.short", fewestCodePoints));
            }
            if (bytes(normal) > MOST_BYTES) {
                return Optional.of(messages.text("pin.long", MOST_BYTES));
            }
            if (TrivialPin.matches(normal)) {
                return Optional.of(messages.text("pin.trivial"));
            }
            return typed.equals(again) ? Optional.empty() : Optional.of(messages.text("pin.differs"));
        }
    }

    private static int bytes(Secret pin) {
        byte[] utf8 = pin.toUtf8();
        Arrays.fill(utf8, (byte) 0);
        return utf8.length;
    }

    /** Creates a String, which cannot be cleared, only for the rare PIN that is not in normalization form C. */
    private static Secret normalised(Secret typed) {
        char[] characters = typed.toChars();
        try {
            CharBuffer text = CharBuffer.wrap(characters);
            return Normalizer.isNormalized(text, Normalizer.Form.NFC)
                    ? typed.copy()
                    : Secret.of(Normalizer.normalize(text, Normalizer.Form.NFC));
        } finally {
            Arrays.fill(characters, '\0');
        }
    }
}
