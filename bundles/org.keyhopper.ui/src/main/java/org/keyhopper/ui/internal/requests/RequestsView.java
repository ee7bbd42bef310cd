package org.keyhopper.ui.internal.requests;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.keyhopper.ui.internal.controls.ActionControl;
import org.keyhopper.ui.internal.controls.Card;
import org.keyhopper.ui.internal.controls.Column;
import org.keyhopper.ui.internal.controls.ColumnArrangement;
import org.keyhopper.ui.internal.controls.ColumnLayout;
import org.keyhopper.ui.internal.controls.KeyboardFocus;
import org.keyhopper.ui.internal.controls.Labels;
import org.keyhopper.ui.internal.controls.Page;
import org.keyhopper.ui.internal.controls.Pill;
import org.keyhopper.ui.internal.controls.RowTable;
import org.keyhopper.ui.internal.controls.SwitchPane;
import org.keyhopper.ui.internal.controls.WrapLayout;
import org.keyhopper.ui.internal.help.HelpTopics;
import org.keyhopper.ui.internal.look.ColorRole;
import org.keyhopper.ui.internal.look.FontRole;
import org.keyhopper.ui.internal.look.Theme;
import org.keyhopper.ui.internal.parts.WindowActions;
import org.keyhopper.ui.model.Messages;
import org.keyhopper.ui.model.Notice;
import org.keyhopper.ui.model.OutcomeStyle;
import org.keyhopper.ui.model.Tint;
import org.keyhopper.ui.model.assistant.AssistantState;
import org.keyhopper.ui.model.requests.RequestRow;
import org.keyhopper.ui.model.requests.RequestsState;

/** The Requests perspective: the table, and beside it the selected request. */
public final class RequestsView extends Composite {

    private static final int LEAST_ROWS = 4;
    private static final ColumnLayout COLUMNS =
            new ColumnLayout(ColumnArrangement.beside(820, 62, 38), ColumnArrangement.below(2));

    private final Messages messages;
    private final RequestActions actions;
    private final Page page;
    private final SwitchPane stack = new SwitchPane();
    private final Composite body;
    private final Composite filled;
    private final List<Control> ownTools = new ArrayList<>();
    private final List<MenuItem> ownEntries = new ArrayList<>();
    private final AssistantActions way;
    private Optional<Welcome> welcome = Optional.empty();
    private Optional<AssistantCard> assistant = Optional.empty();
    private Optional<RequestsState> requests = Optional.empty();
    private boolean assisting;
    private final RowTable<RequestRow> table;
    private final Pill notice;
    private final DetailCard detail;

    public RequestsView(Composite parent, WindowActions window, RequestActions actions, AssistantActions way) {
        super(parent, SWT.NONE);
        this.actions = actions;
        this.way = way;
        messages = window.messages();
        GridLayoutFactory.fillDefaults().applyTo(this);
        page = new Page(this, window);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(page);
        body = plainPane(page.body());
        GridDataFactory.fillDefaults().grab(true, true).applyTo(body);
        body.setLayout(stack);
        filled = plainPane(body);
        Card left = new Card(filled);
        Composite tools = tools(left);
        notice = new Pill(left, FontRole.BODY);
        GridDataFactory.fillDefaults().grab(true, false).exclude(true).applyTo(notice);
        table = new RowTable<>(left, SWT.SINGLE, columns());
        GridDataFactory.fillDefaults()
                .grab(true, true)
                .hint(50, table.height(LEAST_ROWS))
                .applyTo(table.control());
        Labels.accessibleName(table.control(), messages.text("place.REQUESTS"));
        table.setIdentity(RequestRow::id);
        menu(table.withTools(messages, "requests.table").withFilter(tools).menu());
        table.onSelect(row -> actions.select(row.id()));
        table.onOpen(row -> actions.provision());
        detail = new DetailCard(filled, messages, actions, () -> toggleWide(left));
        filled.setLayout(COLUMNS);
        stack.switchTo(filled);
    }

    /** A request with thousands of people is read in the width of the window. */
    private boolean toggleWide(Card list) {
        boolean wide = filled.getLayout() == COLUMNS;
        SwitchPane only = new SwitchPane();
        filled.setLayout(wide ? only : COLUMNS);
        list.setVisible(!wide);
        if (wide) {
            only.switchTo(detail.card());
        }
        filled.layout(true, true);
        Page.fit(filled);
        return wide;
    }

    private Composite plainPane(Composite parent) {
        return Theme.of(this).apply(new Composite(parent, SWT.NONE), ColorRole.WINDOW, ColorRole.TEXT);
    }

    private Composite tools(Card card) {
        Composite tools = new Composite(card, SWT.NONE);
        tools.setLayout(new WrapLayout(1));
        GridDataFactory.fillDefaults().grab(true, false).applyTo(tools);
        ownTools.add(tool(tools, "requests.import", actions::importPeople));
        ownTools.add(tool(tools, "requests.search", actions::searchPeople));
        return tools;
    }

    private Control tool(Composite tools, String key, Runnable action) {
        ActionControl button = Labels.withId(new ActionControl(tools), key);
        button.show(messages.text(key), "", ActionControl.Style.PLAIN, action);
        return button;
    }

    private List<Column<RequestRow>> columns() {
        return List.of(
                Column.of(messages, "requests.column.name", 24, RequestRow::name),
                Column.of(messages, "requests.column.directory", 15, RequestRow::directory),
                Column.<RequestRow>of(
                                messages,
                                "requests.column.people",
                                12,
                                row -> Integer.toString(row.tally().total()))
                        .sortedBy(row -> row.tally().total()),
                Column.<RequestRow>of(messages, "requests.column.state", 23, RequestRow::state)
                        .withMark(row -> new Column.Icon(mark(row.tint()), ColorRole.mark(row.tint()))),
                Column.<RequestRow>of(messages, "requests.column.done", 22, RequestRow::progress)
                        .withBar(RequestRow::tally)
                        .sortedBy(row ->
                                row.tally().done() / Math.max(1.0, row.tally().total())),
                Column.<RequestRow>of(messages, "requests.column.created", 20, RequestRow::created)
                        .sortedBy(RequestRow::createdAt));
    }

    private static OutcomeStyle.Mark mark(Tint tint) {
        return switch (tint) {
            case GOOD -> OutcomeStyle.Mark.CHECK;
            case ACTIVE -> OutcomeStyle.Mark.DOTS;
            default -> OutcomeStyle.Mark.RING;
        };
    }

    private void menu(Menu menu) {
        entry(menu, "requests.provision", actions::provision);
        entry(menu, "requests.results", actions::results);
        ownEntries.add(entry(menu, "requests.refresh", actions::refresh));
        ownEntries.add(entry(menu, "requests.rename", actions::rename));
        ownEntries.add(entry(menu, "requests.addPeople", actions::addPeople));
        entry(menu, "requests.copyLink", actions::copyLink);
        ownEntries.add(entry(menu, "requests.remove", actions::remove));
    }

    private MenuItem entry(Menu menu, String key, Runnable action) {
        MenuItem item = new MenuItem(menu, SWT.PUSH);
        item.setText(messages.text(key));
        item.addListener(SWT.Selection, event -> action.run());
        return item;
    }

    public void show(RequestsState state) {
        page.header().show(state.heading());
        requests = Optional.of(state);
        boolean own = state.permissions().own();
        ownTools.forEach(control -> control.setVisible(own));
        ownEntries.forEach(item -> item.setEnabled(own));
        switchPane();
        table.show(state.rows());
        state.selected().ifPresent(selected -> table.select(selected.row()));
        if (state.loaded()) {
            getDisplay().asyncExec(this::showDetail);
        } else {
            detail.show(state);
        }
        HelpTopics.showsProblem(this, state.notice().flatMap(Notice::problem));
        state.notice().ifPresent(words -> notice.show(words.text(), words.tint()));
        Labels.visible(notice, state.notice().isPresent());
        notice.getParent().layout();
    }

    /** In a step of its own, so that thousands of requests keep no key or click waiting for their details. */
    private void showDetail() {
        if (!isDisposed()) {
            requests.ifPresent(detail::show);
        }
    }

    /** Created lazily, because most stations have a request and never show it. */
    private Control welcome(RequestsState state) {
        Welcome shown = welcome.orElseGet(() -> new Welcome(body, messages, actions, way::begin));
        welcome = Optional.of(shown);
        shown.show(state);
        return shown.card();
    }

    /** Shows the assistant in place of the requests, or hides it. */
    public void show(AssistantState state) {
        boolean moved = assisting != state.shown();
        assisting = state.shown();
        if (assisting) {
            AssistantCard shown = assistant.orElseGet(() -> new AssistantCard(body, messages, actions, way));
            assistant = Optional.of(shown);
            shown.show(state);
        }
        switchPane();
        if (moved) {
            KeyboardFocus.move(this, this::focusInitial);
        }
    }

    private void switchPane() {
        boolean empty = requests.filter(state -> state.loaded() && state.rows().isEmpty())
                .isPresent();
        if (assisting) {
            stack.switchTo(assistant.orElseThrow().card());
        } else {
            stack.switchTo(empty ? welcome(requests.orElseThrow()) : filled);
        }
    }

    /** Focuses the control that the operator needs first. */
    public boolean focusInitial() {
        if (assisting) {
            return assistant.orElseThrow().setFocus();
        }
        return (stack.shown() == filled ? table.control() : stack.shown()).setFocus();
    }
}
