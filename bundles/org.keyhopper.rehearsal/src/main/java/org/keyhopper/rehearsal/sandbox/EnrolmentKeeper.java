package org.keyhopper.rehearsal.sandbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.keyhopper.api.device.CredentialId;

/** A directory that keeps enrolments from their beginning on. Thread-safe: every change is one step. */
public class EnrolmentKeeper extends SandboxPeople {

    private final List<Enrolled> kept = new ArrayList<>();

    public EnrolmentKeeper(Population people) {
        super(people);
        people.holders().forEach(this::addForeign);
    }

    private void addForeign(String userId) {
        CredentialId id = ForeignPasskey.idFor(userId);
        kept.add(new Enrolled(
                UUID.nameUUIDFromBytes(id.toBytes()).toString(),
                userId,
                "",
                ForeignPasskey.CREATED,
                ForeignPasskey.CREATED,
                Optional.of(ForeignPasskey.NAME),
                Optional.of(new Enrolled.Active(id, ForeignPasskey.key(), ForeignPasskey.CREATED))));
    }

    public final synchronized void add(Enrolled enrolled) {
        kept.add(enrolled);
    }

    public final synchronized List<Enrolled> of(String userId) {
        return kept.stream().filter(one -> one.userId().equals(userId)).toList();
    }

    public final synchronized Optional<Enrolled> of(String userId, String id) {
        return of(userId).stream().filter(one -> one.id().equals(id)).findFirst();
    }

    /** Returns how many were begun and not ended. */
    public final synchronized int pending() {
        return (int) kept.stream().filter(one -> one.active().isEmpty()).count();
    }

    /** Returns the credentials of a person. */
    public final List<CredentialId> credentialsOf(String userId) {
        return of(userId).stream()
                .flatMap(one -> one.active().stream())
                .map(Enrolled.Active::credentialId)
                .toList();
    }

    public final synchronized Optional<Enrolled.Active> credential(CredentialId id) {
        return kept.stream()
                .flatMap(one -> one.active().stream())
                .filter(one -> one.credentialId().equals(id))
                .findFirst();
    }

    /** Replaces one; empty when it is gone. */
    public final synchronized Optional<Enrolled> change(String id, UnaryOperator<Enrolled> change) {
        kept.replaceAll(one -> one.id().equals(id) ? change.apply(one) : one);
        return kept.stream().filter(one -> one.id().equals(id)).findFirst();
    }

    public final synchronized boolean delete(String userId, String id) {
        return kept.removeIf(one -> one.userId().equals(userId) && one.id().equals(id));
    }
}
