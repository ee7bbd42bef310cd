package org.keyhopper.ui.internal.manual;

import java.util.List;
import java.util.Optional;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.keyhopper.ui.internal.controls.Card;
import org.keyhopper.ui.internal.controls.DevicePicture;
import org.keyhopper.ui.internal.controls.FactList;
import org.keyhopper.ui.internal.controls.Labels;
import org.keyhopper.ui.internal.controls.Pill;
import org.keyhopper.ui.internal.look.ColorRole;
import org.keyhopper.ui.internal.look.FontRole;
import org.keyhopper.ui.internal.look.Theme;
import org.keyhopper.ui.model.Messages;
import org.keyhopper.ui.model.manual.DevicePanel;

/** The connected device: its picture, its properties, and whether it can be used. */
final class DeviceCard {

    private final Card card;

    private final DevicePicture picture;
    private final Label none;
    private final FactList facts;
    private final Pill verdict;

    DeviceCard(Composite parent, Messages messages) {
        card = new Card(parent);
        Labels.caption(card, messages.text("manual.device"));
        picture = new DevicePicture(card);
        GridDataFactory.swtDefaults()
                .align(SWT.CENTER, SWT.TOP)
                .grab(true, false)
                .indent(0, 8)
                .exclude(Theme.isLow())
                .applyTo(picture);
        picture.setVisible(!Theme.isLow());
        none = Labels.withId(Labels.label(card, FontRole.BODY, ColorRole.MUTED), "device.none");
        none.setText(messages.text("manual.device.none"));
        GridDataFactory.swtDefaults()
                .align(SWT.CENTER, SWT.TOP)
                .grab(true, false)
                .applyTo(none);
        facts = new FactList(card);
        verdict = new Pill(card, FontRole.BODY);
        Labels.withId(verdict.label(), "device.verdict");
        GridDataFactory.fillDefaults().grab(true, false).exclude(true).applyTo(verdict);
        verdict.setVisible(false);
        if (!Theme.hasRoom()) {
            verdict.moveAbove(picture);
        }
    }

    void show(Optional<DevicePanel> device) {
        picture.show(
                device.map(DevicePanel::kind), device.map(DevicePanel::caption).orElse(""));
        boolean moved = Labels.visible(none, device.isEmpty());
        moved |= facts.show(device.map(DevicePanel::facts).orElse(List.of()));
        moved |= Labels.visible(verdict, device.isPresent());
        if (device.isPresent()) {
            moved |= verdict.show(device.get().verdict(), device.get().verdictTint());
        }
        if (moved) {
            card.layout(true, true);
        }
    }

    Card card() {
        return card;
    }
}
