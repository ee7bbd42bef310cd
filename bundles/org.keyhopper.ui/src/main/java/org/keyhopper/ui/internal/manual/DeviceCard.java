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
import org.keyhopper.ui.internal.controls.Pill;
import org.keyhopper.ui.internal.controls.Words;
import org.keyhopper.ui.internal.look.Ink;
import org.keyhopper.ui.internal.look.Look;
import org.keyhopper.ui.internal.look.Type;
import org.keyhopper.ui.model.Messages;
import org.keyhopper.ui.model.manual.DevicePanel;

/** The device that is put in: its picture, what is known of it, and whether it may be used. */
final class DeviceCard {

    private final Card card;

    private final DevicePicture picture;
    private final Label none;
    private final FactList facts;
    private final Pill verdict;

    DeviceCard(Composite parent, Messages messages) {
        card = new Card(parent);
        Words.caption(card, messages.text("manual.device"));
        picture = new DevicePicture(card);
        GridDataFactory.swtDefaults()
                .align(SWT.CENTER, SWT.TOP)
                .grab(true, false)
                .indent(0, 8)
                .exclude(Look.isLow())
                .applyTo(picture);
        picture.setVisible(!Look.isLow());
        none = Words.named(Words.label(card, Type.BODY, Ink.MUTED), "device.none");
        none.setText(messages.text("manual.device.none"));
        GridDataFactory.swtDefaults()
                .align(SWT.CENTER, SWT.TOP)
                .grab(true, false)
                .applyTo(none);
        facts = new FactList(card);
        verdict = new Pill(card, Type.BODY);
        Words.named(verdict.words(), "device.verdict");
        GridDataFactory.fillDefaults().grab(true, false).exclude(true).applyTo(verdict);
        verdict.setVisible(false);
        if (!Look.hasRoom()) {
            verdict.moveAbove(picture);
        }
    }

    void show(Optional<DevicePanel> device) {
        picture.show(
                device.map(DevicePanel::kind), device.map(DevicePanel::caption).orElse(""));
        boolean moved = Words.visible(none, device.isEmpty());
        moved |= facts.show(device.map(DevicePanel::facts).orElse(List.of()));
        moved |= Words.visible(verdict, device.isPresent());
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
