package org.keyhopper.ui.fakes;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.keyhopper.core.journal.Revocation;
import org.keyhopper.core.journal.Revocations;

/** An in-memory journal of revocations. */
public final class FakeRevocations implements Revocations {

    private final List<Revocation> kept = new ArrayList<>();

    @Override
    public synchronized Revocation begin(Revocation intended) {
        Revocation begun = with(intended, kept.size() + 1, Optional.empty());
        kept.add(begun);
        return begun;
    }

    @Override
    public synchronized void end(Revocation begun, Revocation.End end) {
        kept.replaceAll(one -> one.id() == begun.id() ? with(one, one.id(), Optional.of(end)) : one);
    }

    @Override
    public synchronized List<Revocation> list() {
        return List.copyOf(kept).reversed();
    }

    private static Revocation with(Revocation old, long id, Optional<Revocation.End> end) {
        return new Revocation(
                id,
                old.directory(),
                old.userId(),
                old.userName(),
                old.passkeyId(),
                old.passkeyName(),
                old.credential(),
                Instant.EPOCH,
                end);
    }
}
