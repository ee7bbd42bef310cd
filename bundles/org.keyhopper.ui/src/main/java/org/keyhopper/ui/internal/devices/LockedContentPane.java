package org.keyhopper.ui.internal.devices;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.keyhopper.ui.internal.controls.ActionControl;
import org.keyhopper.ui.internal.controls.CenteredLayout;
import org.keyhopper.ui.internal.controls.Labels;
import org.keyhopper.ui.internal.controls.Page;
import org.keyhopper.ui.internal.look.ColorRole;
import org.keyhopper.ui.internal.look.FontRole;
import org.keyhopper.ui.internal.look.Theme;
import org.keyhopper.ui.model.Messages;
import org.keyhopper.ui.model.devices.ContentPanel;
import org.keyhopper.ui.model.devices.DeviceAction;
import org.keyhopper.ui.model.devices.DevicesState;

/** Explains why the content of the device is not visible, and offers to unlock it. */
final class LockedContentPane {

    private static final int WIDTH = 340;

    private final Composite pane;
    private final Label sentence;
    private final ActionControl unlock;

    LockedContentPane(Composite parent, Messages messages, DeviceActions actions) {
        pane = new Composite(parent, SWT.NONE);
        pane.setLayout(new CenteredLayout(WIDTH));
        Composite middle = new Composite(pane, SWT.NONE);
        GridLayoutFactory.fillDefaults().spacing(0, 18).applyTo(middle);
        sentence = Labels.withId(Labels.wrapped(middle, FontRole.LARGE, ColorRole.SOFT), "devices.closed");
        sentence.setAlignment(SWT.CENTER);
        unlock = Labels.withId(new ActionControl(middle), "devices.UNLOCK");
        unlock.show(
                messages.text("devices.action.UNLOCK"),
                "",
                ActionControl.Style.MAIN,
                () -> actions.perform(DeviceAction.UNLOCK));
        GridDataFactory.swtDefaults()
                .align(SWT.CENTER, SWT.TOP)
                .hint(Theme.px(220), SWT.DEFAULT)
                .applyTo(unlock);
    }

    Composite pane() {
        return pane;
    }

    void show(ContentPanel panel, DevicesState state) {
        boolean moved = Labels.set(sentence, panel.sentence());
        unlock.setVisible(state.offers(DeviceAction.UNLOCK));
        if (moved) {
            pane.layout(true, true);
            Page.fit(pane);
        }
    }
}
