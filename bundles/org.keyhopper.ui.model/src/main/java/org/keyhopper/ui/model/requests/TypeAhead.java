package org.keyhopper.ui.model.requests;

import java.time.Duration;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.keyhopper.ui.model.Notice;
import org.keyhopper.ui.model.WorkbenchContext;

/**
 * Looks for what is typed once the fingers rest. One look at a time; of several that were asked for meanwhile only the newest
 * is made, and only the answer to what was typed last counts. Any thread.
 */
final class TypeAhead {

    private static final Duration REST = Duration.ofMillis(250);

    private final WorkbenchContext desk;
    private final BiConsumer<String, Consumer<Runnable>> look;
    private final Consumer<Notice> trouble;
    private long typed;
    private String newest = "";
    private boolean looking;

    /** @param look looks for a text, blocking, and hands over what is to be done if its answer still counts */
    TypeAhead(WorkbenchContext desk, BiConsumer<String, Consumer<Runnable>> look, Consumer<Notice> trouble) {
        this.desk = desk;
        this.look = look;
        this.trouble = trouble;
    }

    /** Hears what stands in the field now. */
    void typed(String text) {
        long mine = note(text);
        desk.pace().scheduler().after(REST, () -> begin(mine));
    }

    private synchronized long note(String text) {
        newest = text;
        return ++typed;
    }

    private synchronized void begin(long mine) {
        if (mine == typed && !looking) {
            looking = true;
            String text = newest;
            desk.inBackground(() -> look(mine, text), notice -> ended(mine, () -> trouble.accept(notice)));
        }
    }

    private void look(long mine, String text) {
        look.accept(text, answer -> ended(mine, answer));
    }

    private void ended(long mine, Runnable answer) {
        boolean counts;
        synchronized (this) {
            looking = false;
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
