package org.keyhopper.ui.internal.manual;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.keyhopper.ui.internal.controls.ActionControl;
import org.keyhopper.ui.internal.controls.Card;
import org.keyhopper.ui.internal.controls.Labels;
import org.keyhopper.ui.internal.controls.Mark;
import org.keyhopper.ui.internal.look.ColorRole;
import org.keyhopper.ui.internal.look.FontRole;
import org.keyhopper.ui.internal.look.Theme;
import org.keyhopper.ui.model.Messages;
import org.keyhopper.ui.model.manual.ActionButton;
import org.keyhopper.ui.model.manual.CompletedRow;
import org.keyhopper.ui.model.manual.ManualAction;

/** The recently completed recipients, and the buttons that end the run. */
final class CompletedCard {

    private final Card card;

    private static final int SHOWN = 2;
    private static final int COLUMNS = 3;
    private static final int SPACING = 6;
    private static final int NAME = 200;
    private static final int NARROW_NAME = 150;
    private static final int STOP = 170;

    private final Messages messages;
    private final ManualActions sink;
    private final Mark[] marks = new Mark[SHOWN];
    private final Label[] names = new Label[SHOWN];
    private final Label[] texts = new Label[SHOWN];
    private final Composite ends;
    private final Map<ManualAction, ActionControl> ending = new EnumMap<>(ManualAction.class);
    private final Set<ManualAction> offered = EnumSet.noneOf(ManualAction.class);

    CompletedCard(Composite parent, Messages messages, ManualActions sink) {
        card = new Card(parent);
        this.messages = messages;
        this.sink = sink;
        GridLayoutFactory.fillDefaults()
                .numColumns(2)
                .margins(Theme.space(24), Theme.space(16))
                .applyTo(card);
        Composite list = new Composite(card, SWT.NONE);
        GridLayoutFactory.fillDefaults()
                .numColumns(COLUMNS)
                .spacing(12, SPACING)
                .applyTo(list);
        Label caption = Labels.caption(list, messages.text("manual.justDone"));
        GridDataFactory.fillDefaults().span(COLUMNS, 1).applyTo(caption);
        for (int i = 0; i < SHOWN; i++) {
            marks[i] = new Mark(list, 14);
            marks[i].setLayoutData(new GridData());
            names[i] = Labels.withId(Labels.wrapped(list, FontRole.STRONG, ColorRole.TEXT), "done.name." + i);
            GridDataFactory.fillDefaults()
                    .hint(Theme.px(Theme.hasRoom() ? NAME : NARROW_NAME), SWT.DEFAULT)
                    .applyTo(names[i]);
            texts[i] = Labels.withId(Labels.wrapped(list, FontRole.BODY, ColorRole.SOFT), "done.text." + i);
            GridDataFactory.fillDefaults()
                    .grab(true, false)
                    .hint(100, SWT.DEFAULT)
                    .applyTo(texts[i]);
        }
        GridDataFactory.fillDefaults()
                .grab(true, true)
                .minSize(SWT.DEFAULT, fullHeight(caption))
                .applyTo(list);
        ends = new Composite(card, SWT.NONE);
        GridLayoutFactory.fillDefaults()
                .numColumns(Theme.hasRoom() ? 3 : 2)
                .spacing(12, Theme.space(8))
                .applyTo(ends);
        GridDataFactory.swtDefaults().align(SWT.END, SWT.CENTER).applyTo(ends);
        ending(ManualAction.FIND_PERSON, "action.find");
        ending(ManualAction.SWITCH_TO_PRINTERS, "action.printers");
        ending(ManualAction.STOP, "action.stop");
    }

    /**
     * Returns the height with all rows, of two lines each where there is room, so that the cards above do not move when
     * the first people are completed.
     */
    private int fullHeight(Label caption) {
        names[0].setText(Theme.hasRoom() ? " \n " : " ");
        int row = names[0].computeSize(SWT.DEFAULT, SWT.DEFAULT).y;
        names[0].setText("");
        return caption.computeSize(SWT.DEFAULT, SWT.DEFAULT).y + SHOWN * (row + SPACING);
    }

    private void ending(ManualAction action, String id) {
        ActionControl button = Labels.withId(new ActionControl(ends), id);
        GridDataFactory.swtDefaults()
                .minSize(Theme.hasRoom() ? Theme.px(STOP) : 0, SWT.DEFAULT)
                .grab(true, false)
                .align(SWT.FILL, SWT.CENTER)
                .applyTo(button);
        ending.put(action, button);
    }

    private static boolean exclude(Control control, boolean exclude) {
        GridData data = (GridData) control.getLayoutData();
        boolean moved = data.exclude != exclude;
        data.exclude = exclude;
        return moved;
    }

    void show(List<CompletedRow> rows, List<ActionButton> buttons) {
        boolean moved = false;
        for (int i = 0; i < SHOWN; i++) {
            boolean present = i < rows.size();
            marks[i].setVisible(present);
            // On Windows an excluded label would cover the controls in its place.
            names[i].setVisible(present);
            moved |= Labels.set(names[i], present ? rows.get(i).name() : "");
            moved |= Labels.set(texts[i], present ? rows.get(i).text() : "");
            if (present) {
                marks[i].show(
                        rows.get(i).style().mark(),
                        ColorRole.mark(rows.get(i).style().tint()));
            }
        }
        if (rows.isEmpty()) {
            Labels.set(texts[0], messages.text("manual.justDone.none"));
        }
        moved |= exclude(marks[0], rows.isEmpty()) | exclude(names[0], rows.isEmpty());
        ((GridData) texts[0].getLayoutData()).horizontalSpan = rows.isEmpty() ? COLUMNS : 1;
        moved |= showEnding(buttons);
        if (moved) {
            card.layout(true, true);
        }
    }

    /** A button that was offered before keeps its place while it is not, so that the others stay where they are. */
    private boolean showEnding(List<ActionButton> buttons) {
        boolean moved = false;
        for (Map.Entry<ManualAction, ActionControl> entry : ending.entrySet()) {
            Optional<ActionButton> shown = buttons.stream()
                    .filter(button -> button.action() == entry.getKey())
                    .findFirst();
            if (shown.isPresent() || !offered.contains(entry.getKey())) {
                moved |= Labels.visible(entry.getValue(), shown.isPresent());
            }
            entry.getValue().setVisible(shown.isPresent());
            shown.ifPresent(button -> offered.add(button.action()));
            shown.ifPresent(button -> entry.getValue()
                    .show(
                            button.label(),
                            button.hint(),
                            ActionControl.Style.PLAIN,
                            () -> sink.perform(button.action())));
        }
        return moved;
    }

    Card card() {
        return card;
    }
}
