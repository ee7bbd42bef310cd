package org.keyhopper.core.request;

import java.util.Optional;
import org.keyhopper.api.request.Outcome;
import org.keyhopper.api.request.Recipient;

/** A recipient with its outcome; {@code last} is empty while it is PENDING and was never attempted. */
public record RecipientState(RecipientId id, Recipient recipient, Outcome outcome, Optional<OutcomeRecord> last) {}
