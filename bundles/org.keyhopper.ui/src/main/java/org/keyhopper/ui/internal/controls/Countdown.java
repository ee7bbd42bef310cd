package org.keyhopper.ui.internal.controls;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.keyhopper.ui.internal.look.FontRole;
import org.keyhopper.ui.model.Messages;
import org.keyhopper.ui.model.Tint;

/** Counts down the seconds until a deadline; hidden without one. */
public final class Countdown {

    private static final int TICK = 250;
    private static final int FEW = 5;

    private final Messages messages;
    private final Clock clock;
    private final Pill pill;
    private Optional<Instant> until = Optional.empty();

    public Countdown(Composite parent, Messages messages, Clock clock) {
        this.messages = messages;
        this.clock = clock;
        pill = new Pill(parent, FontRole.STRONG);
        GridDataFactory.fillDefaults().grab(true, false).exclude(true).applyTo(pill);
        pill.setVisible(false);
        tick();
    }

    /** Counts down to the given instant; returns whether the parent needs a layout. */
    public boolean show(Optional<Instant> end) {
        until = end;
        count();
        GridData data = (GridData) pill.getLayoutData();
        boolean moved = data.exclude == end.isPresent();
        data.exclude = end.isEmpty();
        pill.setVisible(end.isPresent());
        return moved;
    }

    private void tick() {
        pill.getDisplay().timerExec(TICK, () -> {
            if (!pill.isDisposed()) {
                count();
                tick();
            }
        });
    }

    private void count() {
        until.ifPresent(end -> {
            long left = Math.max(0, Duration.between(clock.instant(), end).toSeconds());
            pill.show(messages.text("manual.secondsLeft", left), left > FEW ? Tint.ACTIVE : Tint.BAD);
        });
    }
}
