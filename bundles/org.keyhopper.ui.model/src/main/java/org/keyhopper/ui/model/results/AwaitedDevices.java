package org.keyhopper.ui.model.results;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.keyhopper.api.transport.LinkDescription;
import org.keyhopper.core.reconcile.AwaitedDevice;
import org.keyhopper.core.reconcile.ReconcilePrompts;
import org.keyhopper.core.request.RecipientId;
import org.keyhopper.core.request.RecipientState;
import org.keyhopper.ui.model.Notice;
import org.keyhopper.ui.model.ObservableState;
import org.keyhopper.ui.model.Tint;
import org.keyhopper.ui.model.WorkbenchContext;

/** The devices that a reconciliation waits for, as shown to the operator. Any thread. */
final class AwaitedDevices implements ReconcilePrompts {

    private final WorkbenchContext context;
    private final ObservableState<Optional<AwaitedState>> states;
    private final Consumer<RecipientState> settled;
    private final Set<RecipientId> givenUp = ConcurrentHashMap.newKeySet();

    /** Guarded by this, as are the following fields. */
    private final Set<RecipientId> asked = new HashSet<>();

    private Optional<Notice> notice = Optional.empty();

    /** @param settled receives each settled recipient */
    AwaitedDevices(
            WorkbenchContext context,
            ObservableState<Optional<AwaitedState>> states,
            Consumer<RecipientState> settled) {
        this.context = context;
        this.states = states;
        this.settled = settled;
    }

    @Override
    public synchronized void insert(List<AwaitedDevice> awaited) {
        awaited.forEach(device -> asked.add(device.recipient().id()));
        states.set(
                awaited.isEmpty()
                        ? Optional.empty()
                        : Optional.of(new AwaitedState(
                                context.text(
                                        "reconcile.insert",
                                        awaited.getFirst()
                                                .recipient()
                                                .recipient()
                                                .name()),
                                awaited.stream().map(this::row).toList(),
                                context.text("reconcile.progress", asked.size() - awaited.size(), asked.size()),
                                notice.or(() -> obstacle(awaited.getFirst())))));
        notice = Optional.empty();
    }

    private Optional<Notice> obstacle(AwaitedDevice device) {
        return device.obstacle().map(problem -> context.notice(problem, Tint.ATTENTION));
    }

    private AwaitedState.Row row(AwaitedDevice device) {
        String person = device.recipient().recipient().name();
        return new AwaitedState.Row(
                device.recipient().id(),
                person,
                device.label(),
                device.place(),
                context.text(device.registered() ? "reconcile.giveUp.registered" : "reconcile.giveUp.clean", person));
    }

    @Override
    public boolean isGivenUp(RecipientId recipient) {
        return givenUp.contains(recipient);
    }

    /** Notes that the device of this recipient is lost. */
    void giveUp(RecipientId recipient) {
        givenUp.add(recipient);
    }

    @Override
    public synchronized void notAwaited(LinkDescription device) {
        notice = Optional.of(new Notice(
                context.text("reconcile.another", device.serial().orElse(device.product())), Tint.ATTENTION));
    }

    @Override
    public void settled(RecipientState recipient) {
        settled.accept(recipient);
    }
}
