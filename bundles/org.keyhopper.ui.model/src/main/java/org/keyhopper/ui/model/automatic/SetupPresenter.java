package org.keyhopper.ui.model.automatic;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.printer.DiscoveredPrinter;
import org.keyhopper.api.printer.Encoder;
import org.keyhopper.api.printer.PrinterAddress;
import org.keyhopper.api.printer.PrinterException;
import org.keyhopper.api.transport.Deadline;
import org.keyhopper.api.update.DropIn;
import org.keyhopper.core.automatic.AutomaticOrder;
import org.keyhopper.core.automatic.AutomaticOrder.OnProvisioned;
import org.keyhopper.core.automatic.AutomaticOrder.Resumption;
import org.keyhopper.core.request.RequestId;
import org.keyhopper.ui.model.Notice;
import org.keyhopper.ui.model.ObservableState;
import org.keyhopper.ui.model.Tint;
import org.keyhopper.ui.model.WorkbenchContext;
import org.keyhopper.ui.model.central.Permissions;
import org.keyhopper.ui.model.preferences.Preferences.PrinterDefaults;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Selects printers, encoders and readers before a run. The settings are kept for the next run. All methods are fast.
 */
public final class SetupPresenter {

    private static final Logger LOG = LoggerFactory.getLogger(SetupPresenter.class);
    private static final Duration TIMEOUT = Duration.ofSeconds(15);

    private final WorkbenchContext context;
    private final PrinterReadiness readiness;
    private final SetupLabels labels;
    private final AtomicReference<SetupDraft> draft = new AtomicReference<>(SetupDraft.EMPTY);
    private final AtomicReference<List<DropIn>> unused = new AtomicReference<>(List.of());
    private final ObservableState<SetupScreen> screens;
    private volatile Supplier<List<DropIn>> dropIns = List::of;

    SetupPresenter(WorkbenchContext context) {
        this.context = context;
        readiness = new PrinterReadiness(context.station());
        labels = new SetupLabels(context);
        screens = new ObservableState<>(labels.of(draft.get(), List.of(), List.of()), context.rateLimiter());
    }

    ObservableState<SetupScreen> screens() {
        return screens;
    }

    /** Sets the source of the drop-ins' states; it may be slow, and is queried when printers are discovered. */
    public void dropIns(Supplier<List<DropIn>> source) {
        dropIns = source;
    }

    /** Discovers printers, and checks the chosen ones again. */
    public void refresh() {
        change(old -> old.discovering(true).refused(Optional.empty()));
        background(this::discover);
    }

    private void discover() throws InterruptedException {
        unused.set(dropIns.get().stream()
                .filter(each -> each.problem().isPresent())
                .toList());
        List<DiscoveredPrinter> found = context.station().printers().discover(Deadline.in(TIMEOUT));
        change(old -> {
            SetupDraft more = old.discovering(false);
            for (DiscoveredPrinter printer : found) {
                more = more.adding(
                        printer.address(), printer.name(), more.chosen().isEmpty());
            }
            for (PrinterDraft printer : more.printers()) {
                more = more.changing(printer.address(), PrinterDraft::withoutCheckResult);
            }
            return more;
        });
        checkChosen();
    }

    private void checkChosen() {
        draft.get().chosen().stream()
                .filter(printer -> printer.checkResult().isEmpty())
                .forEach(printer -> background(() -> check(printer)));
    }

    private void check(PrinterDraft printer) throws InterruptedException {
        PrinterDraft.CheckResult checkResult = readiness.check(printer);
        change(old -> old.changing(
                printer.address(), now -> now.hasSameTarget(printer) ? now.checkResult(checkResult) : now));
    }

    /** Shows the settings of a printer. */
    public void select(PrinterAddress address) {
        change(old -> old.selecting(address));
    }

    /** Adds a printer to the run, or removes it. */
    public void choose(PrinterAddress address, boolean chosen) {
        edit(address, printer -> printer.chosen(chosen));
        select(address);
    }

    public void encoder(PrinterAddress address, Encoder encoder) {
        edit(address, printer -> printer.withEncoder(encoder));
    }

    /** Sets the reader of the encoder by name or a part of it; {@code byName} false selects the paired reader. */
    public void reader(PrinterAddress address, boolean byName, String reader) {
        edit(address, printer -> printer.with(byName, reader));
    }

    /** States how many cards the hopper holds; 0 if they are not counted. */
    public void hopper(PrinterAddress address, int cards) {
        change(old -> old.changing(address, printer -> printer.loaded(cards)));
    }

    /** Sets how many people the run is for. */
    void people(int number) {
        change(old -> old.forPeople(number));
    }

    /** Returns the counted cards in the hopper; 0 if they are not counted. */
    int hopper(PrinterAddress address) {
        return draft.get().printers().stream()
                .filter(printer -> printer.address().equals(address))
                .mapToInt(PrinterDraft::hopper)
                .findFirst()
                .orElse(0);
    }

    /** Sets what is done with assigned cards, if the operator's roles at Central allow it. */
    public void provisioned(OnProvisioned choice) {
        Optional<String> refusal =
                choice == OnProvisioned.RESET ? Permissions.of(context).reset() : Optional.empty();
        change(old -> refusal.isPresent() ? old : old.with(choice));
        refusal.ifPresent(reason -> refused(new Notice(reason, Tint.ATTENTION)));
    }

    /** Sets what printers that are added from now on are set to, and what is done with assigned cards. */
    public void defaults(PrinterDefaults defaults) {
        change(old -> old.with(defaults.provisioned()).with(defaults.encoder()));
    }

    /** Adds a printer by its address, in the format of the guide; returns why it is invalid, if it is. */
    public Optional<Problem> add(String typed) {
        Answer<PrinterAddress> parsed = PrinterAddress.parse(typed);
        parsed.result().ifPresent(address -> {
            change(old -> old.adding(address, address.toString(), true));
            choose(address, true);
        });
        return parsed.failure();
    }

    private void edit(PrinterAddress address, UnaryOperator<PrinterDraft> edit) {
        change(old -> old.changing(address, edit).refused(Optional.empty()));
        checkChosen();
    }

    /** Returns the order of the run, if it is ready. */
    Optional<AutomaticOrder> order(RequestId request) {
        SetupDraft now = draft.get();
        if (!now.isReady()) {
            return Optional.empty();
        }
        List<AutomaticOrder.PrinterOrder> printers =
                now.chosen().stream().map(PrinterDraft::order).toList();
        OnProvisioned provisioned =
                Permissions.of(context).reset().isEmpty() ? now.provisioned() : OnProvisioned.REJECT;
        return Optional.of(new AutomaticOrder(request, printers, provisioned, Resumption.BY_OPERATOR));
    }

    void refused(Problem problem) {
        refused(context.notice(problem, Tint.BAD));
    }

    void refused(Notice notice) {
        change(old -> old.discovering(false).refused(Optional.of(notice)));
    }

    private void change(UnaryOperator<SetupDraft> change) {
        SetupDraft next = draft.updateAndGet(change);
        screens.set(labels.of(next, context.station().printers().drivers(), unused.get()));
    }

    /** A printer operation, which can be interrupted. */
    private interface Task {
        void run() throws InterruptedException, PrinterException;
    }

    private void background(Task task) {
        context.inBackground(
                () -> {
                    try {
                        task.run();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    } catch (PrinterException e) {
                        LOG.info("The readiness check of a printer failed", e);
                        refused(e.problem());
                    }
                },
                this::refused);
    }
}
