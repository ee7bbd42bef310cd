package org.keyhopper.core.internal.people;

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
import org.keyhopper.core.people.HeldPasskey;
import org.keyhopper.core.people.HeldPasskeys;
import org.keyhopper.core.request.Claim;
import org.keyhopper.core.request.MadePasskey;
import org.keyhopper.core.request.OutcomeRecord;
import org.keyhopper.core.request.RecipientState;
import org.keyhopper.core.request.Requests;
import org.keyhopper.core.run.RunProblem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The passkeys of one directory, with the store that records revocations.
 *
 * @param directory the name of the configured directory
 * @param passkeys of that directory
 */
public record DirectoryPasskeys(
        Requests requests,
        Inventory inventory,
        Revocations revocations,
        String directory,
        Passkeys passkeys,
        Clock clock)
        implements HeldPasskeys {

    private static final Logger LOGGER = LoggerFactory.getLogger(DirectoryPasskeys.class);

    @Override
    public Answer<List<HeldPasskey>> of(DirectoryUser user) {
        return passkeys.list(user).map(listed -> {
            settle(user, listed);
            inventory.rename(directory, user.id(), user.displayName());
            return listed.stream()
                    .map(passkey -> new HeldPasskey(passkey, entryOf(user, passkey)))
                    .toList();
        });
    }

    @Override
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
                // Settled when the passkeys of this user are listed next.
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
                        .map(this::settled)
                        .orElse(true);
        if (followed) {
            revocations.end(revocation, end);
        }
    }

    /** Returns false while a run has claimed the recipient: the revocation is settled when the passkeys are listed next. */
    private boolean settled(InventoryEntry entry) {
        inventory.mark(entry.credential(), InventoryEntry.State.REVOKED);
        if (provisionedWith(entry).isEmpty()) {
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
            provisionedWith(entry).ifPresent(recipient -> requests.settle(claim, recipient.id(), revoked(recipient)));
            return true;
        }
    }

    private Optional<RecipientState> provisionedWith(InventoryEntry entry) {
        return requests.find(entry.recipient().request()).stream()
                .flatMap(request -> request.recipients().stream())
                .filter(recipient -> recipient.id().equals(entry.recipient()) && isProvisionedWith(recipient, entry))
                .findFirst();
    }

    private static boolean isProvisionedWith(RecipientState recipient, InventoryEntry entry) {
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

    /** The handle of the directory is used only if it does not report credential ids. */
    private Optional<InventoryEntry> entryOf(DirectoryUser user, RegisteredPasskey passkey) {
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
