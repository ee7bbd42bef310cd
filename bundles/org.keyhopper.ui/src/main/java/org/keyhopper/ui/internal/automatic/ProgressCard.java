package org.keyhopper.ui.internal.automatic;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.keyhopper.ui.internal.controls.ActionControl;
import org.keyhopper.ui.internal.controls.Card;
import org.keyhopper.ui.internal.controls.Labels;
import org.keyhopper.ui.internal.controls.Pill;
import org.keyhopper.ui.internal.controls.ProgressStrip;
import org.keyhopper.ui.internal.look.ColorRole;
import org.keyhopper.ui.internal.look.FontRole;
import org.keyhopper.ui.internal.look.Theme;
import org.keyhopper.ui.model.Messages;
import org.keyhopper.ui.model.automatic.AutomaticButton;
import org.keyhopper.ui.model.automatic.RunScreen;
import org.keyhopper.ui.model.automatic.RunScreen.Line;
import org.keyhopper.ui.model.manual.ActionButton.Weight;

/** The progress and speed of the run, and the buttons that control it. */
final class ProgressCard {

    private static final int COUNT_WIDTH = 36;
    private static final int COUNTS = 154;
    private static final int SPEED_WIDTH = 64;

    private final Card card;
    private final AutomaticActions actions;
    private final Label number;
    private final Label of;
    private final ProgressStrip strip;
    private final Composite lines;
    private final Composite counts;
    private final Composite speeds;
    private final Pill notice;
    private final Composite buttons;
    private final List<ActionControl> shown = new ArrayList<>();

    ProgressCard(Composite parent, Messages messages, AutomaticActions actions) {
        this.actions = actions;
        card = new Card(parent);
        GridLayoutFactory.fillDefaults()
                .margins(Theme.space(24), Theme.space(10))
                .spacing(0, 2)
                .applyTo(card);
        Labels.caption(card, messages.text("progress.title"));
        Composite large = new Composite(card, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(3).spacing(8, 0).applyTo(large);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(large);
        number = Labels.withId(Labels.label(large, FontRole.NUMBER, ColorRole.TEXT), "progress.number");
        of = Labels.withId(Labels.label(large, FontRole.TITLE, ColorRole.SOFT), "progress.of");
        GridDataFactory.swtDefaults().align(SWT.BEGINNING, SWT.CENTER).applyTo(of);
        strip = new ProgressStrip(large);
        GridDataFactory.fillDefaults()
                .grab(true, false)
                .align(SWT.FILL, SWT.CENTER)
                .indent(12, 0)
                .applyTo(strip);
        lines = new Composite(card, SWT.NONE);
        GridLayoutFactory.fillDefaults()
                .numColumns(Theme.isLow() ? 1 : 2)
                .spacing(8, 0)
                .applyTo(lines);
        GridDataFactory.fillDefaults().grab(true, true).hint(50, SWT.DEFAULT).applyTo(lines);
        counts = column(lines, Theme.px(COUNTS));
        speeds = column(lines, SWT.DEFAULT);
        notice = new Pill(card, FontRole.BODY);
        Labels.withId(notice.label(), "progress.notice");
        GridDataFactory.fillDefaults().grab(true, false).exclude(true).applyTo(notice);
        notice.setVisible(false);
        buttons = new Composite(card, SWT.NONE);
        GridLayoutFactory.fillDefaults()
                .numColumns(2)
                .equalWidth(true)
                .spacing(10, 6)
                .applyTo(buttons);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(buttons);
        if (!Theme.hasRoom()) {
            // The numbers may be clipped when space is short; the buttons must stay visible.
            buttons.moveAbove(lines);
        }
    }

    private static Composite column(Composite parent, int width) {
        Composite column = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(2).spacing(4, 1).applyTo(column);
        GridDataFactory.fillDefaults()
                .grab(width == SWT.DEFAULT, true)
                .hint(width, SWT.DEFAULT)
                .applyTo(column);
        return column;
    }

    Card card() {
        return card;
    }

    void show(RunScreen run) {
        boolean moved = Labels.set(number, run.progress().number())
                | Labels.set(of, run.progress().of());
        strip.show(run.progress().tally());
        moved |= fill(counts, run.progress().counts(), "count.", Theme.px(COUNT_WIDTH));
        moved |= fill(speeds, run.progress().speeds(), "speed.", Theme.px(SPEED_WIDTH));
        moved |= run.notice()
                .map(words -> notice.show(words.text(), words.tint()))
                .orElse(false);
        moved |= visible(run.notice().isPresent());
        moved |= buttons(run.buttons());
        if (moved) {
            card.layout(true, true);
        }
    }

    /** Replaces the numbers by the notice where there is no room for both. */
    private boolean visible(boolean hasNotice) {
        boolean moved = Labels.visible(notice, hasNotice);
        return moved | Labels.visible(lines, !hasNotice || hasRoomForNumbers());
    }

    private boolean hasRoomForNumbers() {
        GridData data = (GridData) lines.getLayoutData();
        boolean before = data.exclude;
        data.exclude = true;
        int rest = card.computeSize(card.getSize().x, SWT.DEFAULT).y;
        data.exclude = before;
        return card.getSize().y - rest >= counts.computeSize(SWT.DEFAULT, SWT.DEFAULT).y;
    }

    private static boolean fill(Composite column, List<Line> lines, String id, int width) {
        boolean moved = column.getChildren().length == 0;
        for (int i = 0; i < lines.size(); i++) {
            if (column.getChildren().length < 2 * lines.size()) {
                Label label = Labels.label(column, FontRole.BODY, ColorRole.SOFT);
                GridDataFactory.fillDefaults()
                        .grab(true, false)
                        .hint(50, SWT.DEFAULT)
                        .applyTo(label);
                Label value = Labels.withId(Labels.label(column, FontRole.STRONG, ColorRole.TEXT), id + i);
                value.setAlignment(SWT.RIGHT);
                GridDataFactory.fillDefaults().hint(width, SWT.DEFAULT).applyTo(value);
            }
            Labels.set((Label) column.getChildren()[2 * i], lines.get(i).label());
            Label value = (Label) column.getChildren()[2 * i + 1];
            if (Labels.set(value, lines.get(i).value())) {
                moved |= widen(value);
            }
        }
        return moved;
    }

    /** Keeps the column width stable while values change, unless a value does not fit. */
    private static boolean widen(Label value) {
        GridData data = (GridData) value.getLayoutData();
        int wide = value.computeSize(SWT.DEFAULT, SWT.DEFAULT).x;
        boolean wider = wide > data.widthHint;
        data.widthHint = Math.max(wide, data.widthHint);
        return wider;
    }

    private boolean buttons(List<AutomaticButton> wanted) {
        boolean moved = wanted.size() != shown.size();
        while (shown.size() > wanted.size()) {
            shown.removeLast().dispose();
        }
        while (shown.size() < wanted.size()) {
            ActionControl control = new ActionControl(buttons);
            shown.add(control);
        }
        for (int i = 0; i < wanted.size(); i++) {
            AutomaticButton button = wanted.get(i);
            boolean wide = i == 2 || wanted.size() == 1;
            GridDataFactory.fillDefaults()
                    .grab(true, false)
                    .span(wide ? 2 : 1, 1)
                    .hint(50, SWT.DEFAULT)
                    .applyTo(shown.get(i));
            Labels.withId(shown.get(i), "automatic." + button.action().name());
            shown.get(i)
                    .show(
                            button.label(),
                            button.hint(),
                            button.weight() == Weight.DEFAULT ? ActionControl.Style.PRIMARY : ActionControl.Style.PLAIN,
                            () -> actions.choose(button.action()));
        }
        return moved;
    }

    /** Triggers the first button. */
    void pressFirst() {
        shown.stream().findFirst().ifPresent(ActionControl::press);
    }

    /** Focuses the first button, so that the space bar pauses and resumes. */
    boolean focusFirst() {
        return !shown.isEmpty() && shown.getFirst().setFocus();
    }
}
