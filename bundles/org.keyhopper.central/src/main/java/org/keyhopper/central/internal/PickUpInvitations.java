package org.keyhopper.central.internal;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.directory.DirectoryUser;
import org.keyhopper.api.request.Recipient;
import org.keyhopper.central.access.Caller;
import org.keyhopper.central.audit.AuditAction;
import org.keyhopper.central.audit.AuditEvent;
import org.keyhopper.central.enrolment.Enrolment;
import org.keyhopper.central.pickup.Invitation;
import org.keyhopper.central.pickup.Invitations;
import org.keyhopper.central.pickup.PickUpCopy;
import org.keyhopper.central.pickup.PickUpLink;
import org.keyhopper.central.problem.CentralProblem;
import org.keyhopper.central.storage.CentralStore;
import org.keyhopper.central.storage.CentralTransaction;
import org.keyhopper.core.request.RecipientState;

/**
 * Invitations in the database.
 *
 * @param life how long the link of an invitation can be used
 */
public record PickUpInvitations(CentralStore store, Duration life, SecureRandom random) implements Invitations {

    /** An instance that has not reported by then has ended. */
    private static final Duration SENDING = Duration.ofMinutes(10);

    private static final int MOST_TRIES = 6;
    private static final Duration FIRST_PAUSE = Duration.ofMinutes(1);

    /** A minute, then four times as long each time. */
    private static final int GROWTH = 4;

    @Override
    public Optional<Invitation> next() {
        return store.write(in -> in.pickUps().due(in.now()).map(copy -> taken(in, copy)));
    }

    private Invitation taken(CentralTransaction in, PickUpCopy copy) {
        Instant now = in.now();
        String token = new OneTimeCodes(random).token();
        Instant expires = now.plus(life);
        in.pickUps().update(copy.sending(now.plus(SENDING)));
        in.pickUps().add(new PickUpLink(ManagedCalls.sha256(token), copy.claim(), expires, false));
        Optional<DirectoryUser> user =
                in.enrolments().lock(copy.claim()).flatMap(Enrolment::begun).flatMap(Enrolment.Begun::user);
        Optional<Recipient> imported = in.recipient(copy.recipient()).map(RecipientState::recipient);
        String name = user.map(DirectoryUser::displayName)
                .or(() -> imported.map(Recipient::name))
                .orElse("");
        // What was imported for this request is meant for it.
        String address = imported.map(Recipient::email)
                .filter(it -> !it.isBlank())
                .or(() -> user.map(DirectoryUser::email))
                .orElse("");
        return new Invitation(copy.claim(), copy.recipient(), name, address, token, expires);
    }

    /**
     * Returns the copy if it waits for the end of this invitation. Another one may be wanted, or was taken, since: what
     * became of this one says nothing of that.
     */
    private static Optional<PickUpCopy> awaited(CentralTransaction in, Invitation invitation) {
        return in.pickUps().lock(invitation.claim()).filter(copy -> in.pickUps()
                .link(ManagedCalls.sha256(invitation.token()))
                .filter(link -> !link.replaced())
                .isPresent());
    }

    @Override
    public void sent(Caller caller, Invitation invitation) {
        store.write(in -> awaited(in, invitation).map(copy -> {
            in.pickUps().update(copy.invited(in.now(), invitation.expires()));
            return in.audit()
                    .append(AuditEvent.done(
                                    caller, AuditAction.PICK_UP_INVITED, UnclearSearch.subject(invitation.recipient()))
                            .with("expires", invitation.expires().toString()));
        }));
    }

    @Override
    public void failed(Caller caller, Invitation invitation, CentralProblem problem, boolean mayHelp) {
        store.write(in -> awaited(in, invitation).map(copy -> {
            Optional<Instant> again = mayHelp && copy.tries() < MOST_TRIES
                    ? Optional.of(in.now()
                            .plus(FIRST_PAUSE.multipliedBy((long) Math.pow(GROWTH, Math.max(0, copy.tries() - 1)))))
                    : Optional.empty();
            in.pickUps().update(copy.failed(problem, again));
            return in.audit()
                    .append(AuditEvent.refused(
                            caller,
                            AuditAction.PICK_UP_INVITED,
                            UnclearSearch.subject(invitation.recipient()),
                            Problem.of(problem)));
        }));
    }
}
