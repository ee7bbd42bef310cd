package org.keyhopper.central.portal.internal.pins;

import java.time.Instant;
import org.keyhopper.central.pickup.PickUpCopy;
import org.keyhopper.texts.Explanation;

/**
 * How far the pick-up of a PIN is.
 *
 * @param stage a stage, or NONE without a copy
 * @param tint how its word is coloured
 * @param at since when; null if it is not known
 * @param until when the invitation ends; null without one
 * @param failure why the invitation was not sent; null if it was
 * @param mayInvite whether another invitation can be sent
 */
public record PickUpRow(String stage, String tint, Instant at, Instant until, Explanation failure, boolean mayInvite) {

    /** A station of an earlier version, or one that has not confirmed the certificate, seals no copy. */
    static final PickUpRow NONE = new PickUpRow("NONE", "", null, null, null, false);

    static PickUpRow of(PickUpCopy copy, Explanation failure) {
        PickUpCopy.Stage stage = copy.stage(Instant.now());
        return switch (stage) {
            case WAITING -> row(stage, "", null, null, failure, copy);
            case NOT_SENT -> row(stage, "bad", null, null, failure, copy);
            case INVITED ->
                row(stage, "", copy.invited().orElse(null), copy.expires().orElse(null), null, copy);
            case EXPIRED -> row(stage, "attention", copy.expires().orElse(null), null, null, copy);
            case SHOWN -> row(stage, "attention", copy.shown().orElse(null), null, null, copy);
            case CONFIRMED -> row(stage, "good", copy.confirmed().orElse(null), null, null, copy);
            case ENDED -> row(stage, "", null, null, null, copy);
        };
    }

    private static PickUpRow row(
            PickUpCopy.Stage stage, String tint, Instant at, Instant until, Explanation failure, PickUpCopy copy) {
        return new PickUpRow(stage.name(), tint, at, until, failure, copy.present());
    }
}
