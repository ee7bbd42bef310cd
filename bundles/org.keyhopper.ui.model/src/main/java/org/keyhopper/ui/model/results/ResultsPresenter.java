package org.keyhopper.ui.model.results;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.request.Outcome;
import org.keyhopper.api.settings.Secret;
import org.keyhopper.core.reconcile.ReconcileOrder;
import org.keyhopper.core.request.ProvisioningRequest;
import org.keyhopper.core.request.RecipientId;
import org.keyhopper.core.request.RecipientState;
import org.keyhopper.core.request.RequestId;
import org.keyhopper.core.request.Requests;
import org.keyhopper.core.run.RunProblem;
import org.keyhopper.ui.model.DirectoryInteraction;
import org.keyhopper.ui.model.Notice;
import org.keyhopper.ui.model.ObservableState;
import org.keyhopper.ui.model.Tint;
import org.keyhopper.ui.model.WorkbenchContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The results of a request, and the follow-up actions. All methods are fast, on any thread. */
public final class ResultsPresenter {

    private static final Logger LOG = LoggerFactory.getLogger(ResultsPresenter.class);

    /** Time limit for inserting a device; the operator can cancel earlier. */
    private static final Duration DEVICE_TIMEOUT = Duration.ofHours(1);

    private final WorkbenchContext context;
    private final ReportWriter reports;
    private final ResultsScreen screen;
    private final ObservableState<ResultsState> states;
    private final ObservableState<Optional<AwaitedState>> awaited;
    private final AtomicReference<DirectoryInteraction.Attempt> reconciling = new AtomicReference<>();
    private final AtomicReference<AwaitedDevices> asking = new AtomicReference<>();

    /** The name of the request that was read last. */
    private volatile String shownName = "";

    public ResultsPresenter(WorkbenchContext context, ReportWriter reports) {
        this.context = context;
        this.reports = reports;
        screen = new ResultsScreen(context);
        states = new ObservableState<>(screen.empty(), context.rateLimiter());
        awaited = new ObservableState<>(Optional.empty(), context.rateLimiter());
    }

    public ObservableState<ResultsState> states() {
        return states;
    }

    /** Opens a request. */
    public void show(RequestId id) {
        context.inBackground(() -> read(id), this::showNotice);
    }

    /** Shows no request, after another store took the place of the one that was read. */
    public void close() {
        states.set(screen.empty());
    }

    /** Shows only people with this outcome, or all; the current filter toggles to all. */
    public void filter(Optional<Outcome> by) {
        states.update(state -> state.filtered(state.filter().equals(by) ? Optional.empty() : by));
    }

    /** Reads the current request again, or the newest if none was opened yet. */
    public void refresh() {
        states.get().request().ifPresentOrElse(this::show, this::showNewest);
    }

    private void showNewest() {
        context.inBackground(
                () -> context.station().requests().summaries().stream()
                        .findFirst()
                        .ifPresent(request -> read(request.id())),
                this::showNotice);
    }

    /** Makes the failed people pending again, then calls {@code then} on a worker thread. */
    public void retryFailed(Consumer<RequestId> then) {
        reopen(Outcome.FAILED, position -> true, (id, count) -> {
            read(id);
            then.accept(id);
        });
    }

    /** Makes these people pending again, if they were skipped. */
    public void undoSkip(Set<Integer> positions) {
        if (!positions.isEmpty()) {
            undoSkip(positions::contains, request -> {});
        }
    }

    /** Makes all skipped people pending again, then calls {@code then} on a worker thread. */
    public void undoAllSkips(Consumer<RequestId> then) {
        undoSkip(position -> true, then);
    }

    private void undoSkip(Predicate<Integer> chosen, Consumer<RequestId> then) {
        reopen(Outcome.SKIPPED, chosen, (id, count) -> {
            read(id);
            showNotice(new Notice(context.text("results.unskipped", count), Tint.GOOD));
            then.accept(id);
        });
    }

    /**
     * Makes people pending again, or reports that a run holds a claim on one of them.
     *
     * @param then receives the request, and how many are pending again
     */
    private void reopen(Outcome outcome, Predicate<Integer> chosen, BiConsumer<RequestId, Integer> then) {
        states.get()
                .request()
                .ifPresent(id -> context.inBackground(() -> reopen(id, outcome, chosen, then), this::showNotice));
    }

    private void reopen(RequestId id, Outcome outcome, Predicate<Integer> chosen, BiConsumer<RequestId, Integer> then) {
        Requests requests = context.station().requests();
        List<Integer> positions = requests.find(id).stream()
                .flatMap(request -> request.recipients().stream())
                .filter(state -> state.outcome() == outcome)
                .map(state -> state.id().position())
                .filter(chosen)
                .toList();
        if (requests.claimed(id).stream().map(RecipientId::position).anyMatch(positions::contains)) {
            showNotice(context.notice(Problem.of(RunProblem.REQUEST_IN_USE, shownName), Tint.ATTENTION));
            return;
        }
        requests.reopen(id, positions);
        then.accept(id, positions.size());
    }

    /** Settles unclear people by querying directory and devices; does nothing while a reconciliation is in progress. */
    public void reconcile(DirectoryInteraction signIn) {
        states.get().request().ifPresent(id -> {
            DirectoryInteraction.Attempt mine = signIn.begin(this::showNotice);
            if (reconciling.compareAndSet(null, mine)) {
                showNotice(new Notice(context.text("results.reconciling"), Tint.ACTIVE));
                context.inBackground(() -> reconcile(id, mine), this::showNotice);
            }
        });
    }

    private void reconcile(RequestId id, DirectoryInteraction.Attempt mine) {
        Answer<List<RecipientState>> answer;
        AwaitedDevices prompts = new AwaitedDevices(context, awaited, recipient -> readIfShown(id));
        asking.set(prompts);
        try {
            answer = context.station().reconciler().reconcile(ReconcileOrder.all(id, DEVICE_TIMEOUT), mine, prompts);
        } finally {
            asking.set(null);
            awaited.set(Optional.empty());
            reconciling.set(null);
            mine.closeDeviceCode();
        }
        Notice outcome = answer.result()
                .map(this::settled)
                .orElseGet(() -> context.notice(answer.failure().orElseThrow(), Tint.BAD));
        if (states.get().request().equals(Optional.of(id))) {
            read(id);
            showNotice(outcome);
        } else {
            context.station().requests().find(id).ifPresent(request -> showOutcomeOf(request, outcome));
        }
    }

    /** If another request was opened meanwhile, shows only a notice that names the request. */
    private void showOutcomeOf(ProvisioningRequest request, Notice outcome) {
        showNotice(new Notice(context.text("results.elsewhere", request.name(), outcome.text()), outcome.tint()));
    }

    private void readIfShown(RequestId id) {
        if (states.get().request().equals(Optional.of(id))) {
            read(id);
        }
    }

    /** Returns the awaited devices, if any. */
    public ObservableState<Optional<AwaitedState>> awaited() {
        return awaited;
    }

    /** Declares the awaited device of a recipient lost, so that its registration is removed. */
    public void giveUp(RecipientId recipient) {
        AwaitedDevices prompts = asking.get();
        if (prompts != null) {
            prompts.giveUp(recipient);
        }
    }

    /** Cancels waiting for a sign-in or a device; people not yet processed stay unclear. */
    public void stopReconciling() {
        DirectoryInteraction.Attempt running = reconciling.get();
        if (running != null) {
            running.cancel();
            showNotice(new Notice(context.text("results.reconcile.stopping"), Tint.ATTENTION));
        }
    }

    private Notice settled(List<RecipientState> people) {
        long left = people.stream()
                .filter(state -> state.outcome() == Outcome.UNCLEAR)
                .count();
        long failed = people.stream()
                .filter(state -> state.outcome() == Outcome.FAILED)
                .count();
        if (left == 0 && failed > 0) {
            return new Notice(context.text("results.reconciled.failed", people.size(), failed), Tint.ATTENTION);
        }
        return left == 0
                ? new Notice(context.text("results.reconciled", people.size()), Tint.GOOD)
                : new Notice(context.text("results.reconciled.left", people.size() - left, left), Tint.ATTENTION);
    }

    /** Returns the name that is offered for the file: the request's name, the kind of document and the date. */
    public String fileName(ResultDocument document) {
        String kind = context.text(document.fileName());
        String name = shownName.replaceAll("[^\\p{L}\\p{N}]+", "-").replaceAll("^-|-$", "");
        return (name.isEmpty() ? "keyhopper" : name) + "-" + kind + "-" + LocalDate.now(context.clock()) + "."
                + document.extension();
    }

    /** Writes the document to a file. */
    public void save(ResultDocument document, Path file) {
        states.get().request().ifPresent(id -> context.inBackground(() -> write(id, document, file), this::showNotice));
    }

    private void write(RequestId id, ResultDocument document, Path file) {
        Optional<ProvisioningRequest> request = context.station().requests().find(id);
        if (request.isEmpty()) {
            return;
        }
        try {
            reports.write(request.get(), document, file);
            showNotice(new Notice(context.text("results.saved", file), Tint.GOOD));
        } catch (IOException e) {
            LOG.info("The document cannot be written", e);
            showNotice(new Notice(context.text("file.notSaved", file, e.getMessage()), Tint.BAD));
        }
    }

    /**
     * Reads one initial PIN and records that it was viewed. {@code then} is called on a worker thread and closes the
     * PIN.
     */
    public void showPin(int position, String shownTo, Consumer<Secret> then) {
        states.get()
                .request()
                .ifPresent(id -> context.inBackground(
                        () -> context.station()
                                .pins()
                                .show(new RecipientId(id, position), shownTo)
                                .ifPresentOrElse(
                                        then,
                                        () -> showNotice(new Notice(context.text("results.pin.none"), Tint.ATTENTION))),
                        this::showNotice));
    }

    private void read(RequestId id) {
        context.station().requests().find(id).ifPresent(request -> {
            shownName = request.name();
            ResultsState read = screen.of(
                    request,
                    context.station().pins().list(id),
                    context.station().escrow().map(it -> it.list(id)).orElse(List.of()));
            // A notice about an operation in progress stays until the operation ends.
            states.update(old -> {
                ResultsState next = isBusy() ? read.with(true, old.notice()) : read;
                return old.request().equals(read.request()) ? next.filtered(old.filter()) : next;
            });
        });
    }

    /** Shows a notice about the request. */
    public void showNotice(Notice notice) {
        states.update(state -> state.with(isBusy(), Optional.of(notice)));
    }

    private boolean isBusy() {
        return reconciling.get() != null;
    }
}
