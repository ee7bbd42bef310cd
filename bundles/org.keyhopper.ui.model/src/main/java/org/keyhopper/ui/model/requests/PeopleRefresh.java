package org.keyhopper.ui.model.requests;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.request.Recipient;
import org.keyhopper.core.people.Follower;
import org.keyhopper.core.people.RecipientStatus;
import org.keyhopper.core.people.RecipientStatus.Change;
import org.keyhopper.core.people.Refresh;
import org.keyhopper.core.request.ProvisioningRequest;
import org.keyhopper.core.request.RecipientId;
import org.keyhopper.core.request.RequestId;
import org.keyhopper.ui.model.DirectoryInteraction;
import org.keyhopper.ui.model.DirectorySession;
import org.keyhopper.ui.model.Notice;
import org.keyhopper.ui.model.Tint;
import org.keyhopper.ui.model.WorkbenchContext;

/**
 * Looks up the current state of a request's people in the directory and keeps it until the product exits. Any thread.
 */
final class PeopleRefresh {

    private final WorkbenchContext desk;
    private final Consumer<Notice> tell;
    private final Map<RecipientId, RecipientStatus> known = new ConcurrentHashMap<>();
    private final AtomicReference<Asking> running = new AtomicReference<>();

    /** A refresh in progress. */
    private record Asking(DirectorySession session, AtomicBoolean cancelled) {
        void cancel() {
            cancelled.set(true);
            session.close();
        }
    }

    /** @param notices receives the progress */
    PeopleRefresh(WorkbenchContext desk, Consumer<Notice> tell) {
        this.desk = desk;
        this.tell = tell;
    }

    boolean isRunning() {
        return running.get() != null;
    }

    /** Begins a refresh, or cancels the one in progress; {@code then} receives the outcome on a worker thread. */
    void toggle(RequestId id, DirectoryInteraction signIn, Consumer<Notice> then) {
        Asking mine = new Asking(new DirectorySession(desk, signIn, tell), new AtomicBoolean());
        Asking before = running.getAndUpdate(now -> now == null ? mine : now);
        if (before != null) {
            before.cancel();
            return;
        }
        tell.accept(new Notice(desk.text("refresh.begun"), Tint.ACTIVE));
        desk.inBackground(() -> ended(then, refresh(id, mine)), notice -> ended(then, notice));
    }

    /** Returns the remark on a person; empty if there is none. */
    String remark(RecipientId id) {
        return Optional.ofNullable(known.get(id)).map(this::words).orElse("");
    }

    private void ended(Consumer<Notice> then, Notice notice) {
        running.set(null);
        then.accept(notice);
    }

    private Notice refresh(RequestId id, Asking mine) {
        ProvisioningRequest request = desk.station().requests().find(id).orElseThrow();
        AtomicInteger count = new AtomicInteger();
        Answer<List<RecipientStatus>> answer;
        try (DirectorySession session = mine.session()) {
            answer = session.ask(request.directory(), directory -> new Refresh(
                            desk.station().requests(), desk.station().inventory())
                    .of(request, directory.people(), new Follower<>() {
                        @Override
                        public void found(RecipientStatus found) {
                            known.put(found.id(), found);
                            tell.accept(progress(
                                    count.incrementAndGet(),
                                    request.recipients().size()));
                        }

                        @Override
                        public boolean goesOn() {
                            return !mine.cancelled().get();
                        }
                    }));
        }
        return answer.result()
                .map(this::outcome)
                .orElseGet(() -> new Notice(desk.sentence(answer.trouble().orElseThrow()), Tint.BAD));
    }

    private Notice progress(int done, int all) {
        return new Notice(desk.text("refresh.progress", done, all), Tint.ACTIVE);
    }

    private Notice outcome(List<RecipientStatus> standings) {
        List<String> parts = new ArrayList<>();
        for (Change change : Change.values()) {
            long count = standings.stream()
                    .filter(one -> one.changes().contains(change))
                    .count();
            if (count > 0) {
                parts.add(desk.text("refresh.count." + change.name(), count));
            }
        }
        long unknown =
                standings.stream().filter(one -> one.trouble().isPresent()).count();
        if (unknown > 0) {
            parts.add(desk.text("refresh.count.unknown", unknown));
        }
        String looked = desk.text("refresh.done", standings.size());
        return parts.isEmpty()
                ? new Notice(looked + " " + desk.text("refresh.unchanged"), Tint.GOOD)
                : new Notice(looked + " " + String.join(", ", parts) + ".", Tint.ATTENTION);
    }

    private String words(RecipientStatus standing) {
        List<String> parts = new ArrayList<>();
        for (Change change : Change.values()) {
            if (standing.changes().contains(change)) {
                parts.add(
                        change == Change.RENAMED
                                ? desk.text("refresh.was", former(standing.before()))
                                : desk.text("refresh.change." + change.name()));
            }
        }
        standing.trouble()
                .ifPresent(problem -> parts.add(desk.explain().apply(problem).title()));
        return String.join(", ", parts);
    }

    private static String former(Recipient before) {
        return before.displayName().isEmpty() ? before.user() : before.displayName() + " (" + before.user() + ")";
    }
}
