package org.keyhopper.ui.internal.devices;

import java.util.Optional;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.keyhopper.ui.internal.controls.Card;
import org.keyhopper.ui.internal.controls.KeyboardFocus;
import org.keyhopper.ui.internal.controls.Labels;
import org.keyhopper.ui.internal.controls.SwitchPane;
import org.keyhopper.ui.internal.parts.WindowActions;
import org.keyhopper.ui.model.Tint;
import org.keyhopper.ui.model.devices.ContentPanel;
import org.keyhopper.ui.model.devices.DevicesState;
import org.keyhopper.ui.model.manual.Stage;

/** The content of the device, the button that unlocks it, or the instructions of a reset. */
final class DeviceContentCard {

    private final Card card;
    private final SwitchPane stack = new SwitchPane();
    private final Composite middle;
    private final Label caption;
    private final Composite blank;
    private final LockedContentPane closed;
    private final UnlockedContentPane open;
    private final ResetInstructionPane task;

    DeviceContentCard(Composite parent, WindowActions window, DeviceActions actions) {
        card = new Card(parent);
        caption = Labels.caption(card, window.messages().text("devices.content"));
        middle = new Composite(card, SWT.NONE);
        middle.setLayout(stack);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(middle);
        blank = new Composite(middle, SWT.NONE);
        closed = new LockedContentPane(middle, window.messages(), actions);
        open = new UnlockedContentPane(middle, window.messages(), actions);
        task = new ResetInstructionPane(middle, window, actions);
        stack.switchTo(blank);
    }

    Card card() {
        return card;
    }

    void show(DevicesState state) {
        Optional<Stage> now = state.task();
        Optional<ContentPanel> content = state.content();
        card.setTint(now.map(Stage::tint).filter(tint -> tint != Tint.ACTIVE).orElse(Tint.NEUTRAL));
        caption.setVisible(now.isEmpty());
        now.ifPresent(stage -> task.show(stage));
        content.ifPresent(panel -> {
            closed.show(panel, state);
            open.show(panel, state);
        });
        Control top = now.isPresent() ? task.pane() : content.map(this::pane).orElse(blank);
        boolean focused = KeyboardFocus.isIn(middle);
        if (stack.switchTo(top) && focused) {
            focusInitial();
        }
    }

    private Control pane(ContentPanel panel) {
        return panel.open() ? open.pane() : closed.pane();
    }

    /** Keeps the focus in this card when one pane replaces another. */
    private boolean focusInitial() {
        return stack.shown().setFocus();
    }
}
