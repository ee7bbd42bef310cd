package org.keyhopper.ui.internal.dialogs;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.keyhopper.core.request.RequestId;
import org.keyhopper.ui.internal.controls.ActionControl;
import org.keyhopper.ui.internal.controls.Column;
import org.keyhopper.ui.internal.controls.ColumnArrangement;
import org.keyhopper.ui.internal.controls.ColumnLayout;
import org.keyhopper.ui.internal.controls.Labels;
import org.keyhopper.ui.internal.controls.RowTable;
import org.keyhopper.ui.internal.look.ColorRole;
import org.keyhopper.ui.internal.look.FontRole;
import org.keyhopper.ui.internal.look.Theme;
import org.keyhopper.ui.internal.parts.StateSubscription;
import org.keyhopper.ui.model.Messages;
import org.keyhopper.ui.model.requests.FoundRow;
import org.keyhopper.ui.model.requests.ProfilesPresenter;
import org.keyhopper.ui.model.requests.SearchPresenter;
import org.keyhopper.ui.model.requests.SearchState;

/** Creates a request from people in a directory, who are searched by name or taken from a group. */
public final class SearchDialog {

    private final Messages messages;
    private final SearchPresenter presenter;
    private final BaseDialog dialog;
    private final RowTable<FoundRow> found;
    private final CandidateSelectionBox choice;
    private final Label notice;
    private final ActionControl cancel;
    private final Button leaveOut;
    private final RequestDraftBox draft;
    private final ActionControl create;

    /**
     * @param profiles the saved profiles
     * @param made receives the new request, on the UI thread
     */
    public SearchDialog(
            Shell parent,
            Messages messages,
            SearchPresenter presenter,
            ProfilesPresenter profiles,
            Consumer<RequestId> made) {
        this.messages = messages;
        this.presenter = presenter;
        dialog = new BaseDialog(parent, "search", messages.text("search.title"), messages.text("search.message"));
        Composite lists = new Composite(dialog.body(), SWT.NONE);
        lists.setLayout(new ColumnLayout(ColumnArrangement.beside(700, 37, 63), ColumnArrangement.below(2)));
        GridDataFactory.fillDefaults().grab(true, true).applyTo(lists);
        Composite left = column(lists);
        Text text = searchField(left);
        found = foundTable(left);
        button(left, "search.add", () -> presenter.add(found.selection()));
        choice = new CandidateSelectionBox(column(lists), messages, presenter);
        Composite hasNotice = new Composite(dialog.body(), SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(3).spacing(12, 0).applyTo(hasNotice);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(hasNotice);
        notice = Labels.withId(Labels.wrapped(hasNotice, FontRole.BODY, ColorRole.SOFT), "search.notice");
        cancel = button(hasNotice, "search.cancel", presenter::cancel);
        leaveOut = Labels.withId(new Button(hasNotice, SWT.CHECK), "search.holders.leaveOut");
        leaveOut.setText(messages.text("search.holders.leaveOut"));
        Theme.of(hasNotice).applyText(leaveOut, ColorRole.TEXT, FontRole.BODY);
        leaveOut.addListener(SWT.Selection, event -> presenter.leaveOutHolders(leaveOut.getSelection()));
        draft = new RequestDraftBox(
                dialog.body(),
                messages,
                new RequestDraftBox.Sink(presenter::name, presenter::directory, presenter::profile),
                profiles,
                presenter.demanded());
        dialog.button("dialog.cancel", messages.text("cancel"), ActionControl.Style.PLAIN, dialog::close);
        create = dialog.button(
                "draft.create",
                messages.text("draft.create"),
                ActionControl.Style.PRIMARY,
                () -> presenter.create(dialog.closingWith(made)));
        dialog.onClose(presenter::close);
        StateSubscription.follow(dialog.shell(), presenter.states(), this::show);
        show(presenter.states().get());
        dialog.open(1080, 800);
        text.setFocus();
    }

    private static Composite column(Composite lists) {
        Composite column = new Composite(lists, SWT.NONE);
        GridLayoutFactory.fillDefaults().spacing(0, 8).applyTo(column);
        return column;
    }

    /** Enter in the search field moves to the results. */
    private Text searchField(Composite left) {
        Text text = CandidateSelectionBox.field(left, messages, "search.text");
        text.addListener(SWT.Modify, event -> presenter.search(text.getText()));
        text.addListener(SWT.DefaultSelection, event -> {
            found.control().setFocus();
            if (found.control().getSelectionIndex() < 0) {
                found.select(0);
            }
        });
        return text;
    }

    private RowTable<FoundRow> foundTable(Composite left) {
        RowTable<FoundRow> table = new RowTable<>(
                left,
                SWT.MULTI | SWT.BORDER,
                List.of(
                        Column.of(messages, "requests.column.name", 50, FoundRow::name),
                        Column.of(messages, "requests.column.user", 50, FoundRow::detail)));
        table.setIdentity(Function.identity());
        Labels.accessibleName(table.control(), messages.text("search.found.title"));
        table.withTools(messages, "search.found");
        GridDataFactory.fillDefaults()
                .grab(true, true)
                .hint(200, table.roomyHeight(4))
                .applyTo(table.control());
        table.onOpen(row -> presenter.add(List.of(row)));
        return table;
    }

    private ActionControl button(Composite parent, String key, Runnable action) {
        return CandidateSelectionBox.button(parent, messages, key, action);
    }

    private void show(SearchState state) {
        dialog.explain(state.notice());
        String text = state.working()
                .orElseGet(() -> state.searching()
                        ? messages.text("search.searching")
                        : state.notice().map(some -> some.text()).orElse(""));
        boolean plain = state.working().isPresent() || state.searching();
        ColorRole role = plain
                ? ColorRole.SOFT
                : state.notice().map(some -> ColorRole.text(some.tint())).orElse(ColorRole.SOFT);
        Theme.of(notice).applyText(notice, role, FontRole.BODY);
        boolean moved = Labels.set(notice, text);
        cancel.setVisible(state.working().isPresent());
        found.show(state.found());
        choice.show(state);
        leaveOut.setSelection(state.leavesOutHolders());
        draft.show(state.draft(), state.directories(), state.missing());
        create.setEnabled(state.missing().isEmpty());
        if (moved) {
            dialog.layout();
        }
    }
}
