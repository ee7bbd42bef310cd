package org.keyhopper.core.internal.device;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.keyhopper.api.transport.LinkId;
import org.keyhopper.core.automatic.AutomaticRun;
import org.keyhopper.core.run.Run;
import org.keyhopper.core.run.RunPhase;
import org.keyhopper.core.run.RunSnapshot;

/** The devices that runs are using. Any thread. */
public final class DevicesInUse {

    private final Set<Use> uses = ConcurrentHashMap.newKeySet();

    /**
     * One run.
     *
     * @param has whether the device is the one to be provisioned or removed
     * @param works whether it is working on the device
     */
    private record Use(Predicate<LinkId> has, Predicate<LinkId> works) {}

    /** Adds a manual run's device, until the run ends. */
    public void add(Run run) {
        Use use = new Use(
                device -> has(run.snapshot(), device),
                device -> run.snapshot().phase() == RunPhase.WORKING && has(run.snapshot(), device));
        add(use, run.ended());
    }

    /** Adds whatever is in the readers of an automatic run's printers, until the run ends. */
    public void add(AutomaticRun run) {
        Predicate<LinkId> inside = device -> run.snapshot().printers().stream()
                .anyMatch(printer -> printer.reader().equals(Optional.of(device.slot())));
        add(new Use(inside, inside), run.ended());
    }

    private void add(Use use, CompletableFuture<?> end) {
        uses.add(use);
        end.whenComplete((tally, failure) -> uses.remove(use));
    }

    /** Returns whether a run is using the device. */
    boolean contains(LinkId device) {
        return uses.stream().anyMatch(use -> use.has().test(device));
    }

    /** Returns whether a run is working on the device, so that even reading would have to wait. */
    boolean isWorkedOn(LinkId device) {
        return uses.stream().anyMatch(use -> use.works().test(device));
    }

    private static boolean has(RunSnapshot snapshot, LinkId device) {
        return snapshot.device()
                .filter(facts -> facts.link().id().equals(device))
                .isPresent();
    }
}
