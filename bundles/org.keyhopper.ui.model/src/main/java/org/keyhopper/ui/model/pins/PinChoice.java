package org.keyhopper.ui.model.pins;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.keyhopper.api.device.AuthenticatorInfo.PinComplexity;
import org.keyhopper.api.request.PinQuestion;
import org.keyhopper.api.settings.Secret;
import org.keyhopper.ui.model.Messages;
import org.keyhopper.ui.model.PinLabels;

/** The window in which a person chooses the PIN of a new device; the operator does not see it. */
public record PinChoice(Messages messages, PinQuestion question) {

    public String title() {
        return messages.text("pins.choice.title", question.person());
    }

    /** Returns what the PIN must be like, one sentence each, known before it is entered. */
    public List<String> rules() {
        List<String> rules = new ArrayList<>();
        rules.add(messages.text("pins.choice.length", question.minimumLength()));
        rules.add(messages.text("pins.choice.trivial"));
        question.complexity().ifPresent(policy -> rules.add(complexity(policy)));
        return rules;
    }

    private String complexity(PinComplexity policy) {
        return policy.url()
                .map(url -> messages.text("pin.rules.complexity.url", url))
                .orElseGet(() -> messages.text("pin.rules.complexity"));
    }

    /** Returns why the device refused the PIN entered before; empty if there was none. */
    public String refusal() {
        return PinLabels.reminder(messages, question);
    }

    /** Returns what is wrong with the PIN, if anything. */
    public Optional<String> faultOf(Secret typed, Secret again) {
        return PinLabels.fault(messages, typed, again, question.minimumLength());
    }
}
