package org.keyhopper.ui.model.check;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.core.people.CheckedRecipient;
import org.keyhopper.core.people.Preparation;
import org.keyhopper.core.people.PreparationSnapshot;
import org.keyhopper.core.people.PreparationSnapshot.Phase;
import org.keyhopper.core.request.RecipientId;
import org.keyhopper.core.request.RequestId;
import org.keyhopper.core.run.RunProblem;
import org.keyhopper.core.run.RunRefusedException;
import org.keyhopper.documents.PrescribedProfile;
import org.keyhopper.ui.model.DirectoryInteraction;
import org.keyhopper.ui.model.ObservableState;
import org.keyhopper.ui.model.WorkbenchContext;

/**
 * Looks up the recipients of a request before a run and asks the operator about those who cannot be provisioned or
 * may be someone else. One check at a time. All methods but {@link #begin} are fast; any thread.
 */
public final class RunCheck {

    /** A shorter check is not shown. */
    private static final Duration DISPLAY_DELAY = Duration.ofMillis(700);

    private final WorkbenchContext context;
    private final CheckLabels labels;
    private final ObservableState<Optional<CheckState>> states;
    private final AtomicReference<Check> current = new AtomicReference<>();

    /** Recipients that the operator accepted although they are guests or their names differ; not asked about again. */
    private final Set<RecipientId> acknowledged = ConcurrentHashMap.newKeySet();

    /** The continuation of a check; exactly one method is called, on a worker thread. */
    public interface Continuation {

        /** Passes the preparation to a run, which closes it on failure. */
        void ready(Preparation prepared);

        void refused(Problem why);

        /** The operator cancelled; nothing was changed. */
        void cancelled();
    }

    /** One check. */
    private final class Check {

        private final Preparation prepared;
        private final DirectoryInteraction.Attempt signIn;
        private final Continuation then;
        private final Set<Integer> excluded = new HashSet<>();
        private volatile boolean shown;
        private volatile boolean deciding;
        private volatile boolean decided;
        private volatile boolean givenUp;

        Check(Preparation prepared, DirectoryInteraction.Attempt signIn, Continuation then) {
            this.prepared = prepared;
            this.signIn = signIn;
            this.then = then;
        }

        List<CheckedRecipient> undecided() {
            return prepared.findings().stream()
                    .filter(found -> found.reason().fails()
                            || !acknowledged.contains(found.recipient().id()))
                    .toList();
        }
    }

    public RunCheck(WorkbenchContext context) {
        this.context = context;
        labels = new CheckLabels(context);
        states = new ObservableState<>(Optional.empty(), context.rateLimiter());
    }

    /** Returns the state to show; empty when there is nothing to wait for and nothing to decide. */
    public ObservableState<Optional<CheckState>> states() {
        return states;
    }

    /**
     * Begins a check; blocks on disk access.
     *
     * @param people the positions of the only recipients of the run; empty for all that are not provisioned
     */
    public void begin(RequestId id, Optional<Set<Integer>> people, DirectoryInteraction signIn, Continuation then) {
        Optional<Problem> objection = context.station()
                .requests()
                .find(id)
                .flatMap(new PrescribedProfile(context.station().policy())::objection);
        if (objection.isPresent()) {
            then.refused(objection.get());
            return;
        }
        DirectoryInteraction.Attempt attempt = signIn.begin(notice -> {});
        Preparation prepared;
        try {
            prepared = context.station().prepare(id, people, Optional.empty(), attempt);
        } catch (RunRefusedException refused) {
            then.refused(refused.problem());
            return;
        }
        Check mine = new Check(prepared, attempt, then);
        if (!current.compareAndSet(null, mine)) {
            prepared.close();
            then.cancelled();
            return;
        }
        prepared.addListener(now -> changed(mine, now));
        context.rateLimiter().scheduler().after(DISPLAY_DELAY, () -> showLate(mine));
        prepared.completed().thenAccept(end -> context.inBackground(() -> over(mine, end), notice -> fault(mine)));
    }

    private void showLate(Check mine) {
        mine.shown = true;
        changed(mine, mine.prepared.snapshot());
    }

    private void changed(Check mine, PreparationSnapshot now) {
        if (now.phase() != Phase.SIGNING_IN) {
            mine.signIn.closeDeviceCode();
        }
        boolean waits = mine.shown && !now.isOver() && !mine.givenUp && !hasOpenPrompt(mine, now);
        if (waits && current.get() == mine) {
            states.set(Optional.of(labels.underWay(mine.prepared.request(), now)));
        }
    }

    /** A sign-in prompt has its own dialog. */
    private static boolean hasOpenPrompt(Check mine, PreparationSnapshot now) {
        return now.phase() == Phase.SIGNING_IN && mine.signIn.showsCode();
    }

    private void over(Check mine, PreparationSnapshot end) {
        if (mine.givenUp) {
            ended(mine);
            mine.then.cancelled();
        } else if (end.phase() == Phase.FAILED) {
            ended(mine);
            mine.then.refused(end.notice().orElseGet(() -> Problem.of(RunProblem.STOPPED)));
        } else if (mine.undecided().isEmpty()) {
            ended(mine);
            mine.then.ready(mine.prepared);
        } else {
            propose(mine);
        }
    }

    private void propose(Check mine) {
        synchronized (mine) {
            mine.undecided().stream()
                    .filter(found -> found.reason().fails())
                    .forEach(found -> mine.excluded.add(found.recipient().id().position()));
            mine.deciding = true;
        }
        decide(mine);
    }

    private void decide(Check mine) {
        synchronized (mine) {
            states.set(Optional.of(labels.decision(
                    mine.prepared.request(), mine.prepared.snapshot(), mine.undecided(), mine.excluded)));
        }
    }

    /** Excludes a recipient from the run, or includes it. */
    public void exclude(int position, boolean out) {
        whileDeciding(mine -> {
            if (out) {
                mine.excluded.add(position);
            } else {
                mine.excluded.remove(position);
            }
        });
    }

    /** Excludes or includes all listed recipients. */
    public void excludeAll(boolean out) {
        whileDeciding(mine -> {
            mine.excluded.clear();
            if (out) {
                mine.undecided()
                        .forEach(found ->
                                mine.excluded.add(found.recipient().id().position()));
            }
        });
    }

    private void whileDeciding(Consumer<Check> change) {
        Check mine = current.get();
        if (mine != null && mine.deciding) {
            synchronized (mine) {
                change.accept(mine);
            }
            decide(mine);
        }
    }

    /** Starts the run: with the decisions made, or, during the look-ups, without the rest of the check. */
    public void start() {
        Check mine = current.get();
        if (mine == null || mine.decided) {
            return;
        }
        if (!mine.deciding) {
            mine.prepared.skipRest();
            return;
        }
        // Copies the state first: Enter in a table with check boxes presses the button and then changes a check box.
        Set<Integer> excluded;
        synchronized (mine) {
            mine.deciding = false;
            mine.decided = true;
            excluded = Set.copyOf(mine.excluded);
        }
        context.inBackground(() -> decided(mine, excluded), notice -> fault(mine));
    }

    private void decided(Check mine, Set<Integer> excluded) {
        if (!ended(mine)) {
            return;
        }
        List<CheckedRecipient> found = mine.undecided();
        mine.prepared.exclude(found.stream()
                .filter(one -> excluded.contains(one.recipient().id().position()))
                .toList());
        found.stream()
                .map(one -> one.recipient().id())
                .filter(id -> !excluded.contains(id.position()))
                .forEach(acknowledged::add);
        mine.then.ready(mine.prepared);
    }

    /** Cancels: nothing is changed and no run starts. */
    public void cancel() {
        Check mine = current.get();
        if (mine == null || mine.decided) {
            return;
        }
        mine.givenUp = true;
        states.set(Optional.empty());
        context.inBackground(
                () -> {
                    mine.prepared.close();
                    if (mine.deciding && ended(mine)) {
                        mine.then.cancelled();
                    }
                },
                notice -> fault(mine));
    }

    private void fault(Check mine) {
        ended(mine);
        mine.prepared.close();
        mine.then.refused(Problem.of(RunProblem.INTERNAL_FAULT));
    }

    /** Ends the check; returns whether it had not ended before. */
    private boolean ended(Check mine) {
        boolean first = current.compareAndSet(mine, null);
        if (first) {
            states.set(Optional.empty());
        }
        return first;
    }
}
