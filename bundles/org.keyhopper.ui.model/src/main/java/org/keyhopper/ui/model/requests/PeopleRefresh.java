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
import org.keyhopper.core.people.LookupListener;
import org.keyhopper.core.people.RecipientStatus;
import org.keyhopper.core.people.RecipientStatus.Change;
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

    private final WorkbenchContext context;
    private final Consumer<Notice> notices;
    private final Map<RecipientId, RecipientStatus> known = new ConcurrentHashMap<>();
    private final AtomicReference<Task> running = new AtomicReference<>();

    /** A refresh in progress. */
    private record Task(DirectorySession session, AtomicBoolean cancelled) {
        void cancel() {
            cancelled.set(true);
            session.close();
        }
    }

    /** @param notices receives the progress */
    PeopleRefresh(WorkbenchContext context, Consumer<Notice> notices) {
        this.context = context;
        this.notices = notices;
    }

    boolean isRunning() {
        return running.get() != null;
    }

    /** Begins a refresh, or cancels the one in progress; {@code then} receives the outcome on a worker thread. */
    void toggle(RequestId id, DirectoryInteraction signIn, Consumer<Notice> then) {
        Task mine = new Task(new DirectorySession(context, signIn, notices), new AtomicBoolean());
        Task before = running.getAndUpdate(now -> now == null ? mine : now);
        if (before != null) {
            before.cancel();
            return;
        }
        notices.accept(new Notice(context.text("refresh.begun"), Tint.ACTIVE));
        context.inBackground(() -> ended(then, refresh(id, mine)), notice -> ended(then, notice));
    }

    /** Returns the remark on a person; empty if there is none. */
    String remark(RecipientId id) {
        return Optional.ofNullable(known.get(id)).map(this::text).orElse("");
    }

    private void ended(Consumer<Notice> then, Notice notice) {
        running.set(null);
        then.accept(notice);
    }

    private Notice refresh(RequestId id, Task mine) {
        ProvisioningRequest request = context.station().requests().find(id).orElseThrow();
        AtomicInteger count = new AtomicInteger();
        Answer<List<RecipientStatus>> answer;
        try (DirectorySession session = mine.session()) {
            answer = session.ask(request.directory(), directory -> context.station()
                    .people()
                    .refresh(request, directory.people(), new LookupListener<>() {
                        @Override
                        public void found(RecipientStatus found) {
                            known.put(found.id(), found);
                            notices.accept(progress(
                                    count.incrementAndGet(),
                                    request.recipients().size()));
                        }

                        @Override
                        public boolean proceed() {
                            return !mine.cancelled().get();
                        }
                    }));
        }
        return answer.result()
                .map(this::outcome)
                .orElseGet(() -> context.notice(answer.failure().orElseThrow(), Tint.BAD));
    }

    private Notice progress(int done, int all) {
        return new Notice(context.text("refresh.progress", done, all), Tint.ACTIVE);
    }

    private Notice outcome(List<RecipientStatus> statuses) {
        List<String> parts = new ArrayList<>();
        for (Change change : Change.values()) {
            long count = statuses.stream()
                    .filter(one -> one.changes().contains(change) && !isUnseen(one))
                    .count();
            if (count > 0) {
                parts.add(context.text("refresh.count." + change.name(), count));
            }
        }
        long unseen = statuses.stream().filter(PeopleRefresh::isUnseen).count();
        if (unseen > 0) {
            parts.add(context.text("refresh.count.notFound", unseen));
        }
        long unknown =
                statuses.stream().filter(one -> one.problem().isPresent()).count();
        if (unknown > 0) {
            parts.add(context.text("refresh.count.unknown", unknown));
        }
        String looked = context.text("refresh.done", statuses.size());
        return parts.isEmpty()
                ? new Notice(looked + " " + context.text("refresh.unchanged"), Tint.GOOD)
                : new Notice(looked + " " + String.join(", ", parts) + ".", Tint.ATTENTION);
    }

    private String text(RecipientStatus status) {
        List<String> parts = new ArrayList<>();
        for (Change change : Change.values()) {
            if (status.changes().contains(change)) {
                parts.add(text(change, status));
            }
        }
        status.problem()
                .ifPresent(problem -> parts.add(context.explain().apply(problem).title()));
        return String.join(", ", parts);
    }

    private String text(Change change, RecipientStatus status) {
        if (isUnseen(status)) {
            return context.text("refresh.change.notFound");
        }
        return change == Change.RENAMED
                ? context.text("refresh.was", former(status.before()))
                : context.text("refresh.change." + change.name());
    }

    /** A person whom the directory has never shown is not found; whether there was one is not known. */
    private static boolean isUnseen(RecipientStatus status) {
        return status.changes().contains(Change.DELETED)
                && status.before().userId().isEmpty();
    }

    private static String former(Recipient before) {
        return before.displayName().isEmpty() ? before.user() : before.displayName() + " (" + before.user() + ")";
    }
}
