package org.keyhopper.core.internal.reconcile;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.Function;
import org.keyhopper.api.directory.DirectoryPrompts;
import org.keyhopper.api.request.Outcome;
import org.keyhopper.api.request.Profile;
import org.keyhopper.api.transport.Deadline;
import org.keyhopper.api.transport.LinkDescription;
import org.keyhopper.core.journal.CeremonyRecord;
import org.keyhopper.core.reconcile.AwaitedDevice;
import org.keyhopper.core.reconcile.ReconcileOrder;
import org.keyhopper.core.reconcile.ReconcilePrompts;
import org.keyhopper.core.request.Claim;
import org.keyhopper.core.request.RecipientId;
import org.keyhopper.core.request.RecipientState;
import org.keyhopper.core.request.StoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One reconciliation: first with the connected devices, then with those that are inserted on request. */
final class Reconciliation {

    private static final Logger LOGGER = LoggerFactory.getLogger(Reconciliation.class);

    private final JournalReconciler parts;
    private final ReconcileOrder order;
    private final DeviceSearch search;
    private final Function<Claim, CeremonyResolver> resolvers;
    private final DirectoryPrompts prompts;
    private final ReconcilePrompts operator;

    /** In the order of the request. */
    private final Map<Unclear, AwaitedDevice> awaited = new LinkedHashMap<>();

    private final Set<RecipientId> reported = new HashSet<>();

    /** A recipient, and the trace of the last ceremony. */
    private record Unclear(RecipientState recipient, CeremonyTrace trace) {}

    /** @param resolvers makes the resolver that works under a claim */
    Reconciliation(
            JournalReconciler parts,
            ReconcileOrder order,
            DeviceSearch search,
            Function<Claim, CeremonyResolver> resolvers,
            DirectoryPrompts prompts,
            ReconcilePrompts operator) {
        this.parts = parts;
        this.order = order;
        this.search = search;
        this.resolvers = resolvers;
        this.prompts = prompts;
        this.operator = operator;
    }

    /** Returns the recipients with their outcomes afterwards. */
    List<RecipientState> run(Profile profile, List<RecipientState> unclear) {
        try (InsertionMonitor insertions = InsertionMonitor.of(parts.devices())) {
            for (RecipientState recipient : unclear) {
                if (!isCancelled()) {
                    last(recipient)
                            .map(ceremony -> new CeremonyTrace(ceremony, profile))
                            .ifPresent(trace -> resolve(new Unclear(recipient, trace)));
                }
            }
            if (order.timeout().isPositive() && !awaited.isEmpty()) {
                await(insertions);
            }
        }
        unclear.stream().filter(recipient -> !reported.contains(recipient.id())).forEach(this::report);
        return unclear.stream().map(this::now).toList();
    }

    private Optional<CeremonyRecord> last(RecipientState recipient) {
        return parts.records().journal().ceremoniesOf(order.request()).stream()
                .filter(ceremony -> ceremony.recipient().equals(recipient.id()))
                .reduce((earlier, later) -> later);
    }

    /** Resolves a recipient under a claim, unless another holder works on it or has resolved it meanwhile. */
    private void resolve(Unclear one) {
        Optional<Claim> taken = parts.records().requests().claim(one.recipient().id());
        if (taken.isEmpty()) {
            awaited.remove(one);
            return;
        }
        try (Claim claim = taken.get()) {
            if (isUnchanged(one)) {
                resolve(claim, one);
            } else {
                awaited.remove(one);
            }
        }
    }

    private boolean isUnchanged(Unclear one) {
        return now(one.recipient()).outcome() == Outcome.UNCLEAR
                && last(one.recipient())
                        .filter(ceremony -> ceremony.id().equals(one.trace().id()))
                        .isPresent();
    }

    /** A fault leaves this recipient unclear and does not prevent the others from being resolved. */
    private void resolve(Claim claim, Unclear one) {
        CeremonyResolver.Finding finding;
        try {
            boolean givenUp = operator.isGivenUp(one.recipient().id());
            finding = resolvers.apply(claim).of(one.recipient(), one.trace(), givenUp);
        } catch (StoreException | CancellationException e) {
            throw e;
        } catch (RuntimeException e) {
            LOGGER.error("{} could not be reconciled", one.recipient().id(), e);
            awaited.remove(one);
            return;
        }
        parts.records().journal().close(claim, one.trace().id(), finding.outcome());
        finding.awaited().ifPresentOrElse(device -> awaited.put(one, device), () -> {
            awaited.remove(one);
            report(one.recipient());
        });
    }

    private void report(RecipientState recipient) {
        reported.add(recipient.id());
        operator.settled(now(recipient));
    }

    private RecipientState now(RecipientState recipient) {
        return parts.records()
                .requests()
                .find(order.request())
                .orElseThrow()
                .recipient(recipient.id().position());
    }

    private void await(InsertionMonitor insertions) {
        ask();
        Deadline end = Deadline.in(order.timeout());
        while (!awaited.isEmpty() && !end.hasPassed() && !isCancelled()) {
            int before = awaited.size();
            List<LinkDescription> inserted = insertions.next();
            givenUp().forEach(this::resolve);
            inserted.forEach(this::inserted);
            if (!inserted.isEmpty() || awaited.size() < before) {
                end = Deadline.in(order.timeout());
                ask();
            }
        }
        operator.insert(List.of());
    }

    private boolean isCancelled() {
        return prompts.isCancelled() || Thread.currentThread().isInterrupted();
    }

    private void ask() {
        operator.insert(List.copyOf(awaited.values()));
    }

    private List<Unclear> givenUp() {
        return awaited.keySet().stream()
                .filter(one -> operator.isGivenUp(one.recipient().id()))
                .toList();
    }

    /** Any of the awaited devices is accepted, not only the one that is asked for first. */
    private void inserted(LinkDescription link) {
        search.insertedWhenAsked(link.id());
        List<Unclear> whose = awaited.keySet().stream()
                .filter(one -> search.isConnected(one.trace()))
                .toList();
        if (whose.isEmpty()) {
            operator.notAwaited(link);
        }
        whose.forEach(this::resolve);
    }
}
