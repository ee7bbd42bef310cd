package org.keyhopper.ui.internal.controls;

import org.eclipse.swt.widgets.Table;

/**
 * Changes the number of items of a virtual table in steps between which the window stays responsive: GTK needs up to a
 * second to add or remove 100,000 of them. UI thread only.
 */
final class GradualItemCount {

    private static final int STEP = 500;

    /** Time in nanoseconds after which other events are handled. */
    private static final long BUDGET = 20_000_000;

    private final Table table;
    private final Runnable done;
    private int wanted;
    private boolean running;
    private boolean frozen;

    /** @param done runs once the number has been reached */
    GradualItemCount(Table table, Runnable done) {
        this.table = table;
        this.done = done;
    }

    /** Begins to change the number; the first items are there when this returns. */
    void set(int count) {
        wanted = count;
        if (!running) {
            continueToWanted();
        }
    }

    boolean isReached() {
        return table.getItemCount() == wanted;
    }

    private void continueToWanted() {
        running = false;
        if (table.isDisposed()) {
            return;
        }
        long begun = System.nanoTime();
        while (!isReached() && System.nanoTime() - begun < BUDGET) {
            int missing = wanted - table.getItemCount();
            table.setItemCount(table.getItemCount() + Math.clamp(missing, -STEP, STEP));
        }
        // Items that are yet to be removed have no rows to show.
        freeze(table.getItemCount() > wanted);
        if (isReached()) {
            done.run();
        } else {
            running = true;
            // Timers are handled before other actions of the display, which would wait for the last step.
            table.getDisplay().asyncExec(this::continueToWanted);
        }
    }

    private void freeze(boolean next) {
        if (next != frozen) {
            frozen = next;
            table.setRedraw(!next);
        }
    }
}
