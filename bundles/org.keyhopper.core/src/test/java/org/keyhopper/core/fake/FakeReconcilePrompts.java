package org.keyhopper.core.fake;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.keyhopper.api.transport.LinkDescription;
import org.keyhopper.core.reconcile.AwaitedDevice;
import org.keyhopper.core.reconcile.ReconcilePrompts;
import org.keyhopper.core.request.RecipientId;
import org.keyhopper.core.request.RecipientState;

/** An operator who is asked for devices. */
public final class FakeReconcilePrompts implements ReconcilePrompts {

    public final List<List<AwaitedDevice>> asked = new CopyOnWriteArrayList<>();
    public final Set<RecipientId> givenUp = ConcurrentHashMap.newKeySet();
    public final List<LinkDescription> notAwaited = new CopyOnWriteArrayList<>();
    public final List<RecipientState> settled = new ArrayList<>();

    /** What the operator does when asked, at once. */
    public Consumer<List<AwaitedDevice>> hands = awaited -> {};

    @Override
    public void insert(List<AwaitedDevice> awaited) {
        asked.add(awaited);
        if (!awaited.isEmpty()) {
            hands.accept(awaited);
        }
    }

    @Override
    public boolean isGivenUp(RecipientId recipient) {
        return givenUp.contains(recipient);
    }

    @Override
    public void notAwaited(LinkDescription device) {
        notAwaited.add(device);
    }

    @Override
    public void settled(RecipientState recipient) {
        settled.add(recipient);
    }
}
