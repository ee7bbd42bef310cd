package org.keyhopper.core.people;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.directory.DirectoryUser;
import org.keyhopper.api.directory.Passkeys;
import org.keyhopper.api.directory.RegisteredPasskey;
import org.keyhopper.api.request.Outcome;
import org.keyhopper.core.inventory.Inventory;
import org.keyhopper.core.inventory.InventoryEntry;
import org.keyhopper.core.journal.Revocation;
import org.keyhopper.core.journal.Revocations;
import org.keyhopper.core.request.Claim;
import org.keyhopper.core.request.MadePasskey;
import org.keyhopper.core.request.OutcomeRecord;
import org.keyhopper.core.request.RecipientState;
import org.keyhopper.core.request.Requests;
import org.keyhopper.core.run.RunProblem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The passkeys of one user, as the directory lists them now, and their revocation.
 *
 * @param directory the name of the configured directory
 * @param passkeys of that directory
 */
public record HeldPasskeys(
        Requests requests,
        Inventory inventory,
        Revocations revocations,
        String directory,
        Passkeys passkeys,
        Clock clock) {

    private static final Logger LOGGER = LoggerFactory.getLogger(HeldPasskeys.class);

    /** Lists them with ours marked; blocking, network. Settles revocations of this user whose end is unknown, and updates
     * their name in the inventory. */
    public Answer<List<HeldPasskey>> of(DirectoryUser user) {
        return passkeys.list(user).map(listed -> {
            settle(user, listed);
            inventory.rename(directory, user.id(), user.displayName());
            return listed.stream()
                    .map(passkey -> new HeldPasskey(passkey, ours(user, passkey)))
                    .toList();
        });
    }

    /**
     * Removes one from the directory; blocking, network. Before and after is written down, and the inventory and the outcome of
     * the person for whom it was made follow.
     *
     * @return false when it was gone already
     */
    public Answer<Boolean> revoke(DirectoryUser user, HeldPasskey held) {
        Revocation begun = revocations.begin(new Revocation(
                0,
                directory,
                user.id(),
                user.userName(),
                held.passkey().id(),
                held.passkey().displayName(),
                held.entry().map(InventoryEntry::credential),
                Instant.EPOCH,
                Optional.empty()));
        Answer<Boolean> answer = passkeys.delete(user, held.passkey().id());
        switch (answer) {
            case Answer.Done<Boolean>(Boolean wasThere) ->
                ended(begun, wasThere ? Revocation.End.REVOKED : Revocation.End.WAS_GONE);
            case Answer.Failed<Boolean> failed -> ended(begun, Revocation.End.NOT_DONE);
            case Answer.Unclear<Boolean> unclear -> {
                // It is settled by the next look at this person.
            }
        }
        return answer;
    }

    private void settle(DirectoryUser user, List<RegisteredPasskey> listed) {
        revocations.list().stream()
                .filter(revocation -> revocation.end().isEmpty())
                .filter(revocation -> revocation.directory().equals(directory)
                        && revocation.userId().equals(user.id()))
                .filter(revocation ->
                        listed.stream().noneMatch(passkey -> passkey.id().equals(revocation.passkeyId())))
                .forEach(gone -> ended(gone, Revocation.End.REVOKED));
    }

    private void ended(Revocation revocation, Revocation.End end) {
        boolean followed = end == Revocation.End.NOT_DONE
                || revocation
                        .credential()
                        .flatMap(inventory::find)
                        .map(this::taken)
                        .orElse(true);
        if (followed) {
            revocations.end(revocation, end);
        }
    }

    /** Returns whether the person's outcome follows. While a run works on the recipient it does not: the next look settles that. */
    private boolean taken(InventoryEntry entry) {
        inventory.mark(entry.credential(), InventoryEntry.State.REVOKED);
        if (standingOn(entry).isEmpty()) {
            return true;
        }
        Optional<Claim> taken = requests.claim(entry.recipient());
        if (taken.isEmpty()) {
            LOGGER.info(
                    "{} is being worked on; that {} was revoked is entered later",
                    entry.recipient(),
                    entry.credential());
            return false;
        }
        try (Claim claim = taken.get()) {
            standingOn(entry).ifPresent(recipient -> requests.settle(claim, recipient.id(), revoked(recipient)));
            return true;
        }
    }

    private Optional<RecipientState> standingOn(InventoryEntry entry) {
        return requests.find(entry.recipient().request()).stream()
                .flatMap(request -> request.recipients().stream())
                .filter(recipient -> recipient.id().equals(entry.recipient()) && standsOn(recipient, entry))
                .findFirst();
    }

    private static boolean standsOn(RecipientState recipient, InventoryEntry entry) {
        return recipient.outcome() == Outcome.PROVISIONED
                && recipient
                        .last()
                        .flatMap(OutcomeRecord::passkey)
                        .map(MadePasskey::credentialId)
                        .filter(entry.credential()::equals)
                        .isPresent();
    }

    private OutcomeRecord revoked(RecipientState recipient) {
        OutcomeRecord revoked =
                OutcomeRecord.withoutCeremony(Outcome.FAILED, Problem.of(RunProblem.REVOKED), clock.instant());
        return recipient
                .last()
                .flatMap(OutcomeRecord::passkey)
                .map(revoked::with)
                .orElse(revoked);
    }

    /** The handle counts only where the directory does not show what would be surer. */
    private Optional<InventoryEntry> ours(DirectoryUser user, RegisteredPasskey passkey) {
        if (!passkey.credentialIds().isEmpty()) {
            return passkey.credentialIds().stream()
                    .flatMap(id -> inventory.find(id).stream())
                    .findFirst();
        }
        return inventory.list().stream()
                .filter(entry -> entry.directory().equals(directory)
                        && entry.userId().equals(user.id())
                        && entry.passkeyId().equals(passkey.id()))
                .findFirst();
    }
}
