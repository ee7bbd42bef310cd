package org.keyhopper.ui.internal.devices;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.keyhopper.ui.internal.controls.ActionControl;
import org.keyhopper.ui.internal.controls.Countdown;
import org.keyhopper.ui.internal.controls.Labels;
import org.keyhopper.ui.internal.controls.Page;
import org.keyhopper.ui.internal.look.ColorRole;
import org.keyhopper.ui.internal.look.FontRole;
import org.keyhopper.ui.internal.look.Theme;
import org.keyhopper.ui.internal.parts.WindowActions;
import org.keyhopper.ui.model.Tint;
import org.keyhopper.ui.model.devices.DeviceAction;
import org.keyhopper.ui.model.manual.Stage;

/** The current instruction of a reset in one large sentence, with the remaining time. */
final class ResetInstructionPane {

    private final Composite pane;
    private final Label sentence;
    private final Label hint;
    private final Countdown countdown;
    private final ActionControl cancel;

    ResetInstructionPane(Composite parent, WindowActions window, DeviceActions actions) {
        pane = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().spacing(0, 12).applyTo(pane);
        sentence = Labels.withId(Labels.wrapped(pane, FontRole.SENTENCE, ColorRole.TEXT), "devices.task");
        hint = Labels.withId(Labels.wrapped(pane, FontRole.LARGE, ColorRole.SOFT), "devices.task.hint");
        countdown =
                new Countdown(pane, window.messages(), window.model().context().clock());
        cancel = Labels.withId(new ActionControl(pane), "devices.CANCEL");
        cancel.show(
                window.messages().text("devices.action.CANCEL"),
                "",
                ActionControl.Style.PLAIN,
                () -> actions.perform(DeviceAction.CANCEL));
        GridDataFactory.swtDefaults()
                .align(SWT.BEGINNING, SWT.END)
                .grab(true, true)
                .hint(Theme.px(170), SWT.DEFAULT)
                .applyTo(cancel);
    }

    Composite pane() {
        return pane;
    }

    void show(Stage stage) {
        boolean waits = stage.tint() != Tint.ACTIVE;
        Theme.of(pane).applyText(sentence, ColorRole.text(waits ? stage.tint() : Tint.NEUTRAL), FontRole.SENTENCE);
        boolean moved = Labels.set(sentence, stage.sentence()) | Labels.set(hint, stage.hint());
        moved |= countdown.show(stage.until());
        cancel.setVisible(waits);
        if (moved) {
            pane.layout(true, true);
            Page.fit(pane);
        }
    }
}
