package org.keyhopper.ui.internal.manual;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.keyhopper.ui.internal.controls.Card;
import org.keyhopper.ui.internal.controls.DevicePicture;
import org.keyhopper.ui.internal.controls.Pill;
import org.keyhopper.ui.internal.controls.Words;
import org.keyhopper.ui.internal.look.Ink;
import org.keyhopper.ui.internal.look.Type;
import org.keyhopper.ui.model.Messages;
import org.keyhopper.ui.model.manual.DevicePanel;
import org.keyhopper.ui.model.manual.DevicePanel.Fact;

/** The device that is put in: its picture, what is known of it, and whether it may be used. */
final class DeviceCard {

    private final Card card;

    private record Line(Label label, Label value) {}

    private final Messages messages;
    private final DevicePicture picture;
    private final Label none;
    private final Composite facts;
    private final List<Line> lines = new ArrayList<>();
    private final Pill verdict;

    DeviceCard(Composite parent, Messages messages) {
        card = new Card(parent);
        this.messages = messages;
        Words.caption(card, messages.text("manual.device"));
        picture = new DevicePicture(card);
        GridDataFactory.swtDefaults()
                .align(SWT.CENTER, SWT.TOP)
                .grab(true, false)
                .indent(0, 8)
                .applyTo(picture);
        none = Words.named(Words.label(card, Type.BODY, Ink.MUTED), "device.none");
        GridDataFactory.swtDefaults()
                .align(SWT.CENTER, SWT.TOP)
                .grab(true, false)
                .applyTo(none);
        facts = new Composite(card, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(2).spacing(14, 10).applyTo(facts);
        GridDataFactory.fillDefaults().grab(true, true).hint(SWT.DEFAULT, 50).applyTo(facts);
        Words.named(facts, "device.facts");
        verdict = new Pill(card, Type.BODY);
        Words.named(verdict.words(), "device.verdict");
        GridDataFactory.fillDefaults().grab(true, false).applyTo(verdict);
        verdict.setVisible(false);
    }

    void show(Optional<DevicePanel> device) {
        picture.show(
                device.map(DevicePanel::kind), device.map(DevicePanel::caption).orElse(""));
        boolean moved = Words.set(none, device.isPresent() ? "" : messages.text("manual.device.none"));
        moved |= show(device.map(DevicePanel::facts).orElse(List.of()));
        verdict.setVisible(device.isPresent());
        if (device.isPresent()) {
            moved |= verdict.show(device.get().verdict(), device.get().verdictTint());
        }
        if (moved) {
            card.layout(true, true);
        }
    }

    private boolean show(List<Fact> wanted) {
        boolean moved = wanted.size() != lines.size();
        while (lines.size() > wanted.size()) {
            Line last = lines.removeLast();
            last.label().dispose();
            last.value().dispose();
        }
        while (lines.size() < wanted.size()) {
            Label label = Words.label(facts, Type.SMALL, Ink.MUTED);
            GridDataFactory.swtDefaults().align(SWT.BEGINNING, SWT.TOP).applyTo(label);
            Label value = Words.wrapped(facts, Type.BODY, Ink.TEXT);
            value.setAlignment(SWT.RIGHT);
            lines.add(new Line(label, value));
        }
        for (int i = 0; i < wanted.size(); i++) {
            moved |= Words.set(lines.get(i).label(), wanted.get(i).label());
            moved |= Words.set(lines.get(i).value(), wanted.get(i).value());
        }
        return moved;
    }

    Card card() {
        return card;
    }
}
