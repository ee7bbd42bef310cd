package org.keyhopper.core.internal.people;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.directory.DirectoryProblem;
import org.keyhopper.api.directory.DirectoryUser;
import org.keyhopper.api.directory.People;
import org.keyhopper.api.request.Recipient;
import org.keyhopper.core.internal.device.Failures;
import org.keyhopper.core.internal.run.DirectoryWideProblems;
import org.keyhopper.core.inventory.Inventory;
import org.keyhopper.core.inventory.InventoryEntry;
import org.keyhopper.core.people.LookupListener;
import org.keyhopper.core.people.RecipientStatus;
import org.keyhopper.core.people.RecipientStatus.Change;
import org.keyhopper.core.request.ProvisioningRequest;
import org.keyhopper.core.request.RecipientId;
import org.keyhopper.core.request.RecipientState;
import org.keyhopper.core.request.Requests;
import org.keyhopper.core.run.RunProblem;

/** Looks up the recipients of a request, and updates the request and the inventory where they changed. */
public record RequestRefresh(Requests requests, Inventory inventory) {

    /** See {@link org.keyhopper.core.people.PeopleLookup#refresh}. */
    public Answer<List<RecipientStatus>> of(
            ProvisioningRequest request, People people, LookupListener<RecipientStatus> follower) {
        Map<RecipientId, String> ids = knownIds(request);
        Map<Integer, RecipientStatus> found = new ConcurrentSkipListMap<>();
        AtomicReference<Problem> halt = new AtomicReference<>();
        BoundedParallel.forEach(request.recipients(), () -> halt.get() == null && follower.proceed(), recipient -> {
            RecipientStatus status = status(people, recipient, Optional.ofNullable(ids.get(recipient.id())));
            status.problem().filter(DirectoryWideProblems::concernAllUsers).ifPresent(halt::set);
            found.put(recipient.id().position(), status);
            follower.found(status);
        });
        Optional<Problem> unkept = keep(request, found);
        return Optional.ofNullable(halt.get())
                .or(() -> unkept)
                .map(Answer::<List<RecipientStatus>>failed)
                .orElseGet(() -> Answer.done(new ArrayList<>(found.values())));
    }

    /** A recipient provisioned here is found by the id under which that was done. */
    private Map<RecipientId, String> knownIds(ProvisioningRequest request) {
        return inventory.list().stream()
                .filter(entry -> entry.recipient().request().equals(request.id()))
                .collect(Collectors.toMap(InventoryEntry::recipient, InventoryEntry::userId, (newer, older) -> newer));
    }

    private static RecipientStatus status(People people, RecipientState state, Optional<String> provisioned) {
        Recipient before = state.recipient();
        String reference = before.userId().isEmpty() ? provisioned.orElse(before.user()) : before.userId();
        Answer<DirectoryUser> answer = asked(people, reference);
        Optional<Problem> failure = answer.failure();
        if (failure.isEmpty()) {
            return present(state.id(), before, answer.result().orElseThrow());
        }
        boolean gone = failure.get().is(DirectoryProblem.USER_NOT_FOUND);
        return new RecipientStatus(
                state.id(),
                before,
                before,
                gone ? Set.of(Change.DELETED) : Set.of(),
                gone ? Optional.empty() : failure);
    }

    private static Answer<DirectoryUser> asked(People people, String reference) {
        try {
            return people.find(reference);
        } catch (RuntimeException e) {
            return Answer.failed(Failures.internalFault(e));
        }
    }

    private static RecipientStatus present(RecipientId id, Recipient before, DirectoryUser user) {
        boolean known = !before.userId().isEmpty() || !before.displayName().isEmpty();
        boolean otherName =
                !before.displayName().isEmpty() && !before.displayName().equals(user.displayName());
        boolean otherAccount = known && !user.isNamed(before.user());
        Set<Change> changes = EnumSet.noneOf(Change.class);
        if (otherName || otherAccount) {
            changes.add(Change.RENAMED);
        }
        if (user.state() == DirectoryUser.AccountState.DISABLED) {
            changes.add(Change.DISABLED);
        }
        String account = user.isNamed(before.user()) ? before.user() : user.userName();
        return new RecipientStatus(
                id,
                before,
                new Recipient(account, user.displayName(), user.email(), before.deviceName(), user.id()),
                changes,
                Optional.empty());
    }

    private Optional<Problem> keep(ProvisioningRequest request, Map<Integer, RecipientStatus> found) {
        Map<Integer, Recipient> changed = new HashMap<>();
        found.forEach((position, status) -> {
            if (!status.now().equals(status.before())) {
                changed.put(position, status.now());
            }
        });
        rename(request.directory(), found.values());
        if (changed.isEmpty()) {
            return Optional.empty();
        }
        return requests.update(request.id(), changed).isEmpty()
                ? Optional.empty()
                : Optional.of(Problem.of(RunProblem.REQUEST_IN_USE, request.name()));
    }

    /** The inventory may have an older name than the request: it receives the present ones. */
    private void rename(String directory, Collection<RecipientStatus> found) {
        Map<String, String> names = found.stream()
                .map(RecipientStatus::now)
                .filter(person ->
                        !person.userId().isEmpty() && !person.displayName().isEmpty())
                .collect(Collectors.toMap(Recipient::userId, Recipient::displayName, (one, same) -> one));
        inventory.list().stream()
                .filter(entry -> entry.directory().equals(directory))
                .filter(entry -> !entry.holder().equals(names.getOrDefault(entry.userId(), entry.holder())))
                .map(InventoryEntry::userId)
                .distinct()
                .forEach(id -> inventory.rename(directory, id, names.get(id)));
    }
}
