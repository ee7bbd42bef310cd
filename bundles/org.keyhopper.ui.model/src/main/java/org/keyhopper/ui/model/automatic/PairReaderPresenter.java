package org.keyhopper.ui.model.automatic;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.printer.Encoder;
import org.keyhopper.api.printer.PrinterAddress;
import org.keyhopper.api.transport.Deadline;
import org.keyhopper.core.printer.Commissioning.Stage;
import org.keyhopper.core.printer.ReaderBinding;
import org.keyhopper.core.run.StepProgress;
import org.keyhopper.ui.model.DisplayText;
import org.keyhopper.ui.model.Notice;
import org.keyhopper.ui.model.ObservableState;
import org.keyhopper.ui.model.Tint;
import org.keyhopper.ui.model.WorkbenchContext;
import org.keyhopper.ui.model.automatic.PairReaderState.BindingRow;
import org.keyhopper.ui.model.automatic.PairReaderState.Printer;
import org.keyhopper.ui.model.automatic.PairReaderState.StageRow;

/**
 * The presenter of the pairing dialog, one per dialog: feeds a card and detects which reader sees it. All methods are
 * fast.
 */
public final class PairReaderPresenter {

    private static final Duration TIMEOUT = Duration.ofSeconds(15);

    private final WorkbenchContext context;
    private final ObservableState<PairReaderState> states;
    private final AtomicReference<Thread> worker = new AtomicReference<>();

    /** @param known printers discovered or entered before, the preferred one first */
    public PairReaderPresenter(WorkbenchContext context, List<Printer> known) {
        this.context = context;
        states = new ObservableState<>(
                new PairReaderState(known, false, false, stages(Optional.empty(), false), Optional.empty(), List.of()),
                context.rateLimiter());
        context.inBackground(this::readBindings, this::showResult);
        if (known.isEmpty()) {
            discover();
        }
    }

    public ObservableState<PairReaderState> states() {
        return states;
    }

    private void discover() {
        states.update(old -> with(old, true, old.busy()));
        interruptibly(() -> {
            List<Printer> found = context.station().printers().discover(Deadline.in(TIMEOUT)).stream()
                    .map(printer -> new Printer(printer.address(), printer.name()))
                    .toList();
            states.update(
                    old -> new PairReaderState(found, false, old.busy(), old.stages(), old.result(), old.bindings()));
        });
    }

    /** Feeds one card and detects the reader. */
    public void learn(PrinterAddress printer, Encoder encoder) {
        if (states.get().busy()) {
            return;
        }
        states.update(old -> new PairReaderState(
                old.printers(),
                old.discovering(),
                true,
                stages(Optional.empty(), false),
                Optional.empty(),
                old.bindings()));
        interruptibly(() -> {
            AtomicReference<Stage> last = new AtomicReference<>(Stage.OPENING);
            Answer<ReaderBinding> answer = context.station().commissioning().learn(printer, encoder, stage -> {
                last.set(stage);
                show(stages(Optional.of(stage), false));
            });
            boolean done = answer.result().isPresent();
            show(done ? stages(Optional.empty(), true) : failed(last.get()));
            readBindings();
            showResult(result(answer));
        });
    }

    private Notice result(Answer<ReaderBinding> answer) {
        return answer.result()
                .map(binding -> new Notice(
                        context.text(
                                "teach.learned",
                                DisplayText.reader(binding.reader()),
                                context.text("encoder." + binding.encoder().name()),
                                binding.printer()),
                        Tint.GOOD))
                .orElseGet(() -> context.notice(answer.failure().orElseThrow(), Tint.BAD));
    }

    /** Removes the pairing of an encoder. */
    public void forget(BindingRow row) {
        context.inBackground(
                () -> {
                    context.station().bindings().remove(row.printer(), row.key());
                    readBindings();
                },
                this::showResult);
    }

    /** Cancels the operation in progress, because the dialog was closed. */
    public void close() {
        Optional.ofNullable(worker.get()).ifPresent(Thread::interrupt);
    }

    private void readBindings() {
        List<BindingRow> rows =
                context.station().bindings().list().stream().map(this::row).toList();
        states.update(old ->
                new PairReaderState(old.printers(), old.discovering(), old.busy(), old.stages(), old.result(), rows));
    }

    private BindingRow row(ReaderBinding binding) {
        return BindingRow.of(
                binding,
                context.text("encoder." + binding.encoder().name()),
                DisplayText.reader(binding.reader()),
                DisplayText.dateAndTime(binding.learned(), context.messages().locale()));
    }

    private void showResult(Notice notice) {
        states.update(old ->
                new PairReaderState(old.printers(), false, false, old.stages(), Optional.of(notice), old.bindings()));
    }

    private void show(List<StageRow> stages) {
        states.update(old -> new PairReaderState(
                old.printers(), old.discovering(), old.busy(), stages, old.result(), old.bindings()));
    }

    private static PairReaderState with(PairReaderState old, boolean discovering, boolean busy) {
        return new PairReaderState(old.printers(), discovering, busy, old.stages(), old.result(), old.bindings());
    }

    private List<StageRow> stages(Optional<Stage> running, boolean allDone) {
        return rows(stage -> {
            if (allDone || running.filter(now -> stage.compareTo(now) < 0).isPresent()) {
                return StepProgress.State.DONE;
            }
            boolean now = running.filter(stage::equals).isPresent();
            return now ? StepProgress.State.RUNNING : StepProgress.State.WAITING;
        });
    }

    private List<StageRow> failed(Stage at) {
        return rows(stage -> {
            int order = stage.compareTo(at);
            return order < 0
                    ? StepProgress.State.DONE
                    : order == 0 ? StepProgress.State.FAILED : StepProgress.State.WAITING;
        });
    }

    private List<StageRow> rows(Function<Stage, StepProgress.State> state) {
        List<StageRow> rows = new ArrayList<>();
        for (Stage stage : Stage.values()) {
            rows.add(new StageRow(state.apply(stage), context.text("teach.stage." + stage.name())));
        }
        return rows;
    }

    /** A printer operation, which can be interrupted. */
    private interface Task {
        void run() throws InterruptedException;
    }

    private void interruptibly(Task task) {
        context.inBackground(
                () -> {
                    worker.set(Thread.currentThread());
                    try {
                        task.run();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    } finally {
                        worker.set(null);
                    }
                },
                this::showResult);
    }
}
