package org.keyhopper.ui.model.requests;

import java.time.Duration;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.keyhopper.ui.model.Notice;
import org.keyhopper.ui.model.WorkbenchContext;

/**
 * Searches while the user types, after a short pause. One search at a time; of several pending ones only the latest
 * is performed, and only the result for the latest text is shown. Any thread.
 */
final class TypeAhead {

    private static final Duration REST = Duration.ofMillis(250);

    private final WorkbenchContext context;
    private final BiConsumer<String, Consumer<Runnable>> search;
    private final Consumer<Notice> failure;
    private long typed;
    private String newest = "";
    private boolean searching;

    /** @param search performs a search, blocking, and passes on the action to run if its result is still wanted */
    TypeAhead(WorkbenchContext context, BiConsumer<String, Consumer<Runnable>> search, Consumer<Notice> failure) {
        this.context = context;
        this.search = search;
        this.failure = failure;
    }

    /** Receives the current text of the field. */
    void typed(String text) {
        long mine = note(text);
        context.rateLimiter().scheduler().after(REST, () -> begin(mine));
    }

    private synchronized long note(String text) {
        newest = text;
        return ++typed;
    }

    private synchronized void begin(long mine) {
        if (mine == typed && !searching) {
            searching = true;
            String text = newest;
            context.inBackground(() -> search(mine, text), notice -> ended(mine, () -> failure.accept(notice)));
        }
    }

    private void search(long mine, String text) {
        search.accept(text, answer -> ended(mine, answer));
    }

    private void ended(long mine, Runnable answer) {
        boolean counts;
        synchronized (this) {
            searching = false;
            counts = mine == typed;
        }
        if (counts) {
            answer.run();
        } else {
            again();
        }
    }

    private synchronized void again() {
        begin(typed);
    }
}
