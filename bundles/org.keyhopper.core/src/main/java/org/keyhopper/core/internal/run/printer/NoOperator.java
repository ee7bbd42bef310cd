package org.keyhopper.core.internal.run.printer;

import java.util.Optional;
import org.keyhopper.api.request.Instruction;
import org.keyhopper.api.request.OperatorPrompts;
import org.keyhopper.api.request.PinQuestion;
import org.keyhopper.api.settings.Secret;

/** The prompts of a run through printers: a card inside a printer is out of reach of any operator. */
public final class NoOperator implements OperatorPrompts {

    @Override
    public Optional<Secret> enterPin(PinQuestion question) {
        return Optional.empty();
    }

    @Override
    public void instruct(Instruction instruction) {
        // The printer moves the card.
    }
}
