package org.keyhopper.ui.internal.results;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.keyhopper.ui.internal.controls.Card;
import org.keyhopper.ui.internal.controls.Column;
import org.keyhopper.ui.internal.controls.EmptyState;
import org.keyhopper.ui.internal.controls.Labels;
import org.keyhopper.ui.internal.controls.OutcomeChart;
import org.keyhopper.ui.internal.controls.OutcomeCountView;
import org.keyhopper.ui.internal.controls.Page;
import org.keyhopper.ui.internal.controls.Pill;
import org.keyhopper.ui.internal.controls.RowTable;
import org.keyhopper.ui.internal.controls.SwitchPane;
import org.keyhopper.ui.internal.help.HelpTopics;
import org.keyhopper.ui.internal.look.ColorRole;
import org.keyhopper.ui.internal.look.FontRole;
import org.keyhopper.ui.internal.look.Theme;
import org.keyhopper.ui.internal.parts.WindowActions;
import org.keyhopper.ui.model.Messages;
import org.keyhopper.ui.model.Notice;
import org.keyhopper.ui.model.results.OutcomeCount;
import org.keyhopper.ui.model.results.ResultRow;
import org.keyhopper.ui.model.results.ResultsState;

/** The Results perspective: the counts, the rows with reason and remedy, and the actions. */
public final class ResultsView extends Composite {

    private static final int LEAST_ROWS = 4;
    private static final int FIGURES = 6;

    private final Messages messages;
    private final Page page;
    private final SwitchPane stack = new SwitchPane();
    private final EmptyState empty;
    private final Composite filled;
    private final OutcomeChart chart;
    private final List<OutcomeCountView> figures = new ArrayList<>();
    private final Pill notice;
    private final RowTable<ResultRow> table;
    private final Label detail;
    private final ResultButtons buttons;
    private ResultsState shown;

    public ResultsView(Composite parent, WindowActions window, ResultActions actions) {
        super(parent, SWT.NONE);
        messages = window.messages();
        GridLayoutFactory.fillDefaults().applyTo(this);
        page = new Page(this, window);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(page);
        Composite body = Theme.of(this).apply(new Composite(page.body(), SWT.NONE), ColorRole.WINDOW, ColorRole.TEXT);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(body);
        body.setLayout(stack);
        empty = new EmptyState(body);
        empty.show(messages.text("results.empty.title"), messages.text("results.empty.text"));
        empty.button("results.choose", messages.text("action.CHOOSE_REQUEST"), actions::chooseRequest);
        filled = Theme.of(this).apply(new Composite(body, SWT.NONE), ColorRole.WINDOW, ColorRole.TEXT);
        GridLayoutFactory.fillDefaults().spacing(0, Theme.space(20)).applyTo(filled);
        Card upper = new Card(filled);
        GridLayoutFactory.fillDefaults()
                .numColumns(2)
                .margins(Theme.space(24), Theme.space(18))
                .spacing(24, 0)
                .applyTo(upper);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(upper);
        chart = new OutcomeChart(upper);
        Composite numbers = OutcomeCountView.row(upper);
        for (int i = 0; i < FIGURES; i++) {
            figures.add(new OutcomeCountView(numbers, actions::filter));
        }
        notice = new Pill(filled, FontRole.STRONG);
        Labels.withId(notice.label(), "results.notice");
        GridDataFactory.fillDefaults().grab(true, false).exclude(true).applyTo(notice);
        Card lower = new Card(filled);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(lower);
        table = new RowTable<>(lower, SWT.MULTI, columns());
        Labels.accessibleName(table.control(), messages.text("people.title"));
        table.setIdentity(ResultRow::position);
        table.withTools(messages, "results.table").withHiddenFilter(lower);
        GridDataFactory.fillDefaults()
                .grab(true, true)
                .hint(50, table.height(LEAST_ROWS))
                .applyTo(table.control());
        detail = Labels.withId(Labels.wrapped(lower, FontRole.BODY, ColorRole.SOFT), "results.detail");
        buttons = new ResultButtons(lower, messages, actions, table::selection);
        table.onSelectionChange(this::showSelected);
        table.control().addListener(SWT.FocusIn, event -> selectFirst());
        stack.switchTo(empty.card());
    }

    private List<Column<ResultRow>> columns() {
        return List.of(
                Column.of(messages, "results.column.name", 18, ResultRow::name),
                Column.<ResultRow>of(messages, "results.column.outcome", 25, row -> row.style()
                                .word())
                        .withMark(row -> Column.Icon.of(row.style())),
                Column.of(messages, "results.column.reason", 22, ResultRow::reason),
                Column.of(messages, "results.column.action", 22, ResultRow::action),
                Column.of(messages, "results.column.device", 17, ResultRow::device),
                Column.<ResultRow>of(messages, "results.column.when", 18, ResultRow::when)
                        .sortedBy(ResultRow::at));
    }

    public void show(ResultsState state) {
        if (shown != null && !shown.request().equals(state.request())) {
            table.control().deselectAll();
        }
        shown = state;
        page.header().show(state.heading());
        Control top = state.request().isPresent() ? filled : empty.card();
        stack.switchTo(top);
        chart.show(state.figures());
        for (int i = 0; i < state.figures().size(); i++) {
            OutcomeCount figure = state.figures().get(i);
            figures.get(i).show(figure, figure.outcome().equals(state.filter()));
        }
        table.show(state.rows());
        showSelected();
        boolean visible = state.notice().isPresent();
        state.notice().ifPresent(text -> notice.show(text.text(), text.tint()));
        ((GridData) notice.getLayoutData()).exclude = !visible;
        notice.setVisible(visible);
        filled.layout(true, true);
        Page.fit(filled);
    }

    /** Keys act on the selection, and a table with multiple selection has none initially. */
    private void selectFirst() {
        if (table.selection().isEmpty() && table.control().getItemCount() > 0) {
            table.select(table.control().getTopIndex());
            showSelected();
        }
    }

    /** Shows the selected row in full, because table cells are truncated. */
    private void showSelected() {
        String text = table.selected()
                .filter(row -> !row.reason().isEmpty())
                .map(row -> row.name() + ": " + row.reason() + " " + row.action())
                .orElse("");
        HelpTopics.showsProblem(this, shown.notice().flatMap(Notice::problem).or(() -> table.selected()
                .flatMap(ResultRow::problem)));
        buttons.show(shown);
        if (Labels.set(detail, text)) {
            detail.getParent().layout(true, true);
        }
    }

    /** Focuses the control that the operator needs first. */
    public boolean focusInitial() {
        return stack.shown() == filled
                ? table.control().setFocus()
                : empty.card().setFocus();
    }
}
