package org.keyhopper.ui.model.central;

import java.net.URI;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.settings.Secret;
import org.keyhopper.core.central.CentralAccess;
import org.keyhopper.core.central.CentralMembership;
import org.keyhopper.core.central.CentralStatus;
import org.keyhopper.core.central.CentralStatus.Connection;
import org.keyhopper.core.central.JoinOrder;
import org.keyhopper.core.central.Membership;
import org.keyhopper.core.central.ServerIdentity;
import org.keyhopper.ui.model.Notice;
import org.keyhopper.ui.model.ObservableState;
import org.keyhopper.ui.model.Tint;
import org.keyhopper.ui.model.WorkbenchContext;

/**
 * Joins a Central, shows the membership with its connection, and leaves. A lost Central is asked again by itself until it
 * answers. All methods are fast, on any thread.
 */
public final class CentralPresenter {

    private final WorkbenchContext context;
    private final Surroundings window;
    private final CentralLabels labels;
    private final ObservableState<CentralState> states;
    private final AtomicBoolean cancelled = new AtomicBoolean();
    private final AtomicBoolean asking = new AtomicBoolean();

    /** The server that was shown to the operator, and to which the code is sent. */
    private volatile Optional<Target> target = Optional.empty();

    private volatile String name = "";

    /** The number of people whose result is known to this station only. */
    private volatile int waiting;

    private volatile Optional<CentralAccess> access = Optional.empty();

    /** @param fingerprint of the only key that is accepted; empty if authorities vouch for the server */
    private record Target(URI address, Optional<String> fingerprint, String name) {}

    /**
     * The window around it.
     *
     * @param browser opens an address
     * @param running whether a run is in progress, during which a station neither joins nor leaves
     * @param changed called after the station joined or left
     * @param allowed called after what is allowed has changed
     * @param later runs a task after a while
     */
    public record Surroundings(
            Consumer<URI> browser,
            BooleanSupplier running,
            Runnable changed,
            Runnable allowed,
            Consumer<Runnable> later) {}

    public CentralPresenter(WorkbenchContext context, Surroundings window) {
        this.context = context;
        this.window = window;
        labels = new CentralLabels(context);
        states = new ObservableState<>(CentralState.first(), context.rateLimiter());
        membership().addListener(() -> context.inBackground(this::show, this::finish));
    }

    private CentralMembership membership() {
        return context.station().central();
    }

    public ObservableState<CentralState> states() {
        return states;
    }

    /** Shows the membership, and asks Central for whom it takes the calls. */
    public void refresh() {
        context.inBackground(this::ask, this::finish);
    }

    private void ask() {
        show();
        if (membership().isJoined()) {
            membership().check();
            show();
        }
    }

    private void show() {
        Optional<CentralStatus> status = membership().status();
        waiting =
                status.isEmpty() ? 0 : context.station().journal().unfinished().size();
        name = status.map(CentralStatus::central).orElse("");
        int unsent = waiting;
        states.update(
                before -> status.map(it -> labels.joined(it, unsent, before)).orElseGet(() -> labels.alone(before)));
        Optional<CentralAccess> now = status.flatMap(CentralStatus::access);
        if (!now.equals(access)) {
            access = now;
            window.allowed().run();
        }
        status.filter(it -> it.connection() == Connection.LOST).ifPresent(it -> askLater());
    }

    private void askLater() {
        if (asking.compareAndSet(false, true)) {
            window.later().accept(() -> {
                asking.set(false);
                refresh();
            });
        }
    }

    /** Shows who answers at the address, to be confirmed with {@link #join}. */
    public void identify(JoinForm form) {
        Optional<URI> address = form.parsedAddress();
        states.update(state -> state.answering(Optional.empty()));
        target = Optional.empty();
        if (address.isEmpty()) {
            finish(new Notice(context.text("central.badAddress"), Tint.BAD));
            return;
        }
        work("central.identifying", () -> {
            Answer<ServerIdentity> answer = membership().identify(address.get());
            answer.result().ifPresent(found -> {
                boolean pinned = !found.trusted() && !found.fingerprint().isEmpty();
                target = Optional.of(new Target(
                        address.get(),
                        pinned ? Optional.of(found.fingerprint()) : Optional.empty(),
                        form.nameFor(address.get())));
                states.update(state -> state.answering(Optional.of(labels.server(found))));
            });
            return answer.failure().map(this::bad);
        });
    }

    /**
     * Joins the Central that was shown.
     *
     * @param code the one-time code, closed by this method
     */
    public void join(Secret code) {
        Optional<Target> shown = target;
        if (shown.isEmpty() || window.running().getAsBoolean()) {
            code.close();
            finish(new Notice(context.text(shown.isEmpty() ? "central.badAddress" : "central.running"), Tint.BAD));
            return;
        }
        work("central.joining", () -> {
            Answer<Membership> answer;
            try (code) {
                Target it = shown.get();
                answer = membership().join(new JoinOrder(it.address(), it.fingerprint(), it.name(), code));
            }
            answer.result().ifPresent(Membership::close);
            if (answer.result().isPresent()) {
                target = Optional.empty();
                membership().check();
                window.changed().run();
            }
            return Optional.of(answer.failure()
                    .map(this::bad)
                    .orElseGet(() -> new Notice(context.text("central.joined"), Tint.GOOD)));
        });
    }

    /** Lets the operator sign in through the browser. */
    public void signIn() {
        cancelled.set(false);
        states.update(state -> state.during(context.text("central.signingIn"), true));
        run(() ->
                membership().signIn(window.browser(), cancelled::get).failure().map(this::bad));
    }

    /** Ends the wait for the browser. */
    public void cancelSignIn() {
        cancelled.set(true);
    }

    /** Forgets the operator. */
    public void signOut() {
        work("central.signingOut", () -> membership().signOut().failure().map(this::bad));
    }

    /** Leaves, after the operator has confirmed it; refused during a run. */
    public void leave() {
        if (window.running().getAsBoolean()) {
            finish(new Notice(context.text("central.running"), Tint.BAD));
            return;
        }
        work("central.leaving", () -> {
            Answer<Boolean> left = membership().leave();
            window.changed().run();
            String key = left.result().orElse(false) ? "central.left" : "central.left.untold";
            return Optional.of(left.failure().map(this::bad).orElseGet(() -> new Notice(context.text(key), Tint.GOOD)));
        });
    }

    /** Returns the question before leaving, with what would be lost. */
    public String leaveQuestion() {
        return context.text("central.leave.question", name, waiting);
    }

    /** Does one thing, and reports how it ended. */
    @FunctionalInterface
    private interface Work {
        Optional<Notice> run();
    }

    private void work(String key, Work work) {
        states.update(state -> state.during(context.text(key), false));
        run(work);
    }

    private void run(Work work) {
        context.inBackground(
                () -> {
                    Optional<Notice> end = work.run();
                    states.update(state -> state.after(end));
                    show();
                },
                this::finish);
    }

    private Notice bad(Problem problem) {
        return context.notice(problem, Tint.BAD);
    }

    private void finish(Notice notice) {
        states.update(state -> state.after(Optional.of(notice)));
    }
}
