package org.keyhopper.core.internal.people;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.directory.DirectoryUser;
import org.keyhopper.api.directory.Passkeys;
import org.keyhopper.api.directory.People;
import org.keyhopper.core.internal.device.Failures;
import org.keyhopper.core.internal.run.DirectoryWideProblems;
import org.keyhopper.core.inventory.Inventory;
import org.keyhopper.core.inventory.InventoryEntry;
import org.keyhopper.core.journal.Revocations;
import org.keyhopper.core.people.HeldPasskeys;
import org.keyhopper.core.people.LookupListener;
import org.keyhopper.core.people.PasskeyCount;
import org.keyhopper.core.people.PeopleLookup;
import org.keyhopper.core.people.RecipientStatus;
import org.keyhopper.core.people.SignInResult;
import org.keyhopper.core.request.ProvisioningRequest;
import org.keyhopper.core.request.Requests;

/** Looks up users, and records what was found in a store. */
public record LivePeopleLookup(Requests requests, Inventory inventory, Revocations revocations, Clock clock)
        implements PeopleLookup {

    @Override
    public Answer<List<RecipientStatus>> refresh(
            ProvisioningRequest request, People people, LookupListener<RecipientStatus> listener) {
        return new RequestRefresh(requests, inventory).of(request, people, listener);
    }

    @Override
    public Optional<Problem> countPasskeys(
            Passkeys passkeys, Collection<DirectoryUser> users, LookupListener<PasskeyCount> listener) {
        AtomicReference<Problem> halt = new AtomicReference<>();
        BoundedParallel.forEach(users, () -> halt.get() == null && listener.proceed(), user -> {
            Answer<Integer> answer = count(passkeys, user);
            answer.failure().filter(DirectoryWideProblems::concernAllUsers).ifPresent(halt::set);
            listener.found(new PasskeyCount(user, answer));
        });
        return Optional.ofNullable(halt.get());
    }

    private static Answer<Integer> count(Passkeys passkeys, DirectoryUser user) {
        try {
            return passkeys.list(user).map(List::size);
        } catch (RuntimeException e) {
            return Answer.failed(Failures.internalFault(e));
        }
    }

    @Override
    public HeldPasskeys passkeys(String directory, Passkeys passkeys) {
        return new DirectoryPasskeys(requests, inventory, revocations, directory, passkeys, clock);
    }

    @Override
    public boolean recordSignIn(InventoryEntry entry, SignInResult result) {
        return new SignInTrials(requests, clock).record(entry, result);
    }
}
