package org.keyhopper.ui.internal.controls;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.keyhopper.ui.internal.look.ColorRole;
import org.keyhopper.ui.internal.look.FontRole;

/** The content of an empty perspective: a helpful sentence and buttons for the first step. */
public final class EmptyState {

    private static final int WIDTH = 620;

    private final Card card;
    private final Label title;
    private final Label text;
    private final Composite buttons;

    public EmptyState(Composite parent) {
        card = new Card(parent);
        Composite room = new Composite(card, SWT.NONE);
        room.setLayout(new CenteredLayout(WIDTH));
        GridDataFactory.fillDefaults().grab(true, true).applyTo(room);
        Composite middle = new Composite(room, SWT.NONE);
        GridLayoutFactory.fillDefaults().spacing(0, 14).applyTo(middle);
        title = Labels.withId(Labels.wrapped(middle, FontRole.SENTENCE, ColorRole.TEXT), "empty.title");
        title.setAlignment(SWT.CENTER);
        text = Labels.wrapped(middle, FontRole.LARGE, ColorRole.SOFT);
        text.setAlignment(SWT.CENTER);
        buttons = new Composite(middle, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(2).spacing(12, 12).applyTo(buttons);
        GridDataFactory.swtDefaults().align(SWT.CENTER, SWT.TOP).indent(0, 10).applyTo(buttons);
    }

    public Card card() {
        return card;
    }

    public void show(String sentence, String help) {
        if (Labels.set(title, sentence) | Labels.set(text, help)) {
            card.layout(true, true);
        }
    }

    /** Adds a button; the first one is drawn large. */
    public ActionControl button(String id, String label, Runnable action) {
        ActionControl button = Labels.withId(new ActionControl(buttons), id);
        boolean first = buttons.getChildren().length == 1;
        button.show(label, "", first ? ActionControl.Style.MAIN : ActionControl.Style.PLAIN, action);
        GridDataFactory.fillDefaults().align(SWT.FILL, SWT.FILL).applyTo(button);
        return button;
    }
}
