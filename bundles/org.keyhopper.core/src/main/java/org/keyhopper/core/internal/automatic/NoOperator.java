package org.keyhopper.core.internal.automatic;

import java.util.Optional;
import org.keyhopper.api.request.Instruction;
import org.keyhopper.api.request.OperatorPrompts;
import org.keyhopper.api.request.PinQuestion;
import org.keyhopper.api.settings.Secret;

/** A card in a printer is out of everybody's reach: nobody is asked for its PIN, or told what to do with it. */
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
