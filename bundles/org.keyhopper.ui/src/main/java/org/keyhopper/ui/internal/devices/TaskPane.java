package org.keyhopper.ui.internal.devices;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.keyhopper.ui.internal.controls.ActionControl;
import org.keyhopper.ui.internal.controls.Countdown;
import org.keyhopper.ui.internal.controls.Page;
import org.keyhopper.ui.internal.controls.Words;
import org.keyhopper.ui.internal.look.Ink;
import org.keyhopper.ui.internal.look.Look;
import org.keyhopper.ui.internal.look.Type;
import org.keyhopper.ui.internal.parts.DeskWindow;
import org.keyhopper.ui.model.Tint;
import org.keyhopper.ui.model.devices.DeviceAction;
import org.keyhopper.ui.model.manual.Stage;

/** What hands have to do while a device is erased, in one large sentence, with the time left for it. */
final class TaskPane {

    private final Composite pane;
    private final Label sentence;
    private final Label hint;
    private final Countdown countdown;
    private final ActionControl cancel;

    TaskPane(Composite parent, DeskWindow window, DeviceActions actions) {
        pane = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().spacing(0, 12).applyTo(pane);
        sentence = Words.named(Words.wrapped(pane, Type.SENTENCE, Ink.TEXT), "devices.task");
        hint = Words.named(Words.wrapped(pane, Type.LARGE, Ink.SOFT), "devices.task.hint");
        countdown = new Countdown(
                pane, window.messages(), window.desk().environment().clock());
        cancel = Words.named(new ActionControl(pane), "devices.CANCEL");
        cancel.show(
                window.messages().text("devices.action.CANCEL"),
                "",
                ActionControl.Style.PLAIN,
                () -> actions.take(DeviceAction.CANCEL));
        GridDataFactory.swtDefaults()
                .align(SWT.BEGINNING, SWT.END)
                .grab(true, true)
                .hint(Look.px(170), SWT.DEFAULT)
                .applyTo(cancel);
    }

    Composite pane() {
        return pane;
    }

    void show(Stage stage) {
        boolean waits = stage.tint() != Tint.ACTIVE;
        Look.of(pane).write(sentence, Ink.text(waits ? stage.tint() : Tint.NEUTRAL), Type.SENTENCE);
        boolean moved = Words.set(sentence, stage.sentence()) | Words.set(hint, stage.hint());
        moved |= countdown.show(stage.until());
        cancel.setVisible(waits);
        if (moved) {
            pane.layout(true, true);
            Page.fit(pane);
        }
    }
}
