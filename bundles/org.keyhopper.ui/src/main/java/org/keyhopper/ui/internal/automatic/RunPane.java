package org.keyhopper.ui.internal.automatic;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.keyhopper.ui.internal.controls.Card;
import org.keyhopper.ui.internal.controls.Column;
import org.keyhopper.ui.internal.controls.ColumnArrangement;
import org.keyhopper.ui.internal.controls.ColumnArrangement.Stack;
import org.keyhopper.ui.internal.controls.ColumnLayout;
import org.keyhopper.ui.internal.controls.Labels;
import org.keyhopper.ui.internal.controls.MinimumHeightLayout;
import org.keyhopper.ui.internal.controls.Page;
import org.keyhopper.ui.internal.controls.RowTable;
import org.keyhopper.ui.internal.controls.SwitchPane;
import org.keyhopper.ui.internal.help.HelpTopics;
import org.keyhopper.ui.internal.look.ColorRole;
import org.keyhopper.ui.internal.look.FontRole;
import org.keyhopper.ui.internal.look.Theme;
import org.keyhopper.ui.model.Messages;
import org.keyhopper.ui.model.automatic.PeopleRow;
import org.keyhopper.ui.model.automatic.PrinterView;
import org.keyhopper.ui.model.automatic.RunScreen;
import org.keyhopper.ui.model.manual.Stage;

/** A run: its printers above, recipients and progress below. At the end, the result replaces the printers. */
final class RunPane extends Composite {

    private static final int END = 324;
    private static final int WIDE = 1000;
    private static final int BESIDE = 800;
    private static final int BESIDE_WHERE_LOW = 700;
    private static final int LEAST_PEOPLE = 3;

    private final AutomaticActions actions;
    private final Composite upper;
    private final Composite printers;
    private final SwitchPane stack = new SwitchPane();
    private final Composite over;
    private final Card end;
    private final Label endSentence;
    private final Label endHint;
    private final List<PrinterCard> cards = new ArrayList<>();
    private final RowTable<PeopleRow> people;
    private final ProgressCard progress;

    RunPane(Composite parent, Messages messages, AutomaticActions actions) {
        super(parent, SWT.NONE);
        this.actions = actions;
        Theme.of(this).apply(this, ColorRole.WINDOW, ColorRole.TEXT);
        GridLayoutFactory.fillDefaults()
                .spacing(0, Theme.space(ColumnLayout.GAP))
                .applyTo(this);
        upper = window(this);
        upper.setLayout(stack);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(upper);
        printers = window(upper);
        over = window(upper);
        over.setLayout(new MinimumHeightLayout(END));
        end = new Card(over);
        Composite texts = new Composite(end, SWT.NONE);
        GridLayoutFactory.fillDefaults().spacing(0, 14).applyTo(texts);
        GridDataFactory.fillDefaults()
                .grab(true, true)
                .align(SWT.FILL, SWT.CENTER)
                .applyTo(texts);
        endSentence = Labels.withId(Labels.wrapped(texts, FontRole.SENTENCE, ColorRole.TEXT), "end.sentence");
        endHint = Labels.withId(Labels.wrapped(texts, FontRole.LARGE, ColorRole.SOFT), "end.hint");
        Composite lower = window(this);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(lower);
        Card list = new Card(lower);
        Labels.caption(list, messages.text("people.title"));
        people = new RowTable<>(list, SWT.SINGLE, columns(messages));
        people.control().setHeaderVisible(false);
        Labels.accessibleName(people.control(), messages.text("people.title"));
        people.setIdentity(Function.identity());
        people.withTools(messages, "automatic.people");
        people.onSelectionChange(() ->
                HelpTopics.showsProblem(people.control(), people.selected().flatMap(PeopleRow::problem)));
        GridDataFactory.fillDefaults()
                .grab(true, true)
                .hint(50, people.height(LEAST_PEOPLE))
                .applyTo(people.control());
        progress = new ProgressCard(lower, messages, actions);
        lower.setLayout(new ColumnLayout(
                ColumnArrangement.beside(WIDE, 62, 38),
                ColumnArrangement.beside(Theme.hasRoom() ? BESIDE : BESIDE_WHERE_LOW, 50, 50),
                ColumnArrangement.below(2)));
        people.control().addListener(SWT.KeyDown, event -> {
            if (event.character == ' ') {
                progress.pressFirst();
            }
        });
    }

    private static Composite window(Composite parent) {
        Composite composite = new Composite(parent, SWT.NONE);
        return Theme.of(parent).apply(composite, ColorRole.WINDOW, ColorRole.TEXT);
    }

    private static List<Column<PeopleRow>> columns(Messages messages) {
        return List.of(
                Column.<PeopleRow>of(messages, "people.column.name", 32, PeopleRow::name)
                        .withMark(row -> new Column.Icon(row.mark(), ColorRole.mark(row.tint()))),
                Column.of(messages, "people.column.text", 58, PeopleRow::text),
                Column.of(messages, "people.column.time", 10, PeopleRow::time));
    }

    void show(RunScreen run) {
        if (run.printers().size() != cards.size()) {
            make(run.printers().size());
        }
        for (PrinterView printer : run.printers()) {
            cards.get(printer.index()).show(printer);
        }
        run.end().ifPresent(this::end);
        Composite top = run.isOver() ? over : printers;
        stack.switchTo(top);
        people.show(run.people());
        progress.show(run);
    }

    private void end(Stage stage) {
        end.setTint(stage.tint());
        Theme.of(this).applyText(endSentence, ColorRole.text(stage.tint()), FontRole.SENTENCE);
        if (Labels.set(endSentence, stage.sentence()) | Labels.set(endHint, stage.hint())) {
            end.layout(true, true);
        }
    }

    private void make(int count) {
        cards.forEach(card -> card.card().dispose());
        cards.clear();
        boolean several = count > 1;
        printers.setLayout(new ColumnLayout(abreast(count), ColumnArrangement.below(count)));
        for (int i = 0; i < count; i++) {
            PrinterCard card = new PrinterCard(printers, several, actions);
            cards.add(card);
        }
        layout(true, true);
        Page.fit(this);
    }

    private static ColumnArrangement abreast(int count) {
        return switch (count) {
            case 1 -> ColumnArrangement.below(1);
            case 2 -> ColumnArrangement.beside(WIDE, 50, 50);
            default -> new ColumnArrangement(WIDE, List.of(side(count, 0), side(count, 1)));
        };
    }

    private static Stack side(int count, int first) {
        return new Stack(
                50,
                IntStream.range(0, count).filter(i -> i % 2 == first).boxed().toList());
    }

    boolean focusInitial() {
        return progress.focusFirst();
    }
}
