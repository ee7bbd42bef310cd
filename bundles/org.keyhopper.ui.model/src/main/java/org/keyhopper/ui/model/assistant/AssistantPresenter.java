package org.keyhopper.ui.model.assistant;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import org.keyhopper.core.central.CentralStatus;
import org.keyhopper.core.directory.DirectoryAccount;
import org.keyhopper.core.request.RecipientState;
import org.keyhopper.core.request.RequestId;
import org.keyhopper.core.request.RequestSummary;
import org.keyhopper.ui.model.ObservableState;
import org.keyhopper.ui.model.WorkbenchContext;
import org.keyhopper.ui.model.assistant.AssistantState.StepRow;

/**
 * Leads from the directory through a request to the first provisioned person. A step whose aim is reached while it is
 * shown makes room for the next. All methods are fast, on any thread.
 */
public final class AssistantPresenter {

    private final WorkbenchContext context;
    private final AssistantMemory memory;
    private final AtomicReference<Progress> progress;
    private final ObservableState<AssistantState> states;

    /**
     * What is present, as far as it has been read.
     *
     * @param directory the name of the first one
     * @param person the first person of {@code request} who has no device
     */
    private record Facts(
            Optional<String> directory, int requests, Optional<RequestId> request, String person, int provisioned) {

        static final Facts NONE = new Facts(Optional.empty(), 0, Optional.empty(), "", 0);

        boolean fulfil(AssistantStep step) {
            return switch (step) {
                case DIRECTORY -> directory.isPresent();
                case REQUEST -> requests > 0;
                case DEVICE -> provisioned > 0;
                case DONE -> false;
            };
        }

        /** Returns the first step from this one on whose aim is not reached. */
        AssistantStep firstOpen(AssistantStep from) {
            AssistantStep step = from;
            while (fulfil(step)) {
                step = step.next();
            }
            return step;
        }
    }

    /** @param resuming whether reached aims are still to be passed over, once the facts are known */
    private record Progress(boolean shown, AssistantStep step, boolean resuming, Facts facts) {

        Progress at(AssistantStep next) {
            return new Progress(true, next, false, facts);
        }

        Progress with(Facts now) {
            boolean advance = resuming || shown && !facts.fulfil(step) && now.fulfil(step);
            return new Progress(shown, advance ? now.firstOpen(step) : step, false, now);
        }
    }

    public AssistantPresenter(WorkbenchContext context, AssistantMemory memory) {
        this.context = context;
        this.memory = memory;
        Optional<AssistantStep> left = memory.step();
        progress = new AtomicReference<>(
                new Progress(left.isPresent(), left.orElse(AssistantStep.DIRECTORY), left.isPresent(), Facts.NONE));
        states = new ObservableState<>(state(progress.get()), context.rateLimiter());
        if (left.isPresent()) {
            refresh();
        }
    }

    public ObservableState<AssistantState> states() {
        return states;
    }

    /** Shows the assistant, at the first step whose aim is not reached. */
    public void begin() {
        update(old -> new Progress(true, old.facts().firstOpen(AssistantStep.DIRECTORY), true, old.facts()));
        refresh();
    }

    /** Goes on to the next step, whether this one's aim is reached or not. */
    public void goOn() {
        update(old -> old.at(old.step().next()));
    }

    public void goBack() {
        update(old -> old.at(old.step().previous()));
    }

    /** Hides the assistant. {@link #begin} continues at the first step whose aim is not reached. */
    public void close() {
        update(old -> new Progress(false, old.step(), false, old.facts()));
    }

    /** Reads what is present; called when something may have been added. */
    public void refresh() {
        context.inBackground(
                () -> {
                    Facts facts = read();
                    update(old -> old.with(facts));
                },
                notice -> states.set(withText(notice.text())));
    }

    private Facts read() {
        Optional<String> directory = context.station().directories().accounts().list().stream()
                .map(DirectoryAccount::name)
                .findFirst()
                .or(() -> context.station().central().status().map(CentralStatus::central));
        List<RequestSummary> requests = context.station().requests().summaries();
        int provisioned = requests.stream()
                .mapToInt(request -> request.tally().provisioned())
                .sum();
        Optional<RequestId> open = requests.stream()
                .filter(request -> request.open() > 0)
                .map(RequestSummary::id)
                .findFirst();
        String person = open.flatMap(context.station().requests()::find)
                .flatMap(request -> request.open().stream().findFirst())
                .map(RecipientState::recipient)
                .map(recipient -> recipient.name())
                .orElse("");
        return new Facts(directory, requests.size(), open, person, provisioned);
    }

    private void update(UnaryOperator<Progress> change) {
        Progress next = progress.updateAndGet(change);
        boolean unfinished = next.shown() && next.step() != AssistantStep.DONE;
        memory.keep(unfinished ? Optional.of(next.step()) : Optional.empty());
        states.set(state(next));
    }

    private AssistantState state(Progress now) {
        AssistantStep step = now.step();
        boolean fulfilled = now.facts().fulfil(step);
        List<StepRow> rows = new ArrayList<>();
        for (AssistantStep each : AssistantStep.values()) {
            if (each != AssistantStep.DONE) {
                String label = context.text("assistant.step", each.ordinal() + 1, context.text("assistant." + each));
                rows.add(new StepRow(label, now.facts().fulfil(each), each == step));
            }
        }
        return new AssistantState(
                now.shown(),
                step,
                rows,
                context.text("assistant." + step + ".title"),
                text(now.facts(), step, fulfilled),
                fulfilled,
                now.facts().request());
    }

    private String text(Facts facts, AssistantStep step, boolean fulfilled) {
        if (fulfilled) {
            return context.text("assistant." + step + ".done", facts.directory().orElse(""), facts.requests());
        }
        if (step == AssistantStep.DEVICE && facts.request().isEmpty()) {
            return context.text("assistant.DEVICE.noRequest");
        }
        return context.text("assistant." + step + ".text", facts.person());
    }

    private AssistantState withText(String text) {
        AssistantState old = states.get();
        return new AssistantState(
                old.shown(), old.step(), old.steps(), old.title(), text, old.fulfilled(), old.request());
    }
}
