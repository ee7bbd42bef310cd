package org.keyhopper.core.internal.reconcile;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import org.keyhopper.api.directory.DirectoryPrompts;
import org.keyhopper.api.transport.Deadline;
import org.keyhopper.api.transport.LinkDescription;
import org.keyhopper.core.journal.CeremonyRecord;
import org.keyhopper.core.reconcile.AwaitedDevice;
import org.keyhopper.core.reconcile.ReconcileOrder;
import org.keyhopper.core.reconcile.ReconcilePrompts;
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
    private final CeremonyResolver resolver;
    private final DirectoryPrompts prompts;
    private final ReconcilePrompts operator;

    /** In the order of the request. */
    private final Map<Unclear, AwaitedDevice> awaited = new LinkedHashMap<>();

    private final Set<RecipientId> reported = new HashSet<>();

    /** A recipient, and the trace of the last ceremony. */
    private record Unclear(RecipientState recipient, CeremonyTrace trace) {}

    Reconciliation(
            JournalReconciler parts,
            ReconcileOrder order,
            CeremonyResolver resolver,
            DirectoryPrompts prompts,
            ReconcilePrompts operator) {
        this.parts = parts;
        this.order = order;
        this.resolver = resolver;
        this.prompts = prompts;
        this.operator = operator;
    }

    /** Returns the recipients with their outcomes afterwards. */
    List<RecipientState> run(List<RecipientState> unclear) {
        List<CeremonyRecord> ceremonies = parts.records().journal().ceremoniesOf(order.request());
        try (InsertionMonitor insertions = InsertionMonitor.of(parts.devices())) {
            for (RecipientState recipient : unclear) {
                if (!isCancelled()) {
                    last(ceremonies, recipient)
                            .map(ceremony -> new CeremonyTrace(
                                    ceremony, resolver.request().profile()))
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

    private static Optional<CeremonyRecord> last(List<CeremonyRecord> ceremonies, RecipientState recipient) {
        return ceremonies.stream()
                .filter(ceremony -> ceremony.recipient().equals(recipient.id()))
                .reduce((earlier, later) -> later);
    }

    /** A fault leaves this recipient unclear and does not prevent the others from being resolved. */
    private void resolve(Unclear one) {
        CeremonyResolver.Finding finding;
        try {
            boolean givenUp = operator.isGivenUp(one.recipient().id());
            finding = resolver.of(one.recipient(), one.trace(), givenUp);
        } catch (StoreException | CancellationException e) {
            throw e;
        } catch (RuntimeException e) {
            LOGGER.error("{} could not be reconciled", one.recipient().id(), e);
            awaited.remove(one);
            return;
        }
        parts.records().journal().close(resolver.lease(), one.trace().id(), finding.outcome());
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
                .recipients()
                .get(recipient.id().position() - 1);
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
        resolver.devices().search().insertedWhenAsked(link.id());
        List<Unclear> whose = awaited.keySet().stream()
                .filter(one -> resolver.devices().isConnected(one.trace()))
                .toList();
        if (whose.isEmpty()) {
            operator.notAwaited(link);
        }
        whose.forEach(this::resolve);
    }
}
