package org.keyhopper.ui.internal.devices;

import java.util.List;
import java.util.Optional;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.keyhopper.api.device.DeviceKind;
import org.keyhopper.ui.internal.controls.ActionControl;
import org.keyhopper.ui.internal.controls.Card;
import org.keyhopper.ui.internal.controls.DevicePicture;
import org.keyhopper.ui.internal.controls.FactList;
import org.keyhopper.ui.internal.controls.Labels;
import org.keyhopper.ui.internal.controls.Pill;
import org.keyhopper.ui.internal.look.ColorRole;
import org.keyhopper.ui.internal.look.FontRole;
import org.keyhopper.ui.internal.look.Theme;
import org.keyhopper.ui.model.Messages;
import org.keyhopper.ui.model.devices.DeviceAction;
import org.keyhopper.ui.model.devices.DevicesState;
import org.keyhopper.ui.model.manual.DevicePanel;

/** The selected device: its picture, its properties, and the actions that affect the whole device. */
final class DeviceDetailsCard {

    private final Card card;
    private final Messages messages;
    private final DeviceActions actions;
    private final DevicePicture picture;
    private final Label none;
    private final FactList facts;
    private final Pill verdict;
    private final Composite buttons;
    private final ActionControl pin;
    private final ActionControl blink;
    private final ActionControl reset;
    private final ActionControl revoke;

    DeviceDetailsCard(Composite parent, Messages messages, DeviceActions actions) {
        this.messages = messages;
        this.actions = actions;
        card = new Card(parent);
        Labels.caption(card, messages.text("devices.device"));
        picture = new DevicePicture(card);
        picture.setVisible(!Theme.isLow());
        GridDataFactory.swtDefaults()
                .exclude(Theme.isLow())
                .align(SWT.CENTER, SWT.TOP)
                .grab(true, false)
                .indent(0, 4)
                .applyTo(picture);
        none = Labels.withId(Labels.wrapped(card, FontRole.BODY, ColorRole.MUTED), "devices.reading");
        none.setAlignment(SWT.CENTER);
        facts = new FactList(card);
        verdict = new Pill(card, FontRole.BODY);
        Labels.withId(verdict.label(), "devices.verdict");
        GridDataFactory.fillDefaults().grab(true, false).applyTo(verdict);
        buttons = new Composite(card, SWT.NONE);
        GridLayoutFactory.fillDefaults()
                .numColumns(2)
                .equalWidth(true)
                .spacing(12, Theme.space(10))
                .applyTo(buttons);
        GridDataFactory.fillDefaults().grab(true, false).indent(0, 8).applyTo(buttons);
        pin = button(DeviceAction.CHANGE_PIN);
        blink = button(DeviceAction.BLINK);
        reset = button(DeviceAction.RESET);
        GridDataFactory.fillDefaults().grab(true, false).span(2, 1).applyTo(reset);
        revoke = button(DeviceAction.REVOKE);
        GridDataFactory.fillDefaults()
                .grab(true, false)
                .span(2, 1)
                .exclude(true)
                .applyTo(revoke);
        revoke.setVisible(false);
        if (Theme.isLow()) {
            facts.control().moveBelow(buttons);
        }
    }

    private ActionControl button(DeviceAction action) {
        ActionControl button = Labels.withId(new ActionControl(buttons), "devices." + action.name());
        offer(button, action);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(button);
        return button;
    }

    private void offer(ActionControl button, DeviceAction action) {
        ActionControl.Style style =
                action == DeviceAction.RESET ? ActionControl.Style.DANGER : ActionControl.Style.PLAIN;
        button.show(messages.text("devices.action." + action.name()), "", style, () -> actions.perform(action));
    }

    Card card() {
        return card;
    }

    void show(DevicesState state) {
        Optional<DevicePanel> device = state.device();
        picture.show(
                device.map(DevicePanel::kind), device.map(DevicePanel::caption).orElse(""));
        String text = state.selected().isEmpty() ? "" : messages.text("devices.device.reading");
        boolean moved = Labels.set(none, device.isPresent() ? "" : text) | Labels.visible(none, device.isEmpty());
        moved |= facts.show(device.map(DevicePanel::facts).orElse(List.of()));
        verdict.setVisible(device.isPresent());
        if (device.isPresent()) {
            moved |= verdict.show(device.get().verdict(), device.get().verdictTint());
        }
        buttons.setVisible(device.isPresent());
        moved |= buttons(state);
        if (moved) {
            card.layout(true, true);
        }
    }

    private boolean buttons(DevicesState state) {
        offer(pin, state.offers(DeviceAction.SET_PIN) ? DeviceAction.SET_PIN : DeviceAction.CHANGE_PIN);
        pin.setEnabled(state.offers(DeviceAction.SET_PIN) || state.offers(DeviceAction.CHANGE_PIN));
        blink.setEnabled(state.offers(DeviceAction.BLINK));
        reset.setEnabled(state.offers(DeviceAction.RESET));
        boolean blinks = state.device()
                .filter(device -> device.kind() == DeviceKind.USB_KEY)
                .isPresent();
        GridData data = (GridData) blink.getLayoutData();
        boolean moved = data.exclude == blinks;
        data.exclude = !blinks;
        blink.setVisible(blinks);
        ((GridData) pin.getLayoutData()).horizontalSpan = blinks ? 1 : 2;
        return Labels.visible(revoke, state.offers(DeviceAction.REVOKE)) | moved;
    }
}
