package org.keyhopper.ui.internal.automatic;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.layout.FormLayout;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.keyhopper.ui.internal.controls.Card;
import org.keyhopper.ui.internal.controls.Column;
import org.keyhopper.ui.internal.controls.Columns;
import org.keyhopper.ui.internal.controls.RowTable;
import org.keyhopper.ui.internal.controls.Words;
import org.keyhopper.ui.internal.look.Ink;
import org.keyhopper.ui.internal.look.Look;
import org.keyhopper.ui.internal.look.Type;
import org.keyhopper.ui.model.Messages;
import org.keyhopper.ui.model.automatic.LaneView;
import org.keyhopper.ui.model.automatic.PeopleRow;
import org.keyhopper.ui.model.automatic.RunScreen;
import org.keyhopper.ui.model.manual.Stage;

/** A run: its printers above, people and progress below; at the end what it came to takes the place of the printers. */
final class RunPane extends Composite {

    private static final int ONE_LANE = 324;
    private static final int TWO_LANES = 342;

    private final AutomaticActions actions;
    private final Composite upper;
    private final Composite lanes;
    private final Card end;
    private final Label endSentence;
    private final Label endHint;
    private final List<LaneCard> cards = new ArrayList<>();
    private final RowTable<PeopleRow> people;
    private final ProgressCard progress;

    RunPane(Composite parent, Messages messages, AutomaticActions actions) {
        super(parent, SWT.NONE);
        this.actions = actions;
        Look.of(this).dress(this, Ink.WINDOW, Ink.TEXT);
        GridLayoutFactory.fillDefaults().spacing(0, 20).applyTo(this);
        upper = window(this);
        upper.setLayout(new StackLayout());
        GridDataFactory.fillDefaults()
                .grab(true, false)
                .hint(SWT.DEFAULT, Look.px(ONE_LANE))
                .applyTo(upper);
        lanes = window(upper);
        end = new Card(upper);
        Composite words = new Composite(end, SWT.NONE);
        GridLayoutFactory.fillDefaults().spacing(0, 14).applyTo(words);
        GridDataFactory.fillDefaults()
                .grab(true, true)
                .align(SWT.FILL, SWT.CENTER)
                .applyTo(words);
        endSentence = Words.named(Words.wrapped(words, Type.SENTENCE, Ink.TEXT), "end.sentence");
        endHint = Words.named(Words.wrapped(words, Type.LARGE, Ink.SOFT), "end.hint");
        Composite lower = window(this);
        lower.setLayout(new FormLayout());
        GridDataFactory.fillDefaults()
                .grab(true, true)
                .hint(SWT.DEFAULT, Look.px(200))
                .applyTo(lower);
        Card list = new Card(lower);
        Words.caption(list, messages.text("people.title"));
        people = new RowTable<>(list, SWT.SINGLE, columns(messages));
        people.control().setHeaderVisible(false);
        Words.named(Words.spoken(people.control(), messages.text("people.title")), "automatic.people");
        GridDataFactory.fillDefaults().grab(true, true).hint(50, 50).applyTo(people.control());
        progress = new ProgressCard(lower, messages, actions);
        Columns.lay(lower, list, progress.card());
        people.control().addListener(SWT.KeyDown, event -> {
            if (event.character == ' ') {
                progress.pressFirst();
            }
        });
    }

    private static Composite window(Composite parent) {
        Composite composite = new Composite(parent, SWT.NONE);
        return Look.of(parent).dress(composite, Ink.WINDOW, Ink.TEXT);
    }

    private static List<Column<PeopleRow>> columns(Messages messages) {
        return List.of(
                Column.<PeopleRow>of(messages.text("people.column.name"), 32, PeopleRow::name)
                        .withMark(row -> new Column.Sign(row.mark(), Ink.mark(row.tint()))),
                Column.of(messages.text("people.column.text"), 58, PeopleRow::text),
                Column.of(messages.text("people.column.time"), 10, PeopleRow::time));
    }

    void show(RunScreen run) {
        if (run.lanes().size() != cards.size()) {
            make(run.lanes().size());
        }
        for (LaneView lane : run.lanes()) {
            cards.get(lane.lane()).show(lane);
        }
        run.end().ifPresent(this::end);
        StackLayout stack = (StackLayout) upper.getLayout();
        Composite top = run.isOver() ? end : lanes;
        if (stack.topControl != top) {
            stack.topControl = top;
            upper.layout(true, true);
        }
        people.show(run.people());
        progress.show(run);
    }

    private void end(Stage stage) {
        end.setTint(stage.tint());
        Look.of(this).write(endSentence, Ink.text(stage.tint()), Type.SENTENCE);
        if (Words.set(endSentence, stage.sentence()) | Words.set(endHint, stage.hint())) {
            end.layout(true, true);
        }
    }

    private void make(int count) {
        cards.forEach(card -> card.card().dispose());
        cards.clear();
        boolean several = count > 1;
        GridLayoutFactory.fillDefaults()
                .numColumns(several ? 2 : 1)
                .equalWidth(true)
                .spacing(20, 20)
                .applyTo(lanes);
        for (int i = 0; i < count; i++) {
            LaneCard card = new LaneCard(lanes, several, actions);
            GridDataFactory.fillDefaults().grab(true, true).hint(100, 100).applyTo(card.card());
            cards.add(card);
        }
        ((GridData) upper.getLayoutData()).heightHint = Look.px(several ? TWO_LANES : ONE_LANE);
        layout(true, true);
    }

    boolean takeKeyboard() {
        return progress.focusFirst();
    }
}
