package org.keyhopper.core.people;

import java.util.Locale;
import java.util.Objects;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.core.request.RecipientState;

/**
 * A recipient about whom a run should not start without a decision.
 *
 * @param reason why
 * @param problem the reason for those who are excluded, as an outcome keeps it
 */
public record CheckedRecipient(RecipientState recipient, Reason reason, Problem problem) {

    /** What the look-up found. */
    public enum Reason {
        NOT_FOUND(true),
        AMBIGUOUS(true),
        DISABLED(true),
        /** A guest signs in at a directory of their own. */
        GUEST(false),
        /** The directory has another name for the account than the request. */
        NAME_DIFFERS(false);

        private final boolean fails;

        Reason(boolean fails) {
            this.fails = fails;
        }

        /** Returns whether such a recipient cannot be provisioned as things are. */
        public boolean fails() {
            return fails;
        }

        /** Returns the name used on the command line: lower case with hyphens. */
        public String id() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    public CheckedRecipient {
        Objects.requireNonNull(recipient);
        Objects.requireNonNull(reason);
        Objects.requireNonNull(problem);
    }
}
