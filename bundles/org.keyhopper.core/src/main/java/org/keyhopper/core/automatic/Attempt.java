package org.keyhopper.core.automatic;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.printer.CardLocation;
import org.keyhopper.core.request.RecipientState;

/**
 * The result of one card.
 *
 * @param recipient the recipient afterwards
 * @param problem why it was not provisioned; empty when it was
 * @param again whether the recipient takes another card because of that
 * @param card where it is
 * @param took from feeding it to its end
 */
public record Attempt(
        RecipientState recipient, Optional<Problem> problem, boolean again, CardLocation card, Duration took) {
    public Attempt {
        Objects.requireNonNull(recipient);
        Objects.requireNonNull(problem);
        Objects.requireNonNull(card);
        Objects.requireNonNull(took);
    }
}
