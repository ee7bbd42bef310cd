package org.keyhopper.central.pickup;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.keyhopper.central.problem.CentralProblem;
import org.keyhopper.core.request.RecipientId;

/**
 * The copy of a PIN that waits for its person, and how far its invitation is.
 *
 * @param claim under which it was sealed
 * @param present whether the copy is there; it is deleted when it is of no use any more
 * @param kept when it was stored
 * @param shown when the person saw the PIN
 * @param confirmed when the person confirmed that
 * @param invited when the last invitation was sent
 * @param expires when the last invitation ends
 * @param tries how often the next invitation was tried
 * @param failure why the last try failed
 * @param due when the next invitation is to be sent; empty for none
 */
public record PickUpCopy(
        long claim,
        RecipientId recipient,
        boolean present,
        Instant kept,
        Optional<Instant> shown,
        Optional<Instant> confirmed,
        Optional<Instant> invited,
        Optional<Instant> expires,
        int tries,
        Optional<CentralProblem> failure,
        Optional<Instant> due) {

    /** How far a pick-up is. */
    public enum Stage {
        /** The invitation is not sent yet, or tried again. */
        WAITING,
        /** It cannot be sent. */
        NOT_SENT,
        INVITED,
        EXPIRED,
        /** The person has seen the PIN. */
        SHOWN,
        /** The person has confirmed it. */
        CONFIRMED,
        /** The copy was deleted without that: the device is out of use, or was replaced. */
        ENDED
    }

    public PickUpCopy {
        Objects.requireNonNull(recipient);
        Objects.requireNonNull(kept);
    }

    /** Returns how far it is at a time. */
    public Stage stage(Instant now) {
        if (confirmed.isPresent()) {
            return Stage.CONFIRMED;
        }
        if (!present) {
            return Stage.ENDED;
        }
        if (shown.isPresent()) {
            return Stage.SHOWN;
        }
        if (due.isPresent()) {
            return Stage.WAITING;
        }
        if (failure.isPresent() || expires.isEmpty()) {
            return Stage.NOT_SENT;
        }
        return expires.get().isAfter(now) ? Stage.INVITED : Stage.EXPIRED;
    }

    /** Returns a copy whose next invitation is due now, and which may be seen once more. */
    public PickUpCopy again(Instant now) {
        return new PickUpCopy(
                claim,
                recipient,
                present,
                kept,
                Optional.empty(),
                confirmed,
                invited,
                expires,
                0,
                Optional.empty(),
                Optional.of(now));
    }

    /** Returns a copy whose invitation is being sent; if that is not heard of, it is due again. */
    public PickUpCopy sending(Instant dueAgain) {
        return new PickUpCopy(
                claim,
                recipient,
                present,
                kept,
                shown,
                confirmed,
                invited,
                expires,
                tries + 1,
                failure,
                Optional.of(dueAgain));
    }

    public PickUpCopy invited(Instant at, Instant until) {
        return new PickUpCopy(
                claim,
                recipient,
                present,
                kept,
                shown,
                confirmed,
                Optional.of(at),
                Optional.of(until),
                tries,
                Optional.empty(),
                Optional.empty());
    }

    /** Returns a copy whose invitation was not sent, and when it is tried again. */
    public PickUpCopy failed(CentralProblem why, Optional<Instant> dueAgain) {
        return new PickUpCopy(
                claim, recipient, present, kept, shown, confirmed, invited, expires, tries, Optional.of(why), dueAgain);
    }

    public PickUpCopy shown(Instant at) {
        return new PickUpCopy(
                claim,
                recipient,
                present,
                kept,
                Optional.of(at),
                confirmed,
                invited,
                expires,
                tries,
                failure,
                Optional.empty());
    }

    public PickUpCopy confirmed(Instant at) {
        return new PickUpCopy(
                claim,
                recipient,
                present,
                kept,
                shown,
                Optional.of(at),
                invited,
                expires,
                tries,
                failure,
                Optional.empty());
    }
}
